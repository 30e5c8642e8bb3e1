import { defineEvent } from '../platform';

/** Profiles of a family's relatives, or of its missing person's own traces, arrived, changed or were taken back. */
export const familyDnaChanged = defineEvent('kinship.family-dna-changed', 'reportId');
/** A profile of remains arrived or changed. */
export const remainsDnaChanged = defineEvent('kinship.remains-dna-changed', 'remainsId');
/** Two qualified people signed what DNA says of a pair: it goes to the board. */
export const dnaConcluded = defineEvent('kinship.concluded', 'resultId');
