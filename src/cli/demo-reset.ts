import type { Desk } from '../desk';
import { migrate, openDataSource } from '../platform';
import { RefusedError } from './exit-codes';

/**
 * Empties the database of a demonstration: every schema is dropped and made anew by the migrations. Only on an embedded
 * desk, and only while nobody else uses it: a server with an index in memory would go on showing what is gone.
 */
export async function emptiedDatabase({ database }: Desk): Promise<void> {
  if (database.embedded === null)
    throw new RefusedError(
      'cli.reset-embedded-only',
      'Only the embedded database of a demonstration is emptied by this command',
    );
  const done = await database.embedded.ifAlone(async () => {
    const source = await openDataSource(database.adminUrl, 'cairn-reset', 1);
    try {
      const schemas = (await source.query(
        `SELECT quote_ident(nspname) AS name FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'`,
      )) as { name: string }[];
      for (const { name } of schemas) await source.query(`DROP SCHEMA ${name} CASCADE`);
      await source.query(`CREATE SCHEMA public`);
    } finally {
      await source.destroy();
    }
    await migrate(database.adminUrl);
  });
  if (!done.alone)
    throw new RefusedError(
      'cli.reset-needs-solitude',
      `Others use this desk now (processes ${done.others.join(', ')}): stop them, then empty it`,
    );
}
