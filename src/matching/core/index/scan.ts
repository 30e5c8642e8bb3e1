import { comparisonNames } from '../comparison';
import { comparisons, REST_BESIDE_INCIDENT } from '../evidence';
import { groupNames, type MatchingSettings } from '../settings';
import type { Filter, Rows } from './rows';
import { Top } from './top';

/** Writes the weights (base-10 logarithms) of one comparison for some rows. */
export type FillRows = (rows: Int32Array, count: number, into: Float64Array) => void;
/** Weights by a number that each row holds. */
export interface Lookup {
  readonly numbers: Uint32Array;
  readonly table: Float64Array;
}
export type Fill = FillRows | Lookup;

export interface Found {
  readonly id: string;
  readonly version: number;
  readonly slice: number;
  readonly log10Lr: number;
}

export interface SearchResult {
  /** Best first. */
  readonly found: readonly Found[];
  /** Pairs weighed, those excluded by logic among them. */
  readonly considered: number;
  readonly excluded: number;
  /** Sum of share x likelihood ratio over all pairs not excluded: what a posterior divides by. And the sum of the shares. */
  readonly sumOfLr: number;
  readonly sumOfShares: number;
}

/** Rows that are counted and left out of the ranking. */
export interface Exclusions {
  /** By a number that each row holds, and 1 at those excluded. */
  readonly numbers: Uint32Array;
  readonly isExcluded: Uint8Array;
  /** Whoever is proven to have lived after this day; null where nobody need be asked. */
  readonly aliveAfter: number | null;
  readonly rows: ReadonlySet<number>;
}

const BLOCK = 1024;
const INCIDENT = comparisonNames.indexOf('incident');
const EVENT = groupNames.indexOf('event');
const groupOf = comparisons.map(({ group }) => groupNames.indexOf(group));

/**
 * Weighs every allowed row, a block at a time and a comparison at a time, so that each loop runs over few arrays. The sums are those of
 * `totalLog10` in `evidence.ts`; a property test holds the two together.
 */
export function scan(
  rows: Rows,
  fills: ReadonlyMap<number, Fill>,
  exclusions: Exclusions,
  settings: MatchingSettings,
  k: number,
  filter: Filter,
): SearchResult {
  const top = new Top(k, (row) => rows.id(row));
  const block = new Int32Array(BLOCK);
  const total = new Float64Array(BLOCK);
  const { plain, bounded } = groupsOf(fills, settings);
  const scratch: Scratch = {
    values: new Float64Array(BLOCK),
    best: new Float64Array(BLOCK),
    worst: new Float64Array(BLOCK),
    sum: new Float64Array(BLOCK),
    rest: new Float64Array(BLOCK),
  };
  const sums: Sums = { excluded: 0, sumOfLr: 0, sumOfShares: 0 };
  let considered = 0;
  for (let from = 0; from < rows.length;) {
    const { count, next } = rows.allowed(from, block, filter);
    from = next;
    considered += count;
    total.fill(0, 0, count);
    addFills(plain, block, count, total, scratch.values);
    for (const group of bounded) addGroup(group, block, count, total, scratch);
    offerBlock(rows, exclusions, block, count, total, top, sums);
  }
  const found = top.ordered().map(({ row, weight }) => ({
    id: rows.id(row),
    version: rows.versions.values[row] ?? 0,
    slice: rows.slices.values[row] ?? 0,
    log10Lr: weight,
  }));
  return { found, considered, ...sums };
}

interface Sums {
  excluded: number;
  sumOfLr: number;
  sumOfShares: number;
}
type Scratch = Readonly<Record<'values' | 'best' | 'worst' | 'sum' | 'rest', Float64Array>>;

/** The comparisons that can simply be added, and the groups whose sum must be bounded. */
function groupsOf(
  fills: ReadonlyMap<number, Fill>,
  settings: MatchingSettings,
): { plain: Fill[]; bounded: ScannedGroup[] } {
  const plain: Fill[] = [];
  const bounded: ScannedGroup[] = [];
  groupNames.forEach((name, group) => {
    const members = [...fills].filter(([index]) => groupOf[index] === group).map(([index, fill]) => ({ index, fill }));
    const { rest, cap } = settings.numbers.groups[name];
    const most = members.reduce((sum, { index }) => sum + (comparisons[index]?.cap ?? 0), 0);
    const hasIncident = group === EVENT && members.some(({ index }) => index === INCIDENT);
    const isPlainSum = members.length === 1 || (rest === 1 && !hasIncident);
    if (isPlainSum && most <= cap) plain.push(...members.map(({ fill }) => fill));
    else if (members.length > 0) bounded.push({ rest, cap, hasIncident, isPlainSum, members });
  });
  return { plain, bounded };
}

/** Offers a block to the ranking, and adds it to the sums. */
function offerBlock(
  rows: Rows,
  { numbers, isExcluded, aliveAfter, rows: excludedRows }: Exclusions,
  block: Int32Array,
  count: number,
  total: Float64Array,
  top: Top,
  sums: Sums,
): void {
  const shares = rows.shares.values;
  const aliveOn = rows.alive.values;
  let { threshold } = top;
  let { sumOfLr, sumOfShares } = sums;
  for (let at = 0; at < count; at++) {
    const row = block[at] ?? 0;
    if (
      isExcluded[numbers[row] ?? 0] === 1 ||
      (aliveAfter !== null && (aliveOn[row] ?? 0) > aliveAfter) ||
      (excludedRows.size > 0 && excludedRows.has(row))
    ) {
      sums.excluded++;
      continue;
    }
    const log10 = total[at] ?? 0;
    const share = shares[row] ?? 1;
    sumOfShares += share;
    sumOfLr += share * powerOf10(log10);
    if (log10 >= threshold) {
      top.offer(row, log10);
      threshold = top.threshold;
    }
  }
  sums.sumOfLr = sumOfLr;
  sums.sumOfShares = sumOfShares;
}

interface ScannedGroup {
  readonly rest: number;
  readonly cap: number;
  readonly hasIncident: boolean;
  readonly isPlainSum: boolean;
  readonly members: readonly { readonly index: number; readonly fill: Fill }[];
}

/** Adds comparisons, those that are looked up two at a time. */
function addFills(
  fills: readonly Fill[],
  block: Int32Array,
  count: number,
  sum: Float64Array,
  values: Float64Array,
): void {
  let waiting: Lookup | null = null;
  for (const fill of fills) {
    if (typeof fill === 'function') {
      fill(block, count, values);
      addValues(values, count, sum);
    } else if (waiting === null) waiting = fill;
    else {
      addTwoLookups(waiting.numbers, waiting.table, fill.numbers, fill.table, block, count, sum);
      waiting = null;
    }
  }
  if (waiting !== null) addLookup(waiting.numbers, waiting.table, block, count, sum);
}

function addGroup(
  { rest, cap, hasIncident, isPlainSum, members }: ScannedGroup,
  block: Int32Array,
  count: number,
  total: Float64Array,
  { values, best, worst, sum, rest: restOf }: Scratch,
): void {
  sum.fill(0, 0, count);
  if (isPlainSum) {
    addFills(
      members.map(({ fill }) => fill),
      block,
      count,
      sum,
      values,
    );
    addCapped(sum, cap, count, total);
    return;
  }
  best.fill(0, 0, count);
  worst.fill(0, 0, count);
  for (const { index, fill } of members) {
    if (typeof fill === 'function') fill(block, count, values);
    else lookUp(fill.numbers, fill.table, block, count, values);
    if (hasIncident && index === INCIDENT) {
      restOf.fill(rest, 0, count);
      for (let at = 0; at < count; at++) if (values[at] !== 0) restOf[at] = REST_BESIDE_INCIDENT;
    }
    addExtremes(values, count, sum, best, worst);
  }
  if (!hasIncident) restOf.fill(rest, 0, count);
  for (let at = 0; at < count; at++) {
    const extremes = (best[at] ?? 0) + (worst[at] ?? 0);
    sum[at] = extremes + (restOf[at] ?? 0) * ((sum[at] ?? 0) - extremes);
  }
  addCapped(sum, cap, count, total);
}

// Each loop is a function of its own: small ones are compiled well, one long one was two times slower.

function addLookup(
  numbers: Uint32Array,
  table: Float64Array,
  block: Int32Array,
  count: number,
  sum: Float64Array,
): void {
  for (let at = 0; at < count; at++) sum[at] = (sum[at] ?? 0) + (table[numbers[block[at] ?? 0] ?? 0] ?? 0);
}
function addTwoLookups(
  numbers: Uint32Array,
  table: Float64Array,
  otherNumbers: Uint32Array,
  otherTable: Float64Array,
  block: Int32Array,
  count: number,
  sum: Float64Array,
): void {
  for (let at = 0; at < count; at++) {
    const row = block[at] ?? 0;
    sum[at] = (sum[at] ?? 0) + (table[numbers[row] ?? 0] ?? 0) + (otherTable[otherNumbers[row] ?? 0] ?? 0);
  }
}
function lookUp(numbers: Uint32Array, table: Float64Array, block: Int32Array, count: number, into: Float64Array): void {
  for (let at = 0; at < count; at++) into[at] = table[numbers[block[at] ?? 0] ?? 0] ?? 0;
}
function addValues(values: Float64Array, count: number, sum: Float64Array): void {
  for (let at = 0; at < count; at++) sum[at] = (sum[at] ?? 0) + (values[at] ?? 0);
}
function addExtremes(
  values: Float64Array,
  count: number,
  sum: Float64Array,
  best: Float64Array,
  worst: Float64Array,
): void {
  for (let at = 0; at < count; at++) {
    const value = values[at] ?? 0;
    sum[at] = (sum[at] ?? 0) + value;
    if (value > (best[at] ?? 0)) best[at] = value;
    if (value < (worst[at] ?? 0)) worst[at] = value;
  }
}
function addCapped(sum: Float64Array, cap: number, count: number, total: Float64Array): void {
  for (let at = 0; at < count; at++) {
    const value = sum[at] ?? 0;
    total[at] = (total[at] ?? 0) + (value < cap ? value : cap);
  }
}

const FRACTIONS = 4096;
const LOWEST = -40;
const wholePowers = Float64Array.from({ length: 120 }, (_, at) => 10 ** (at + LOWEST));
const fractionPowers = Float64Array.from({ length: FRACTIONS + 2 }, (_, at) => 10 ** (at / FRACTIONS));

/** 10 to this power, to a relative error of 4e-8: a table is three times as fast as the exact function, and only sums rest on it. */
export function powerOf10(log10: number): number {
  const whole = Math.floor(log10);
  if (!(whole >= LOWEST)) return 0;
  if (whole >= 79) return 1e79;
  const scaled = (log10 - whole) * FRACTIONS;
  const step = Math.floor(scaled);
  const low = fractionPowers[step] ?? 1;
  return (wholePowers[whole - LOWEST] ?? 0) * (low + (scaled - step) * ((fractionPowers[step + 1] ?? 1) - low));
}
