import type { ImportKind } from '../core';
import { DnaProfileStore } from './dna-profiles';
import { FamilyReportStore } from './family-reports';
import { IncidentStore } from './incidents';
import { RelativesStore } from './relatives';
import { RemainsStore } from './remains';

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
