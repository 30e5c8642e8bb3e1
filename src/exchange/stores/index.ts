import type { ImportKind } from '../core';
import { DnaProfileStore } from './dna-profiles';
import { IncidentStore } from './incidents';
import { RelativesStore } from './relatives';
import { FamilyReportStore, RemainsStore } from './records';

export { RecordsNamed } from './records-named';
export type { DraftStore, Placed, Written } from './store';

/** Which class stores which kind of file. */
export const draftStores = {
  'family-reports': FamilyReportStore,
  remains: RemainsStore,
  relatives: RelativesStore,
  'dna-profiles': DnaProfileStore,
  incidents: IncidentStore,
} as const satisfies Record<ImportKind, unknown>;
