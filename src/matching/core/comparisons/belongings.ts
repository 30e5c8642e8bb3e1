import type { Comparison, Setting } from '../comparison';
import { FIRST_WORD, type Item, itemColour, itemColours, itemType, itemTypes } from '../reading/items';
import { type ElementKernel, type Elements, weighElements } from './elements';

/** Agreeing things counted for one pair, best first. */
const COUNTED = 4;

/**
 * Clothing and belongings by type, colour and words. Clothes are changed, shared and given away, so what is missing never counts and the
 * whole is capped; a rare word in common, a brand or an inscription, counts most.
 */
export const belongings: Comparison<readonly Item[], readonly Item[]> & {
  elements: Elements<readonly Item[], Item>;
  kernel: typeof kernelOf;
} = {
  name: 'belongings',
  group: 'belongings',
  anteMortem: (am) => am.items,
  postMortem: (pm) => pm.items,
  elements: { of: (a) => a.map((element) => ({ element, role: 0 })), key: String },
  kernel: kernelOf,
  against: (p, setting) => {
    const kernel = kernelOf(p, setting);
    return (a) =>
      weighElements(belongings.elements, kernel, a, (log10) => (log10 > 0 ? 'in common' : 'nothing in common'));
  },
  showAnteMortem: showItems,
  showPostMortem: showItems,
  cap: 1.5,
};

function kernelOf(p: readonly Item[], { settings, population }: Setting): ElementKernel<Item> {
  const { seen, colourSame, wordSame, wordChance, rarest } = settings.numbers.belongings;
  const found = new Set(p);
  const typesFound = new Set(p.filter((item) => item < FIRST_WORD).map(itemType));
  const colourlessTypes = new Set(p.filter((item) => item < FIRST_WORD && itemColour(item) === 0).map(itemType));
  const ratioOf = (item: Item): number => {
    if (item >= FIRST_WORD) {
      if (!found.has(item)) return 1;
      return wordSame / Math.max(rarest, population.itemWords.share(item, wordChance)) + (1 - wordSame);
    }
    const type = itemType(item);
    if (!typesFound.has(type)) return 1;
    const typeShare = Math.max(rarest, population.items.share(-type, 0.15));
    if (found.has(item)) return (seen * colourSame) / Math.max(rarest, population.items.share(item, 0.03)) + (1 - seen);
    // The same kind of thing in another colour, or without one: a little if the kind is rare.
    const isColourOpen = itemColour(item) === 0 || colourlessTypes.has(type);
    return isColourOpen ? seen / typeShare + (1 - seen) : (seen * (1 - colourSame)) / typeShare + (1 - seen);
  };
  const best = new Float64Array(COUNTED);
  return {
    width: 1,
    fill: (item, table, at) => {
      table[at] = Math.max(0, Math.log10(ratioOf(item)));
    },
    combine: (table, list, from, to) => {
      best.fill(0);
      for (let at = from; at < to; at++) {
        let gain = table[(list[at] ?? 0) >>> 2] ?? 0;
        for (let rank = 0; gain > 0 && rank < COUNTED; rank++) {
          const held = best[rank] ?? 0;
          if (gain <= held) continue;
          best[rank] = gain;
          gain = held;
        }
      }
      return (best[0] ?? 0) + (best[1] ?? 0) + (best[2] ?? 0) + (best[3] ?? 0);
    },
  };
}

function showItems(items: readonly Item[]): string {
  return items
    .map((item) =>
      item >= FIRST_WORD
        ? 'a word'
        : [itemColours[itemColour(item) - 1], itemTypes[itemType(item) - 1]].filter(Boolean).join(' '),
    )
    .join(', ');
}
