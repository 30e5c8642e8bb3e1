/** What the board reads beside each other: the evidence without DNA, the signed DNA ratio, and both in one posterior. */
export interface WithDna {
  /** Posterior probability without DNA, of all candidates that were weighed. */
  readonly posterior: number;
  /** Base-10 logarithm of the signed ratio; null is a ratio of 0. */
  readonly log10LR: number | null;
}

/**
 * Posterior odds are the odds without DNA times the DNA ratio. The other candidates are left as they are: they were not
 * typed, or a ratio of theirs would have its own conclusion. DNA shares nothing with the rest but sex and descent: sex is
 * no part of the ratio, and of descent the least favourable population was taken.
 */
export function posteriorWithDna({ posterior, log10LR }: WithDna): number {
  if (log10LR === null || posterior <= 0) return 0;
  if (posterior >= 1) return 1;
  // In logarithms: a ratio of 10^40 must not overflow, and 1 - posterior may be tiny.
  const lnOdds = Math.log(posterior) - Math.log1p(-posterior) + log10LR * Math.LN10;
  return lnOdds >= 0 ? 1 / (1 + Math.exp(-lnOdds)) : Math.exp(lnOdds) / (1 + Math.exp(lnOdds));
}
