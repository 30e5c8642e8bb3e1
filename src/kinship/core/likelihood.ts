import { sumWithCoancestry, workWithCoancestry } from './coancestry';
import {
  type AskedTable,
  eliminate,
  eliminateAll,
  planFor,
  refuseIfTooLarge,
  WORK_LIMIT,
  type WorkLimit,
} from './elimination';
import type { Marker } from './marker';
import { buildNetwork, type MarkerProblem } from './network';
import { allelesSeen, type Observation, possibleGenotypes } from './observation';
import { unorderedGenotypes } from './reduced-ladder';
import { type Scaled, scaled, ZERO } from './scaled-number';

/** P(all observations) at one marker, for unordered genotypes. Exact; 0 only where the data are impossible. */
export function likelihood(problem: MarkerProblem, limit: WorkLimit = WORK_LIMIT): Scaled {
  const network = buildNetwork(problem);
  if (network.constant === 0) return ZERO;
  if (problem.theta > 0) {
    return scaled(sumWithCoancestry(network, problem.theta, limit, problem.marker.name));
  }
  const plan = planFor(network);
  refuseIfTooLarge(plan, limit, problem.marker.name);
  return eliminateAll(network, plan);
}

/** Operations that the likelihood would take, about; found without computing it. A billion is about a second. */
export function expectedWork(problem: MarkerProblem): number {
  const network = buildNetwork(problem);
  if (network.constant === 0) return 0;
  return problem.theta > 0 ? workWithCoancestry(network, WORK_LIMIT) : planFor(network).work;
}

/** P(all observations and each unordered genotype of the person asked for), theta 0; over the reduced ladder. */
export function genotypesOf(
  problem: MarkerProblem & { readonly asked: number },
  limit: WorkLimit = WORK_LIMIT,
): AskedTable {
  const network = buildNetwork(problem);
  const { first, second } = unorderedGenotypes(network.ladder.size);
  if (network.constant === 0) return { table: new Float64Array(first.length), exponent: 0 };
  const plan = planFor(network);
  refuseIfTooLarge(plan, limit, problem.marker.name);
  const { table, exponent } = eliminate(network, plan);
  if (network.asked.length === 1) return { table, exponent };
  const { size } = network.ladder;
  const unordered = new Float64Array(first.length);
  for (let g = 0; g < unordered.length; g++) {
    const [a, b] = [first[g]!, second[g]!];
    unordered[g] = a === b ? table[a * size + a]! : table[a * size + b]! + table[b * size + a]!;
  }
  return { table: unordered, exponent };
}

/** P(observations of one person unrelated to everybody), Hardy-Weinberg, theta 0. 1 where nothing was observed. */
export function populationProbability(observations: readonly Observation[], marker: Marker): number {
  if (observations.length === 0) return 1;
  const { first: a, second: b, dropout } = observations[0]!;
  if (observations.length === 1 && b >= 0 && b !== a && dropout === 0) {
    return 2 * marker.frequencies[a]! * marker.frequencies[b]!;
  }
  const ladder = marker.reducedTo(allelesSeen([observations]));
  let sum = 0;
  for (const { first, second, probability } of possibleGenotypes(observations, ladder)) {
    const phases = first === second ? 1 : 2;
    sum += probability * phases * ladder.frequencies[first]! * ladder.frequencies[second]!;
  }
  return sum;
}
