import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const keyFile = z.strictObject({
  version: z.literal(1),
  /** Base64 of 32 random bytes. Losing this file loses every sealed value: back it up apart from the database. */
  root: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
});

/** The key file is missing where data exist, unreadable, open to others, or holds a weak key. */
export class KeyFileError extends Error {}

/**
 * The keys of this desk. From the root in the key file one key is derived for each country and data class
 * (HKDF-SHA-256, RFC 5869); it wraps the keys of cases, which seal the values.
 */
export class KeyRing {
  private readonly derived = new Map<string, Buffer>();

  private constructor(private readonly root: Buffer) {}

  /** Reads the key file; makes one on the first start of an empty desk. */
  static fromFile(file: string, how: { readonly mayCreate: boolean }): KeyRing {
    if (!existsSync(file)) {
      if (!how.mayCreate)
        throw new KeyFileError(`There is no key file at ${file}; without it nothing sealed can be read`);
      mkdirSync(path.dirname(file), { recursive: true });
      const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
      writeFileSync(draft, JSON.stringify({ version: 1, root: randomBytes(32).toString('base64') }), { mode: 0o600 });
      // A link fails where another process was first, so two starts at once cannot replace each other's key.
      try {
        linkSync(draft, file);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      } finally {
        rmSync(draft);
      }
      chmodSync(file, 0o600);
    }
    if ((statSync(file).mode & 0o077) !== 0)
      throw new KeyFileError(`The key file ${file} is open to other users (chmod 600)`);
    let root: Buffer;
    try {
      root = Buffer.from(keyFile.parse(JSON.parse(readFileSync(file, 'utf8'))).root, 'base64');
    } catch {
      throw new KeyFileError(`The key file ${file} cannot be read as one`);
    }
    if (new Set(root).size < 8) throw new KeyFileError(`The key in ${file} is too weak`);
    return new KeyRing(root);
  }

  static fromRoot(root: Buffer): KeyRing {
    return new KeyRing(root);
  }

  /** The key that wraps the case keys of one country and data class. */
  wrappingKey(country: string, dataClass: string): Buffer {
    return this.derive(`wrap|${country}|${dataClass}`);
  }

  /** A key for blind indexes and signatures, one for each purpose. */
  purposeKey(purpose: string): Buffer {
    return this.derive(`purpose|${purpose}`);
  }

  /** Names the root without showing it, to tell a wrong key file from a damaged value. */
  get fingerprint(): string {
    return createHash('sha256').update('cairn key fingerprint').update(this.root).digest('hex').slice(0, 16);
  }

  private derive(info: string): Buffer {
    let key = this.derived.get(info);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.root, Buffer.alloc(0), info, 32));
      this.derived.set(info, key);
    }
    return key;
  }
}
