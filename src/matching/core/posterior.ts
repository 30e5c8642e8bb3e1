/**
 * From a likelihood ratio to what may be said. The prior is stated, never hidden: how many open persons are eligible, and how probable it
 * is that somebody has reported the person at all.
 */
export interface StatedPrior {
  /** Eligible open persons: reports linked as one person count once. */
  readonly persons: number;
  /** Probability, before the evidence, that one of them is the person found. */
  readonly reported: number;
  /** Where both numbers come from, in words for a reviewer. */
  readonly source: string;
}

/** Belief, in searches, that half of the found have been reported, until a desk's own searches say otherwise. */
const PRIOR_SEARCHES = 4;
const PRIOR_REPORTED = 0.5;
const LEAST_REPORTED = 0.02;
const MOST_REPORTED = 0.98;

export function statedPrior(persons: number, reported: number, source: string): StatedPrior {
  const count = Number.isFinite(persons) && persons > 0 ? persons : 0;
  const share = Number.isFinite(reported)
    ? Math.min(MOST_REPORTED, Math.max(LEAST_REPORTED, reported))
    : PRIOR_REPORTED;
  return { persons: count, reported: share, source };
}

/** Prior probability of each person. */
export const priorOfEach = ({ persons, reported }: StatedPrior): number => (persons > 0 ? reported / persons : 0);

/**
 * Posterior probability that this report is of the person found: pi LR / (1 - sum pi + sum pi LR), over all eligible open persons, not
 * those listed alone. `sumOfLr` is the sum of share x LR of all of them; a report linked with others holds its share of one person's
 * prior. Not to be summed over searches: two remains may each have the same best report.
 */
export function posterior(log10Lr: number, share: number, sumOfLr: number, prior: StatedPrior): number {
  const each = priorOfEach(prior);
  if (each === 0 || Number.isNaN(log10Lr) || !(share > 0) || !(sumOfLr >= 0)) return 0;
  // Beyond 10^300 the ratio decides alone.
  const own = each * share * 10 ** Math.min(300, log10Lr);
  const all = Math.max(own, each * sumOfLr);
  return own / (1 - prior.reported + all);
}

/** Probability that nobody eligible has reported the person found. */
export function posteriorOfNobody(sumOfLr: number, prior: StatedPrior): number {
  return (1 - prior.reported) / (1 - prior.reported + priorOfEach(prior) * Math.max(0, sumOfLr));
}

/** What one search found: the sum of share x likelihood ratio over all persons, how many they are, and the best of them. */
export interface SearchSum {
  readonly sumOfLr: number;
  readonly persons: number;
  readonly found?: readonly { readonly id: string; readonly log10Lr: number }[];
}
/** A search for a decoy, and the places of the two searches for whose remains it is made of; see `decoys.ts`. */
export interface DecoySum extends SearchSum {
  readonly body: number;
  readonly event: number;
}

/** Searches for decoys from which the excess can be told. */
const LEAST_DECOYS = 20;
const MOST_EXCESS = 100;

/**
 * How probable it is that a person found has been reported, estimated from searches themselves: the share r at which the searches are
 * likeliest, each being (1 - r) + r x mean LR. Expectation-maximisation from a half, with the belief of a few searches added, so that no
 * searches leave a half and few move it little.
 *
 * What is left of dependence between comparisons (one event, one season, one people) makes the mean LR of the unreported larger than 1;
 * taken at its word it would make everybody reported. Searches for decoys, remains that nobody can have reported, measure by how much:
 * the excess is the divisor of all mean LRs at which decoys look as often reported as the unreported among calibrated searches do,
 * sum w (1 - w) / sum (1 - w) over their probabilities w. These are bounded, so that a single great LR decides nothing. What a decoy finds
 * again of those who are probably the two persons it is made of is taken out of its sum.
 */
export function reportedShare(searches: readonly SearchSum[], decoys: readonly DecoySum[] = []): number {
  const means = searches.map(meanOf);
  if (decoys.length < LEAST_DECOYS) return shareAt(means.filter(Number.isFinite));
  let excess = 1;
  for (let round = 0; round < 6; round++) {
    const share = shareAt(means.filter(Number.isFinite).map((mean) => mean / excess));
    const next = excessOf(
      means,
      decoys.map((decoy) => meanOfOthers(decoy, searches, share, excess)),
    );
    if (Math.abs(Math.log(next / excess)) < 0.01) break;
    excess = next;
  }
  return shareAt(means.filter(Number.isFinite).map((mean) => mean / excess));
}

/** NaN where there was nobody to compare with. */
const meanOf = ({ sumOfLr, persons }: SearchSum): number =>
  persons > 0 && Number.isFinite(sumOfLr) ? sumOfLr / persons : Number.NaN;

function meanOfOthers(decoy: DecoySum, searches: readonly SearchSum[], share: number, excess: number): number {
  const probable = new Map<string, number>();
  for (const at of [decoy.body, decoy.event]) {
    const { sumOfLr = 0, persons = 0, found = [] } = searches[at] ?? {};
    const all = 1 - share + (share * sumOfLr) / persons / excess;
    for (const { id, log10Lr } of found) {
      const own = Math.min(1, (share * 10 ** log10Lr) / persons / excess / all);
      probable.set(id, Math.max(own, probable.get(id) ?? 0));
    }
  }
  const again = (decoy.found ?? []).reduce((sum, { id, log10Lr }) => sum + (probable.get(id) ?? 0) * 10 ** log10Lr, 0);
  return Math.max(0, meanOf(decoy) - again / decoy.persons);
}

function excessOf(means: readonly number[], decoys: readonly number[]): number {
  const real = means.filter(Number.isFinite);
  const others = decoys.filter(Number.isFinite);
  let [low, high] = [0, Math.log(MOST_EXCESS)];
  for (let round = 0; round < 25; round++) {
    const middle = (low + high) / 2;
    if (looksReported(real, others, Math.exp(middle))) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

/** Whether decoys still look reported more often than the unreported among the searches should. */
function looksReported(means: readonly number[], decoys: readonly number[], excess: number): boolean {
  const scaled = means.map((mean) => mean / excess);
  const share = shareAt(scaled);
  const probable = (mean: number): number => (share * mean) / (1 - share + share * mean);
  let both = 0;
  let unreported = 0;
  for (const mean of scaled) {
    const w = probable(mean);
    both += w * (1 - w);
    unreported += 1 - w;
  }
  const observed = decoys.reduce((sum, mean) => sum + probable(mean / excess), 0) / decoys.length;
  return unreported > 0 && observed > both / unreported;
}

function shareAt(means: readonly number[]): number {
  let share = PRIOR_REPORTED;
  for (let round = 0; round < 200; round++) {
    let expected = PRIOR_SEARCHES * PRIOR_REPORTED;
    for (const mean of means) expected += (share * mean) / (1 - share + share * mean);
    const next = expected / (means.length + PRIOR_SEARCHES);
    if (Math.abs(next - share) < 1e-7) break;
    share = next;
  }
  return Math.min(MOST_REPORTED, Math.max(LEAST_REPORTED, share));
}

export const grades = ['cannot-tell', 'against', 'weak', 'moderate', 'strong', 'very-strong'] as const;
export type Grade = (typeof grades)[number];

/** Comparisons that must speak before anything is said of a pair, and the weight under which neither side is supported. */
const LEAST_COMPARISONS = 3;
const INDIFFERENT_LOG10 = 1;

/**
 * The verbal grade of the evidence, after the scale of the European Network of Forensic Science Institutes (ENFSI guideline for evaluative
 * reporting, 2015): weak from 10, moderate from 100, strong from 10^4, very strong from 10^6. It grades the likelihood ratio; whether the
 * pair is probable is the posterior's matter. "Cannot tell" where too little was compared or it points nowhere.
 */
export function gradeOf(log10Lr: number, comparisonsMade: number): Grade {
  if (Number.isNaN(log10Lr) || comparisonsMade < LEAST_COMPARISONS || Math.abs(log10Lr) < INDIFFERENT_LOG10)
    return 'cannot-tell';
  if (log10Lr < 0) return 'against';
  if (log10Lr < 2) return 'weak';
  if (log10Lr < 4) return 'moderate';
  return log10Lr < 6 ? 'strong' : 'very-strong';
}

/**
 * How many random reports would reach this likelihood ratio: at most persons / LR, since a likelihood ratio averages to 1 over random
 * others (Markov); and no more than all of them.
 */
export function randomReportsReaching(log10Lr: number, persons: number): number {
  if (Number.isNaN(log10Lr) || !(persons > 0)) return 0;
  return persons * Math.min(1, 10 ** -log10Lr);
}
