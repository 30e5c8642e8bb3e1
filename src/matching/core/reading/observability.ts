import type { PostMortem } from '../../../forensic-remains/core/post-mortem';

/** What a body in its condition can still show. */
export interface Observability {
  /** fresh: as in life; changed: soft tissue altered; dry: bone, or skin like leather. */
  readonly tissue: 'fresh' | 'changed' | 'dry' | 'bone';
  readonly isBurned: boolean;
  /** Share of the body that was there to be examined. */
  readonly share: number;
}

const shares = { whole: 1, partial: 0.6, body_part: 0.2, fragments: 0.1 } as const;

export function observabilityOf(pm: Pick<PostMortem, 'condition' | 'completeness'>): Observability {
  const condition = new Set(pm.condition ?? []);
  const isChanged = condition.has('decomposed') || condition.has('saponified') || condition.has('burned');
  // "Decomposed, skeletonised" is a body in between: some tissue is left.
  const isBone = condition.has('skeletonised') && !isChanged && !condition.has('mummified') && !condition.has('fresh');
  const tissue = isBone
    ? 'bone'
    : condition.has('mummified')
      ? 'dry'
      : isChanged || condition.has('skeletonised')
        ? 'changed'
        : condition.has('fresh')
          ? 'fresh'
          : 'changed';
  return { tissue, isBurned: condition.has('burned'), share: shares[pm.completeness ?? 'whole'] };
}

/** Days since death that a body in this condition suggests, where nobody estimated them. */
export function daysSinceDeathByCondition(pm: Pick<PostMortem, 'condition'>): { from: number; to: number } {
  const condition = new Set(pm.condition ?? []);
  if (condition.has('fresh')) return { from: 0, to: 7 };
  if (condition.has('skeletonised')) return { from: 60, to: 1500 };
  if (condition.has('mummified')) return { from: 21, to: 900 };
  if (condition.has('saponified')) return { from: 30, to: 900 };
  if (condition.has('decomposed')) return { from: 3, to: 90 };
  return { from: 0, to: 240 };
}
