import { settleInCluster } from '../moved-database';
import { migrate, openDatabase } from '../platform';
import type { ExitCode } from './exit-codes';
import { commandConfig } from './opened-desk';
import { answer, type CommonOptions } from './terminal';

export async function run(options: CommonOptions): Promise<ExitCode> {
  const config = commandConfig();
  const database = await openDatabase({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl });
  try {
    const migrations = await migrate(database.adminUrl);
    await settleInCluster(database.adminUrl);
    await database.embedded?.enableLogins();
    await answer(options, { migrations }, () =>
      migrations.length > 0
        ? `${migrations.length} migration(s) run: ${migrations.join(', ')}\n`
        : 'The schema is up to date.\n',
    );
    return 0;
  } finally {
    await database.release();
  }
}
