import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account';
import type { Binaries } from './binaries';

/** The one database of the cluster. */
export const DATABASE = 'cairn';

/** The cluster was made by another major version of PostgreSQL, which this one cannot read. */
export class OtherPostgresVersionError extends Error {
  constructor(cluster: string, found: string, expected: number) {
    super(
      `${cluster} was made by PostgreSQL ${found}; this is PostgreSQL ${expected}. Export with the old version of Cairn first.`,
    );
  }
}

export const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

/**
 * Makes the cluster in `home/postgres` unless it is there. It is made beside and renamed when it is whole, so that
 * somebody who is killed in the middle leaves nothing that looks like a cluster. Call it under the lock of the folder.
 */
export async function ensureCluster(
  home: string,
  binaries: Binaries,
  account: Account,
  superuserPassword: () => string,
): Promise<string> {
  const cluster = join(home, 'postgres');
  await sweepDrafts(home);
  if (existsSync(cluster)) {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (version !== String(binaries.majorVersion))
      throw new OtherPostgresVersionError(cluster, version, binaries.majorVersion);
    return cluster;
  }
  const draft = join(home, `postgres.${randomUUID()}`);
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, superuserPassword(), { mode: 0o600, flag: 'wx' });
    if (account !== null) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
    await initialise(draft, passwordFile, binaries, account);
    await createDatabase(draft, binaries, account);
    await rename(draft, cluster);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
  return cluster;
}

/** Of somebody who was killed while making it. His initdb may still be writing; what it writes now, the next one sweeps. */
async function sweepDrafts(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith('postgres.'))
      await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Collation and case come from PostgreSQL itself (provider builtin), the same on every machine; the C library's
 * C.UTF-8 serves what still asks it, such as the letters of pg_trgm.
 */
async function initialise(draft: string, passwordFile: string, binaries: Binaries, account: Account): Promise<void> {
  await promisify(execFile)(
    binaries.initdb,
    [
      '--pgdata',
      draft,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ],
    { ...account, cwd: '/', env: environment },
  );
}

/** In single-user mode, before anybody can connect, so that a cluster in its place always holds the database. */
async function createDatabase(draft: string, binaries: Binaries, account: Account): Promise<void> {
  const single = spawn(binaries.postgres, ['--single', '-j', '-D', draft, 'postgres'], {
    ...account,
    cwd: '/',
    env: environment,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  single.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  single.stdin.end(`CREATE DATABASE ${DATABASE};\n\n`);
  const code = await new Promise<number | null>((resolve, reject) => single.on('error', reject).on('close', resolve));
  // In this mode an SQL error is only written down, and the exit code stays 0.
  if (code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(said))
    throw new Error(`PostgreSQL could not be initialised: ${said}`);
}
