/** A missing person sought: the reports about one person, its owner, status, search log, tasks. */
export type { CaseRow } from './case-rows';
export { caseOpened, caseReviewDue, casesLinked, caseStatusChanged, caseTaskDue } from './cases.events';
export { CasesModule } from './cases.module';
export { CasesService } from './cases.service';
export { type CaseStatus, mayBecomeIdentified, type OutwardStatus, outwardOf } from './core/status';
export { DueDates } from './due-dates';
export { DuplicatesService } from './duplicates.service';
export { CASES_QUEUE } from './opening.listener';
