import type { Population } from './population';
import type { AnteMortemProfile } from './profile';
import { DAYS_PER_YEAR, type DaySpan } from './reading/days';
import { type NameToken, nameLevel, nameLevels } from './reading/name-tokens';
import { defaultSettings, type MatchingSettings } from './settings';
import { populationOf } from './population';

/** What a random pair of this register has in common. */
export interface DuplicateSetting {
  readonly settings: MatchingSettings;
  readonly population: Population;
  readonly birthYears: ReadonlyMap<number, number>;
  /** Reports that hold a word, by the question it answers and the word; the whole answer too. */
  readonly places: ReadonlyMap<string, number>;
  readonly reports: number;
}

/** Questions answered in free words, all compared in one way. */
export const wordQuestions = [
  'origin-place',
  'contact-place',
  'things',
  'illnesses',
  'nationality',
  'language',
  'destination',
] as const;
export type WordQuestion = (typeof wordQuestions)[number];

/** One report, as far as it is compared with other reports. */
export interface DuplicateFacts {
  readonly given: readonly NameToken[];
  readonly family: readonly NameToken[];
  /** Further names: aliases, father, mother. */
  readonly further: readonly NameToken[];
  readonly birth: BirthFacts | null;
  readonly sex: 'female' | 'male' | null;
  readonly words: Readonly<Record<WordQuestion, readonly string[]>>;
  readonly profile: AnteMortemProfile;
}
export interface BirthFacts {
  /** Middle of the days the person may be born on, days since 1970, with its error. */
  readonly day: number;
  readonly sdYears: number;
  readonly year: number;
  /** Year, month and day, where the report gives a day that is not the first of January of an office. */
  readonly date: readonly [year: number, month: number, day: number] | null;
}

export function duplicateFacts(profile: AnteMortemProfile): DuplicateFacts {
  const known = compiled.get(profile);
  if (known !== undefined) return known;
  const own = profile.names?.own ?? [];
  const isIn = (list: readonly NameToken[], { text }: NameToken) => list.some((token) => token.text === text);
  const given = profile.givenNames;
  // Where all names stand in one cell, those after the first may be the family's.
  const family = profile.familyNames.length > 0 ? profile.familyNames : given.slice(1);
  const aliases = own.filter((token) => !isIn(given, token) && !isIn(family, token));
  const facts: DuplicateFacts = {
    given: given.length > 0 ? given : family.length > 0 ? [] : aliases.slice(0, 1),
    family,
    further: [...aliases, ...(profile.names?.parents ?? [])],
    birth: birthFacts(profile),
    sex: profile.sex,
    words: {
      'origin-place': profile.originPlace,
      'contact-place': profile.contactWords,
      things: profile.thingWords,
      illnesses: profile.medicalWords,
      nationality: profile.origin?.countries ?? [],
      language: profile.origin?.languages ?? [],
      destination: profile.destination === null ? [] : [profile.destination],
    },
    profile,
  };
  compiled.set(profile, facts);
  return facts;
}
const compiled = new WeakMap<AnteMortemProfile, DuplicateFacts>();

function birthFacts({ birth, birthSpan }: AnteMortemProfile): BirthFacts | null {
  if (birth === null) return null;
  const date = isDay(birthSpan) ? partsOf(birthSpan.earliest) : null;
  const isOfficial = date !== null && date[1] === 0 && date[2] === 1;
  const year = date === null ? yearOf(birth.day) : date[0];
  return { day: birth.day, sdYears: birth.sdYears, year, date: isOfficial ? null : date };
}

export const yearOf = (day: number): number => Math.floor(day / DAYS_PER_YEAR) + 1970;
export const isDay = (span: DaySpan | null): span is DaySpan => span !== null && span.latest - span.earliest < 2;
function partsOf(day: number): [number, number, number] {
  const date = new Date(day * 86_400_000);
  return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
}

/** Keys under which a report's words are counted: each word, and the whole answer. */
export const wordKeys = (facts: DuplicateFacts): string[] =>
  wordQuestions.flatMap((question) => {
    const words = facts.words[question];
    return words.length === 0 ? [] : [...words.map((word) => `${question} ${word}`), wholeKey(question, words)];
  });
export const wholeKey = (question: WordQuestion, words: readonly string[]): string =>
  words.length === 1 ? `${question} ${words[0]}` : `${question}= ${[...words].sort().join(' ')}`;

export function duplicateSetting(
  profiles: readonly AnteMortemProfile[],
  settings: MatchingSettings = defaultSettings,
): DuplicateSetting {
  const birthYears = new Map<number, number>();
  const places = new Map<string, number>();
  for (const profile of profiles) {
    const year = yearOfBirth(profile);
    if (year !== null) addOne(birthYears, year);
    for (const key of placesOfOrigin(profile)) addOne(places, key);
  }
  return { settings, population: populationOf(profiles), birthYears, places, reports: profiles.length };
}
const addOne = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** What the register has in common, for weighing one new report against a few others. */
export const yearOfBirth = (profile: AnteMortemProfile): number | null => duplicateFacts(profile).birth?.year ?? null;
export const placesOfOrigin = (profile: AnteMortemProfile): string[] => [...new Set(wordKeys(duplicateFacts(profile)))];

/** Levels at which two words of a name agree: those of `nameLevel`, where one slip of the hand in a longer word is `near` too. */
export type LevelOf = (a: NameToken, b: NameToken) => number;
export const UNLIKE = nameLevels.indexOf('unlike');
const NEAR = nameLevels.indexOf('near');

export function levelWithSlips(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return 0;
  const slips = slipsBetween(a.text, b.text);
  const length = Math.min(a.text.length, b.text.length);
  const bySlips = slips === 1 && length >= 4 ? NEAR : slips === 2 && length >= 6 ? NEAR + 1 : UNLIKE;
  if (bySlips === UNLIKE && !haveSoundsInCommon(a, b)) return UNLIKE;
  return Math.min(bySlips, nameLevel(a, b));
}

/** Fewest letters wrong, left out, put in or exchanged with their neighbour; 3 where more than two. */
export function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before = new Uint8Array(b.length + 1);
  let last = Uint8Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint8Array(b.length + 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > 2) return 3;
    before = last;
    last = row;
  }
  return Math.min(3, last[b.length]!);
}

/** Cheap, and never false for forms of one name: two words without a pair of sounds in common do not sound alike. */
function haveSoundsInCommon(a: NameToken, b: NameToken): boolean {
  if (
    a.form.names.full.length + a.form.names.short.length > 0 &&
    b.form.names.full.length + b.form.names.short.length > 0
  )
    return true;
  if (a.form.isAbjad || b.form.isAbjad) return true;
  const one = soundsOf(a);
  for (const pair of soundsOf(b)) if (one.has(pair)) return true;
  return false;
}
const pairsOfSounds = new WeakMap<NameToken, ReadonlySet<string>>();
function soundsOf(token: NameToken): ReadonlySet<string> {
  let pairs = pairsOfSounds.get(token);
  if (pairs === undefined) {
    const text = token.skeleton.replace(/a/g, '');
    pairs = new Set(
      text.length < 2
        ? [text]
        : Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)).flatMap((two) => [two, two[0]!]),
    );
    pairsOfSounds.set(token, pairs);
  }
  return pairs;
}

/** Words meet again and again: how two of them agree is computed once. */
export function rememberedLevels(): LevelOf {
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
      if (known.size > 8_000_000) known.clear();
      known.set(key, (level = levelWithSlips(a, b)));
    }
    return level;
  };
}
