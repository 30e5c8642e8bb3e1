import { casesLinked, CASES_QUEUE, caseStatusChanged } from './cases';
import { familyConsentChanged, familyReportChanged, familyReported, familyReportWithdrawn } from './families';
import { remainsChanged, remainsCustodyChanged, remainsRecorded, remainsStatusChanged } from './forensic-remains';
import { defineRoutes } from './platform';

/** Who hears what: event -> queues. The asynchronous wiring of the whole system on one page. */
export const routes = defineRoutes({
  [familyReported.name]: [CASES_QUEUE],
  [familyReportChanged.name]: [],
  [familyConsentChanged.name]: [],
  [familyReportWithdrawn.name]: [CASES_QUEUE],
  [caseStatusChanged.name]: [],
  [casesLinked.name]: [],
  [remainsRecorded.name]: [],
  [remainsChanged.name]: [],
  [remainsStatusChanged.name]: [],
  [remainsCustodyChanged.name]: [],
});
