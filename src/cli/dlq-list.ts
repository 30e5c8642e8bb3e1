import { Database, type DeadLetter, deadLetters } from '../platform';
import type { ExitCode } from './exit-codes';
import { asActor } from './opened-desk';
import { answer, type CommonOptions } from './terminal';

/** Messages that were given up after the last attempt. */
export async function run(options: CommonOptions): Promise<ExitCode> {
  return asActor<ExitCode>(options, 'queues.manage', async ({ app, actor }) => {
    const messages = await app.get(Database).read(actor, (tx) => deadLetters(tx));
    await answer(options, { messages }, () =>
      messages.length === 0 ? 'No message was given up.\n' : messages.map(lineOf).join(''),
    );
    return messages.length === 0 ? 0 : 2;
  });
}

const lineOf = ({ id, diedAt, queue, event, cause }: DeadLetter): string =>
  `${id}  ${diedAt}  ${queue}  ${event}  ${(cause ?? '').split('\n')[0]}\n`;
