import type { Elements } from './comparisons/elements';
import type { Measure } from './comparisons/measure';
import type { AnteMortemProfile, Examined, PostMortemProfile } from './profile';
import type { Population } from './population';
import type { GroupName, MatchingSettings } from './settings';

/** What every comparison may look at beside the two records. */
export interface Setting {
  readonly settings: MatchingSettings;
  readonly population: Population;
}

/** The probability (or density) of what was found if the remains are this person, and if they are a random other. */
export interface Weight {
  readonly level: string;
  readonly same: number;
  readonly other: number;
}

/**
 * One line of evidence. A side's record is first reduced to the facet that this comparison looks at: `null` is not recorded and
 * weighs nothing, `'not_examinable'` the same for another reason. `against` prepares one post-mortem facet and answers for any number of
 * ante-mortem facets, so that what depends on the remains alone is computed once. Facets are small plain values: two records
 * with equal facets have equal weights, on which the index rests.
 */
export interface Comparison<A, P> {
  readonly name: ComparisonName;
  readonly group: GroupName;
  readonly anteMortem: (am: AnteMortemProfile) => A | null;
  readonly postMortem: (pm: PostMortemProfile) => Examined<P>;
  readonly against: (p: P, setting: Setting) => (a: A) => Weight | null;
  /** Comparisons of quantities: the same arithmetic in the form that an index keeps. `against` rests on it. */
  readonly measure?: Measure<A, P>;
  /** Comparisons of lists: the same. */
  readonly elements?: AnyElements<A, P>;
  /** A text for a screen. Names and numbers of families are among them: whoever shows it answers for who may see it. */
  readonly showAnteMortem: (a: A) => string;
  readonly showPostMortem: (p: P) => string;
  /** The most that this comparison may add, base-10 logarithm. */
  readonly cap: number;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- elements of a list are known to their comparison alone
type AnyElements<A, P> = Elements<A, P, any, any>;

export const comparisonNames = [
  ...(['sex', 'age', 'stature', 'build', 'hair', 'eyes', 'blood-group', 'time', 'place', 'incident'] as const),
  ...(['names', 'phones', 'documents', 'origin', 'marks', 'teeth', 'belongings', 'medical'] as const),
] as const;
export type ComparisonName = (typeof comparisonNames)[number];

/** Logarithm to base 10 of same / other within [floor, cap]. Never NaN: what cannot be computed weighs nothing. */
export function log10LrOf(weight: Weight | null, floor: number, cap: number): number {
  if (weight === null) return 0;
  const { same, other } = weight;
  if (!(same >= 0) || !(other >= 0) || (same === 0 && other === 0)) return 0;
  if (same === 0) return floor;
  if (other === 0) return cap;
  const log10 = Math.log10(same / other);
  return Number.isNaN(log10) ? 0 : Math.min(cap, Math.max(floor, log10));
}
