import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, isProcessMark, ownMark, type ProcessMark } from './process-mark';

/** Who uses the database of this folder now: one small file for each, so that nobody rewrites another's entry. */
export class Users {
  constructor(private readonly folder: string) {}

  /** Call it under the lock of the folder. Returns the name of the entry. */
  async join(): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    const entry = `${process.pid}-${randomUUID()}`;
    const draft = join(this.folder, `${entry}.draft`);
    await writeFile(draft, JSON.stringify(ownMark()), { mode: 0o644 });
    await rename(draft, join(this.folder, `${entry}.json`));
    return entry;
  }

  /** Call it under the lock of the folder. */
  async leave(entry: string): Promise<void> {
    await rm(join(this.folder, `${entry}.json`), { force: true });
  }

  /** Removes entries whose process is gone, and drafts; call it under the lock of the folder. */
  async sweep(): Promise<void> {
    const alive = new Set(this.alive().map(({ entry }) => `${entry}.json`));
    for (const name of this.names()) if (!alive.has(name)) await rm(join(this.folder, name), { force: true });
  }

  alive(): { entry: string; mark: ProcessMark }[] {
    return this.names().flatMap((name) => {
      const mark = this.read(name);
      return mark !== null && isAlive(mark) ? [{ entry: name.slice(0, -'.json'.length), mark }] : [];
    });
  }

  private names(): string[] {
    try {
      return readdirSync(this.folder);
    } catch {
      return [];
    }
  }

  private read(name: string): ProcessMark | null {
    if (!name.endsWith('.json')) return null;
    try {
      const parsed: unknown = JSON.parse(readFileSync(join(this.folder, name), 'utf8'));
      return isProcessMark(parsed) ? parsed : null;
    } catch {
      return null;
    }
  }
}
