import { pairsToWeigh } from './duplicate-candidates';
import { linked } from './duplicate-clusters';
import {
  type DuplicateFacts,
  duplicateFacts,
  type DuplicateSetting,
  duplicateSetting,
  isDay,
  rememberedLevels,
} from './duplicate-facts';
import {
  compareReports,
  type DuplicateComparison,
  duplicateComparisons,
  type DuplicateWeights,
  type LevelChances,
  PairLevels,
  partLog10,
  startingChances,
  weightsOf,
} from './duplicate-weights';
import type { AnteMortemProfile } from './profile';
import { defaultSettings, type MatchingSettings } from './settings';

export { type DuplicateSetting, duplicateSetting, placesOfOrigin, yearOfBirth } from './duplicate-facts';

export interface DuplicatePart {
  readonly comparison: DuplicateComparison;
  readonly log10Lr: number;
}
export interface DuplicateEvidence {
  /** Base-10 logarithm: both reports are about one person, over two people. */
  readonly log10Lr: number;
  readonly parts: readonly DuplicatePart[];
}
export interface DuplicatePair {
  readonly a: string;
  readonly b: string;
  readonly log10Lr: number;
  /** Posterior probability, from the share of pairs that the register itself shows to be duplicates. */
  readonly posterior: number;
}

/** Prior odds that a report has a duplicate among the others, and that it has a sibling there for each duplicate. */
const DUPLICATES_EACH = 0.1;
const SIBLINGS_EACH = 1;

/**
 * Weighs two families' reports for being about one person. Brothers and sisters share family and father, enquirer, place and journey, so a
 * pair that two siblings explain better is weighed against that; and two relatives spell, remember and date differently, so no single
 * disagreement sinks one.
 */
export function weighDuplicate(
  a: AnteMortemProfile,
  b: AnteMortemProfile,
  setting: DuplicateSetting,
): DuplicateEvidence {
  const pair = new PairLevels();
  compareReports(duplicateFacts(a), duplicateFacts(b), setting, pair);
  const prior = DUPLICATES_EACH / Math.max(1, setting.reports);
  const log10Lr = overTwoPeople(weightsOf(pair, startingChances), prior, SIBLINGS_EACH);
  const parts = duplicateComparisons.map((comparison, at) => ({
    comparison,
    log10Lr: partLog10(pair, startingChances, at),
  }));
  return { log10Lr, parts };
}

/** One person over two people, who may be strangers or, so many times as often as duplicates, siblings. */
function overTwoPeople({ same, siblings }: DuplicateWeights, prior: number, siblingsEach: number): number {
  const brothers = siblings + Math.log10(siblingsEach);
  if (brothers > same && brothers > 0) return Math.min(same, 0) + Math.max(same - brothers, -10);
  return same - Math.log10((1 + prior * 10 ** brothers) / (1 + prior * siblingsEach));
}

export interface DuplicateOptions {
  readonly minLog10Lr?: number;
  readonly settings?: MatchingSettings;
}

/** Pairs that are kept from the first look, base-10 logarithm; and pairs whose levels are counted to refit the chances. */
const LEAST_KEPT = 0;
const MOST_COUNTED = 400_000;
const ROUNDS = 6;
/** Belief in the starting chances, in pairs. */
const STRENGTH = 150;

/**
 * Pairs of reports that may be about one person, best first. Suggested only: linking is an act of people. Three reports about one person
 * are three pairs, and what two of them say together counts for the third: a pair's weight is that at which the groups of reports meet to
 * which they belong, so that at any threshold "one person" is transitive.
 */
export function findDuplicates(
  reports: readonly { readonly id: string; readonly profile: AnteMortemProfile }[],
  { minLog10Lr = 0, settings = defaultSettings }: DuplicateOptions = {},
): DuplicatePair[] {
  const facts = reports.map(({ profile }) => duplicateFacts(profile));
  const setting = duplicateSetting(
    reports.map(({ profile }) => profile),
    settings,
  );
  const levelOf = rememberedLevels();
  const pair = new PairLevels();
  const register = new Register(facts, setting, (a, b) => compareReports(a, b, setting, pair, levelOf), pair);
  const candidates = register.candidates(Math.min(LEAST_KEPT, minLog10Lr));
  register.refit(candidates);
  let found = register.weigh(candidates);
  let groups = linked(reports.length, found, (a, b) => register.log10Lr(a, b));
  // What clerks and relatives really do is seen best in whole groups, whose members need have nothing in common.
  if (register.refitWithin(groups.groups)) {
    found = register.weigh(candidates);
    groups = linked(reports.length, found, (a, b) => register.log10Lr(a, b));
  }
  const prior = register.prior;
  return groups
    .pairs(minLog10Lr)
    .map(({ a, b, log10Lr }) => {
      const odds = (prior / (1 - prior)) * 10 ** log10Lr;
      return { a: reports[a]?.id ?? '', b: reports[b]?.id ?? '', log10Lr, posterior: odds / (1 + odds) };
    })
    .sort((one, two) => two.log10Lr - one.log10Lr || (one.a + one.b < two.a + two.b ? -1 : 1));
}

/** Two reports of the register by their numbers. */
export interface CandidatePairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
}
export interface WeighedPair {
  readonly a: number;
  readonly b: number;
  readonly log10Lr: number;
}

/** One register, with what it shows of itself: how many duplicates and siblings there are, and how two reports of one person differ. */
class Register {
  prior: number;
  private siblingsEach = SIBLINGS_EACH;
  private chances: LevelChances = startingChances;
  private readonly pairs: number;
  private readonly start: number;

  constructor(
    private readonly facts: readonly DuplicateFacts[],
    private readonly setting: DuplicateSetting,
    private readonly compare: (a: DuplicateFacts, b: DuplicateFacts) => void,
    private readonly pair: PairLevels,
  ) {
    this.pairs = Math.max(1, (facts.length * (facts.length - 1)) / 2);
    this.start = Math.min(0.5, DUPLICATES_EACH / Math.max(1, facts.length));
    this.prior = this.start;
  }

  /** Pairs that share some key and are not plainly two people: what starting chances refuse by far, no refit brings back. */
  candidates(least: number): CandidatePairs {
    const a: number[] = [];
    const b: number[] = [];
    pairsToWeigh(
      this.facts.map(({ profile }) => keysFor(profile)),
      (one, two) => {
        this.compare(this.facts[one]!, this.facts[two]!);
        if (weightsOf(this.pair, this.chances).same < least - 1.5) return;
        a.push(one);
        b.push(two);
      },
    );
    return { a: Int32Array.from(a), b: Int32Array.from(b) };
  }

  log10Lr(a: number, b: number): number {
    this.compare(this.facts[a]!, this.facts[b]!);
    return overTwoPeople(weightsOf(this.pair, this.chances), this.prior, this.siblingsEach);
  }

  weigh({ a, b }: CandidatePairs): WeighedPair[] {
    const weighed: WeighedPair[] = [];
    for (let at = 0; at < a.length; at++) weighed.push({ a: a[at]!, b: b[at]!, log10Lr: this.log10Lr(a[at]!, b[at]!) });
    return weighed;
  }

  /** Expectation-maximisation over candidates: shares of duplicates and siblings, and the chances of each level. */
  refit({ a, b }: CandidatePairs): void {
    const step = Math.max(1, Math.ceil(a.length / MOST_COUNTED));
    const size = duplicateComparisons.length;
    const count = Math.ceil(a.length / step);
    const levels = new Int8Array(count * size);
    const others = new Float32Array(count * size);
    for (let at = 0; at < count; at++) {
      this.compare(this.facts[a[at * step]!]!, this.facts[b[at * step]!]!);
      levels.set(this.pair.level, at * size);
      others.set(this.pair.other, at * size);
    }
    const pair = new PairLevels();
    for (let round = 0; round < ROUNDS; round++) {
      const counts = startingChances.map((chances) => chances.map((chance) => STRENGTH * chance));
      let same = 1;
      let siblings = 0.5;
      for (let at = 0; at < count; at++) {
        pair.level.set(levels.subarray(at * size, (at + 1) * size));
        pair.other.set(others.subarray(at * size, (at + 1) * size));
        const weights = weightsOf(pair, this.chances);
        const one = this.prior * 10 ** weights.same;
        const two = this.prior * this.siblingsEach * 10 ** weights.siblings;
        const all = 1 - this.prior + one + two;
        same += (one / all) * step;
        siblings += (two / all) * step;
        this.count(pair, one / all, counts);
      }
      this.chances = counts.map(asChances);
      this.prior = Math.min(0.5, Math.max(this.start / 10, same / (this.pairs + 1 / this.start)));
      this.siblingsEach = Math.min(3, Math.max(0.003, siblings / same));
    }
  }

  /** The same from groups of reports that are held to be one person's; false where there are none. */
  refitWithin(groups: readonly (readonly number[])[]): boolean {
    const counts = startingChances.map((chances) => chances.map((chance) => STRENGTH * chance));
    let pairs = 0;
    for (const group of groups)
      for (let one = 0; one < group.length; one++)
        for (let two = one + 1; two < group.length; two++) {
          pairs++;
          if (pairs > MOST_COUNTED) break;
          this.compare(this.facts[group[one]!]!, this.facts[group[two]!]!);
          this.count(this.pair, 1, counts);
        }
    if (pairs === 0) return false;
    this.chances = counts.map(asChances);
    const all = groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
    this.prior = Math.min(0.5, Math.max(this.prior, all / this.pairs));
    return true;
  }

  private count({ level }: PairLevels, weight: number, counts: number[][]): void {
    for (let at = 0; at < level.length; at++) {
      const found = level[at]!;
      const table = counts[at]!;
      if (found >= 0 && found < table.length) table[found]! += weight;
    }
  }
}

const asChances = (counts: readonly number[]): number[] => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (all === 0 ? 0 : count / all));
};

function keysFor(profile: AnteMortemProfile): { features: string[]; alone: string[] } {
  const facts = duplicateFacts(profile);
  const names = [
    ...new Set([...facts.given, ...facts.family, ...facts.further].slice(0, 7).map(({ skeleton }) => skeleton)),
  ];
  const { birth, words } = facts;
  const features = [
    ...names.map((name) => `n${name}`),
    ...(birth === null ? [] : [`y${birth.year}`, `z${Math.floor(birth.year / 10)}`]),
    ...(birth?.date ? [`d${birth.date[1]}-${birth.date[2]}`] : []),
    ...words['origin-place'].slice(0, 5).map((word) => `o${word}`),
    ...words['contact-place'].slice(0, 5).map((word) => `c${word}`),
    ...words.things.slice(0, 5).map((word) => `t${word}`),
    ...words.illnesses.slice(0, 3).map((word) => `i${word}`),
  ];
  return { features: [...new Set(features)], alone: numbersOf(profile) };
}

const numbersOf = (profile: AnteMortemProfile): string[] => [
  ...(profile.phones ?? []).map((phone) => `p${phone}`),
  ...(profile.documents ?? []).map(({ number }) => `d${number}`),
];

/**
 * Fewer keys than a whole register is searched by, to keep beside each report: its numbers, its day of birth, each pair of its names,
 * and each name with the year. Texts of a family: whoever stores them stores a keyed hash.
 */
export function duplicateKeys(profile: AnteMortemProfile): string[] {
  const { birth } = duplicateFacts(profile);
  const names = [...new Set((profile.names?.own ?? []).map(({ skeleton }) => skeleton))].slice(0, 5);
  const pairs = names.flatMap((one, at) => names.slice(at + 1).map((two) => [one, two].sort().join(' ')));
  const dated = birth === null ? [] : names.flatMap((name) => [`${name} ${birth.year}`, `${name} ${birth.year + 1}`]);
  const born = isDay(profile.birthSpan) ? [`b${profile.birthSpan.earliest}`] : [];
  return [...new Set([...numbersOf(profile), ...born, ...pairs, ...dated])];
}
