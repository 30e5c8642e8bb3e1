import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations';
import { migrateQueueSchema, QUEUE_SCHEMA } from '../queue/queues';
import { dataSourceOptions } from './data-source';

/** Any number, the same everywhere: two migrations at once wait for one another. */
const MIGRATION_LOCK = 7_201_841;

async function adminDataSource(adminUrl: string): Promise<DataSource> {
  const options = dataSourceOptions(adminUrl, { application: 'cairn-migrate', connections: 3 });
  return new DataSource({ ...options, migrations, migrationsTransactionMode: 'each' } as typeof options).initialize();
}

/** Brings the schema to the present version; answers the names of the migrations that were run. */
export async function migrate(adminUrl: string): Promise<string[]> {
  const dataSource = await adminDataSource(adminUrl);
  const guard = dataSource.createQueryRunner();
  try {
    await guard.query(`SELECT pg_advisory_lock($1)`, [MIGRATION_LOCK]);
    const run = await dataSource.runMigrations({ transaction: 'each' });
    await migrateQueueSchema(adminUrl);
    await grantQueueSchema(dataSource);
    return run.map(({ name }) => name);
  } finally {
    await guard.query(`SELECT pg_advisory_unlock($1)`, [MIGRATION_LOCK]).catch(() => undefined);
    await guard.release();
    await dataSource.destroy();
  }
}

/** Takes the newest migration back. */
export async function revertLast(adminUrl: string): Promise<void> {
  const dataSource = await adminDataSource(adminUrl);
  try {
    await dataSource.undoLastMigration({ transaction: 'each' });
  } finally {
    await dataSource.destroy();
  }
}

/** Names of migrations the database lacks; a command that is not alone refuses to go on when there are any. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const dataSource = await new DataSource(
    dataSourceOptions(url, { application: 'cairn-check', connections: 1 }),
  ).initialize();
  try {
    const [{ exists }] = (await dataSource.query(`SELECT to_regclass('public.migrations') IS NOT NULL AS exists`)) as [
      { exists: boolean },
    ];
    const done = exists
      ? ((await dataSource.query(`SELECT name FROM migrations`)) as { name: string }[]).map(({ name }) => name)
      : [];
    return migrations.map(({ name }) => name).filter((name) => !done.includes(name));
  } finally {
    await dataSource.destroy();
  }
}

/** BullMQ's tables are the migrator's; the serving roles use them and cannot change them. */
async function grantQueueSchema(dataSource: DataSource): Promise<void> {
  for (const right of [
    `USAGE ON SCHEMA ${QUEUE_SCHEMA}`,
    `SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA}`,
    `USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA}`,
    `EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA}`,
  ])
    await dataSource.query(`GRANT ${right} TO cairn_app, cairn_worker`);
  // They make a sequence at the first job of a queue and temporary tables, which the serving roles may not do themselves.
  for (const creating of ['next_job_id(text)', 'add_jobs_bulk(text, jsonb)'])
    await dataSource.query(`ALTER FUNCTION ${QUEUE_SCHEMA}.${creating} SECURITY DEFINER`);
}
