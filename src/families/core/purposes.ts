/** What a family may allow, one tick each. The list is closed: what is not on it, nobody may do. */
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
export type Institution = (typeof institutions)[number];

export const consentWays = ['in_person', 'phone', 'writing'] as const;
export type ConsentWay = (typeof consentWays)[number];
