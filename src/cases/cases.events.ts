import { defineEvent } from '../platform';

/** A registered report has its case. What is done with both, such as looking for duplicates, begins here and not at the report. */
export const caseOpened = defineEvent('cases.opened', 'caseId');

/** A case's true status changed; what is told to whom is decided by who hears it. */
export const caseStatusChanged = defineEvent('cases.status-changed', 'caseId');

/** The day has come on which a case is to be reviewed, or a task to be done. Each is said once to whoever answers for it. */
export const caseReviewDue = defineEvent('cases.review-due', 'caseId');
export const caseTaskDue = defineEvent('cases.task-due', 'taskId');

/** A person decided that two cases are, or are not, about one person. */
export const casesLinked = defineEvent('cases.linked', 'caseId', 'otherCaseId');
