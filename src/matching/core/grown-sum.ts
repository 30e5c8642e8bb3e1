/** Sum of likelihood ratios of all who may be some remains, and over how many persons. */
export interface Sum {
  readonly sumOfLr: number;
  readonly persons: number;
}

/** A sum as one search found it, when this many reports were there. */
export interface SumThen extends Sum {
  readonly residents: number;
}

/** A register this many times as large is another register: the sum is taken anew. */
export const MOST_GROWTH = 4;

/**
 * A known sum as it would be among `residents` reports: those that came since are taken to agree as well as those before
 * did, and the one now asked about (`ownLr`, null where it was there before) as it does. Null where the register has grown
 * beyond that: among few reports anybody looks likely, and an import into an empty register must not propose everybody.
 */
export function grownSum(then: SumThen | undefined, residents: number, ownLr: number | null): Sum | null {
  if (then === undefined || then.residents * MOST_GROWTH < residents) return null;
  const growth = Math.max(1, residents / Math.max(1, then.residents));
  const own = growth === 1 ? 0 : (ownLr ?? 0);
  return { sumOfLr: then.sumOfLr * growth + own, persons: then.persons * growth };
}

/** What a sum is before anybody took it: the mean likelihood ratio of those who are not the person found is 1, and one is `ownLr`. */
export const expectedSum = (persons: number, ownLr: number): Sum => ({ sumOfLr: persons + ownLr, persons });
