import { isVowel, PHONE_BITS, PHONE_ROW, phoneCode, phones, soundsOf } from './phones';

/**
 * What one step of an alignment of two words says about their being one name.
 *
 * Unit: hundredths of a nat, whole numbers because they add up faster; a nat is the natural logarithm of how much likelier
 * the step is between two spellings of one name than between two names.
 * Error: steps are taken as independent, so long words are overstated; `token-similarity.ts` corrects for that.
 * Source: a prior from the sounds that letters share (below), moved by the numbers of `settings.ts`, which
 * `bench/names-fit.ts` fits on labelled pairs (a conditional model of edit distance: McCallum, Bellare & Pereira 2005).
 */
export interface PhoneCosts {
  /** One phone written for another: `substitution[(a << PHONE_BITS) | b]`, symmetric. */
  readonly substitution: CostTable;
  /** A phone that the other spelling lacks: `gap[(phone << GAP_BITS) | context]`. */
  readonly gap: CostTable;
}

/** Whole hundredths where names are compared; fractions only while costs are being fitted. */
export type CostTable = Int32Array | Float32Array;

export const COSTS_PER_NAT = 100;

/** Context of a gap: place of the phone in its word (0 first, 1 inside, 2 last), plus 4 where the other script leaves out vowels. */
export const GAP_BITS = 3;
export const GAP_AGAINST_ABJAD = 4;
export const gapPlaces = ['first', 'inside', 'last'] as const;

/** Sounds that writers of different languages hear for one another. */
const near =
  'pb td tT dD TD sT zD kg fv vw wb sz sS zZ SC ZJ CJ SZ SJ xh xk hG xG Gg h@ mn nN wu wo yi ye ao ae ei ou ai eQ aQ iQ uQ oQ yJ tC sC'.split(
    ' ',
  );
const nearSounds = new Set(near.flatMap((pair) => [pair, pair[1]! + pair[0]!]));

/** Nats before anything was learnt: sounds shared, near, or strange to one another. */
export function priorSubstitution(a: number, b: number): number {
  if (a === b) return isVowel[a] ? 1 : 2.3;
  const pairs = soundsOf[a]!.flatMap((x) => soundsOf[b]!.map((y) => x + y));
  if (pairs.some((pair) => pair[0] === pair[1])) return isVowel[a] && isVowel[b] ? 0.8 : 1.8;
  if (pairs.some((pair) => nearSounds.has(pair))) return isVowel[a] && isVowel[b] ? 0.4 : 0;
  if (isVowel[a] && isVowel[b]) return -0.2;
  return isVowel[a] || isVowel[b] ? -3 : -2.5;
}

export function priorGap(phone: number, context: number): number {
  const sounds = soundsOf[phone]!;
  const isAbjad = (context & GAP_AGAINST_ABJAD) !== 0;
  const isLast = (context & 3) === 2;
  if (phones[phone] === 'article' || sounds.includes('@') || sounds.includes('Q')) return -0.4;
  if (isVowel[phone]) return isAbjad ? -0.2 : isLast ? -0.8 : -1.2;
  if (sounds.includes('h') || sounds.includes('y') || sounds.includes('a')) return -1.2;
  if (sounds.includes('w')) return -1.5;
  return isLast ? -1.8 : -2.4;
}

/** A number learnt for two phones, or for a phone and a gap (`first`, `inside`, `last`, `abjad-first`, ...). */
export type LearntCost = readonly [phone: string, other: string, nats: number];

const GAP_NAME = /^(abjad-)?gap-(first|inside|last)$/;

export function gapName(context: number): string {
  return `${context & GAP_AGAINST_ABJAD ? 'abjad-' : ''}gap-${gapPlaces[context & 3]}`;
}

export function phoneCosts(learnt: readonly LearntCost[]): PhoneCosts {
  const substitution = new Int32Array(PHONE_ROW * PHONE_ROW);
  const gap = new Int32Array(PHONE_ROW << GAP_BITS);
  const hundredths = (nats: number) => Math.round(COSTS_PER_NAT * nats);
  for (let a = 0; a < phones.length; a++) {
    for (let b = 0; b < phones.length; b++) substitution[(a << PHONE_BITS) | b] = hundredths(priorSubstitution(a, b));
    for (let context = 0; context < 1 << GAP_BITS; context++)
      gap[(a << GAP_BITS) | context] = hundredths(priorGap(a, context));
  }
  for (const [phone, other, nats] of learnt) {
    const a = phoneCode(phone);
    const place = GAP_NAME.exec(other);
    if (place)
      gap[(a << GAP_BITS) | ((place[1] ? GAP_AGAINST_ABJAD : 0) + gapPlaces.indexOf(place[2] as 'first'))] =
        hundredths(nats);
    else {
      const b = phoneCode(other);
      substitution[(a << PHONE_BITS) | b] = hundredths(nats);
      substitution[(b << PHONE_BITS) | a] = hundredths(nats);
    }
  }
  return { substitution, gap };
}
