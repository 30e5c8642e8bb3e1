/**
 * One process at a time, before there is a build whose lock (src/platform/embedded/folder-lock.ts) could be used.
 * The same rule, in short: the file appears whole by `link`; a dead holder's file is removed only by who holds the lock
 * named after its content, and who looks again before.
 */
import { createHash, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Runs `work` while no other process runs any under the same file; `onWait` is called once if that takes a while. */
export async function oneAtATime(file, work, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true });
  for (let turn = 0; !claim(file); turn++) {
    removeIfHolderDied(file);
    if (turn === 10) onWait();
    await delay(100 + Math.random() * 50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function claim(file) {
  const draft = `${file}.${randomUUID()}.draft`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid), nonce: randomUUID() }));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfHolderDied(file) {
  const content = read(file);
  if (content === null || isHeld(content)) return;
  const right = `${file}.${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
  if (!claim(right)) return removeIfHolderDied(right);
  try {
    if (read(file) === content) rmSync(file, { force: true });
  } finally {
    rmSync(right, { force: true });
  }
}

function isHeld(content) {
  try {
    const { pid, startedAt } = JSON.parse(content);
    return startOf(pid) === startedAt;
  } catch {
    return false;
  }
}

/** When that process started; null when it is gone. Without /proc all that can be told is whether the pid is in use. */
function startOf(pid) {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0) && 'running';
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' ? null : `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
