/** Finds pairs worth a person's look, weighs them, proposes; proves that every pair was compared. */
export { type ComparisonName, comparisonNames } from './core/comparison';
export { type PairFacts, evaluateSlices, type Slice, upperBound } from './core/evaluate-slices';
export { type Evaluation, evaluate, type RankedCandidate, type TruePair } from './core/evaluate';
export { answerNamesFile, readName } from './core/names';
export {
  defaultParameters,
  familyReportsCsv,
  genetics,
  profilesCsv,
  relativesCsv,
  remainsCsv,
  simulate,
  type SimulatedIncident,
  simulatedIncidents,
  truthCsv,
} from './core/simulation';
export { type ProposalState, type Stage } from './core/proposal-state';
export { CoverageService, type CoverageStatement } from './coverage.service';
export { DuplicateReports, type DuplicateReportsPair } from './duplicate-reports';
export { DUPLICATES_QUEUE } from './duplicate-suggestions';
export { INCIDENT_MENTIONS_QUEUE } from './incident/incident-mentions';
export { matchProposed, proposalMoved } from './matching.events';
export { MATCHING_QUEUE } from './matching.listeners';
export { MatchingModule } from './matching.module';
export { PairsProposed } from './pairs-proposed';
export type { ProposalRow } from './proposal-rows';
export { ProposalsService } from './proposals.service';
export { AmbiguousReferenceError, type Explanation, type RankedPair, Ranking } from './ranking';
export { ResidentIndex } from './resident-index';
export type { RunOutcome } from './searches';
