import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Which process this was, for ever: a pid alone is given again to somebody else, also after a restart of the machine. */
export interface ProcessMark {
  readonly pid: number;
  /** Boot of the machine and clock ticks from it on Linux; the start as `ps` writes it elsewhere. */
  readonly startedAt: string;
}

export function isProcessMark(value: unknown): value is ProcessMark {
  if (typeof value !== 'object' || value === null) return false;
  const mark = value as Record<string, unknown>;
  return Number.isSafeInteger(mark['pid']) && (mark['pid'] as number) > 0 && typeof mark['startedAt'] === 'string';
}

/** The mark of a process that lives now; null for one that is gone or only waits to be buried (a zombie). */
export function markOf(pid: number): ProcessMark | null {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startElsewhere(pid);
  return startedAt === null ? null : { pid, startedAt };
}

let own: ProcessMark | undefined;

export function ownMark(): ProcessMark {
  own ??= markOf(process.pid) ?? { pid: process.pid, startedAt: 'unknown' };
  return own;
}

export function isAlive(mark: ProcessMark): boolean {
  const now = markOf(mark.pid);
  if (now !== null) return now.startedAt === mark.startedAt;
  // Where /proc hides other people's processes (hidepid), "not permitted" is all that we may learn: somebody is there.
  return process.platform === 'linux' && mark.pid !== process.pid && isHidden(mark.pid);
}

let boot: string | undefined;

function startOnLinux(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, and may itself hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}:${fields[19]}`;
  } catch {
    return null;
  }
}

function startElsewhere(pid: number): string | null {
  try {
    const [state, ...start] = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    })
      .trim()
      .split(/\s+/);
    return state === undefined || state.startsWith('Z') ? null : start.join(' ');
  } catch {
    return null;
  }
}

function isHidden(pid: number): boolean {
  try {
    readFileSync(`/proc/${pid}/stat`);
    return false;
  } catch {
    try {
      process.kill(pid, 0);
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  }
}
