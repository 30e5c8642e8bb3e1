import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canUse, type Account } from './account';

/** Where root keeps what the account of PostgreSQL could not reach below a closed folder such as /root. */
export const SYSTEM_HOME = '/var/lib/cairn';

/** The database of this folder lies elsewhere, and is not there any more; an empty one in its place would hide the loss. */
export class DatabaseMissingError extends Error {
  constructor(pointer: string, home: string) {
    super(
      `${pointer} says that the database lies in ${home}, but there is none. Restore it, or remove that file to begin anew.`,
    );
  }
}

/**
 * The folder in which the cluster lies: the data folder itself, or, when the account of PostgreSQL cannot pass through
 * the folders above it, one in /var/lib/cairn to which a file `database-is-in` points. Call it under the lock.
 */
export async function findHome(dataFolder: string, account: Account): Promise<string> {
  const pointer = pointerIn(dataFolder);
  const pointed = pointedHome(dataFolder);
  if (pointed !== null) {
    if (!existsSync(pointed)) throw new DatabaseMissingError(pointer, pointed);
    return pointed;
  }
  if (account === null || canPass(dataFolder, account)) return dataFolder;
  const home = await newSystemFolder(dataFolder);
  await writeFile(`${pointer}.draft`, `${home}\n`, { mode: 0o644 });
  await rename(`${pointer}.draft`, pointer);
  return home;
}

export function pointedHome(dataFolder: string): string | null {
  return existsSync(pointerIn(dataFolder)) ? readFileSync(pointerIn(dataFolder), 'utf8').trim() : null;
}

function pointerIn(dataFolder: string): string {
  return join(dataFolder, 'database-is-in');
}

/** /var/lib/cairn, which only root may change: what runs from there runs for root. */
export async function prepareSystemHome(): Promise<void> {
  await mkdir(SYSTEM_HOME, { recursive: true, mode: 0o755 });
  const found = lstatSync(SYSTEM_HOME);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    throw new Error(`${SYSTEM_HOME} must be a folder that belongs to root and that nobody else may write to`);
  }
  if ((found.mode & 0o011) !== 0o011) await chmod(SYSTEM_HOME, found.mode | 0o011);
}

/** Lets the account's group pass through (not list) our own folder, when only that is in the way. */
function canPass(dataFolder: string, account: NonNullable<Account>): boolean {
  if (canUse(account, dataFolder, '-x')) return true;
  const found = statSync(dataFolder);
  if (found.uid !== 0 || (found.mode & 0o070) !== 0 || !canUse(account, join(dataFolder, '..'), '-x')) return false;
  chownSync(dataFolder, 0, account.gid);
  chmodSync(dataFolder, (found.mode & 0o7777) | 0o010);
  return canUse(account, dataFolder, '-x');
}

async function newSystemFolder(dataFolder: string): Promise<string> {
  await prepareSystemHome();
  const origin = realpathSync(dataFolder);
  const hash = createHash('sha256').update(origin).digest('hex').slice(0, 16);
  // A folder of that name belongs to an earlier clone at the same place. Its keys are gone with the clone, but its data
  // are not ours to take over or to delete.
  for (let turn = 1; ; turn++) {
    const home = join(SYSTEM_HOME, turn === 1 ? hash : `${hash}-${turn}`);
    if (existsSync(home)) continue;
    await mkdir(home);
    await chmod(home, 0o711);
    await writeFile(join(home, 'belongs-to'), `${origin}\n`);
    return home;
  }
}
