import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FolderLock, FolderLockedError } from './folder-lock';
import { ownMark } from './process-mark';

describe('the lock of a folder', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-lock-'));
    file = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const dead = JSON.stringify({ pid: process.pid, startedAt: 'another life', nonce: 'a' });

  it('lets one in at a time, and all in the end', async () => {
    let inside = 0;
    let most = 0;
    let turns = 0;
    const visit = () =>
      new FolderLock(file).run(async () => {
        most = Math.max(most, (inside += 1));
        await delay(2);
        inside -= 1;
        turns += 1;
      });
    await Promise.all(Array.from({ length: 12 }, visit));
    expect({ most, turns }).toEqual({ most: 1, turns: 12 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is let go when the work fails', async () => {
    const lock = new FolderLock(file);
    await expect(lock.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(lock.run(() => Promise.resolve(1))).resolves.toBe(1);
  });

  it('may be taken again by who holds it', async () => {
    const lock = new FolderLock(file);
    await expect(lock.run(() => lock.run(() => Promise.resolve('inner')))).resolves.toBe('inner');
  });

  it.each([
    ['of a process whose pid is another process by now', dead],
    ['with nothing in it', ''],
    ['with half of a text in it', '{"pid":12,"star'],
    ['with something else in it', '[]'],
  ])('is taken over when it is %s', async (_, content) => {
    writeFileSync(file, content);
    await expect(new FolderLock(file).run(() => Promise.resolve('in'))).resolves.toBe('in');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over once by many who find the same dead holder', async () => {
    writeFileSync(file, dead);
    let inside = 0;
    let most = 0;
    const visit = () =>
      new FolderLock(file).run(async () => {
        most = Math.max(most, (inside += 1));
        await delay(5);
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 20 }, visit));
    expect(most).toBe(1);
  });

  it('is taken over although somebody died while taking it over', async () => {
    writeFileSync(file, dead);
    const { createHash } = await import('node:crypto');
    const right = `${file}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`;
    writeFileSync(right, JSON.stringify({ pid: process.pid, startedAt: 'yet another life', nonce: 'b' }));
    await expect(new FolderLock(file).run(() => Promise.resolve('in'))).resolves.toBe('in');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stays with a live holder, however long, and says who it is', async () => {
    const held = JSON.stringify({ ...ownMark(), nonce: 'c' });
    writeFileSync(file, held);
    const late = new FolderLock(file, 200).run(() => Promise.resolve('in'));
    await expect(late).rejects.toThrow(FolderLockedError);
    await expect(late).rejects.toThrow(String(process.pid));
    expect(readFileSync(file, 'utf8')).toBe(held);
  });
});
