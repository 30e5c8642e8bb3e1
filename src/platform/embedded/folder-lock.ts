import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, readdir, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, isProcessMark, ownMark, type ProcessMark } from './process-mark';

/** As long as a first start on a slow disk, or a migration, may keep the others waiting. */
const PATIENCE_MS = 300_000;
const LEFTOVER_AGE_MS = 3_600_000;

/** The folder stayed locked by a live process for longer than anything should take. */
export class FolderLockedError extends Error {
  constructor(
    readonly file: string,
    readonly holderPid: number | null,
  ) {
    super(`Process ${holderPid ?? 'unknown'} holds ${file} and does not let go of it`);
  }
}

/**
 * One process at a time, by a file that tells who holds it.
 *
 * The file appears with its content in one step (`link`), so there is no moment at which it is half written; what
 * cannot be read is therefore damage, and counts as a dead holder's. A dead holder's file may be removed only by the
 * one process that holds the lock named after exactly that content, and that process looks again before it removes it:
 * two that find the same dead holder can never remove each other's new lock. Whoever dies while removing leaves a
 * dead holder's lock one level down, which is dealt with in the same way.
 */
export class FolderLock {
  private readonly inside = new AsyncLocalStorage<true>();

  constructor(
    private readonly file: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** Runs `work` alone. Inside it, further calls on the same lock run at once. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside.getStore()) return work();
    await this.acquire();
    try {
      return await this.inside.run(true, work);
    } finally {
      await rm(this.file, { force: true });
    }
  }

  private async acquire(): Promise<void> {
    const deadline = Date.now() + this.patienceMs;
    await mkdir(dirname(this.file), { recursive: true });
    while (!(await claim(this.file))) {
      await removeIfHolderDied(this.file);
      if (Date.now() > deadline)
        throw new FolderLockedError(this.file, holderOf(await contentOf(this.file))?.pid ?? null);
      await delay(10 + Math.random() * 30);
    }
    await sweepLeftovers(this.file);
  }
}

async function claim(file: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}.draft`;
  await writeFile(draft, JSON.stringify({ ...ownMark(), nonce: randomUUID() }), { mode: 0o644, flag: 'wx' });
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function removeIfHolderDied(file: string): Promise<void> {
  const content = await contentOf(file);
  if (content === null) return;
  const holder = holderOf(content);
  if (holder !== null && isAlive(holder)) return;
  const right = `${file}.${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
  if (!(await claim(right))) return removeIfHolderDied(right);
  try {
    if ((await contentOf(file)) === content) await unlink(file);
  } finally {
    await rm(right, { force: true });
  }
}

async function contentOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function holderOf(content: string | null): ProcessMark | null {
  try {
    const parsed: unknown = JSON.parse(content ?? 'null');
    return isProcessMark(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Drafts of processes that were killed between writing and linking; an hour is far beyond the life of a draft in use. */
async function sweepLeftovers(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(file)}.`) || !name.endsWith('.draft')) continue;
    const path = join(folder, name);
    const age = await stat(path).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > LEFTOVER_AGE_MS) await rm(path, { force: true });
  }
}
