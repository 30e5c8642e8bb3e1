/** Files in and out: imports of the five kinds, with the reason for each row that was refused. */
export {
  alpha3Of as countryNamed,
  importKinds,
  type ImportKind,
  readTable,
  reasonText,
  type Reject,
  writeRejects,
} from './core';
export { ExchangeModule } from './exchange.module';
export { type ImportCounts, type ImportRun, ImportRuns, type ImportState } from './import-runs';
export { type ImportProgress, type ImportRequest, type ImportResult, Imports } from './imports.service';
export {
  Demonstration,
  DemonstrationDailyWork,
  type DemonstrationLogin,
  type DemonstrationState,
  demonstrationStories,
  type Filled,
} from './demonstration';
