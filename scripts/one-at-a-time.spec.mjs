import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { oneAtATime } from './one-at-a-time.mjs';

describe('two set-ups at once', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cairn-setup-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('wait for one another', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, (inside += 1));
      await delay(20);
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => oneAtATime(join(folder, 'lock'), work)));
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: process.pid, startedAt: 'another life' })],
    ['nobody who can be read', 'x'],
  ])('do not wait for %s', async (_, content) => {
    writeFileSync(join(folder, 'lock'), content);
    await expect(oneAtATime(join(folder, 'lock'), () => 'in')).resolves.toBe('in');
  });

  it('let go when the work fails', async () => {
    const fail = () => Promise.reject(new Error('no'));
    await expect(oneAtATime(join(folder, 'lock'), fail)).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });
});
