import { defineEvent } from '../platform';

/** A case's true status changed; what is told to whom is decided by who hears it. */
export const caseStatusChanged = defineEvent('cases.status-changed', 'caseId');

/** A person decided that two cases are, or are not, about one person. */
export const casesLinked = defineEvent('cases.linked', 'caseId', 'otherCaseId');
