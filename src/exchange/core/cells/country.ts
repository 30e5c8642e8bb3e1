import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';
import { isCountry } from '../../../description';
import { read, refuse, type CellReader } from './reading';

/** Names that people and registers use beside the short names of ISO 3166: the United Nations' long forms, old names, parts. */
const otherNames: Record<string, readonly string[]> = {
  ARE: ['emirates'],
  BHS: ['bahamas'],
  BLR: ['byelorussia', 'belorussia'],
  BOL: ['bolivia plurinational state of'],
  BRN: ['brunei'],
  CAF: ['central african rep', 'car'],
  CIV: ['cote d ivoire', 'ivory coast'],
  COD: [
    'congo democratic republic of the',
    'dr congo',
    'drc',
    'd r congo',
    'congo kinshasa',
    'zaire',
    'democratic republic of congo',
  ],
  COG: ['congo', 'congo brazzaville', 'congo republic of the', 'republic of congo'],
  CPV: ['cape verde', 'cabo verde'],
  ESH: ['western sahara', 'sahrawi arab democratic republic'],
  FSM: ['micronesia', 'micronesia federated states of'],
  GBR: [
    'england',
    'scotland',
    'wales',
    'northern ireland',
    'united kingdom of great britain and northern ireland',
    'uk',
  ],
  GNB: ['guinea bissau'],
  GRC: ['el', 'hellenic republic'],
  GUF: ['french guyana'],
  HKG: ['hong kong', 'china hong kong special administrative region'],
  IRN: ['iran islamic republic of', 'persia'],
  KOR: ['korea republic of', 'south korea'],
  LAO: ['laos', 'lao people s democratic republic', 'lao'],
  LBY: ['libyan arab jamahiriya', 'state of libya'],
  MAC: ['macau', 'macao', 'china macao special administrative region'],
  MDA: ['moldova', 'republic of moldova', 'moldova republic of'],
  MKD: ['macedonia', 'fyrom', 'former yugoslav republic of macedonia'],
  MMR: ['burma'],
  NLD: ['holland'],
  PRK: ['north korea', 'democratic people s republic of korea', 'korea democratic people s republic of', 'dprk'],
  PSE: [
    'palestine',
    'palestinian territory',
    'occupied palestinian territory',
    'palestinian territories',
    'gaza',
    'west bank',
    'palestine state of',
  ],
  RUS: ['russia'],
  SWZ: ['swaziland'],
  SYR: ['syria'],
  TLS: ['east timor'],
  TUR: ['turkey', 'turkiye'],
  TWN: ['taiwan'],
  TZA: ['tanzania united republic of'],
  USA: ['america', 'united states of america the'],
  VAT: ['vatican', 'holy see'],
  VEN: ['venezuela', 'venezuela bolivarian republic of', 'bolivarian republic of venezuela'],
  VGB: ['british virgin islands'],
  VIR: ['us virgin islands', 'united states virgin islands'],
  VNM: ['vietnam', 'viet nam'],
  XKX: ['kosovo', 'kosovo unscr 1244', 'xk'],
};

/** Letters without accents, words in order, without "the" in front and without punctuation. */
const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');

const byName = new Map<string, string>();
for (const [alpha2, names] of Object.entries(english.countries)) {
  const alpha3 = countries.alpha2ToAlpha3(alpha2);
  if (!alpha3 || !isCountry(alpha3)) continue;
  byName.set(alpha2.toLowerCase(), alpha3);
  byName.set(alpha3.toLowerCase(), alpha3);
  for (const name of Array.isArray(names) ? names : [names]) byName.set(fold(name), alpha3);
}
// Last, so that "Congo" is the country whose short name it is.
for (const [alpha3, names] of Object.entries(otherNames)) for (const name of names) byName.set(fold(name), alpha3);
// The package writes XKK; everybody else XKX.
for (const code of ['xkx', 'xkk']) byName.set(code, 'XKX');

/** ISO 3166-1 alpha-3 of a code or an English name; null where there is none. */
export const alpha3Of = (text: string): string | null =>
  byName.get(text.toLowerCase()) ?? byName.get(fold(text)) ?? null;

export const country: CellReader<string> = (cell) => {
  const alpha3 = cell.length > 100 ? null : alpha3Of(cell);
  return alpha3 === null ? refuse('exchange.country-unknown') : read(alpha3);
};
