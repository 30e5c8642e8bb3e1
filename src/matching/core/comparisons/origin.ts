import type { Comparison } from '../comparison';
import type { OriginFacet } from '../profile';

/** Peoples across a border, and nationalities that are claimed, attributed or mistaken for one another. */
const neighbours: readonly (readonly string[])[] = [
  ['ERI', 'ETH', 'SDN', 'DJI'],
  ['SDN', 'SSD', 'TCD', 'EGY'],
  ['SOM', 'ETH', 'KEN', 'DJI'],
  ['SYR', 'PSE', 'LBN', 'IRQ', 'JOR'],
  ['AFG', 'PAK', 'IRN'],
  ['IRQ', 'IRN', 'TUR', 'SYR'],
  ['SEN', 'GMB', 'GIN', 'GNB', 'MLI', 'MRT'],
  ['CIV', 'BFA', 'MLI', 'GHA', 'GIN'],
  ['NGA', 'NER', 'CMR', 'BEN', 'GHA'],
  ['MAR', 'DZA', 'TUN', 'ESH'],
  ['BGD', 'MMR', 'IND'],
  ['GTM', 'HND', 'SLV', 'NIC', 'MEX'],
  ['VEN', 'COL', 'ECU'],
  ['HTI', 'DOM'],
  ['COD', 'COG', 'RWA', 'BDI', 'UGA'],
];
const neighbourPairs = new Set(neighbours.flatMap((group) => group.flatMap((a) => group.map((b) => `${a}-${b}`))));
const languageNeighbours = new Set([
  'ti-am',
  'am-ti',
  'am-om',
  'om-am',
  'fa-prs',
  'prs-fa',
  'ps-fa',
  'fa-ps',
  'ps-prs',
  'prs-ps',
  'wo-ff',
  'ff-wo',
  'bn-rhg',
  'rhg-bn',
]);
/** Languages of administration and of the road, found on papers of people of every origin. */
const passingLanguages = new Set(['en', 'fr', 'ar', 'es', 'it', 'pt']);

/**
 * Nationality and language against what SIM cards, currency, labels and papers hint at. A hint may come from the person's own country or
 * from any country on the way, so a miss says little. Only the best hint counts.
 */
export const origin: Comparison<OriginFacet, OriginFacet> = {
  name: 'origin',
  group: 'object',
  anteMortem: (am) => am.origin,
  postMortem: (pm) => pm.origin,
  against: (p, { settings, population }) => {
    const { same, neighbour, language, transit, besidePlace } = settings.numbers.origin;
    return (a) => {
      let best: { level: string; same: number; other: number } | null = null;
      const consider = (hit: 'same' | 'neighbour' | 'other', ownShare: number, passing: number, share: number) => {
        const chance =
          (hit === 'same' ? ownShare : hit === 'neighbour' ? neighbour : 0) + (1 - ownShare - neighbour) * passing;
        const other = (ownShare + neighbour) * share + (1 - ownShare - neighbour) * passing;
        const candidate = {
          level: hit === 'other' ? 'different' : hit,
          same: other * (chance / other) ** besidePlace,
          other,
        };
        if (best === null || candidate.same / candidate.other > best.same / best.other) best = candidate;
      };
      if (a.countries.length > 0)
        for (const hint of p.countries) {
          const hit = a.countries.includes(hint)
            ? 'same'
            : a.countries.some((own) => neighbourPairs.has(`${own}-${hint}`))
              ? 'neighbour'
              : 'other';
          const share = population.countries.share(hint);
          consider(hit, same, Math.max(transit, share), share);
        }
      if (a.languages.length > 0)
        for (const hint of p.languages) {
          const hit = a.languages.includes(hint)
            ? 'same'
            : a.languages.some((own) => languageNeighbours.has(`${own}-${hint}`))
              ? 'neighbour'
              : 'other';
          const share = population.languages.share(hint);
          consider(hit, language, passingLanguages.has(hint) ? 0.5 : Math.max(transit, share), share);
        }
      return best;
    };
  },
  showAnteMortem: showOrigin,
  showPostMortem: showOrigin,
  cap: 2,
};

function showOrigin({ countries, languages }: OriginFacet): string {
  return [...countries, ...languages].join(', ');
}
