import { existsSync } from 'node:fs';
import path from 'node:path';
import { settleInCluster } from './moved-database';
import {
  type Config,
  KeyRing,
  migrate,
  openDatabase,
  openDataSource,
  type OpenedDatabase,
  pendingMigrations,
  type PlatformResources,
} from './platform';

/** The database lacks migrations, and others are using it now. */
export class SchemaDiffersError extends Error {
  constructor(pending: readonly string[]) {
    super(
      `The database needs ${pending.length} migration(s) (${pending[0]} …), and this process is not alone on it. ` +
        `Nothing was changed. Stop the others, or run "cairn migrate".`,
    );
  }
}

/** A process's hold on the desk: its database, keys and queue, until it is released. */
export interface Desk {
  readonly resources: PlatformResources;
  readonly database: OpenedDatabase;
  release(): Promise<void>;
}

/** Opens what a process runs on. Migrates where that is safe: when nobody else uses an embedded database. */
export async function openDesk(config: Config, application: PlatformResources['application']): Promise<Desk> {
  const database = await openDatabase({
    dataFolder: config.dataFolder,
    databaseUrl: config.databaseUrl,
    databaseAppUrl: config.databaseAppUrl,
    databaseWorkerUrl: config.databaseWorkerUrl,
    // Of ten who open an empty folder at once, the first migrates before the others come in.
    whenAlone: async ({ adminUrl }) => {
      if ((await pendingMigrations(adminUrl)).length > 0) await migrate(adminUrl);
    },
  });
  try {
    await bringSchemaUpToDate(database);
    await settleInCluster(database.adminUrl);
    const isWorker = application === 'cairn-worker';
    const databaseUrl = isWorker ? database.workerUrl : database.appUrl;
    const keyFile = config.keyFile ?? path.join(config.dataFolder, 'keys.json');
    // A key made beside a database that holds sealed values could open none of them: better to stop and say so.
    const keyRing = KeyRing.fromFile(keyFile, {
      mayCreate: existsSync(keyFile) || !(await holdsSealedValues(database)),
    });
    const resources: PlatformResources = {
      config,
      databaseUrl,
      application,
      connections: application === 'cairn-api' ? 10 : 6,
      queueBackend: config.redisUrl ? { kind: 'redis', url: config.redisUrl } : { kind: 'postgres', url: databaseUrl },
      keyRing,
    };
    return { resources, database, release: () => database.release() };
  } catch (error) {
    await database.release();
    throw error;
  }
}

async function bringSchemaUpToDate(database: OpenedDatabase): Promise<void> {
  const pending = await pendingMigrations(database.adminUrl);
  if (database.embedded === null) {
    if (pending.length > 0) throw new SchemaDiffersError(pending);
    return;
  }
  if (pending.length > 0) {
    const done = await database.embedded.ifAlone(() => migrate(database.adminUrl));
    // Somebody else may have migrated while we waited for our turn.
    if (!done.alone && (await pendingMigrations(database.adminUrl)).length > 0) throw new SchemaDiffersError(pending);
  }
  await database.embedded.enableLogins();
}

async function holdsSealedValues(database: OpenedDatabase): Promise<boolean> {
  const source = await openDataSource(database.adminUrl, 'cairn-check', 1);
  try {
    const [{ holds }] = (await source.query(`SELECT EXISTS (SELECT FROM data_key) AS holds`)) as [{ holds: boolean }];
    return holds;
  } finally {
    await source.destroy();
  }
}
