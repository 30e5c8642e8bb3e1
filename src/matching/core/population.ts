import { bloodGroups } from '../../description';
import { DAYS_PER_YEAR } from './reading/days';
import { FIRST_WORD, itemType } from './reading/items';
import type { NameToken } from './reading/name-tokens';
import type { AnteMortemProfile, PointFacet } from './profile';

/**
 * The open reports as a whole: what a random report of this desk would say. It is the other half of every likelihood ratio, and it is
 * counted, not guessed: shares are (count + strength x prior) / (reports + strength), so an empty system starts from the priors and
 * a full one from its own people. Counts follow each report that comes, changes or goes.
 */
export class Population {
  reports = 0;
  /** Rises with each change, so that what was computed from the counts can be kept until then. */
  changes = 0;
  readonly sex = new Tally(60, { female: 0.22, male: 0.78 });
  readonly hair = new Tally<string>(60, { blond: 0.03, brown: 0.25, black: 0.64, red: 0.01, grey: 0.05, white: 0.02 });
  readonly eyes = new Tally<string>(60, { blue: 0.03, grey: 0.02, green: 0.04, brown: 0.71, black: 0.2 });
  readonly build = new Tally<string>(60, { light: 0.35, medium: 0.5, heavy: 0.15 });
  readonly blood = new Tally<string>(
    60,
    priorOf(bloodGroups, [0.04, 0.38, 0.03, 0.24, 0.02, 0.18, 0.01, 0.05, 0.02, 0.02, 0.01, 0.01]),
  );
  readonly ages = new Tally<number>(60, ageShares());
  readonly routes = new Tally<string>(60, {}, 0.03);
  readonly countries = new Tally<string>(60, {}, 0.03);
  readonly languages = new Tally<string>(60, {}, 0.05);
  readonly incidents = new Tally<string>(20, {}, 0.001);
  readonly tokens = new Tally<string>(400, {}, 0.002);
  readonly markPlaces = new Tally<string>(100, {}, 0);
  readonly markWords = new Tally<number>(100, {}, 0.01);
  readonly items = new Tally<number>(100, {}, 0.02);
  readonly itemWords = new Tally<number>(100, {}, 0.004);
  readonly medical = new Tally<string>(100, {}, 0.02);
  /** Reports that hold a number, for numbers held at all. */
  readonly phones = new Tally<string>(1, {}, 0);
  /** Last contacts by month (30 days) and by cell of one degree. */
  readonly contactMonths = new Tally<number>(1, {}, 0);
  readonly contactCells = new Tally<string>(1, {}, 0);
  /** Last contacts by cell of two degrees and month together. */
  readonly contactTimes = new Tally<string>(1, {}, 0);

  add(am: CountedProfile): void {
    this.count(am, 1);
  }

  remove(am: CountedProfile): void {
    this.count(am, -1);
  }

  /** The counts as they are now, for results that must not move under a question. */
  copy(): Population {
    const copy = new Population();
    copy.reports = this.reports;
    for (const key of Object.keys(this) as (keyof Population)[]) {
      const [from, to] = [this[key], copy[key]];
      if (from instanceof Tally && to instanceof Tally)
        (to as Tally<string | number>).take(from as Tally<string | number>);
    }
    return copy;
  }

  private count(am: CountedProfile, by: 1 | -1): void {
    this.reports += by;
    this.changes++;
    if (am.sex !== null) this.sex.count([am.sex], by);
    if (am.hair !== null) this.hair.count([am.hair], by);
    if (am.eyes !== null) this.eyes.count([am.eyes], by);
    if (am.build?.build) this.build.count([am.build.build], by);
    if (am.blood !== null) this.blood.count([am.blood], by);
    if (am.birth !== null && am.contact !== null)
      this.ages.count([ageBin((am.contact.latest - am.birth.day) / DAYS_PER_YEAR)], by);
    if (am.place?.route) this.routes.count([am.place.route], by);
    if (am.place?.point) this.contactCells.count([cellOf(am.place.point)], by);
    if (am.contact !== null) this.contactMonths.count([Math.floor((am.contact.earliest + am.contact.latest) / 60)], by);
    if (am.place?.point && am.contact !== null) {
      const { latitude, longitude } = am.place.point;
      const month = Math.floor((am.contact.earliest + am.contact.latest) / 60);
      this.contactTimes.count([`${Math.floor(latitude / 2)},${Math.floor(longitude / 2)},${month}`], by);
    }
    if (am.origin !== null && am.origin.countries.length > 0) this.countries.count(am.origin.countries, by);
    if (am.origin !== null && am.origin.languages.length > 0) this.languages.count(am.origin.languages, by);
    if (am.incident !== null) this.incidents.count([am.incident], by);
    if (am.names !== null && am.names.own.length > 0) this.tokens.count(sounds(am.names.own), by);
    if (am.phones !== null) this.phones.count(am.phones, by);
    if (am.marks !== null) {
      this.markPlaces.count([...new Set(am.marks.flatMap(({ type, region }) => [`${type}`, `${type}.${region}`]))], by);
      const words = new Set(am.marks.flatMap((mark) => mark.words));
      if (words.size > 0) this.markWords.count([...words], by);
    }
    if (am.items !== null) {
      const typed = new Set(am.items.filter((item) => item < FIRST_WORD).flatMap((item) => [item, -itemType(item)]));
      this.items.count([...typed], by);
      this.itemWords.count(
        am.items.filter((item) => item >= FIRST_WORD),
        by,
      );
    }
    if (am.medical !== null) this.medical.count(am.medical, by);
  }
}

/** The parts of a report that are counted. */
export type CountedProfile = Pick<
  AnteMortemProfile,
  | 'sex'
  | 'hair'
  | 'eyes'
  | 'build'
  | 'blood'
  | 'birth'
  | 'contact'
  | 'place'
  | 'origin'
  | 'incident'
  | 'names'
  | 'phones'
  | 'marks'
  | 'items'
  | 'medical'
>;

/** Counts of keys among the records that state any; a key's share backs off to its prior while few are counted. */
export class Tally<K extends string | number> {
  private readonly counts = new Map<K, number>();
  private readonly prior: ReadonlyMap<string, number>;
  /** Records counted. */
  total = 0;

  constructor(
    private readonly strength: number,
    prior: Readonly<Record<string, number>>,
    private readonly otherwise = 0.01,
  ) {
    this.prior = new Map(Object.entries(prior));
  }

  count(keys: readonly K[], by: number): void {
    this.total += by;
    for (const key of keys) {
      const next = (this.counts.get(key) ?? 0) + by;
      if (next > 0) this.counts.set(key, next);
      else this.counts.delete(key);
    }
  }

  take(other: Tally<K>): void {
    this.total = other.total;
    for (const [key, count] of other.counts) this.counts.set(key, count);
  }

  of(key: K): number {
    return this.counts.get(key) ?? 0;
  }

  /** Chance that a random record holds the key. `prior` overrides the tally's own. */
  share(key: K, prior?: number): number {
    return (
      (this.of(key) + this.strength * (prior ?? this.prior.get(String(key)) ?? this.otherwise)) /
      (this.total + this.strength)
    );
  }

  entries(): IterableIterator<[K, number]> {
    return this.counts.entries();
  }
}

function priorOf(keys: readonly string[], shares: readonly number[]): Record<string, number> {
  return Object.fromEntries(keys.map((key, at) => [key, shares[at] ?? 0]));
}

export const MAX_AGE = 100;
export const ageBin = (years: number): number => Math.min(MAX_AGE, Math.max(0, Math.floor(years)));

/** Ages of people lost on the way: few children, most between 18 and 35. */
function ageShares(): Record<string, number> {
  const weights = Array.from({ length: MAX_AGE + 1 }, (_, years) =>
    years < 14 ? 0.35 : years < 18 ? 1.2 : years < 36 ? 3.5 : years < 50 ? 1.2 : years < 65 ? 0.35 : 0.06,
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Object.fromEntries(weights.map((weight, years) => [String(years), weight / sum]));
}

export const cellOf = ({ latitude, longitude }: PointFacet): string =>
  `${Math.floor(latitude)},${Math.floor(longitude)}`;

const sounds = (tokens: readonly NameToken[]): string[] => [...new Set(tokens.map(({ sound }) => sound))];

/** Adds up the reports of a list. */
export function populationOf(profiles: Iterable<AnteMortemProfile>): Population {
  const population = new Population();
  for (const profile of profiles) population.add(profile);
  return population;
}

/** Nobody counted: the priors alone. */
export const unknownPopulation: Population = new Population();
