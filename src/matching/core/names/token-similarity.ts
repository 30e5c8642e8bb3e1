import { alignmentWeight } from './phone-alignment';
import type { PhoneCosts } from './phone-costs';
import type { TokenForm } from './token-form';

/**
 * How well two words agree in sound, 0 to 1.
 *
 * Unit: share of the weight that a perfect agreement would have, weight of the best alignment of their phones divided
 * by the mean of the weights of both words with themselves; 1 for the same word, 0 for words that speak against each
 * other. Symmetric. Error: the share does not know how frequent the names are; see `name-evidence.ts`.
 */
export function tokenSimilarity(a: TokenForm, b: TokenForm, costs: PhoneCosts): number {
  if (a.script === b.script && a.text === b.text) return 1;
  let best = share(a.phones, a.ownWeight, a.isAbjad, b.phones, b.ownWeight, b.isAbjad, costs);
  // The article counts for nothing where one side writes it apart or not at all.
  if (a.isArticled || b.isArticled) {
    const bareA = a.barePhones;
    const bareB = b.barePhones;
    if (bareA) best = Math.max(best, share(bareA, a.bareOwnWeight, a.isAbjad, b.phones, b.ownWeight, b.isAbjad, costs));
    if (bareB) best = Math.max(best, share(a.phones, a.ownWeight, a.isAbjad, bareB, b.bareOwnWeight, b.isAbjad, costs));
    if (bareA && bareB)
      best = Math.max(best, share(bareA, a.bareOwnWeight, a.isAbjad, bareB, b.bareOwnWeight, b.isAbjad, costs));
  }
  return best;
}

function share(
  a: Uint8Array,
  ownA: number,
  isAbjadA: boolean,
  b: Uint8Array,
  ownB: number,
  isAbjadB: boolean,
  costs: PhoneCosts,
): number {
  const perfect = (ownA + ownB) / 2;
  if (perfect <= 0) return 0;
  const part = alignmentWeight(a, isAbjadA, b, isAbjadB, costs) / perfect;
  return part <= 0 ? 0 : part >= 1 ? 1 : part;
}
