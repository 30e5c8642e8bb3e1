import { defineEvent } from '../platform';

// Who may hear of any of these is asked of `IdentificationReaders` at the moment of telling, never read from the event.
export const identificationOpened = defineEvent('identification.opened', 'identificationId');
/** A third was named by the family's side: the custodian is asked to open its record. */
export const thirdSpecialistAsked = defineEvent('identification.third-specialist-asked', 'identificationId');
/** The files are open to the third. */
export const thirdSpecialistNamed = defineEvent('identification.third-specialist-named', 'identificationId');
/** Both sides have signed the same evidence. The first signature alone is no event: nobody may learn of it. */
export const identificationSigned = defineEvent('identification.signed', 'identificationId');
/** The board presumes, excludes or cannot tell. */
export const identificationConcluded = defineEvent('identification.concluded', 'identificationId');
/** The competent authority decided. */
export const identificationDecided = defineEvent('identification.decided', 'identificationId');
/** The family has been told in person: the two desks may know. */
export const identificationTold = defineEvent('identification.told', 'identificationId');
export const reversalAsked = defineEvent('identification.reversal-asked', 'identificationId');
export const identificationReversed = defineEvent('identification.reversed', 'identificationId');
/** A task of the plan has come to its day. */
export const identificationTaskDue = defineEvent('identification.task-due', 'taskId');
