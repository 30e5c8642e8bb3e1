import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

/** argon2id, 64 MiB, 3 passes: about 60 ms on our reference machine. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;

const common = [
  'password',
  '123456',
  'qwerty',
  'letmein',
  'welcome',
  'iloveyou',
  'administrator',
  'cairn',
  'contactpoint',
  'missing',
];

/** At least 15 characters, no rules of composition, and not a common word stretched (NIST SP 800-63B-4). */
export const newPassword = z
  .string()
  .min(15, { error: 'access.password-short' })
  .max(128, { error: 'access.password-long' })
  .refine((text) => !isWeak(text), { error: 'access.password-common' });

function isWeak(text: string): boolean {
  const folded = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (new Set(text).size < 5) return true;
  const rest = common.reduce((text, word) => text.replaceAll(word, ''), folded);
  return rest !== folded && rest.length < 6;
}

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Takes the same time whether or not there is such a user, so that addresses cannot be probed. */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no user has this password');
  const matches = await verify(storedHash ?? (await decoy), password);
  return storedHash !== null && matches;
}
