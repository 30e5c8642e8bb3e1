export {
  dnaProfilesColumns,
  ProfileGathering,
  type DnaMarkerDraft,
  type DnaProfileDraft,
  type DnaSubject,
} from './dna-profiles';
export { lineages, markerNamed, type Lineage } from './dna-markers';
export {
  familyReportColumns,
  readFamilyReport,
  type ConsentsDraft,
  type EnquirerDraft,
  type FamilyReportDraft,
} from './family-reports';
export { incidentColumns, incidentReader, type IncidentDraft } from './incidents';
export type { IncidentPoint } from './incident-point';
export type { RegionOfOrigin } from './incident-words';
export { PedigreeGathering, relativesColumns, type PedigreeDraft, type RelativeDraft } from './relatives';
export { readRemains, remainsColumns, type GraveDraft, type RemainsDraft, type SampleDraft } from './remains';
export { iomRoutes } from './routes';
export type { DraftEvent } from './row-reading';
