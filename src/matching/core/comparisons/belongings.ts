import type { Comparison, Setting } from '../comparison';
import { FIRST_WORD, type Item, itemColour, itemColours, itemType, itemTypes } from '../reading/items';
import { BucketFinder, type Elements, MAX_ELEMENTS, plainElements, ROLE_BITS, weighElements } from './elements';

/** Agreeing things counted for one pair, best first. */
const COUNTED = 2;
/** Things that a report names, for which the shares of the population stand. */
const THINGS_TOLD = 2;
const CHANCES = Float64Array.from({ length: MAX_ELEMENTS + 1 }, (_, found) =>
  Math.log10(Math.max(1, found / THINGS_TOLD)),
);

/**
 * Clothing and belongings by type, colour and words. Clothes are changed, shared and given away, so what is missing never counts and the
 * whole is capped; a rare word in common, a brand or an inscription, counts most.
 */
export const belongings: Comparison<readonly Item[], readonly Item[]> & { elements: typeof elements } = {
  name: 'belongings',
  group: 'belongings',
  anteMortem: (am) => am.items,
  postMortem: (pm) => pm.items,
  get elements() {
    return elements;
  },
  against: (p, setting) =>
    weighElements(elements, p, setting, (_, log10) => (log10 > 0 ? 'in common' : 'nothing in common')),
  showAnteMortem: showItems,
  showPostMortem: showItems,
  cap: 1.5,
};

const elements: Elements<readonly Item[], readonly Item[], Item, Item> = {
  ofAnteMortem: plainElements,
  ofPostMortem: plainElements,
  keyOfAnteMortem: String,
  keyOfPostMortem: String,
  blank: 0,
  finder: () => new BucketFinder(kindOf, (item) => [kindOf(item)]),
  weigher: (setting) => (a, p) => Math.max(0, Math.log10(itemRatio(a, p, setting))),
  combiner: () => {
    const best = new Float64Array(COUNTED);
    return ({ table, rows, rowCount, columns, columnCount }) => {
      best.fill(0);
      for (let row = 0; row < rowCount; row++) {
        const at = rows[row] ?? 0;
        let gain = 0;
        for (let column = 0; column < columnCount; column++) {
          const weight = table[at + (columns[column] ?? 0)] ?? 0;
          if (weight > gain) gain = weight;
        }
        for (let rank = 0; gain > 0 && rank < COUNTED; rank++) {
          const held = best[rank] ?? 0;
          if (gain <= held) continue;
          best[rank] = gain;
          gain = held;
        }
      }
      // A body with many things on it had as many chances to agree by accident as one report has things to name.
      const byChance = CHANCES[columnCount] ?? 0;
      return Math.max(0, (best[0] ?? 0) - byChance) + Math.max(0, (best[1] ?? 0) - byChance);
    };
  },
  listCombiner: (_, { table, size, roles }) => {
    const byChance = CHANCES[roles.length] ?? 0;
    // What each thing gains with its best partner, beyond chance.
    const gains = new Float64Array(size);
    for (let column = 0; column < roles.length; column++)
      for (let number = 1; number < size; number++) {
        const gain = (table[column * size + number] ?? 0) - byChance;
        if (gain > (gains[number] ?? 0)) gains[number] = gain;
      }
    return (data, start, length) => {
      let best = 0;
      let second = 0;
      for (let at = start; at < start + length; at++) {
        const gain = gains[(data[at] ?? 0) >>> ROLES] ?? 0;
        if (gain > best) {
          second = best;
          best = gain;
        } else if (gain > second) second = gain;
      }
      return best + second;
    };
  },
};
/** Held here: an imported name is looked up at each use, which the innermost loop feels. */
const ROLES = ROLE_BITS;

/** Things of one kind, or the same word. */
const kindOf = (item: Item): number => (item >= FIRST_WORD ? item : -itemType(item));

/** How much likelier two things are one thing of the person than two of two people; 1 where they have nothing in common. */
function itemRatio(a: Item, p: Item, { settings, population }: Setting): number {
  const { seen, colourSame, wordSame, wordChance, rarest } = settings.numbers.belongings;
  if (a >= FIRST_WORD || p >= FIRST_WORD) {
    if (a !== p) return 1;
    return wordSame / Math.max(rarest, population.itemWords.share(a, wordChance)) + (1 - wordSame);
  }
  const type = itemType(a);
  if (type !== itemType(p)) return 1;
  const typeShare = Math.max(rarest, population.items.share(-type, 0.15));
  // The same kind of thing in another colour, or without one: a little if the kind is rare.
  if (a === p && itemColour(a) !== 0)
    return (seen * colourSame) / Math.max(rarest, population.items.share(a, 0.03)) + (1 - seen);
  const isColourOpen = itemColour(a) === 0 || itemColour(p) === 0;
  return (isColourOpen ? seen : seen * (1 - colourSame)) / typeShare + (1 - seen);
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
