import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** A sealed value was altered, moved to another row, or is opened with another key. */
export class SealBrokenError extends Error {
  constructor(readonly where: string) {
    super(`A sealed value of ${where} cannot be opened`);
  }
}

/** Seals bytes by AES-256-GCM: version (1 byte), nonce (12), tag (16), ciphertext. `where` is bound in, so a value opens in its own row only. */
export function sealBytes(key: Buffer, where: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(where));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
}

export function openBytes(key: Buffer, where: string, sealed: Buffer): Buffer {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== VERSION) throw new SealBrokenError(where);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE));
  decipher.setAAD(Buffer.from(where));
  decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]);
  } catch {
    throw new SealBrokenError(where);
  }
}
