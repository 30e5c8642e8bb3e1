import { comparePair, type PricedDatabase, type RemainsInputs } from './comparison';
import type { FamilyInputs } from './family-inputs';
import { search, type SearchJob, type SearchOutcome } from './search';
import type { KinshipSettings } from './settings';

/** One pair computed again from what its result kept. */
export interface RecomputeJob {
  readonly family: FamilyInputs;
  readonly remains: RemainsInputs;
  readonly databases: readonly PricedDatabase[];
  readonly settings: KinshipSettings;
}

/** Everything that is computed away from the event loop: plain data in, plain data out. */
export interface Tasks {
  readonly search: { readonly job: SearchJob; readonly answer: SearchOutcome };
  readonly recompute: { readonly job: RecomputeJob; readonly answer: ReturnType<typeof comparePair> };
}
export type TaskName = keyof Tasks;

const runners: {
  readonly [K in TaskName]: (job: Tasks[K]['job'], onProgress: (done: number) => void) => Tasks[K]['answer'];
} = {
  search,
  recompute: ({ family, remains, databases, settings }) => comparePair(family, remains, databases, settings),
};

export function runTask<K extends TaskName>(
  name: K,
  job: Tasks[K]['job'],
  onProgress: (done: number) => void = () => undefined,
): Tasks[K]['answer'] {
  return runners[name](job, onProgress);
}
