import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { giveToOwnerOfFolder, type Account } from './account';
import type { Binaries } from './binaries';
import { environment } from './cluster';
import { isAlive, markOf, type ProcessMark } from './process-mark';

export interface RunningServer {
  readonly mark: ProcessMark;
  readonly port: number;
  readonly isReady: boolean;
}

/** PostgreSQL ended while it was starting; its last words are in the message. */
export class ServerStartError extends Error {
  constructor(lastWords: string, logFile: string) {
    super(`PostgreSQL did not start: ${lastWords.trim() || 'it said nothing'} (${logFile})`);
  }
}

/** Crash recovery after a power cut may take minutes. It is alive meanwhile, and says so in its file. */
const RECOVERY_PATIENCE_MS = 600_000;
const RETRY_PATIENCE_MS = 60_000;
const FAST_STOP_MS = 8_000;
const LOG_LIMIT_BYTES = 20_000_000;

/**
 * Given at each start rather than written to a file once, so that an older folder gets what this version needs.
 * The log leaves out statements and details, for both may hold what a family told.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '300',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_line_prefix: '%m [%p] ',
};

/** What the next attempt may find mended: another took the port or is just starting, or sessions of a killed server still end. */
const PASSING_TROUBLE = /could not bind|already in use|lock file "postmaster.pid"|pre-existing shared memory/i;

/** The server of this cluster, from the file that PostgreSQL itself keeps there; null when none lives. */
export function findServer(cluster: string): RunningServer | null {
  const file = join(cluster, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const mark = markOf(Number(lines[0]));
  if (mark === null || !worksIn(mark.pid, cluster)) return null;
  return { mark, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** Starts the server, or waits for the one that somebody else left starting. Call it under the lock of the folder. */
export async function startServer(
  cluster: string,
  binaries: Binaries,
  account: Account,
  logFile: string,
  choosePort: () => Promise<number> = freePort,
): Promise<RunningServer> {
  const lastPort = lastPortOf(cluster);
  let isFirst = true;
  const deadline = Date.now() + RETRY_PATIENCE_MS;
  for (;;) {
    const found = await readyServer(cluster);
    if (found !== null) return found;
    const lastWords = await attempt(
      cluster,
      binaries,
      account,
      logFile,
      isFirst && lastPort !== null ? lastPort : await choosePort(),
    );
    isFirst = false;
    if (lastWords === null) continue;
    if (!PASSING_TROUBLE.test(lastWords) || Date.now() > deadline) throw new ServerStartError(lastWords, logFile);
    await delay(200);
  }
}

/** The port of the time before: whoever outlived a crash of the server finds it again there. */
function lastPortOf(cluster: string): number | null {
  try {
    // PostgreSQL leaves the command line of its last start in this file.
    const found = /"port=(\d+)"/.exec(readFileSync(join(cluster, 'postmaster.opts'), 'utf8'));
    return found === null ? null : Number(found[1]);
  } catch {
    return null;
  }
}

/** Ends all sessions and writes everything down; if that hangs, breaks off: what was committed is in the log then. */
export async function stopServer(server: ProcessMark): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(server)) return;
    try {
      process.kill(server.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    const deadline = Date.now() + FAST_STOP_MS;
    while (isAlive(server) && Date.now() < deadline) await delay(10);
  }
}

async function readyServer(cluster: string): Promise<RunningServer | null> {
  const deadline = Date.now() + RECOVERY_PATIENCE_MS;
  for (;;) {
    const server = findServer(cluster);
    if (server === null || server.isReady) return server;
    if (Date.now() > deadline) throw new Error(`PostgreSQL (pid ${server.mark.pid}) has been starting for 10 minutes`);
    await delay(10);
  }
}

/** One start. Null when a server is up; else what it said before it ended. */
async function attempt(
  cluster: string,
  binaries: Binaries,
  account: Account,
  logFile: string,
  port: number,
): Promise<string | null> {
  removeForeignPidFile(cluster);
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  giveToOwnerOfFolder(logFile);
  const logStart = statSync(logFile).size;
  const settings = Object.entries({ ...SETTINGS, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // Detached is a session of its own: a Ctrl-C in the terminal must not reach the server before those who use it.
  const child = spawn(binaries.postgres, ['-D', cluster, ...settings], {
    ...account,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let hasEnded = false;
  let fault: Error | undefined;
  child.once('exit', () => (hasEnded = true));
  child.once('error', (error) => {
    fault = error;
    hasEnded = true;
  });
  while (!hasEnded) {
    const server = findServer(cluster);
    if (server?.isReady && server.mark.pid === child.pid) break;
    await delay(10);
  }
  child.removeAllListeners();
  child.unref();
  if (!hasEnded) return null;
  return fault?.message ?? readFileSync(logFile).subarray(logStart).toString('utf8');
}

/**
 * After a crash the pid in the file may by now be somebody else's, and PostgreSQL, which cannot tell, would refuse to
 * start. A pid that nobody has is left to PostgreSQL: it then also looks for sessions that outlived their server.
 */
function removeForeignPidFile(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!Number.isSafeInteger(pid) || (markOf(pid) !== null && !worksIn(pid, cluster))) rmSync(file, { force: true });
}

/** Is this process the server of this cluster? From its command line, which, unlike its folder, everybody may read. */
function worksIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true;
  let words: string[];
  try {
    words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    // Alive, but hidden from us: rather wait for it in vain than start a second server on its files.
    return true;
  }
  const folder = words[words.indexOf('-D') + 1];
  return basename(words[0] ?? '') === 'postgres' && folder !== undefined && isSameFolder(folder, cluster);
}

function isSameFolder(a: string, b: string): boolean {
  if (a === b) return true;
  try {
    const [left, right] = [statSync(a), statSync(b)];
    return left.ino === right.ino && left.dev === right.dev;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
