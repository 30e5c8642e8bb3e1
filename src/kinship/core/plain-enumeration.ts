import { type Marker } from './marker';
import type { Observation } from './observation';
import type { Pedigree } from './pedigree';

/**
 * The definition of the likelihood, written out: every way to give every person two alleles, one after the other.
 * No reduction, no table, no logarithm. Far too slow for work; tests and the bench hold the engine against it.
 */
export function plainLikelihood(
  pedigree: Pedigree,
  marker: Marker,
  observed: readonly (readonly Observation[])[],
  theta: number,
): number {
  const { parentsFirst, father, mother } = pedigree;
  const alleles: [number, number][] = pedigree.ids.map(() => [0, 0]);
  const drawn = new Array<number>(marker.size).fill(0);
  let drawnInAll = 0;

  const handedOn = (parent: number, allele: number, matrix: Float64Array | null): number => {
    const chance = (from: number) => (matrix ? matrix[from * marker.size + allele]! : from === allele ? 1 : 0);
    return (chance(alleles[parent]![0]) + chance(alleles[parent]![1])) / 2;
  };
  const founderAllele = (allele: number): number =>
    (drawn[allele]! * theta + (1 - theta) * marker.frequencies[allele]!) / (1 + (drawnInAll - 1) * theta);

  const sumFrom = (at: number): number => {
    if (at === parentsFirst.length) return 1;
    const person = parentsFirst[at]!;
    const isFounder = father[person]! < 0;
    let sum = 0;
    for (let a = 0; a < marker.size; a++) {
      const first = isFounder ? founderAllele(a) : handedOn(father[person]!, a, marker.male);
      if (first === 0) continue;
      if (isFounder) [drawn[a], drawnInAll] = [drawn[a]! + 1, drawnInAll + 1];
      for (let b = 0; b < marker.size; b++) {
        const seen = observed[person]!.reduce((p, seenOnce) => p * chanceToSee(seenOnce, a, b, marker.silent), 1);
        if (seen === 0) continue;
        const second = isFounder ? founderAllele(b) : handedOn(mother[person]!, b, marker.female);
        if (second === 0) continue;
        alleles[person] = [a, b];
        if (isFounder) [drawn[b], drawnInAll] = [drawn[b]! + 1, drawnInAll + 1];
        sum += first * second * seen * sumFrom(at + 1);
        if (isFounder) [drawn[b], drawnInAll] = [drawn[b]! - 1, drawnInAll - 1];
      }
      if (isFounder) [drawn[a], drawnInAll] = [drawn[a]! - 1, drawnInAll - 1];
    }
    return sum;
  };
  return sumFrom(0);
}

/** P(seen | the two alleles), copy by copy: each drops out by itself, a silent one shows nothing. */
function chanceToSee({ first, second, dropout }: Observation, a: number, b: number, silent: number): number {
  if (second < 0) return a === first || b === first ? 1 : 0;
  const outcomes = (allele: number): [number | null, number][] =>
    allele === silent
      ? [[null, 1]]
      : [
          [allele, 1 - dropout],
          [null, dropout],
        ];
  let chance = 0;
  for (const [one, p] of outcomes(a)) {
    for (const [other, q] of outcomes(b)) {
      const peaks = new Set([one, other].filter((peak) => peak !== null));
      if (peaks.size === new Set([first, second]).size && peaks.has(first) && peaks.has(second)) chance += p * q;
    }
  }
  return chance;
}
