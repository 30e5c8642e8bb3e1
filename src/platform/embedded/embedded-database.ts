import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { accountFor, type Account } from './account';
import { findBinaries } from './binaries';
import { DATABASE, ensureCluster } from './cluster';
import { dismissWatchdog, ensureWatchdog } from './guard';
import { findHome, pointedHome } from './home';
import { MeetingPoint } from './meeting-point';
import { Passwords, type LoginRole } from './passwords';
import { isAlive } from './process-mark';
import { findServer, startServer, stopServer, type RunningServer } from './server';

/** The roles that a URL can be had for. Owner and migrator never log in: the superuser steps down to them. */
export type DatabaseRole = LoginRole | 'cairn_owner' | 'cairn_migrator';

/** Migrations make the role and `enableLogins` its password; one of both has not happened yet. */
export class RoleNotReadyError extends Error {
  constructor(readonly role: DatabaseRole) {
    super(`The database role ${role} cannot log in yet: migrate first`);
  }
}

/** The right of one process to use the embedded database, from opening to release. */
export class EmbeddedLease {
  private hasLeft = false;

  constructor(
    private readonly point: MeetingPoint,
    private readonly home: string,
    private server: RunningServer,
    private readonly passwords: Passwords,
    private readonly entry: string,
  ) {}

  /** As the superuser, for migrations and tests. */
  get adminUrl(): string {
    return this.urlFor('postgres');
  }

  urlFor(role: DatabaseRole): string {
    const isLogin = role === 'postgres' || role === 'cairn_app' || role === 'cairn_worker';
    const login: LoginRole = isLogin ? role : 'postgres';
    const password = this.passwords.of(login);
    if (password === null) throw new RoleNotReadyError(role);
    const url = `postgres://${login}:${password}@127.0.0.1:${this.server.port}/${DATABASE}`;
    return isLogin ? url : withRole(url, role);
  }

  /** Lets the application's roles log in, each with a random password; call it after migrating, as often as you like. */
  async enableLogins(): Promise<void> {
    await this.point.lock.run(async () => {
      const client = new Client({ connectionString: this.adminUrl });
      await client.connect();
      try {
        for (const role of ['cairn_app', 'cairn_worker'] as const) {
          const { rows } = await client.query<{ rolcanlogin: boolean }>(
            'SELECT rolcanlogin FROM pg_roles WHERE rolname = $1',
            [role],
          );
          if (rows[0] === undefined) throw new RoleNotReadyError(role);
          if (rows[0].rolcanlogin && this.passwords.of(role) !== null) continue;
          // Letters, digits, '-' and '_' only, so it needs no quoting, which ALTER ROLE could not take as a parameter.
          await client.query(`ALTER ROLE ${role} LOGIN PASSWORD '${this.passwords.make(role)}'`);
        }
      } finally {
        await client.end();
      }
    });
  }

  /**
   * Runs `work` while nobody else uses the database and nobody can come, or says that it is not so. The process that
   * started us (the supervisor, which waits for us) is not somebody else. For migrations.
   */
  async ifAlone<T>(work: () => Promise<T>): Promise<{ alone: true; value: T } | { alone: false; others: number[] }> {
    return this.point.lock.run(async () => {
      const ours = new Set([process.pid, process.ppid]);
      const others = this.point.users.alive().flatMap(({ mark }) => (ours.has(mark.pid) ? [] : [mark.pid]));
      return others.length > 0 ? { alone: false, others } : { alone: true, value: await work() };
    });
  }

  /**
   * Starts the server again if it died under us; true if it did and now listens at another port, so that URLs given
   * out before are of no use. For the one that looks after the others.
   */
  async revive(): Promise<boolean> {
    if (this.hasLeft || isAlive(this.server.mark)) return false;
    const before = this.server.port;
    await this.point.lock.run(async () => {
      this.server = await runServer(this.point, this.home);
    });
    return this.server.port !== before;
  }

  /** Leaves; the last one out stops the server. Again is harmless. */
  async release(): Promise<void> {
    if (this.hasLeft) return;
    this.hasLeft = true;
    if (!existsSync(this.point.folder)) return stopServer(this.server.mark);
    await this.point.lock.run(() => leave(this.point, this.entry));
  }
}

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Called before anybody else can come in, when nobody is in: of ten who open an empty folder at once, one migrates. */
  readonly whenAlone?: (lease: EmbeddedLease) => Promise<void>;
  readonly choosePort?: () => Promise<number>;
}

/** Joins the embedded database of this folder; makes and starts it when nobody did. */
export async function openEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedLease> {
  const point = MeetingPoint.open(options.dataFolder);
  return point.lock.run(async () => {
    await point.users.sweep();
    // First on the list, then the rest: the watchdog, which looks at the list, must not stop what is just being started.
    const entry = await point.users.join();
    try {
      const home = await findHome(point.dataFolder, accountIn(point));
      const server = await runServer(point, home, options.choosePort);
      const lease = new EmbeddedLease(point, home, server, new Passwords(point.folder), entry);
      const { whenAlone } = options;
      if (whenAlone) await lease.ifAlone(() => whenAlone(lease));
      return lease;
    } catch (error) {
      await leave(point, entry);
      throw error;
    }
  });
}

/** Call it under the lock. Also mends an opening that failed half-way, hence it looks for the server itself. */
async function leave(point: MeetingPoint, entry: string): Promise<void> {
  await point.users.leave(entry);
  await point.users.sweep();
  if (point.users.alive().length > 0) return;
  const server = findServer(join(pointedHome(point.dataFolder) ?? point.dataFolder, 'postgres'));
  if (server !== null) await stopServer(server.mark);
  await dismissWatchdog(point);
}

/** The running server of this folder, made and started if need be, with its watchdog; call it under the lock. */
async function runServer(
  point: MeetingPoint,
  home: string,
  choosePort?: () => Promise<number>,
): Promise<RunningServer> {
  const account = accountIn(point);
  const binaries = await findBinaries(account, point.folder);
  const cluster = await ensureCluster(home, binaries, account, () => new Passwords(point.folder).make('postgres'));
  const server = await startServer(cluster, binaries, account, point.logFile, choosePort);
  ensureWatchdog(point, server.mark);
  return server;
}

function accountIn(point: MeetingPoint): Account {
  return accountFor(join(pointedHome(point.dataFolder) ?? point.dataFolder, 'postgres'), point.dataFolder);
}

/** The same connection, in which every session acts as that role from its first statement. */
export function withRole(url: string, role: string): string {
  const changed = new URL(url);
  const options = changed.searchParams.get('options');
  changed.searchParams.set('options', [options, `-c role=${role}`].filter(Boolean).join(' '));
  // Not every reader of connection strings takes '+' for a blank.
  changed.search = changed.search.replaceAll('+', '%20');
  return changed.toString();
}
