/** Remains and what forensic teams found and did: examinations, samples, custody, graves, status. */
export { RemainsBulkRegistration, type RemainsDraft, type RemainsOutcome } from './bulk-registration';
export { Custody } from './custody';
export { Examinations } from './examinations';
export { type CoarseArea, type CoarseFeatures } from './core/coarse-features';
export { notExaminable } from './core/observability';
export * from './core/post-mortem';
export { mayHoldDna, type RemainsStatus, remainsStatuses } from './core/status';
export type { TimelineEntry } from './core/timeline';
export { type RemainsContent, RemainsDto, RemainsView } from './forensic-remains.dto';
export {
  remainsChanged,
  remainsCustodyChanged,
  remainsRecorded,
  remainsStatusChanged,
} from './forensic-remains.events';
export { ForensicRemainsModule } from './forensic-remains.module';
export { type RemainsForMatching, RemainsRecords, type RemainsSummary } from './remains-records';
export { RemainsRegister } from './remains-register';
export { type AuthorityDecision, RemainsStatusChanges } from './remains-status';
