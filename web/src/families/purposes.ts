/** What a family may allow, each by itself; the words of each are reviewed in each language and carry this version. */
export const CONSENT_TEXT_VERSION = '2026-11-en-fr-es-ar-1';

export const purposes = [
  'search_here',
  'match_abroad',
  'specialists_abroad',
  'share_state',
  'ask_institution',
  'dna_sampling',
  'dna_match_abroad',
  'publish_photo',
  'statistics',
  'contact',
] as const;
export type Purpose = (typeof purposes)[number];
export const institutions = [
  'hospital',
  'mortuary',
  'prison',
  'police',
  'coast_guard',
  'red_cross_red_crescent',
] as const;
export const manners = ['in_person', 'phone', 'writing'] as const;

/** Purposes that name somebody: a state, or a kind of institution, one consent each. */
export const namesSomebody = (purpose: Purpose): 'state' | 'institution' | null =>
  purpose === 'share_state' ? 'state' : purpose === 'ask_institution' ? 'institution' : null;
