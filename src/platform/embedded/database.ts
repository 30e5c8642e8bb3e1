import { resolve } from 'node:path';
import { openEmbeddedDatabase, withRole, type EmbeddedLease } from './embedded-database';

/** What the configuration knows about the database; without `databaseUrl` it is the embedded one. */
export interface DatabaseChoice {
  readonly dataFolder: string;
  readonly databaseUrl?: string | undefined;
  readonly databaseAppUrl?: string | undefined;
  readonly databaseWorkerUrl?: string | undefined;
  readonly databaseMigratorUrl?: string | undefined;
  /** For the embedded database: called when nobody else is in, before anybody can come in. For migrations. */
  readonly whenAlone?: (lease: EmbeddedLease) => Promise<void>;
}

/** Where each role connects to. */
export interface OpenedDatabase {
  readonly adminUrl: string;
  readonly migratorUrl: string;
  readonly appUrl: string;
  readonly workerUrl: string;
  /** Null when the database is somebody else's server. */
  readonly embedded: EmbeddedLease | null;
  release(): Promise<void>;
}

/**
 * The database that the configuration names, or the embedded one. With `DATABASE_URL` alone its login steps down to
 * Cairn's role at the start of each session; an operator who gives each process a login of its own sets the other URLs.
 * The embedded URLs of app and worker can be read only once it is migrated (`RoleNotReadyError` before).
 */
export async function openDatabase(choice: DatabaseChoice): Promise<OpenedDatabase> {
  const { databaseUrl } = choice;
  if (databaseUrl !== undefined && databaseUrl !== '') {
    return {
      adminUrl: databaseUrl,
      migratorUrl: choice.databaseMigratorUrl || withRole(databaseUrl, 'cairn_migrator'),
      appUrl: choice.databaseAppUrl || withRole(databaseUrl, 'cairn_app'),
      workerUrl: choice.databaseWorkerUrl || withRole(databaseUrl, 'cairn_worker'),
      embedded: null,
      release: () => Promise.resolve(),
    };
  }
  const lease = await openEmbeddedDatabase(choice);
  return {
    adminUrl: lease.adminUrl,
    migratorUrl: lease.urlFor('cairn_migrator'),
    get appUrl() {
      return lease.urlFor('cairn_app');
    },
    get workerUrl() {
      return lease.urlFor('cairn_worker');
    },
    embedded: lease,
    release: () => lease.release(),
  };
}

/** The data folder as an absolute path: a relative one is meant from where the caller typed the command. */
export function dataFolderFrom(env: Readonly<Record<string, string | undefined>>, cwd: string = process.cwd()): string {
  return resolve(env['INIT_CWD'] || cwd, env['CAIRN_DATA'] || '.cairn');
}
