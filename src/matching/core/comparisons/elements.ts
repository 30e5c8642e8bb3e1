import type { Setting, Weight } from '../comparison';

/** One thing of a list (a mark, a tooth, a word of a name), with what the comparison needs to know of its place in the record. */
export interface Element<E> {
  readonly element: E;
  readonly role: number;
}

/**
 * Where the weights of one pair of records lie: the weight of element i of the report with element j of the remains stands at
 * `table[rows[i] + columns[j]]`. The pure function fills a table for one pair; the index keeps one over all distinct elements and
 * points into it. Both then call the same `combine`, which is why their results are equal. Arrays are scratch space, longer than
 * `rowCount` and `columnCount`.
 */
export interface WeightTable {
  table: Float64Array;
  readonly rows: Int32Array;
  readonly rowRoles: Uint8Array;
  rowCount: number;
  readonly columns: Int32Array;
  readonly columnRoles: Uint8Array;
  columnCount: number;
}

/** A comparison over two lists: how two elements weigh together, and how the weights of all of them add up. */
export interface Elements<A, P, E, F> {
  /** At most `MAX_ELEMENTS` each. */
  readonly ofAnteMortem: (a: A) => readonly Element<E>[];
  readonly ofPostMortem: (p: P) => readonly Element<F>[];
  readonly keyOfAnteMortem: (element: E) => string;
  readonly keyOfPostMortem: (element: F) => string;
  /** The weight of two elements that have nothing to do with one another: the usual case, of which an index stores nothing. */
  readonly blank: number;
  /**
   * Finds elements that may weigh more than nothing together: those it leaves out are `blank`. Works in both directions, so elements of
   * either side are put in and asked for.
   */
  readonly finder: () => Finder<E | F>;
  /** True where an element of the report has to do with at most one element of each role of the remains. */
  readonly isOneColumnPerRole?: boolean;
  readonly weigher: (setting: Setting) => (a: E, p: F) => number;
  /** Base-10 logarithm of the weight of the pair; NaN where nothing could be compared. */
  readonly combiner: (setting: Setting) => (weights: WeightTable) => number;
  /**
   * The same sum for an index of reports, which asks it of a million lists against one and the same list of the remains: what an element
   * of a report weighs alone is worked out once, and nearly all lists need no more than that. Equal to `combiner` to 1e-9.
   */
  readonly listCombiner: (setting: Setting, found: FoundWeights) => ListCombiner;
}

/** Weights of all elements that reports hold with the elements of one record of remains: entry `column * size + number`. */
export interface FoundWeights {
  readonly table: Float64Array;
  /** One more than the highest number of an element. */
  readonly size: number;
  /** Roles of the columns. */
  readonly roles: readonly number[];
  /** 1 at each element that any column is not blank for. */
  readonly isTouched: Uint8Array;
}

/** Weight of the list of a report that lies in `data` from `start` on; each value is an element's number and, in the low four bits, its role. */
export type ListCombiner = (data: Uint32Array, start: number, length: number) => number;

/** Elements carry their role in the low four bits beside their number. */
export const ROLE_BITS = 4;
export const ROLE_MASK = 15;

/** The plain way, by `combiner`, over the elements at `places` of `data`. */
export function combineAt(
  combine: (weights: WeightTable) => number,
  { table, size, roles }: FoundWeights,
): (data: Uint32Array, places: Int32Array, count: number) => number {
  const weights = emptyWeightTable();
  weights.table = table;
  weights.columnCount = roles.length;
  roles.forEach((role, column) => {
    weights.columns[column] = column * size;
    weights.columnRoles[column] = role;
  });
  return (data, places, count) => {
    for (let at = 0; at < count; at++) {
      const value = data[places[at] ?? 0] ?? 0;
      weights.rows[at] = value >>> ROLE_BITS;
      weights.rowRoles[at] = value & ROLE_MASK;
    }
    weights.rowCount = count;
    return combine(weights);
  };
}

export interface Finder<X> {
  add(element: X, number: number): void;
  /** Numbers in rising order. */
  near(element: X): readonly number[];
}

/** Finds elements by buckets: what shares none has nothing to do with one another. */
export class BucketFinder<X> implements Finder<X> {
  private readonly buckets = new Map<string | number, number[]>();

  /** `inside` names the bucket an element lies in, `asked` those in which its likes lie. */
  constructor(
    private readonly inside: (element: X) => string | number,
    private readonly asked: (element: X) => readonly (string | number)[],
  ) {}

  add(element: X, number: number): void {
    const key = this.inside(element);
    const bucket = this.buckets.get(key);
    if (bucket === undefined) this.buckets.set(key, [number]);
    else bucket.push(number);
  }

  near(element: X): readonly number[] {
    const found = this.asked(element).map((key) => this.buckets.get(key) ?? []);
    return found.length === 1 ? (found[0] ?? []) : found.flat().sort((a, b) => a - b);
  }
}

export const MAX_ELEMENTS = 128;

export const emptyWeightTable = (): WeightTable => ({
  table: new Float64Array(0),
  rows: new Int32Array(MAX_ELEMENTS),
  rowRoles: new Uint8Array(MAX_ELEMENTS),
  rowCount: 0,
  columns: new Int32Array(MAX_ELEMENTS),
  columnRoles: new Uint8Array(MAX_ELEMENTS),
  columnCount: 0,
});

/** Weighs one report and one record of remains by a table of their own. */
export function weighElements<A, P, E, F>(
  elements: Elements<A, P, E, F>,
  p: P,
  setting: Setting,
  level: (a: A, log10: number) => string,
): (a: A) => Weight | null {
  const found = elements.ofPostMortem(p).slice(0, MAX_ELEMENTS);
  const weigh = elements.weigher(setting);
  const combine = elements.combiner(setting);
  const weights = emptyWeightTable();
  weights.columnCount = found.length;
  found.forEach(({ role }, column) => {
    weights.columns[column] = column;
    weights.columnRoles[column] = role;
  });
  return (a) => {
    const told = elements.ofAnteMortem(a).slice(0, MAX_ELEMENTS);
    weights.rowCount = told.length;
    weights.table = new Float64Array(told.length * found.length);
    told.forEach(({ element, role }, row) => {
      weights.rows[row] = row * found.length;
      weights.rowRoles[row] = role;
      found.forEach((other, column) => (weights.table[row * found.length + column] = weigh(element, other.element)));
    });
    const log10 = combine(weights);
    if (Number.isNaN(log10)) return null;
    // Only the ratio of such a sum is known; it is shown as one against a chance of 1.
    return { level: level(a, log10), same: 10 ** Math.max(-15, Math.min(15, log10)), other: 1 };
  };
}

/** For lists whose elements all play one part. */
export const plainElements = <E>(list: readonly E[]): Element<E>[] => list.map((element) => ({ element, role: 0 }));
