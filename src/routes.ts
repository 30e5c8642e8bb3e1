import { caseOpened, caseReviewDue, casesLinked, CASES_QUEUE, caseStatusChanged, caseTaskDue } from './cases';
import { familyConsentChanged, familyReportChanged, familyReported, familyReportWithdrawn } from './families';
import { remainsChanged, remainsCustodyChanged, remainsRecorded, remainsStatusChanged } from './forensic-remains';
import {
  IDENTIFICATION_QUEUE,
  DNA_CONCLUSIONS_QUEUE,
  identificationConcluded,
  identificationDecided,
  identificationOpened,
  identificationReversed,
  identificationSigned,
  identificationTaskDue,
  identificationTold,
  reversalAsked,
  thirdSpecialistAsked,
  thirdSpecialistNamed,
} from './identification';
import { dnaConcluded, familyDnaChanged, KINSHIP_QUEUE, remainsDnaChanged } from './kinship';
import { DUPLICATES_QUEUE, INCIDENT_MENTIONS_QUEUE, MATCHING_QUEUE, matchProposed, proposalMoved } from './matching';
import { NOTIFICATIONS_QUEUE } from './notifications';
import { defineRoutes } from './platform';

/** Who hears what: event -> queues. The asynchronous wiring of the whole system on one page. */
export const routes = defineRoutes({
  [familyReported.name]: [CASES_QUEUE, MATCHING_QUEUE, INCIDENT_MENTIONS_QUEUE],
  [familyReportChanged.name]: [MATCHING_QUEUE, DUPLICATES_QUEUE, INCIDENT_MENTIONS_QUEUE, KINSHIP_QUEUE],
  [familyConsentChanged.name]: [MATCHING_QUEUE, KINSHIP_QUEUE],
  [familyReportWithdrawn.name]: [CASES_QUEUE, MATCHING_QUEUE, INCIDENT_MENTIONS_QUEUE, KINSHIP_QUEUE],
  [caseOpened.name]: [DUPLICATES_QUEUE],
  [caseStatusChanged.name]: [],
  [casesLinked.name]: [IDENTIFICATION_QUEUE],
  [remainsRecorded.name]: [MATCHING_QUEUE, INCIDENT_MENTIONS_QUEUE],
  [remainsChanged.name]: [MATCHING_QUEUE, INCIDENT_MENTIONS_QUEUE],
  [remainsStatusChanged.name]: [MATCHING_QUEUE, KINSHIP_QUEUE, IDENTIFICATION_QUEUE],
  [caseReviewDue.name]: [NOTIFICATIONS_QUEUE],
  [caseTaskDue.name]: [NOTIFICATIONS_QUEUE],
  [remainsCustodyChanged.name]: [],
  [matchProposed.name]: [NOTIFICATIONS_QUEUE],
  [proposalMoved.name]: [NOTIFICATIONS_QUEUE],
  [familyDnaChanged.name]: [KINSHIP_QUEUE],
  [remainsDnaChanged.name]: [KINSHIP_QUEUE],
  [dnaConcluded.name]: [DNA_CONCLUSIONS_QUEUE],
  [identificationOpened.name]: [NOTIFICATIONS_QUEUE],
  [thirdSpecialistAsked.name]: [NOTIFICATIONS_QUEUE],
  [thirdSpecialistNamed.name]: [NOTIFICATIONS_QUEUE],
  [identificationSigned.name]: [NOTIFICATIONS_QUEUE],
  [identificationConcluded.name]: [NOTIFICATIONS_QUEUE],
  [identificationDecided.name]: [NOTIFICATIONS_QUEUE],
  [identificationTold.name]: [NOTIFICATIONS_QUEUE],
  [identificationTaskDue.name]: [NOTIFICATIONS_QUEUE],
  [reversalAsked.name]: [NOTIFICATIONS_QUEUE],
  [identificationReversed.name]: [NOTIFICATIONS_QUEUE],
});
