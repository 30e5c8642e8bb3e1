import type { Evidence } from '../api/proposals';

/** One step from the prior to the posterior, in base-10 logarithm of odds. */
export interface WaterfallStep {
  readonly kind: 'prior' | 'comparison' | 'dependence' | 'others' | 'posterior';
  readonly comparison?: string;
  /** Where the step begins and ends; the first and the last begin at 0. */
  readonly from: number;
  readonly to: number;
}

const SMALL = 0.005;
const LIMIT = 12;
export const log10Odds = (probability: number): number =>
  Math.max(-LIMIT, Math.min(LIMIT, Math.log10(probability / (1 - probability))));

/**
 * From prior to posterior. Two corrections are steps of their own and not hidden in a bar: comparisons that depend on one
 * another count less than their sum, and other persons of the list take their share of the posterior.
 */
export function waterfallOf({ prior, parts, log10Lr, posterior }: Evidence): readonly WaterfallStep[] {
  // Each of these persons is the one found with an equal share of the chance that anybody has reported the person at all.
  const start = log10Odds(prior.reported / Math.max(prior.persons, 1));
  const steps: WaterfallStep[] = [{ kind: 'prior', from: 0, to: start }];
  let at = start;
  const add = (kind: WaterfallStep['kind'], change: number, comparison?: string) => {
    if (Math.abs(change) < SMALL) return;
    steps.push({ kind, comparison, from: at, to: at + change });
    at += change;
  };
  const weighed = parts.filter(
    (part) => part.log10Lr !== null && (part.state === 'agrees' || part.state === 'disagrees'),
  );
  for (const part of weighed) add('comparison', part.log10Lr ?? 0, part.comparison);
  add('dependence', start + log10Lr - at);
  const end = log10Odds(posterior);
  add('others', end - at);
  return [...steps, { kind: 'posterior', from: 0, to: end }];
}
