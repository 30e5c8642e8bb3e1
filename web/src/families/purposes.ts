import type { Purpose } from '../../../src/families/core/purposes';

export { consentWays, institutions, purposes, type Purpose } from '../../../src/families/core/purposes';

/** The words that a family is shown for each purpose are reviewed in each language and carry this version. */
export const CONSENT_TEXT_VERSION = '2026-11-en-fr-es-ar-1';

/** Purposes that name somebody: a state, or a kind of institution, one consent each. */
export const namesSomebody = (purpose: Purpose): 'state' | 'institution' | null =>
  purpose === 'share_state' ? 'state' : purpose === 'ask_institution' ? 'institution' : null;
