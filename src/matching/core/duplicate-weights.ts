import {
  type BirthFacts,
  type DuplicateFacts,
  type DuplicateSetting,
  type LevelOf,
  levelWithSlips,
  wholeKey,
  type WordQuestion,
  wordQuestions,
} from './duplicate-facts';
import { distanceKm } from './comparisons/place';
import { normalDensity } from './reading/ranges';
import { DAYS_PER_YEAR } from './reading/days';
import type { NameToken } from './reading/name-tokens';

/**
 * Two reports side by side: each comparison's level and how often two random people would agree so (`other`, from the register's own
 * counts). How often two reports of one person agree so stands in `LevelChances`: starting values, refitted on each register by
 * expectation and maximisation. And how often brothers and sisters agree so, who share family, phone, home and journey, and neither given name
 * nor day of birth.
 */
export const duplicateComparisons = [
  ...(['given-names', 'family-names', 'further-names', 'birth', 'sex'] as const),
  ...wordQuestions,
  ...(['stature', 'last-contact', 'phones', 'documents'] as const),
] as const;
export type DuplicateComparison = (typeof duplicateComparisons)[number];
const SIZE = duplicateComparisons.length;

/** For each comparison the chance of each level; fixed ratios (stature, last contact) have none. */
export type LevelChances = readonly (readonly number[])[];

const nameChances = (apart: number): number[] => [0.56 + 0.1 - apart, 0.13, 0.08, 0.05, 0.05, 0.13 + apart - 0.1];
const ofWords = [0.5, 0.2, 0.05, 0.25];
/** Starting values, judged from what relatives and clerks get wrong; the last level of each is "nothing in common". */
export const startingChances: LevelChances = duplicateComparisons.map((name) =>
  name === 'given-names'
    ? nameChances(0.1)
    : name === 'family-names'
      ? nameChances(0.08)
      : name === 'further-names'
        ? [0.6, 0.4]
        : name === 'birth'
          ? [0.5, 0.22, 0.1, 0.08, 0.1]
          : name === 'sex'
            ? [0.985, 0.015]
            : name === 'phones'
              ? [0.45, 0.55]
              : name === 'documents'
                ? [0.75, 0.25]
                : name === 'things' || name === 'illnesses'
                  ? [0.2, 0.35, 0.05, 0.4]
                  : name === 'nationality'
                    ? [0.88, 0.05, 0, 0.07]
                    : name === 'stature' || name === 'last-contact'
                      ? []
                      : ofWords,
);
const GIVEN = 0;
const FAMILY = 1;
const BIRTH = 3;
/** Brothers and sisters: chances of the levels where they differ from one person's. */
const siblingChances: Partial<Record<DuplicateComparison, readonly number[]>> = {
  'given-names': [0.01, 0.01, 0.02, 0.03, 0.03, 0.9],
  birth: [0.012, 0.03, 0.1, 0.34, 0.518],
  sex: [0.58, 0.42],
  things: [0.02, 0.25, 0.05, 0.68],
  illnesses: [0.05, 0.2, 0.05, 0.7],
  documents: [0.0005, 0.9995],
};

/** Levels and chances of one pair: filled again for each pair, so that millions of pairs make no garbage. */
export class PairLevels {
  /** -1 where one report is silent. */
  readonly level = new Int8Array(SIZE);
  /** Base-10 logarithm of the chance of this level between two random people. */
  readonly other = new Float64Array(SIZE);
}

export interface DuplicateWeights {
  /** Base-10 logarithms: one person over two strangers, and two siblings over two strangers. */
  readonly same: number;
  readonly siblings: number;
}

/** Nothing speaks more for one person than this in one comparison, nor more against than this. */
const MOST = 6;
const LEAST = -2.5;

export function weightsOf(pair: PairLevels, chances: LevelChances): DuplicateWeights {
  let same = 0;
  let siblings = 0;
  for (let at = 0; at < SIZE; at++) {
    const part = partLog10(pair, chances, at);
    same += part;
    siblings += siblingLog10(pair, at, part);
  }
  return { same, siblings };
}

export function partLog10({ level, other }: PairLevels, chances: LevelChances, at: number): number {
  const found = level[at]!;
  if (found < 0) return 0;
  const table = chances[at]!;
  if (table.length === 0 || found >= table.length) return -other[at]!;
  return Math.min(MOST, Math.max(LEAST, Math.log10(Math.max(1e-6, table[found] ?? 0)) - other[at]!));
}

const siblingTables = duplicateComparisons.map((name) => siblingChances[name] ?? null);
const STATURE = duplicateComparisons.indexOf('stature');
function siblingLog10({ level, other }: PairLevels, at: number, part: number): number {
  const found = level[at]!;
  if (found < 0 || at === STATURE) return 0;
  const table = siblingTables[at];
  if (!table) return part;
  // Two ages, weighed as quantities: brothers are a few years apart.
  if (found >= table.length) return Math.min(part, 0.2);
  return Math.min(MOST, Math.max(LEAST, Math.log10(Math.max(1e-6, table[found] ?? 0)) - other[at]!));
}

/** Reads two reports into `pair`. */
export function compareReports(
  a: DuplicateFacts,
  b: DuplicateFacts,
  setting: DuplicateSetting,
  pair: PairLevels,
  levelOf: LevelOf = levelWithSlips,
): void {
  pair.level.fill(-1);
  namesInto(GIVEN, a.given, b.given, [a.family, a.further], [b.family, b.further], setting, pair, levelOf);
  namesInto(FAMILY, a.family, b.family, [a.given, a.further], [b.given, b.further], setting, pair, levelOf);
  furtherInto(a, b, setting, pair, levelOf);
  if (a.birth !== null && b.birth !== null) birthInto(a.birth, b.birth, setting, pair);
  let at = BIRTH + 1;
  if (a.sex !== null && b.sex !== null) {
    const share = setting.population.sex.share('female');
    const alike = share * share + (1 - share) * (1 - share);
    set(pair, at, a.sex === b.sex ? 0 : 1, a.sex === b.sex ? Math.min(0.9, alike) : 1 - Math.min(0.9, alike));
  }
  at++;
  for (const question of wordQuestions) wordsInto(at++, question, a.words[question], b.words[question], setting, pair);
  ratioInto(at++, statureLog10(a, b), pair);
  ratioInto(at++, contactLog10(a, b), pair);
  sharedInto(at++, a.profile.phones, b.profile.phones, 3e-5, pair);
  const papers = (facts: DuplicateFacts) => facts.profile.documents?.map(({ number }) => number) ?? null;
  sharedInto(at, papers(a), papers(b), 1e-6, pair);
}

function set({ level, other }: PairLevels, at: number, found: number, chance: number): void {
  level[at] = found;
  other[at] = Math.log10(Math.max(1e-7, chance));
}
function ratioInto(at: number, log10: number, { level, other }: PairLevels): void {
  if (log10 === 0 || Number.isNaN(log10)) return;
  level[at] = 0;
  other[at] = -log10;
}
function sharedInto(
  at: number,
  a: readonly string[] | null,
  b: readonly string[] | null,
  chance: number,
  pair: PairLevels,
): void {
  if (a === null || b === null || a.length === 0 || b.length === 0) return;
  const isShared = a.some((one) => b.includes(one));
  set(pair, at, isShared ? 0 : 1, isShared ? chance * a.length * b.length : 1);
}

const CROSSED = 4;
const APART = 5;
const NEAR_BY_CHANCE = 0.003;
const SIMILAR_BY_CHANCE = 0.015;

/** Share of people who bear a name that sounds so. */
function shareOfName(token: NameToken, { population }: DuplicateSetting): number {
  return Math.max(3e-5, population.tokens.share(token.sound, Math.max(token.commonShare, 0.002)));
}

function namesInto(
  at: number,
  a: readonly NameToken[],
  b: readonly NameToken[],
  elsewhereA: readonly (readonly NameToken[])[],
  elsewhereB: readonly (readonly NameToken[])[],
  setting: DuplicateSetting,
  pair: PairLevels,
  levelOf: LevelOf,
): void {
  if (a.length === 0 || b.length === 0) return;
  const tries = a.length * b.length;
  let best = APART;
  let chance = 1;
  for (const one of a)
    for (const two of b) {
      const level = levelOf(one, two);
      if (level > 3 || level > best) continue;
      const share = Math.max(shareOfName(one, setting), shareOfName(two, setting));
      const here = level <= 1 ? share : share + (level === 2 ? NEAR_BY_CHANCE : SIMILAR_BY_CHANCE);
      if (level < best || here < chance) chance = here;
      best = level;
    }
  if (best <= 3) return set(pair, at, best, Math.min(0.9, chance * tries));
  // A name in another place than expected: family name first, a father's name taken for the family's, an alias.
  for (const [names, elsewhere] of [
    [a, elsewhereB],
    [b, elsewhereA],
  ] as const)
    for (const list of elsewhere)
      for (const one of names)
        for (const two of list)
          if (levelOf(one, two) <= 1) {
            const share = Math.max(shareOfName(one, setting), shareOfName(two, setting));
            if (best === APART || share * 4 < chance) chance = share * 4;
            best = CROSSED;
          }
  set(pair, at, best, best === CROSSED ? Math.min(0.9, chance) : 0.97);
}

function furtherInto(
  a: DuplicateFacts,
  b: DuplicateFacts,
  setting: DuplicateSetting,
  pair: PairLevels,
  levelOf: LevelOf,
): void {
  if (a.further.length === 0 || b.further.length === 0) return;
  let chance = 1;
  for (const one of a.further)
    for (const two of b.further) if (levelOf(one, two) <= 1) chance = Math.min(chance, shareOfName(one, setting));
  const isMet = chance < 1;
  set(pair, 2, isMet ? 0 : 1, isMet ? Math.min(0.9, chance * a.further.length * b.further.length) : 1);
}

function birthInto(a: BirthFacts, b: BirthFacts, { birthYears, reports }: DuplicateSetting, pair: PairLevels): void {
  const shareOf = (year: number) => ((birthYears.get(year) ?? 0) + 0.5) / (reports + 40);
  const share = Math.max(shareOf(a.year), shareOf(b.year));
  if (a.date !== null && b.date !== null) {
    const [one, two] = [a.date, b.date];
    const equal = Number(one[0] === two[0]) + Number(one[1] === two[1]) + Number(one[2] === two[2]);
    if (equal === 3) return set(pair, BIRTH, 0, share / 330);
    const isSwapped = one[0] === two[0] && one[1] + 1 === two[2] && two[1] + 1 === one[2];
    if (equal === 2 || isSwapped) return set(pair, BIRTH, 1, share * 0.115 + 1 / 365);
    if (one[0] === two[0]) return set(pair, BIRTH, 2, share * 0.9);
    if (Math.abs(one[0] - two[0]) <= 3 || equal === 1) return set(pair, BIRTH, 3, Math.min(0.5, share * 6 + 0.1));
    return set(pair, BIRTH, 4, 0.8);
  }
  const sd = Math.hypot(a.sdYears, b.sdYears);
  if (sd < 1.5) {
    // A year, or the first of January that stands for one.
    const years = Math.abs(a.year - b.year);
    if (years === 0) return set(pair, BIRTH, 2, share);
    if (years <= 3) return set(pair, BIRTH, 3, Math.min(0.5, share * 6 + 0.02));
    return set(pair, BIRTH, 4, 0.9);
  }
  const years = (a.day - b.day) / DAYS_PER_YEAR;
  const same = normalDensity(years, sd ** 2 + 0.3);
  ratioInto(BIRTH, bounded(Math.log10((0.95 * same + 0.05 * share) / share), -1.5, 1.5), pair);
  if (pair.level[BIRTH] === 0) {
    // The ratio stands alone: taken into level 0 with the starting chance, which it cancels.
    pair.level[BIRTH] = RATIO_OF_BIRTH;
  }
}
/** A level past the table, whose chance is 1: two ages, or an age and a year, weighed as quantities. */
const RATIO_OF_BIRTH = 5;
const bounded = (value: number, low: number, high: number): number =>
  Number.isNaN(value) ? 0 : Math.min(high, Math.max(low, value));

function wordsInto(
  at: number,
  question: WordQuestion,
  a: readonly string[],
  b: readonly string[],
  { places, reports }: DuplicateSetting,
  pair: PairLevels,
): void {
  if (a.length === 0 || b.length === 0) return;
  const shareOf = (key: string) => Math.min(0.95, ((places.get(key) ?? 0) + 1) / (reports + 60));
  const whole = wholeKey(question, a);
  if (a.length === b.length && whole === wholeKey(question, b)) return set(pair, at, 0, shareOf(whole));
  let least = 1;
  let all = 0;
  for (const word of a)
    if (b.includes(word)) {
      const share = shareOf(`${question} ${word}`);
      all += Math.log10(share);
      least = Math.min(least, share);
    }
  // Words of one answer depend on one another: the rarest whole, a third of the others.
  if (least < 1) {
    const together = 10 ** (Math.log10(least) + 0.33 * (all - Math.log10(least)));
    return set(pair, at, 1, Math.min(0.95, together * Math.min(3, a.length)));
  }
  if (hasSlip(a, b)) return set(pair, at, 2, 0.004);
  set(pair, at, 3, 0.95);
}

/** Two words of one letter's difference, as a hurried hand writes them. */
function hasSlip(a: readonly string[], b: readonly string[]): boolean {
  for (const one of a)
    for (const two of b)
      if (one.length >= 5 && Math.abs(one.length - two.length) <= 1 && isOneSlip(one, two)) return true;
  return false;
}
function isOneSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < a.length - from && back < b.length - from && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  const left = Math.max(a.length, b.length) - from - back;
  if (left <= 1) return true;
  return left === 2 && a.length === b.length && a[from] === b[from + 1] && a[from + 1] === b[from];
}

function statureLog10({ profile: a }: DuplicateFacts, { profile: b }: DuplicateFacts): number {
  if (a.stature === null || b.stature === null) return 0;
  const variance = a.stature.sdCm ** 2 + b.stature.sdCm ** 2;
  const same = normalDensity(a.stature.meanCm - b.stature.meanCm, variance);
  const other = normalDensity(a.stature.meanCm - b.stature.meanCm, variance + 2 * 8 ** 2);
  return bounded(Math.log10((0.97 * same + 0.03 * other) / other), -1, 0.7);
}

/** Companions of one boat share these, so they add little. */
function contactLog10({ profile: a }: DuplicateFacts, { profile: b }: DuplicateFacts): number {
  let sum = 0;
  if (a.contact !== null && b.contact !== null) {
    const apart = Math.max(0, a.contact.earliest - b.contact.latest, b.contact.earliest - a.contact.latest);
    sum += apart <= 7 ? 1.2 : apart <= 45 ? 0.6 : apart <= 400 ? -0.3 : -0.8;
  }
  const [one, two] = [a.place?.point, b.place?.point];
  if (one && two) {
    const km = distanceKm(one, two) - one.accuracyKm - two.accuracyKm;
    sum += km < 60 ? 0.6 : km < 400 ? 0.3 : -0.4;
  }
  return bounded(sum, -1, 1.5);
}
