import type { Part } from '../api/proposals';

/** A chance as people say it: so many in a hundred, or one in so many. */
export type Chance =
  | { readonly how: 'in-hundred'; readonly count: number }
  | { readonly how: 'one-in'; readonly count: number }
  | { readonly how: 'hardly-ever' }
  | { readonly how: 'nearly-always' };

/** Two digits are all that such a number is worth. */
const twoDigits = (value: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
};

export function chanceOf(probability: number): Chance {
  if (!(probability > 1e-9)) return { how: 'hardly-ever' };
  if (probability > 0.995) return { how: 'nearly-always' };
  if (probability >= 0.1) return { how: 'in-hundred', count: Math.round(probability * 100) };
  return { how: 'one-in', count: twoDigits(1 / probability) };
}

/** Comparisons of closed lists, whose two numbers are probabilities; those of quantities are densities, those of lists a ratio alone. */
const ofClosedLists: ReadonlySet<string> = new Set(['sex', 'hair', 'eyes', 'blood-group', 'incident']);
/** Weights nearer to nothing than this say nothing that a sentence could carry. */
const LEAST_LOG10 = 0.05;

export interface Chances {
  /** The two probabilities of what was found, where the comparison knows them. */
  readonly ifSame: Chance | null;
  readonly ifOther: Chance | null;
  /**
   * A bound that holds for every likelihood ratio, since it averages to 1 over others: at most one in so many records of others would
   * agree this well; or, where it disagrees, at most one in so many records of this very person would disagree this much.
   */
  readonly atMost: { readonly of: 'others' | 'same-person'; readonly oneIn: number } | null;
}

export function chancesOf({ comparison, log10Lr, likelihoodIfSame: same, likelihoodIfOther: other }: Part): Chances {
  const isProbability = (value: number | null): value is number => value !== null && value >= 0 && value <= 1;
  const areKnown = ofClosedLists.has(comparison) && isProbability(same) && isProbability(other);
  const oneIn = twoDigits(10 ** Math.min(12, Math.abs(log10Lr)));
  return {
    ifSame: areKnown ? chanceOf(same) : null,
    ifOther: areKnown ? chanceOf(other) : null,
    atMost: Math.abs(log10Lr) < LEAST_LOG10 || oneIn < 2 ? null : { of: log10Lr > 0 ? 'others' : 'same-person', oneIn },
  };
}
