import { defineEvent } from '../platform';

/** A report was registered: it is there to be compared, if a consent to search is in effect. */
export const familyReported = defineEvent('families.reported', 'reportId');
/** A registered report, or the pedigree in it, says something else now. */
export const familyReportChanged = defineEvent('families.changed', 'reportId');
/** A consent was given, confirmed, withdrawn, or has ended by its date. */
export const familyConsentChanged = defineEvent('families.consent-changed', 'reportId');
/** The family took its report back. */
export const familyReportWithdrawn = defineEvent('families.withdrawn', 'reportId');
