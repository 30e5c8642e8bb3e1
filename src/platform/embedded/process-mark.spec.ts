import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isAlive, isProcessMark, markOf, ownMark } from './process-mark';

describe('the mark of a process', () => {
  it('is alive as long as the process, and dead after it', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const mark = markOf(child.pid!)!;
    expect(isAlive(mark)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(mark)).toBe(false);
  });

  it('does not take a process that got the same pid later for the one it marks', () => {
    expect(isAlive(ownMark())).toBe(true);
    expect(isAlive({ pid: process.pid, startedAt: `${ownMark().startedAt}0` })).toBe(false);
  });

  it('counts a process that ended and was not buried as dead', async () => {
    // The shell starts a child that ends at once, and becomes a program that never asks how it ended.
    const shell = spawn('/bin/sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = (await once(shell.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    try {
      const deadline = Date.now() + 5000;
      while (markOf(pid) !== null && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
      expect(() => process.kill(pid, 0)).not.toThrow();
      expect(markOf(pid)).toBeNull();
    } finally {
      shell.kill('SIGKILL');
    }
  });

  it.each([null, 'x', {}, { pid: '1', startedAt: 'a' }, { pid: -1, startedAt: 'a' }, { pid: 1 }])(
    'is not read out of %j',
    (value) => {
      expect(isProcessMark(value)).toBe(false);
    },
  );
});
