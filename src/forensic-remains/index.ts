/** Remains and what forensic teams found and did: examinations, samples, custody, graves, status. */
export { type CoarseArea, type CoarseFeatures } from './core/coarse-features';
export { notExaminable, withDerivedAnswers } from './core/observability';
export * from './core/post-mortem';
export { mayHoldDna, type RemainsStatus, remainsStatuses } from './core/status';
export type { TimelineEntry } from './core/timeline';
export { RemainsView } from './forensic-remains.dto';
export {
  remainsChanged,
  remainsCustodyChanged,
  remainsRecorded,
  remainsStatusChanged,
} from './forensic-remains.events';
export { ForensicRemainsModule } from './forensic-remains.module';
export { type RemainsForMatching, RemainsRecords, type RemainsSummary } from './remains-records';
export { type RegisterOutcome, type RemainsDraft, remainsDraft, RemainsRegister } from './remains-register';
export { type AuthorityDecision, RemainsStatusChanges } from './remains-status';
