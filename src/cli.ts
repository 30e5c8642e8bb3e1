import { Command } from 'commander';
import { openDatabase, Config, migrate } from './platform';

/** The `cairn` command: everything an operator needs without a browser. */
const program = new Command('cairn').description('Cairn: the search for missing migrants, on the command line');

program
  .command('migrate')
  .description('bring the database to the present schema')
  .action(async () => {
    const config = Config.from(process.env);
    const database = await openDatabase({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl });
    try {
      const run = await migrate(database.adminUrl);
      await database.embedded?.enableLogins();
      process.stdout.write(
        run.length > 0 ? `${run.length} migration(s) run: ${run.join(', ')}\n` : 'The schema is up to date.\n',
      );
    } finally {
      await database.release();
    }
  });

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
