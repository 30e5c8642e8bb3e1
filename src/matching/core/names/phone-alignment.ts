import { GAP_AGAINST_ABJAD, GAP_BITS, type PhoneCosts } from './phone-costs';
import { PHONE_BITS } from './phones';

/** Phones of a word that are aligned; longer words (pasted garbage) are cut. */
export const MAX_PHONES = 40;

/** One step of the best alignment: -1 stands for a gap. */
export interface PhoneStep {
  readonly a: number;
  readonly b: number;
}

const row = new Int32Array(MAX_PHONES + 1);
const gapOfB = new Int32Array(MAX_PHONES + 1);

/**
 * Weight of the best alignment of two words, hundredths of a nat: the sum of `PhoneCosts` over its steps.
 *
 * An abjad (Arabic, Hebrew) leaves short vowels unwritten, so a vowel missing there costs little. This is the innermost
 * loop of the engine: one row of the table is kept, nothing is allocated.
 */
export function alignmentWeight(
  a: Uint8Array,
  isAbjadA: boolean,
  b: Uint8Array,
  isAbjadB: boolean,
  { substitution, gap }: PhoneCosts,
): number {
  const n = a.length;
  const m = b.length;
  // Two abjads leave out the same vowels, so nothing is excused between them.
  const againstA = isAbjadA && !isAbjadB ? GAP_AGAINST_ABJAD : 0;
  const againstB = isAbjadB && !isAbjadA ? GAP_AGAINST_ABJAD : 0;
  row[0] = 0;
  for (let j = 0; j < m; j++) {
    const place = j === 0 ? 0 : j === m - 1 ? 2 : 1;
    const cost = gap[(b[j]! << GAP_BITS) | (againstA + place)]!;
    gapOfB[j] = cost;
    row[j + 1] = row[j]! + cost;
  }
  for (let i = 0; i < n; i++) {
    const code = a[i]!;
    const place = i === 0 ? 0 : i === n - 1 ? 2 : 1;
    const gapA = gap[(code << GAP_BITS) | (againstB + place)]!;
    const base = code << PHONE_BITS;
    let diagonal: number = row[0]!;
    let left: number = diagonal + gapA;
    row[0] = left;
    for (let j = 0; j < m; j++) {
      const above = row[j + 1]!;
      let best = diagonal + substitution[base | b[j]!]!;
      const down = above + gapA;
      if (down > best) best = down;
      const right = left + gapOfB[j]!;
      if (right > best) best = right;
      diagonal = above;
      row[j + 1] = best;
      left = best;
    }
  }
  return row[m]!;
}

/** The steps of the best alignment, in order, for explaining and for fitting. */
export function alignPhones(
  a: Uint8Array,
  isAbjadA: boolean,
  b: Uint8Array,
  isAbjadB: boolean,
  costs: PhoneCosts,
): PhoneStep[] {
  const width = b.length + 1;
  const table = new Float64Array((a.length + 1) * width);
  const gapA = (i: number) => costs.gap[(a[i]! << GAP_BITS) | gapContext(i, a.length, isAbjadB && !isAbjadA)]!;
  const gapB = (j: number) => costs.gap[(b[j]! << GAP_BITS) | gapContext(j, b.length, isAbjadA && !isAbjadB)]!;
  const replace = (i: number, j: number) => costs.substitution[(a[i]! << PHONE_BITS) | b[j]!]!;
  for (let j = 0; j < b.length; j++) table[j + 1] = table[j]! + gapB(j);
  for (let i = 0; i < a.length; i++) {
    table[(i + 1) * width] = table[i * width]! + gapA(i);
    for (let j = 0; j < b.length; j++)
      table[(i + 1) * width + j + 1] = Math.max(
        table[i * width + j]! + replace(i, j),
        table[i * width + j + 1]! + gapA(i),
        table[(i + 1) * width + j]! + gapB(j),
      );
  }
  const steps: PhoneStep[] = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0;) {
    const here = table[i * width + j]!;
    if (i > 0 && j > 0 && here === table[(i - 1) * width + j - 1]! + replace(i - 1, j - 1))
      steps.push({ a: a[--i]!, b: b[--j]! });
    else if (i > 0 && (j === 0 || here === table[(i - 1) * width + j]! + gapA(i - 1)))
      steps.push({ a: a[--i]!, b: -1 });
    else steps.push({ a: -1, b: b[--j]! });
  }
  return steps.reverse();
}

/** Context of the gap against phone `at` of a word of `length` phones, as `phone-costs.ts` numbers it. */
export function gapContext(at: number, length: number, isOtherAbjad: boolean): number {
  return (at === 0 ? 0 : at === length - 1 ? 2 : 1) + (isOtherAbjad ? GAP_AGAINST_ABJAD : 0);
}
