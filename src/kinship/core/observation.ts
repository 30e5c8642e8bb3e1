import { KinshipInputError } from './kinship-input-error';
import type { Marker } from './marker';
import type { ReducedLadder } from './reduced-ladder';

/** What a laboratory saw of one person at one marker, as allele numbers of the full ladder. */
export interface Observation {
  readonly first: number;
  /** -1: the second allele is not known (a half-typed genotype). */
  readonly second: number;
  /** Probability for each allele copy to have dropped out; 0 for good samples. */
  readonly dropout: number;
}

/** One unordered true genotype and how probable the observation is, were it the true one. */
export interface PossibleGenotype {
  readonly first: number;
  readonly second: number;
  readonly probability: number;
}

/** `[a, b]`, `[a, null]` (one allele known) or nothing known (null). */
export function readObservation(
  genotype: readonly (string | null)[] | undefined,
  marker: Marker,
  dropout: number,
  path: string,
): Observation | null {
  if (genotype === undefined) return null;
  if (genotype.length !== 2) {
    throw new KinshipInputError(
      'kinship.not-two-alleles',
      path,
      `A genotype at ${marker.name} must have two alleles, not ${genotype.length}; write [a, null] where one is not known, and have a mixture resolved first`,
    );
  }
  const known = genotype.flatMap((allele, at) => (allele === null ? [] : [marker.indexOf(allele, `${path}[${at}]`)]));
  if (known.length === 0) return null;
  return { first: known[0]!, second: known[1] ?? -1, dropout };
}

/** Alleles that must stay apart for these observations. */
export function allelesSeen(
  observations: readonly (readonly Observation[])[],
  alsoKept: Iterable<number> = [],
): Set<number> {
  const seen = new Set<number>(alsoKept);
  for (const ofPerson of observations) {
    for (const { first, second } of ofPerson) {
      seen.add(first);
      if (second >= 0) seen.add(second);
    }
  }
  return seen;
}

/** The true genotypes that all observations of one person allow, over the reduced ladder. */
export function possibleGenotypes(observations: readonly Observation[], ladder: ReducedLadder): PossibleGenotype[] {
  const { first: a, second: b, dropout } = observations[0]!;
  if (observations.length === 1 && b >= 0 && dropout === 0 && (a !== b || ladder.silent < 0)) {
    const [x, y] = [ladder.blockOf[a]!, ladder.blockOf[b]!];
    return [x < y ? { first: x, second: y, probability: 1 } : { first: y, second: x, probability: 1 }];
  }
  let possible = genotypesBehind(observations[0]!, ladder);
  for (const observation of observations.slice(1)) {
    const also = new Map(genotypesBehind(observation, ladder).map((g) => [g.first * ladder.size + g.second, g]));
    possible = possible.flatMap((g) => {
      const other = also.get(g.first * ladder.size + g.second);
      return other ? [{ ...g, probability: g.probability * other.probability }] : [];
    });
  }
  return possible;
}

/**
 * P(observed | true) for one observation; no drop-in.
 * A half-typed genotype already says that its second allele is not known, so dropout adds nothing to it.
 */
function genotypesBehind({ first: a, second: b, dropout: d }: Observation, ladder: ReducedLadder): PossibleGenotype[] {
  const one = ladder.blockOf[a]!;
  const possible: PossibleGenotype[] = [];
  const allow = (x: number, y: number, probability: number) => {
    if (probability > 0) possible.push({ first: Math.min(x, y), second: Math.max(x, y), probability });
  };
  if (b < 0) {
    for (let other = 0; other < ladder.size; other++) allow(one, other, 1);
  } else if (a !== b) {
    allow(one, ladder.blockOf[b]!, (1 - d) * (1 - d));
  } else {
    for (let other = 0; other < ladder.size; other++) {
      if (other === one) allow(one, one, 1 - d * d);
      else if (other === ladder.silent) allow(one, other, 1 - d);
      else allow(one, other, d * (1 - d));
    }
  }
  return possible;
}
