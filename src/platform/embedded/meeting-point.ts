import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { giveToOwnerOfFolder } from './account';
import { FolderLock } from './folder-lock';
import { Users } from './users';

/** Where the processes that share one embedded database meet: the lock, the list of users, the papers about the server. */
export class MeetingPoint {
  readonly folder: string;
  readonly lock: FolderLock;
  readonly users: Users;

  /** `dataFolder` must exist. */
  constructor(readonly dataFolder: string) {
    this.folder = join(dataFolder, 'embedded');
    this.lock = new FolderLock(join(this.folder, 'lock'));
    this.users = new Users(join(this.folder, 'users'));
  }

  get logFile(): string {
    return join(this.folder, 'postgres.log');
  }

  get watchdogFile(): string {
    return join(this.folder, 'watchdog.json');
  }

  /** The data folder and, in it, the meeting point; nobody else may list either. */
  static open(dataFolder: string): MeetingPoint {
    makeFolder(dataFolder);
    const point = new MeetingPoint(realpathSync(dataFolder));
    makeFolder(point.folder);
    makeFolder(join(point.folder, 'users'));
    return point;
  }
}

function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const first = mkdirSync(path, { recursive: true, mode: 0o700 });
  // Null when another process made it between the two lines; then it is that process that gives it away.
  if (first !== undefined) giveToOwnerOfFolder(path);
}
