/** One way in which an item may be settled: what it uses up, and its weight. */
export interface Choice {
  /** Numbers of the resources used; none twice. */
  readonly uses: readonly number[];
  /** Natural logarithm of the weight; minus infinity for what is allowed but impossible. */
  readonly lnWeight: number;
}

/** Sum over all ways to settle every item without using a resource twice. */
export interface AssignmentSum {
  readonly lnSum: number;
  /** Ways in all, and those with a weight above 0. */
  readonly count: number;
  readonly nonZeroCount: number;
  /** ln of the share of each choice of each item. */
  readonly lnShare: readonly (readonly number[])[];
  /** ln of the share of the ways that leave the resource unused. */
  readonly lnUnused: readonly number[];
  /** The heaviest ways, best first, as choice numbers by item. */
  readonly top: readonly { readonly choices: readonly number[]; readonly lnWeight: number }[];
}

/** Resources one block may have: sets of them are bits of one number. */
export const MOST_RESOURCES = 30;

/**
 * Exact sum by dynamic programming over the sets of resources used so far.
 * The cost is items x sets x choices; enumeration would be the product of all choices.
 */
export function sumOverAssignments(
  items: readonly (readonly Choice[])[],
  resources: number,
  topCount: number,
): AssignmentSum {
  const masks = items.map((choices) => choices.map(({ uses }) => uses.reduce((mask, r) => mask | (1 << r), 0)));
  const forward = forwardSums(items, masks);
  const backward = completions(items, masks, forward);
  const start = backward[0]!.get(0)!;
  const lnShare = items.map((choices, i) => {
    const terms: number[][] = choices.map(() => []);
    for (const [used, before] of forward[i]!) {
      choices.forEach(({ lnWeight }, c) => {
        const mask = masks[i]![c]!;
        if ((used & mask) !== 0 || lnWeight === -Infinity || before === -Infinity) return;
        terms[c]!.push(before + lnWeight + backward[i + 1]!.get(used | mask)!.lnSum);
      });
    }
    return terms.map((list) => lnSumExp(list) - start.lnSum);
  });
  const ends = [...forward[items.length]!];
  const lnUnused = Array.from({ length: resources }, (_, r) => {
    return lnSumExp(ends.flatMap(([used, sum]) => ((used & (1 << r)) === 0 ? [sum] : []))) - start.lnSum;
  });
  return {
    lnSum: start.lnSum,
    count: start.count,
    nonZeroCount: start.nonZeroCount,
    lnShare,
    lnUnused,
    top: heaviest(items, masks, backward, topCount),
  };
}

/** ln(sum of exp), without overflow; minus infinity for an empty list. */
export function lnSumExp(values: readonly number[]): number {
  let largest = -Infinity;
  for (const value of values) if (value > largest) largest = value;
  if (largest === -Infinity) return -Infinity;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - largest);
  return largest + Math.log(sum);
}

type Items = readonly (readonly Choice[])[];
type Masks = readonly (readonly number[])[];

/** For each number of items settled: ln weight of all ways to have used exactly this set. */
function forwardSums(items: Items, masks: Masks): Map<number, number>[] {
  const sums: Map<number, number>[] = [new Map([[0, 0]])];
  items.forEach((choices, i) => {
    const terms = new Map<number, number[]>();
    for (const [used, before] of sums[i]!) {
      choices.forEach(({ lnWeight }, c) => {
        const mask = masks[i]![c]!;
        if ((used & mask) !== 0) return;
        const list = terms.get(used | mask);
        if (list) list.push(before + lnWeight);
        else terms.set(used | mask, [before + lnWeight]);
      });
    }
    sums.push(new Map([...terms].map(([used, list]) => [used, lnSumExp(list)])));
  });
  return sums;
}

interface Completion {
  readonly lnSum: number;
  /** ln weight of the best way to go on. */
  readonly lnBest: number;
  readonly count: number;
  readonly nonZeroCount: number;
}

/** For each number of items settled and set used: all ways to settle the rest. */
function completions(items: Items, masks: Masks, reached: readonly Map<number, number>[]): Map<number, Completion>[] {
  const nothingLeft: Completion = { lnSum: 0, lnBest: 0, count: 1, nonZeroCount: 1 };
  let after = new Map([...reached[items.length]!.keys()].map((used) => [used, nothingLeft] as const));
  const levels = [after];
  for (let i = items.length - 1; i >= 0; i--) {
    const here = new Map<number, Completion>();
    for (const used of reached[i]!.keys()) {
      const terms: number[] = [];
      let [lnBest, count, nonZeroCount] = [-Infinity, 0, 0];
      items[i]!.forEach(({ lnWeight }, c) => {
        const mask = masks[i]![c]!;
        if ((used & mask) !== 0) return;
        const rest = after.get(used | mask)!;
        terms.push(lnWeight + rest.lnSum);
        lnBest = Math.max(lnBest, lnWeight + rest.lnBest);
        count += rest.count;
        if (lnWeight > -Infinity) nonZeroCount += rest.nonZeroCount;
      });
      here.set(used, { lnSum: lnSumExp(terms), lnBest, count, nonZeroCount });
    }
    levels.unshift(here);
    after = here;
  }
  return levels;
}

/** Best first: as the best completion is known exactly, every step taken belongs to one of the heaviest ways. */
function heaviest(
  items: Items,
  masks: Masks,
  backward: readonly Map<number, Completion>[],
  wanted: number,
): { choices: number[]; lnWeight: number }[] {
  interface Partial {
    readonly choices: number[];
    readonly used: number;
    readonly lnWeight: number;
    readonly lnBound: number;
  }
  let open: Partial[] = [{ choices: [], used: 0, lnWeight: 0, lnBound: backward[0]!.get(0)!.lnBest }];
  const found: { choices: number[]; lnWeight: number }[] = [];
  while (open.length > 0 && found.length < wanted) {
    const next = open.pop()!;
    const i = next.choices.length;
    if (i === items.length) {
      found.push({ choices: next.choices, lnWeight: next.lnWeight });
      continue;
    }
    items[i]!.forEach(({ lnWeight }, c) => {
      const mask = masks[i]![c]!;
      if ((next.used & mask) !== 0 || lnWeight === -Infinity) return;
      const used = next.used | mask;
      const weight = next.lnWeight + lnWeight;
      const lnBound = weight + backward[i + 1]!.get(used)!.lnBest;
      if (lnBound > -Infinity) insertByBound(open, { choices: [...next.choices, c], used, lnWeight: weight, lnBound });
    });
    if (open.length > 4 * wanted) open = open.slice(open.length - 2 * wanted);
  }
  return found;
}

/** Keeps the list ascending, so that the best is popped from the end. */
function insertByBound<T extends { readonly lnBound: number }>(list: T[], entry: T): void {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.lnBound < entry.lnBound) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, entry);
}
