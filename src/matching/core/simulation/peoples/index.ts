import type { Random } from '../random';
import { arabicFamilies, arabicMen, arabicWomen } from './arabic';
import * as asian from './asian';
import { hornMen, hornWomen } from './horn';
import * as latin from './latin';

/** One name: as written at home, and the romanisations in use. */
export interface Spelling {
  readonly native: string;
  readonly latin: readonly string[];
}

/** How a people names its children, which languages it speaks, and what most of its members look like. */
export interface People {
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly script: 'Ethi' | 'Arab' | 'Beng' | 'Deva' | 'Cyrl' | 'Latn';
  readonly men: readonly Spelling[];
  readonly women: readonly Spelling[];
  /** Null where people are called after their father and grandfather. */
  readonly families: readonly Spelling[] | null;
  readonly hair: Readonly<Record<string, number>>;
  readonly eyes: Readonly<Record<string, number>>;
  /** Centimetres that men are from 171. */
  readonly tall: number;
  readonly tattoo: number;
}

const written = (list: string): Spelling[] =>
  list.split('|').map((entry) => {
    const [native = '', ...others] = entry.split(' ').map((word) => word.replace(/_/g, ' '));
    const isLatin = /^[\p{Script=Latin}\s]+$/u.test(native);
    return { native, latin: isLatin || others.length === 0 ? [native, ...others] : others };
  });

const dark = { hair: { black: 0.93, brown: 0.05, grey: 0.02 }, eyes: { brown: 0.55, black: 0.45 } };
const mixed = {
  hair: { black: 0.68, brown: 0.26, grey: 0.03, blond: 0.03 },
  eyes: { brown: 0.72, black: 0.14, green: 0.09, blue: 0.05 },
};

export const peoples = {
  horn: {
    ...dark,
    countries: ['ERI', 'ERI', 'ETH'],
    languages: ['ti', 'am'],
    script: 'Ethi',
    men: written(hornMen),
    women: written(hornWomen),
    families: null,
    tall: -1,
    tattoo: 0.3,
  },
  arab: {
    ...mixed,
    countries: ['SDN', 'SDN', 'EGY', 'SYR', 'SYR', 'IRQ', 'TUN', 'DZA', 'MAR', 'LBY', 'PSE', 'YEM'],
    languages: ['ar'],
    script: 'Arab',
    men: written(arabicMen),
    women: written(arabicWomen),
    families: written(arabicFamilies),
    tall: 1,
    tattoo: 0.07,
  },
  somali: {
    ...dark,
    countries: ['SOM'],
    languages: ['so'],
    script: 'Latn',
    men: written(latin.somaliMen),
    women: written(latin.somaliWomen),
    families: null,
    tall: 2,
    tattoo: 0.04,
  },
  persian: {
    ...mixed,
    countries: ['AFG', 'AFG', 'IRN', 'PAK'],
    languages: ['prs', 'fa', 'ps', 'ur'],
    script: 'Arab',
    men: written(asian.persianMen),
    women: written(asian.persianWomen),
    families: written(asian.persianFamilies),
    tall: -1,
    tattoo: 0.08,
  },
  westAfrican: {
    ...dark,
    countries: ['GIN', 'MLI', 'SEN', 'GMB', 'CIV', 'NGA', 'GHA', 'CMR', 'BFA'],
    languages: ['wo', 'ff', 'man', 'bm', 'en', 'fr'],
    script: 'Latn',
    men: written(latin.westAfricanMen),
    women: written(latin.westAfricanWomen),
    families: written(latin.westAfricanFamilies),
    tall: 3,
    tattoo: 0.12,
  },
  bengali: {
    ...dark,
    countries: ['BGD', 'BGD', 'MMR'],
    languages: ['bn'],
    script: 'Beng',
    men: written(asian.bengaliMen),
    women: written(asian.bengaliWomen),
    families: written(asian.bengaliFamilies),
    tall: -6,
    tattoo: 0.03,
  },
  nepali: {
    ...dark,
    countries: ['NPL', 'IND'],
    languages: ['ne', 'hi'],
    script: 'Deva',
    men: written(asian.nepaliMen),
    women: written(asian.nepaliWomen),
    families: written(asian.nepaliFamilies),
    tall: -7,
    tattoo: 0.15,
  },
  centralAsian: {
    ...mixed,
    countries: ['TJK', 'UZB', 'RUS'],
    languages: ['ru', 'tg', 'uz'],
    script: 'Cyrl',
    men: written(asian.cyrillicMen),
    women: written(asian.cyrillicWomen),
    families: written(asian.cyrillicFamilies),
    tall: 1,
    tattoo: 0.1,
  },
  latinAmerican: {
    ...mixed,
    countries: ['GTM', 'HND', 'MEX', 'MEX', 'SLV', 'VEN', 'ECU', 'HTI', 'COL'],
    languages: ['es'],
    script: 'Latn',
    men: written(latin.latinMen),
    women: written(latin.latinWomen),
    families: written(latin.latinFamilies),
    tall: -4,
    tattoo: 0.25,
  },
} as const satisfies Record<string, People>;
export type PeopleName = keyof typeof peoples;

/** Who travels on a route, by weight. Other routes: everybody. */
const travellers: Readonly<Record<string, Partial<Record<PeopleName, number>>>> = {
  'Central Mediterranean': { horn: 20, arab: 30, westAfrican: 30, bengali: 12, somali: 6, persian: 2 },
  'Western Mediterranean': { arab: 60, westAfrican: 40 },
  'Eastern Mediterranean': { arab: 45, persian: 35, somali: 10, horn: 5, bengali: 5 },
  'Western Africa / Atlantic route to the Canary Islands': { westAfrican: 85, arab: 15 },
  'Sahara Desert crossing': { westAfrican: 55, horn: 20, arab: 20, somali: 5 },
  'US-Mexico border crossing': { latinAmerican: 94, nepali: 3, westAfrican: 3 },
  Darien: { latinAmerican: 80, westAfrican: 8, nepali: 6, persian: 6 },
  'Afghanistan to Iran': { persian: 97, bengali: 3 },
  'Iran to Türkiye': { persian: 85, arab: 10, bengali: 5 },
  'Türkiye-Europe land route': { arab: 50, persian: 45, centralAsian: 5 },
  'Syria to Türkiye': { arab: 100 },
  'Western Balkans': { arab: 45, persian: 40, nepali: 8, centralAsian: 7 },
  'Belarus-EU border': { arab: 40, persian: 25, centralAsian: 20, nepali: 5, horn: 10 },
  'English Channel to the UK': { persian: 35, arab: 40, horn: 25 },
  'Eastern Route to/from EHOA': { horn: 90, somali: 10 },
  'Horn of Africa Route': { horn: 40, somali: 60 },
  'Northern Route from EHOA': { horn: 70, arab: 30 },
  'Bay of Bengal/Andaman Sea': { bengali: 100 },
  'Route to Southern Africa': { horn: 75, somali: 15, bengali: 10 },
};
const everybody: Partial<Record<PeopleName, number>> = {
  horn: 12,
  arab: 22,
  somali: 8,
  persian: 18,
  westAfrican: 18,
  bengali: 6,
  nepali: 3,
  centralAsian: 4,
  latinAmerican: 9,
};

export const peopleOn = (route: string, random: Random): PeopleName =>
  random.by<PeopleName>(travellers[route] ?? everybody);

/** The same as shares that sum to 1. */
export function peopleShares(route: string): ReadonlyMap<PeopleName, number> {
  let shares = sharesByRoute.get(route);
  if (shares === undefined) {
    const weights = Object.entries(travellers[route] ?? everybody) as [PeopleName, number][];
    const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
    sharesByRoute.set(route, (shares = new Map(weights.map(([name, weight]) => [name, weight / all]))));
  }
  return shares;
}
const sharesByRoute = new Map<string, ReadonlyMap<PeopleName, number>>();
