import { type DnaConsent, dnaConsents } from '../../../description';
import { country } from './country';
import { read, refuse, type CellReader } from './reading';

/** What a family may allow, one consent each. */
export const plainPurposes = [
  'search_here',
  'match_abroad',
  'specialists_abroad',
  'dna_sampling',
  'dna_match_abroad',
  'publish_photo',
  'statistics',
  'contact',
] as const;
export const institutionKinds = [
  'hospital',
  'mortuary',
  'prison',
  'police',
  'coast_guard',
  'red_cross_red_crescent',
] as const;
export const consentWays = ['in_person', 'phone', 'writing'] as const;

/** A purpose of consent: a plain one, `share_state:XXX` (alpha-3) or `ask_institution:KIND`. */
export type ConsentPurpose =
  (typeof plainPurposes)[number] | `share_state:${string}` | `ask_institution:${(typeof institutionKinds)[number]}`;

const allowed = [
  ...plainPurposes,
  'share_state:XXX',
  ...institutionKinds.map((kind) => `ask_institution:${kind}`),
].join(', ');
const fold = (word: string) =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

export const consentPurpose: CellReader<ConsentPurpose> = (cell) => {
  const colon = cell.indexOf(':');
  const name = fold(colon < 0 ? cell : cell.slice(0, colon));
  const object = colon < 0 ? null : cell.slice(colon + 1).trim();
  if (object === null) {
    const plain = plainPurposes.find((purpose) => purpose === name);
    if (plain) return read(plain);
  } else if (name === 'share_state') {
    const state = country(object);
    return state.faults ? state : read(`share_state:${state.value}` as const);
  } else if (name === 'ask_institution') {
    const kind = institutionKinds.find((known) => known === fold(object));
    if (kind) return read(`ask_institution:${kind}` as const);
  }
  return refuse('exchange.choice-unknown', { allowed });
};

/** With whom a report is not to be shared: a country (alpha-3), the state of nationality, anybody. */
export const notSharedWith: CellReader<string> = (cell) => {
  const folded = fold(cell);
  return folded === 'all' || folded === 'state_of_nationality' ? read(folded) : country(cell);
};

const dnaAnswers = new Map<string, DnaConsent>([
  ['yes', 'given'],
  ['true', 'given'],
  ['no', 'refused'],
  ['false', 'refused'],
  ...dnaConsents.map((word) => [word, word] as const),
]);

/** `yes` and `no` are answers, so somebody asked; an empty cell is not read at all and means that nobody did. */
export const dnaConsent: CellReader<DnaConsent> = (cell) => {
  const answer = dnaAnswers.get(fold(cell));
  return answer ? read(answer) : refuse('exchange.choice-unknown', { allowed: [...dnaAnswers.keys()].join(', ') });
};
