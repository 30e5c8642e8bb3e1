import { type Elements, type Finder, ROLE_BITS, ROLE_MASK } from '../comparisons/elements';
import { comparisonNames } from '../comparison';
import { type AnyComparison, comparisons } from '../evidence';
import { Dictionary, ListColumn } from './columns';
import { SparseWeights } from './sparse-weights';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- elements are known to their comparison alone
export type AnyElements = Elements<any, any, any, any>;

export function comparisonAt(index: number): AnyComparison {
  const comparison = comparisons[index];
  if (comparison === undefined) throw new RangeError(`no comparison ${index}`);
  return comparison;
}

/** Comparisons by the form in which an index holds their facets. Phones and documents are held by their numbers. */
export const listIndices = comparisons.flatMap(({ elements }, index) => (elements === undefined ? [] : [index]));
export const facetIndices = comparisons.flatMap(({ elements, name }, index) =>
  elements === undefined && name !== 'phones' && name !== 'documents' ? [index] : [],
);
export const indexOf = (name: (typeof comparisonNames)[number]): number => comparisonNames.indexOf(name);

/** The lists of one comparison for all rows: numbers of elements, and the distinct elements behind them. */
export class ListRows {
  readonly column = new ListColumn();
  readonly elements = new Dictionary<unknown>();
  readonly finder: Finder<unknown>;
  readonly weights = new SparseWeights();
  private scratch = new Float64Array(0);

  constructor(comparison: AnyComparison) {
    const finder: Finder<unknown> | undefined = comparison.elements?.finder();
    if (finder === undefined) throw new RangeError(`${comparison.name} is no comparison of lists`);
    this.finder = finder;
  }

  /** A table for one question, blank: the same room each time, since memory asked for and given back by the megabyte is not given back. */
  blankTable(length: number, blank: number): Float64Array {
    if (this.scratch.length < length) this.scratch = new Float64Array(Math.ceil(1.5 * length));
    this.scratch.fill(blank, 0, length);
    return this.scratch;
  }

  put(
    row: number,
    rows: number,
    list: readonly { readonly element: unknown; readonly role: number }[],
    keyOf: (element: unknown) => string,
  ): void {
    const values = list.map(({ element, role }) => {
      const size = this.elements.size;
      const number = this.elements.numberOf(keyOf(element), element);
      if (this.elements.size > size) this.finder.add(element, number);
      return (number << ROLE_BITS) | role;
    });
    this.column.set(row, values, rows);
  }

  /** The elements of a row, of one role or of all. */
  of(row: number, role?: number): unknown[] {
    const start = this.column.startOf[row] ?? 0;
    return [...this.column.data.subarray(start, start + (this.column.lengthOf[row] ?? 0))]
      .filter((value) => role === undefined || (value & ROLE_MASK) === role)
      .map((value) => this.elements.valueOf(value >>> ROLE_BITS));
  }
}

/** As `log10LrOf` bounds it; NaN is "nothing compared". */
export function bounded(log10: number, floor: number, cap: number): number {
  return Number.isNaN(log10) ? 0 : Math.min(cap, Math.max(floor, log10));
}
