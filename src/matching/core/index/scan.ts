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
  isExcluded: ((row: number) => boolean) | null,
  settings: MatchingSettings,
  k: number,
  filter: Filter,
): SearchResult {
  const top = new Top(k, (row) => rows.id(row));
  const block = new Int32Array(BLOCK);
  const total = new Float64Array(BLOCK);
  const groups = groupNames.flatMap((name, group) => {
    const members = [...fills].filter(([index]) => groupOf[index] === group).map(([index, fill]) => ({ index, fill }));
    return members.length === 0 ? [] : [{ ...settings.numbers.groups[name], isEvent: group === EVENT, members }];
  });
  const scratch = {
    values: new Float64Array(BLOCK),
    best: new Float64Array(BLOCK),
    worst: new Float64Array(BLOCK),
    sum: new Float64Array(BLOCK),
    rest: new Float64Array(BLOCK),
  };
  const shares = rows.shares.values;
  let considered = 0;
  let excluded = 0;
  let sumOfLr = 0;
  let sumOfShares = 0;
  for (let from = 0; from < rows.length;) {
    const { count, next } = rows.allowed(from, block, filter);
    from = next;
    considered += count;
    total.fill(0, 0, count);
    for (const group of groups) addGroup(group, block, count, total, scratch);
    let threshold = top.threshold;
    for (let at = 0; at < count; at++) {
      const row = block[at] ?? 0;
      const share = shares[row] ?? 1;
      if (isExcluded !== null && isExcluded(row)) {
        excluded++;
        continue;
      }
      const log10 = total[at] ?? 0;
      sumOfShares += share;
      sumOfLr += share * powerOf10(log10);
      if (log10 >= threshold) {
        top.offer(row, log10);
        threshold = top.threshold;
      }
    }
  }
  const found = top.ordered().map(({ row, weight }) => ({
    id: rows.id(row),
    version: rows.versions.values[row] ?? 0,
    slice: rows.slices.values[row] ?? 0,
    log10Lr: weight,
  }));
  return { found, considered, excluded, sumOfLr, sumOfShares };
}

interface ScannedGroup {
  readonly rest: number;
  readonly cap: number;
  readonly isEvent: boolean;
  readonly members: readonly { readonly index: number; readonly fill: Fill }[];
}

function addGroup(
  { rest, cap, isEvent, members }: ScannedGroup,
  block: Int32Array,
  count: number,
  total: Float64Array,
  {
    values,
    best,
    worst,
    sum,
    rest: restOf,
  }: Readonly<Record<'values' | 'best' | 'worst' | 'sum' | 'rest', Float64Array>>,
): void {
  const hasIncident = isEvent && members.some(({ index }) => index === INCIDENT);
  const isPlainSum = rest === 1 && !hasIncident;
  sum.fill(0, 0, count);
  if (isPlainSum) {
    for (const { fill } of members) {
      if (typeof fill === 'function') {
        fill(block, count, values);
        addValues(values, count, sum);
      } else addLookup(fill.numbers, fill.table, block, count, sum);
    }
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
