import { createReadStream } from 'node:fs';
import { UsersService } from '../access';
import { ContactPointsService } from '../contact-points';
import { importKinds, type ImportKind, type ImportResult, Imports, reasonText } from '../exchange';
import { Database } from '../platform';
import { type ExitCode, RefusedError, UsageError } from './exit-codes';
import { asActor } from './opened-desk';
import { answer, type CommonOptions, fileFrom, progress } from './terminal';

interface Options extends CommonOptions {
  readonly contactPoint?: string;
  readonly dryRun?: boolean;
  readonly allOrNothing?: boolean;
  readonly ignoreUnknownColumns?: boolean;
  readonly report?: string;
  readonly language?: string;
}

export async function run(options: Options, kind: string, file: string): Promise<ExitCode> {
  if (!importKinds.some((known) => known === kind))
    throw new UsageError(`There is no kind of file ${kind}; it is one of ${importKinds.join(', ')}`);
  const isOfDesk = kind !== 'incidents';
  if (isOfDesk && options.contactPoint === undefined && options.as === undefined)
    throw new UsageError('Say which desk the records belong to: --contact-point CODE');
  const bytes = createReadStream(fileFrom(file));
  await new Promise((open, fail) => bytes.once('open', open).once('error', fail)).catch(() => {
    throw new RefusedError('cli.file-not-read', `The file ${file} cannot be read`);
  });
  return asActor(options, 'exchange.import', async ({ app, actor }) => {
    const { contactPoint } = options;
    const desk =
      contactPoint === undefined
        ? null
        : await app.get(Database).read(actor, (tx) => app.get(ContactPointsService).findByCode(tx, contactPoint));
    if (contactPoint !== undefined && !desk)
      throw new RefusedError('cli.desk-unknown', `There is no contact point ${contactPoint}`);
    const line = progress((done) => `${done} rows read`);
    const result = await app.get(Imports).run(
      actor,
      {
        kind: kind as ImportKind,
        contactPointId: desk?.id,
        isDryRun: options.dryRun,
        isAllOrNothing: options.allOrNothing,
        ignoreUnknownColumns: options.ignoreUnknownColumns,
        report: options.report,
      },
      bytes,
      ({ read }) => line.show(read),
    );
    line.end();
    const language =
      options.language ?? (actor.isSystem ? null : (await app.get(UsersService).session(actor)).user.language) ?? 'en';
    const rejects = result.rejects.map(({ line: at, column, code, params }) => ({
      ...{ line: at, column, code, reason: reasonText(code, params, language) },
    }));
    const { id, state, read, created, updated, unchanged, rejected } = result;
    await answer(
      options,
      { id, state, dryRun: result.isDryRun, read, created, updated, unchanged, rejected, rejects },
      () =>
        [
          ...rejects.map(
            (one) => `line ${one.line}${one.column ? `, ${one.column}` : ''}: ${one.reason} (${one.code})`,
          ),
          ...(result.isDryRun ? ['Only tried; nothing was stored.'] : []),
          ...(state === 'refused' ? ['The file is refused.'] : []),
          `${read} read: ${created} new, ${updated} changed, ${unchanged} known, ${rejected} rejected`,
        ]
          .map((text) => `${text}\n`)
          .join(''),
    );
    return exitOf(result);
  });
}

function exitOf({ state, rejects, created, updated, unchanged }: ImportResult): ExitCode {
  const isAnyAccepted = created + updated + unchanged > 0;
  if (state === 'refused') return isAnyAccepted ? 2 : 1;
  if (rejects.length === 0) return 0;
  return isAnyAccepted ? 2 : 1;
}
