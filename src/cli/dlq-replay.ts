import { auditMany } from '../audit';
import { openDataSource, replayDeadLetters } from '../platform';
import { type ExitCode, UsageError } from './exit-codes';
import { asActor } from './opened-desk';
import { answer, type CommonOptions } from './terminal';

export async function run(options: CommonOptions & { readonly all?: boolean }, ids: string[]): Promise<ExitCode> {
  if ((ids.length === 0) !== Boolean(options.all)) throw new UsageError('Name the messages, or write --all');
  if (ids.some((id) => !/^\d{1,18}$/.test(id)))
    throw new UsageError('A message is named by its number, as `cairn dlq list` shows it');
  return asActor<ExitCode>(options, 'queues.manage', async ({ held, actor }) => {
    // The application's own role may not touch what the relay has taken.
    const source = await openDataSource(held.database.workerUrl, 'cairn-cli', 1);
    try {
      const replayed = await source.transaction(async (tx) => {
        const again = await replayDeadLetters(tx, options.all ? 'all' : ids);
        const entries = again.map((id) => ({ reason: `message ${id}` }));
        await auditMany(tx, actor, 'platform.message-replayed', entries);
        return again.length;
      });
      await answer(options, { replayed }, () => `${replayed} message(s) will be tried again.\n`);
      if (options.all || replayed === ids.length) return 0;
      return replayed === 0 ? 1 : 2;
    } finally {
      await source.destroy();
    }
  });
}
