import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { findAbove } from './binaries';
import { environment } from './cluster';
import type { MeetingPoint } from './meeting-point';
import { isAlive, isProcessMark, markOf, type ProcessMark } from './process-mark';

const END_PATIENCE_MS = 5000;

interface Guard extends ProcessMark {
  /** The server that it watches. */
  readonly server: ProcessMark;
}

/** Sees to it that a watchdog watches this server; call it under the lock of the folder. */
export function ensureWatchdog(point: MeetingPoint, server: ProcessMark): void {
  const present = guardOf(point);
  const isRight = present?.server.pid === server.pid && present.server.startedAt === server.startedAt;
  if (present !== null && isAlive(present) && isRight) return;
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=32', ...program(), point.dataFolder, String(server.pid), server.startedAt],
    { cwd: '/', env: environment, detached: true, stdio: 'ignore' },
  );
  // A watchdog that could not be started must not take the database with it: everything works without one, until a kill -9.
  child.on('error', () => undefined);
  child.unref();
  const mark = child.pid === undefined ? null : markOf(child.pid);
  if (mark === null) return;
  writeFileSync(`${point.watchdogFile}.draft`, JSON.stringify({ ...mark, server }));
  renameSync(`${point.watchdogFile}.draft`, point.watchdogFile);
}

/** The last one out sends it home, so that no process stays behind; call it under the lock of the folder. */
export async function dismissWatchdog(point: MeetingPoint): Promise<void> {
  const present = guardOf(point);
  await rm(point.watchdogFile, { force: true });
  if (present === null || !isAlive(present)) return;
  process.kill(present.pid, 'SIGTERM');
  const deadline = Date.now() + END_PATIENCE_MS;
  while (isAlive(present) && Date.now() < deadline) await delay(10);
}

function guardOf(point: MeetingPoint): Guard | null {
  try {
    const parsed = JSON.parse(readFileSync(point.watchdogFile, 'utf8')) as { server?: unknown };
    return isProcessMark(parsed) && isProcessMark(parsed.server) ? (parsed as Guard) : null;
  } catch {
    return null;
  }
}

/** The compiled program; in a working tree whose source is newer than the build, the source itself. */
function program(): string[] {
  const source = join('src', 'platform', 'embedded', 'watchdog.ts');
  const built = join('dist', 'src', 'platform', 'embedded', 'watchdog.js');
  const root = findAbove(built) ?? findAbove(source);
  if (root === null) throw new Error('Cairn is not built: run "npm run setup"');
  if (newestIn(join(root, source, '..'), '.ts') > newestIn(join(root, built, '..'), '.js')) {
    const loader = createRequire(join(root, 'package.json')).resolve('tsx');
    return ['--import', pathToFileURL(loader).href, join(root, source)];
  }
  return [join(root, built)];
}

/** Milliseconds; 0 when there is none. */
function newestIn(folder: string, ending: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder).filter((name) => name.endsWith(ending) && !name.includes('.spec.'));
  return Math.max(0, ...files.map((name) => statSync(join(folder, name)).mtimeMs));
}
