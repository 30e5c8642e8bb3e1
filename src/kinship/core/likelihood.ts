import { sumWithCoancestry } from './coancestry';
import { eliminateAll, planFor, refuseIfTooLarge, WORK_LIMIT, type WorkLimit } from './elimination';
import type { Marker } from './marker';
import { buildNetwork, type MarkerProblem } from './network';
import { allelesSeen, type Observation, possibleGenotypes } from './observation';
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

/** P(observations of one person unrelated to everybody), Hardy-Weinberg, theta 0. 1 where nothing was observed. */
export function populationProbability(observations: readonly Observation[], marker: Marker): number {
  if (observations.length === 0) return 1;
  const ladder = marker.reducedTo(allelesSeen([observations]));
  let sum = 0;
  for (const { first, second, probability } of possibleGenotypes(observations, ladder)) {
    const phases = first === second ? 1 : 2;
    sum += probability * phases * ladder.frequencies[first]! * ladder.frequencies[second]!;
  }
  return sum;
}
