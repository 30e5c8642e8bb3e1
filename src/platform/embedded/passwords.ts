import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveToOwnerOfFolder } from './account';

/** The roles that log in. `postgres` is the superuser of the embedded server. */
export type LoginRole = 'postgres' | 'cairn_app' | 'cairn_worker';

/** The passwords of the embedded server, made here and written nowhere else: a file that only its owner reads. */
export class Passwords {
  private readonly file: string;

  constructor(folder: string) {
    this.file = join(folder, 'passwords.json');
  }

  of(role: LoginRole): string | null {
    return this.all()[role] ?? null;
  }

  /** The password of that role, made now if there is none; call it under the lock of the folder. */
  make(role: LoginRole): string {
    const known = this.of(role);
    if (known !== null) return known;
    const password = randomBytes(24).toString('base64url');
    const draft = `${this.file}.draft`;
    rmSync(draft, { force: true });
    writeFileSync(draft, `${JSON.stringify({ ...this.all(), [role]: password }, null, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
    giveToOwnerOfFolder(draft);
    renameSync(draft, this.file);
    return password;
  }

  private all(): Partial<Record<LoginRole, string>> {
    if (!existsSync(this.file)) return {};
    return JSON.parse(readFileSync(this.file, 'utf8')) as Partial<Record<LoginRole, string>>;
  }
}
