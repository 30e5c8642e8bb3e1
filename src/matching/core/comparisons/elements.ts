import type { Weight } from '../comparison';

/**
 * The arithmetic of a comparison over lists (marks, teeth, things, words of names), prepared for one post-mortem record. Each distinct
 * element of the ante-mortem side fills one row of a table; `combine` adds up the rows that one report refers to. The index
 * keeps a table over all distinct elements and the pure function one over a single report, and both call the same two functions,
 * which is why their results are equal.
 */
export interface ElementKernel<E> {
  /** Numbers in a row. */
  readonly width: number;
  readonly fill: (element: E, table: Float64Array, at: number) => void;
  /**
   * Base-10 logarithm of the weight; NaN where nothing could be compared. `list[from..to)` holds `row x 4 + role`: the role is the
   * comparison's own.
   */
  readonly combine: (table: Float64Array, list: Uint32Array, from: number, to: number) => number;
}

/** How a side's facet is taken apart into elements, each with a key under which equal ones share a row. */
export interface Elements<A, E> {
  readonly of: (a: A) => readonly { readonly element: E; readonly role: number }[];
  readonly key: (element: E) => string;
}

/** Weighs one report by a table of its own. */
export function weighElements<A, E>(
  elements: Elements<A, E>,
  kernel: ElementKernel<E>,
  a: A,
  level: (log10: number) => string,
): Weight | null {
  const parts = elements.of(a);
  const table = new Float64Array(parts.length * kernel.width);
  const list = new Uint32Array(parts.length);
  parts.forEach(({ element, role }, row) => {
    kernel.fill(element, table, row * kernel.width);
    list[row] = row * 4 + role;
  });
  const log10 = kernel.combine(table, list, 0, list.length);
  if (Number.isNaN(log10)) return null;
  const bounded = Math.max(-15, Math.min(15, log10));
  // Only the ratio of such a sum is known; it is shown as one against a chance of 1.
  return { level: level(log10), same: 10 ** bounded, other: 1 };
}
