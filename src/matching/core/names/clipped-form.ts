import { isVowel } from './phones';

/** How one word may be a clipped form of the other: its beginning kept (Maddison, Maddie) or its end (Egbert, Bert). */
export type Clipping = 'beginning' | 'end' | 'none';

const LEAST_PHONES = 2;

/**
 * Tells clipped forms by rule: all phones of the shorter word but its final vowels are the first, or the last, of the
 * longer one. Pet names are made like this in most languages of Europe and by Arabic, so no table can be complete.
 */
export function clippingOf(a: Uint8Array, b: Uint8Array): Clipping {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const stem = withoutFinalVowels(short);
  if (stem < LEAST_PHONES || stem > long.length - 1) return 'none';
  if (startsWith(long, short, stem, 0)) return 'beginning';
  const longStem = withoutFinalVowels(long);
  return longStem > stem && startsWith(long, short, stem, longStem - stem) ? 'end' : 'none';
}

function withoutFinalVowels(codes: Uint8Array): number {
  let length = codes.length;
  while (length > 0 && (isVowel[codes[length - 1]!] || false)) length--;
  return length;
}

function startsWith(long: Uint8Array, short: Uint8Array, stem: number, from: number): boolean {
  for (let at = 0; at < stem; at++) if (long[from + at] !== short[at]) return false;
  return true;
}
