import type { Comparison } from '../comparison';
import type { DocumentNumber } from '../reading/identifiers';
import { isOneSlipApart } from '../reading/identifiers';

/**
 * Numbers of papers. `belongs` is the share of papers found with remains that are the person's own: a paper is lent, sold, forged and
 * carried for others, so neither agreement nor disagreement is ever certain.
 */
export const documents: Comparison<readonly DocumentNumber[], readonly DocumentNumber[]> = {
  name: 'documents',
  group: 'object',
  anteMortem: (am) => am.documents,
  postMortem: (pm) => pm.documents,
  against: (p, { settings }) => {
    const { belongs, same, slip, chance, slipChance } = settings.numbers.documents;
    const found = new Set(p.map(({ number }) => number));
    return (a) => {
      if (a.some(({ number }) => found.has(number)))
        return { level: 'same', same: belongs * same + (1 - belongs) * chance, other: chance };
      if (a.some(({ number }) => p.some((paper) => isOneSlipApart(number, paper.number))))
        return { level: 'one character apart', same: belongs * slip + (1 - belongs) * slipChance, other: slipChance };
      // Another number of another kind is no contradiction: nobody holds one paper only.
      const isSameKind = a.some(({ kind }) => p.some((paper) => paper.kind === kind));
      return { level: 'different', same: isSameKind ? belongs * 0.3 + (1 - belongs) : 0.9, other: 1 };
    };
  },
  showAnteMortem: showDocuments,
  showPostMortem: showDocuments,
  cap: 6,
};

function showDocuments(papers: readonly DocumentNumber[]): string {
  return papers.map(({ kind, number }) => `${kind} ${number}`).join(', ');
}
