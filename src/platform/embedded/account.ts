import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Under whom PostgreSQL runs; null means as ourselves. */
export type Account = { readonly uid: number; readonly gid: number } | null;

/** PostgreSQL refuses to run as root, and no account fit for it was found on this machine. */
export class NoAccountError extends Error {
  constructor() {
    super(
      'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor a user "nobody". Run Cairn as an ordinary user.',
    );
  }
}

/**
 * Root lends PostgreSQL an account that exists already; none is created. Data that belong to an ordinary user stay
 * that user's, so that running a command once as root does not lock the user out.
 */
export function accountFor(...existing: readonly string[]): Account {
  if (process.getuid?.() !== 0) return null;
  for (const path of existing) {
    const owner = ownerOf(path);
    if (owner !== null && owner.uid !== 0) return owner;
  }
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (account === null) throw new NoAccountError();
  return account;
}

/** Asks the operating system, as that account: rules beyond the mode bits (access lists, mounts) count as well. */
export function canUse(account: Account, path: string, ...tests: readonly ('-r' | '-x' | '-w')[]): boolean {
  const script = tests.map((test) => `test ${test} "$1"`).join(' && ');
  const asked = spawnSync('/bin/sh', ['-c', script, 'sh', path], { ...account, cwd: '/', stdio: 'ignore' });
  return asked.status === 0;
}

/** What root makes in an ordinary user's folder is to be that user's, who could not use the folder otherwise. */
export function giveToOwnerOfFolder(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  chownSync(path, uid, gid);
}

function ownerOf(path: string): Account {
  try {
    const { uid, gid } = statSync(path);
    return { uid, gid };
  } catch {
    return null;
  }
}

function accountNamed(name: string): Account {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    const account = { uid: ask('-u'), gid: ask('-g') };
    return account.uid > 0 && Number.isSafeInteger(account.gid) ? account : null;
  } catch {
    return null;
  }
}
