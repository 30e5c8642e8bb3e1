import { levelLog10 } from './comparisons/names';
import { distanceKm } from './comparisons/place';
import { type DuplicateName, pairsToWeigh } from './duplicate-candidates';
import { type Population, populationOf } from './population';
import type { AnteMortemProfile } from './profile';
import { DAYS_PER_YEAR, type DaySpan } from './reading/days';
import { type NameToken, nameLevel } from './reading/name-tokens';
import { normalDensity } from './reading/ranges';
import { defaultSettings, type MatchingSettings } from './settings';

export interface DuplicatePart {
  readonly comparison:
    'names' | 'birth' | 'sex' | 'origin-place' | 'nationality' | 'stature' | 'last-contact' | 'phones' | 'documents';
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

/** What a random pair of this register has in common. */
export interface DuplicateSetting {
  readonly settings: MatchingSettings;
  readonly population: Population;
  readonly birthYears: ReadonlyMap<number, number>;
  readonly places: ReadonlyMap<string, number>;
  readonly reports: number;
}

export function duplicateSetting(
  profiles: readonly AnteMortemProfile[],
  settings: MatchingSettings = defaultSettings,
): DuplicateSetting {
  const birthYears = new Map<number, number>();
  const places = new Map<string, number>();
  for (const profile of profiles) {
    if (profile.birth !== null) addOne(birthYears, yearOf(profile.birth.day));
    if (profile.originPlace.length > 0)
      for (const key of new Set([placeKey(profile), ...profile.originPlace])) addOne(places, key);
  }
  return { settings, population: populationOf(profiles), birthYears, places, reports: profiles.length };
}

const addOne = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
const yearOf = (day: number): number => Math.floor(day / DAYS_PER_YEAR);
const placeKey = ({ originPlace }: AnteMortemProfile): string => [...originPlace].sort().join(' ');
const bounded = (log10: number, low: number, high: number): number =>
  Number.isNaN(log10) ? 0 : Math.min(high, Math.max(low, log10));

/**
 * Weighs two families' reports for being about one person. Brothers and sisters share family and father, enquirer, place and journey, so
 * none of these can carry a pair over a given name that differs; and two relatives spell, remember and date differently, so no single
 * disagreement sinks one. Likelihood levels are starting values as in the settings' sources, to be refitted from linked reports.
 */
export function weighDuplicate(
  a: AnteMortemProfile,
  b: AnteMortemProfile,
  setting: DuplicateSetting,
  levelOf = nameLevel,
): DuplicateEvidence {
  const { names, isGivenApart } = comparedNames(a, b, setting, levelOf);
  // With given names apart, what a family shares speaks for brothers and sisters as much as for one person.
  const ofFamily = (log10Lr: number): number => (isGivenApart && log10Lr > 0 ? SIBLING_SHARE * log10Lr : log10Lr);
  const parts: DuplicatePart[] = [
    { comparison: 'names', log10Lr: bounded(names, -4, 6) },
    { comparison: 'birth', log10Lr: bounded(birthLog10(a, b, setting), -2, 4.5) },
    { comparison: 'sex', log10Lr: a.sex === null || b.sex === null ? 0 : a.sex === b.sex ? 0.1 : -1.8 },
    { comparison: 'origin-place', log10Lr: ofFamily(bounded(placeLog10(a, b, setting), -0.5, 3)) },
    { comparison: 'nationality', log10Lr: ofFamily(bounded(nationalityLog10(a, b, setting), -1, 1)) },
    { comparison: 'stature', log10Lr: bounded(statureLog10(a, b), -1, 0.7) },
    { comparison: 'last-contact', log10Lr: ofFamily(bounded(contactLog10(a, b), -1, 1.5)) },
    // One family's phone stands in the reports of all its missing.
    { comparison: 'phones', log10Lr: ofFamily((a.phones ?? []).some((phone) => b.phones?.includes(phone)) ? 1.5 : 0) },
    { comparison: 'documents', log10Lr: documentsLog10(a, b) },
  ];
  return { log10Lr: parts.reduce((sum, part) => sum + part.log10Lr, 0), parts };
}

/** What is left of evidence that siblings share. */
const SIBLING_SHARE = 0.15;
/** An agreement of the name that the whole family bears counts less than one of the person's own. */
const FAMILY_SHARE = 0.75;
const CONFLICT = -1.1;
const GIVEN_CONFLICT = -1.6;
const EXTRA = -0.12;

/** Weight of the names, and whether both give a name of the person's own that the other does not have. */
function comparedNames(
  a: AnteMortemProfile,
  b: AnteMortemProfile,
  { settings, population }: DuplicateSetting,
  levelOf: typeof nameLevel,
): { names: number; isGivenApart: boolean } {
  const told = a.names?.own ?? [];
  const other = b.names?.own ?? [];
  if (told.length === 0 || other.length === 0) return { names: 0, isGivenApart: false };
  const candidates: { at: number; to: number; weight: number }[] = [];
  told.forEach((token, at) =>
    other.forEach((second, to) => {
      const level = levelOf(token, second);
      if (level === 4) return;
      // Of two spellings the rarer says more, but the commoner is what a stranger might bear.
      const weight = Math.min(
        levelLog10(token, level, { settings, population }),
        levelLog10(second, level, { settings, population }),
      );
      candidates.push({ at, to, weight: Math.max(0.05, weight) });
    }),
  );
  candidates.sort((one, two) => two.weight - one.weight);
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  let own = 0;
  let shared = 0;
  for (const { at, to, weight } of candidates) {
    if (usedA.has(at) || usedB.has(to)) continue;
    usedA.add(at);
    usedB.add(to);
    const isFamily =
      a.familyNames.some(({ text }) => text === told[at]?.text) &&
      b.familyNames.some(({ text }) => text === other[to]?.text);
    if (isFamily) shared += FAMILY_SHARE * weight;
    else own += weight;
  }
  const left = (names: readonly NameToken[], used: ReadonlySet<number>, own: readonly NameToken[]) =>
    names.filter((token, at) => !used.has(at) && own.some(({ text }) => text === token.text)).length;
  const alone = [
    left(told, usedA, [...a.givenNames, ...a.familyNames]),
    left(other, usedB, [...b.givenNames, ...b.familyNames]),
  ] as const;
  const conflicts = Math.min(...alone);
  const isMet = (given: readonly NameToken[], names: readonly NameToken[], used: ReadonlySet<number>) =>
    names.some((token, at) => used.has(at) && given.some(({ text }) => text === token.text));
  const haveGiven = a.givenNames.length > 0 && b.givenNames.length > 0;
  const isGivenApart = haveGiven && !isMet(a.givenNames, told, usedA) && !isMet(b.givenNames, other, usedB);
  const against =
    CONFLICT * Math.min(2, conflicts) + EXTRA * (Math.max(...alone) - conflicts) + (isGivenApart ? GIVEN_CONFLICT : 0);
  return { names: own + (isGivenApart ? SIBLING_SHARE : 1) * shared + against, isGivenApart };
}

function birthLog10(a: AnteMortemProfile, b: AnteMortemProfile, { birthYears, reports }: DuplicateSetting): number {
  if (a.birth === null || b.birth === null) return 0;
  const shareOfYear = ((birthYears.get(yearOf(a.birth.day)) ?? 0) + 1) / (reports + 40);
  if (isDay(a.birthSpan) && isDay(b.birthSpan)) {
    const [one, two] = [parts(a.birthSpan.earliest), parts(b.birthSpan.earliest)];
    const equal = one.filter((part, at) => part === two[at]).length;
    if (equal === 3) return Math.log10(0.7 / (shareOfYear / 365));
    const isSwapped = one[0] === two[0] && one[1] === two[2] && one[2] === two[1];
    // One of year, month and day misheard or mistyped; a first of January says the year alone.
    if (equal === 2 || isSwapped) return Math.log10(0.16 / (shareOfYear * 0.11 + 1 / 365));
    if (Math.abs(a.birthSpan.earliest - b.birthSpan.earliest) < 800)
      return Math.log10(0.07 / Math.min(0.6, 4 * shareOfYear));
    return Math.log10(0.07);
  }
  const years = (a.birth.day - b.birth.day) / DAYS_PER_YEAR;
  const same = normalDensity(years, a.birth.sdYears ** 2 + b.birth.sdYears ** 2 + 0.3);
  return Math.log10((0.95 * same + 0.05 * shareOfYear) / shareOfYear);
}

const isDay = (span: DaySpan | null): span is DaySpan => span !== null && span.latest - span.earliest < 2;
function parts(day: number): [number, number, number] {
  const date = new Date(day * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
}

function placeLog10(a: AnteMortemProfile, b: AnteMortemProfile, { places, reports }: DuplicateSetting): number {
  if (a.originPlace.length === 0 || b.originPlace.length === 0) return 0;
  const shareOf = (key: string) => ((places.get(key) ?? 0) + 1) / (reports + 100);
  if (placeKey(a) === placeKey(b)) return Math.log10(0.6 / shareOf(placeKey(a)));
  const common = a.originPlace.filter((token) => b.originPlace.includes(token));
  if (common.length === 0) return -0.4;
  return Math.log10(0.25 / Math.min(...common.map(shareOf)));
}

function nationalityLog10(a: AnteMortemProfile, b: AnteMortemProfile, { population }: DuplicateSetting): number {
  const [one, two] = [a.origin?.countries ?? [], b.origin?.countries ?? []];
  if (one.length === 0 || two.length === 0) return 0;
  const common = one.filter((country) => two.includes(country));
  return common.length === 0
    ? -1
    : Math.log10(0.9 / Math.min(...common.map((country) => population.countries.share(country))));
}

function statureLog10(a: AnteMortemProfile, b: AnteMortemProfile): number {
  if (a.stature === null || b.stature === null) return 0;
  const variance = a.stature.sdCm ** 2 + b.stature.sdCm ** 2;
  const same = normalDensity(a.stature.meanCm - b.stature.meanCm, variance);
  const other = normalDensity(a.stature.meanCm - b.stature.meanCm, variance + 2 * 8 ** 2);
  return Math.log10((0.97 * same + 0.03 * other) / other);
}

/** Companions of one boat share these, so they add little. */
function contactLog10(a: AnteMortemProfile, b: AnteMortemProfile): number {
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
  return sum;
}

function documentsLog10(a: AnteMortemProfile, b: AnteMortemProfile): number {
  if (a.documents === null || b.documents === null) return 0;
  const held = b.documents;
  if (a.documents.some(({ number }) => held.some((paper) => paper.number === number))) return 5;
  return a.documents.some(({ kind }) => held.some((paper) => paper.kind === kind)) ? -0.5 : 0;
}

export interface DuplicateOptions {
  readonly minLog10Lr?: number;
  readonly settings?: MatchingSettings;
}

/** Pairs of reports that may be about one person, best first. Suggested only: linking is an act of people. */
export function findDuplicates(
  reports: readonly { readonly id: string; readonly profile: AnteMortemProfile }[],
  { minLog10Lr = 0, settings = defaultSettings }: DuplicateOptions = {},
): DuplicatePair[] {
  const profiles = reports.map(({ profile }) => profile);
  const setting = duplicateSetting(profiles, settings);
  const levelOf = rememberedLevels();
  const found: { a: number; b: number; log10Lr: number }[] = [];
  pairsToWeigh(profiles.map(namesAndMore), (a, b) => {
    const [one, two] = [profiles[a], profiles[b]];
    if (one === undefined || two === undefined) return;
    const { log10Lr } = weighDuplicate(one, two, setting, levelOf);
    if (log10Lr >= minLog10Lr || log10Lr >= 0) found.push({ a, b, log10Lr });
  });
  const prior = shareOfDuplicates(
    found.map(({ log10Lr }) => log10Lr),
    profiles.length,
  );
  return found
    .filter(({ log10Lr }) => log10Lr >= minLog10Lr)
    .map(({ a, b, log10Lr }) => {
      const odds = (prior / (1 - prior)) * 10 ** log10Lr;
      return { a: reports[a]?.id ?? '', b: reports[b]?.id ?? '', log10Lr, posterior: odds / (1 + odds) };
    })
    .sort((one, two) => two.log10Lr - one.log10Lr || (one.a + one.b < two.a + two.b ? -1 : 1));
}

/** Expectation-maximisation: the share of all pairs at which the pairs found are likeliest. Starts from one duplicate in ten reports. */
function shareOfDuplicates(weights: readonly number[], reports: number): number {
  const pairs = Math.max(1, (reports * (reports - 1)) / 2);
  const start = Math.min(0.5, 0.1 / Math.max(1, reports));
  let share = start;
  for (let round = 0; round < 50; round++) {
    let expected = 1;
    for (const weight of weights) {
      const odds = (share / (1 - share)) * 10 ** weight;
      expected += odds / (1 + odds);
    }
    // One duplicate's worth of belief keeps the share above nothing.
    share = Math.min(0.5, Math.max(start / 10, expected / (pairs + 1 / start)));
  }
  return share;
}

/** Words meet again and again: how two of them agree is computed once. */
function rememberedLevels(): typeof nameLevel {
  const numbers = new Map<string, number>();
  const numberOf = ({ text }: NameToken): number => {
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    return number;
  };
  const known = new Map<number, number>();
  return (a, b) => {
    if (a.text === b.text) return 0;
    const [one, two] = [numberOf(a), numberOf(b)];
    const key = one < two ? one * 0x4000000 + two : two * 0x4000000 + one;
    let level = known.get(key);
    if (level === undefined) {
      if (known.size > 4_000_000) known.clear();
      known.set(key, (level = nameLevel(a, b)));
    }
    return level;
  };
}

/**
 * Fewer keys than a whole register is searched by, to keep beside each report: its numbers, its day of birth, each pair of its names,
 * and each name with the year. Texts of a family: whoever stores them stores a keyed hash.
 */
export function duplicateKeys(profile: AnteMortemProfile): string[] {
  const { words, birth, birthYear, numbers } = namesAndMore(profile);
  const names = words.slice(0, 5);
  const pairs = names.flatMap((one, at) => names.slice(at + 1).map((two) => [one, two].sort().join(' ')));
  const dated = birthYear === null ? [] : names.flatMap((name) => [`${name} ${birthYear}`, `${name} ${birthYear + 1}`]);
  return [...new Set([...numbers, ...(birth === null ? [] : [`b${birth}`]), ...pairs, ...dated])];
}

/** What the register has in common, for weighing one new report against a few others. */
export const yearOfBirth = (profile: AnteMortemProfile): number | null =>
  profile.birth === null ? null : yearOf(profile.birth.day);
export const placesOfOrigin = (profile: AnteMortemProfile): string[] =>
  profile.originPlace.length === 0 ? [] : [...new Set([placeKey(profile), ...profile.originPlace])];

function namesAndMore(profile: AnteMortemProfile): DuplicateName {
  return {
    words: [...new Set((profile.names?.own ?? []).map(({ skeleton }) => skeleton))],
    birth: isDay(profile.birthSpan) ? profile.birthSpan.earliest : null,
    birthYear: profile.birth === null ? null : yearOf(profile.birth.day),
    places: [...new Set(profile.originPlace)],
    numbers: [
      ...(profile.phones ?? []).map((phone) => `p${phone}`),
      ...(profile.documents ?? []).map(({ number }) => `d${number}`),
    ],
  };
}
