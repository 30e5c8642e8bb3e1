import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform';
import { Runs } from './runs';
import { type RunOutcome, Searches } from './searches';

/** Pairs that another kind of evidence brings up: they become proposals with the evidence that is there, however little. */
@Injectable()
export class PairsProposed {
  constructor(
    private readonly searches: Searches,
    private readonly runs: Runs,
  ) {}

  weigh(pairs: readonly { readonly reportId: string; readonly remainsId: string }[]): Promise<RunOutcome> {
    return this.searches.forReports([...new Set(pairs.map(({ reportId }) => reportId))], pairs);
  }

  store(tx: Tx, outcome: RunOutcome): Promise<void> {
    return this.runs.store(tx, outcome);
  }
}
