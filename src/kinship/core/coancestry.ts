import { strideOf, walk } from './elimination';
import { KinshipInputError } from './kinship-input-error';
import type { Network } from './network';
import type { WorkLimit } from './elimination';

/**
 * Sums a network whose founder alleles come from one subpopulation (Balding & Nichols 1994).
 *
 * The founders' joint probability depends only on how often each allele was drawn. So instead of a number,
 * each cell of a table holds a polynomial: for each multiset of founder alleles drawn, the probability of all
 * that hangs below. Multisets are weighed at the very end. Exact for loops, mutation and any number of founders;
 * the cost grows with the founders that have several children.
 */
export function sumWithCoancestry(network: Network, theta: number, limit: WorkLimit, marker: string): DrawnAlleles[] {
  return new CoancestryElimination(network, theta, limit, marker).run();
}

/** Probability of the data, by founder alleles drawn, for one genotype asked for (or for the only cell). */
export interface DrawnAlleles {
  /** Weighed with the founders' joint probability. */
  probability(): number;
  /** The same with these further alleles drawn from the subpopulation by unrelated people. */
  probabilityWith(alleles: readonly number[]): number;
}

type Polynomial = Map<number, number>;

interface Cells {
  readonly scope: readonly number[];
  /** Numbers or polynomials, never both; what is missing is 0. */
  readonly numbers: Float64Array | null;
  readonly polynomials: (Polynomial | undefined)[] | null;
  /** Founder alleles drawn in each term. */
  readonly degree: number;
  /** Most terms a cell may have. */
  readonly terms: number;
}

class CoancestryElimination {
  private readonly multisets: Multisets;
  private cells: Cells[] = [];

  constructor(
    private readonly network: Network,
    private readonly theta: number,
    private readonly limit: WorkLimit,
    private readonly marker: string,
  ) {
    this.multisets = new Multisets(network.ladder.frequencies, theta, network.certainDraws);
    for (const { scope, table } of network.factors) {
      this.cells.push({ scope, numbers: table, polynomials: null, degree: 0, terms: 1 });
    }
    network.unary.forEach((table, variable) => {
      if (table) this.cells.push({ scope: [variable], numbers: table, polynomials: null, degree: 0, terms: 1 });
    });
    for (const { variable, alleles } of network.draws) {
      const polynomials = alleles.map((drawn): Polynomial => new Map([[this.multisets.of(drawn), 1]]));
      this.cells.push({ scope: [variable], numbers: null, polynomials, degree: alleles[0]!.length, terms: 1 });
    }
  }

  run(): DrawnAlleles[] {
    const { asked, sizes } = this.network;
    const open = new Set(sizes.keys());
    for (const variable of asked) open.delete(variable);
    let work = 0;
    while (open.size > 0) {
      let next = -1;
      let least = Infinity;
      for (const variable of open) {
        const cost = this.costOf(variable);
        if (cost < least || next < 0) [next, least] = [variable, cost];
      }
      work += least;
      // A polynomial's terms cost some thirty times a plain multiplication.
      if (work * 30 > this.limit.operations) this.refuse(work);
      open.delete(next);
      this.sumOut(next);
    }
    return this.joint(asked);
  }

  private refuse(work: number): never {
    throw new KinshipInputError(
      'kinship.too-large-with-theta',
      'theta',
      `${this.marker} needs more than ${work.toExponential(1)} combinations of founder alleles with theta above 0; ` +
        'type one of the founders, leave out untyped persons who join no typed ones, or compute with theta 0',
    );
  }

  private costOf(variable: number): number {
    const touched = this.cells.filter((c) => c.scope.includes(variable));
    const scope = new Set(touched.flatMap((c) => c.scope));
    let cost = 1;
    for (const v of scope) cost *= this.network.sizes[v]!;
    for (const { terms } of touched) cost *= terms;
    return cost;
  }

  private sumOut(variable: number): void {
    const touched = this.cells.filter((c) => c.scope.includes(variable));
    this.cells = this.cells.filter((c) => !c.scope.includes(variable));
    const scope = [...new Set(touched.flatMap((c) => c.scope))].filter((v) => v !== variable);
    this.cells.push(this.product(touched, scope, variable));
  }

  /** For each cell of `scope`, the product of all tables, summed over `variable` (-1: no sum). */
  private product(touched: readonly Cells[], scope: readonly number[], variable: number): Cells {
    const { sizes, ladder } = this.network;
    const extents = scope.map((v) => sizes[v]!);
    const states = variable < 0 ? 1 : sizes[variable]!;
    const count = extents.reduce((all, extent) => all * extent, 1);
    const plainTables = touched.filter((c) => c.numbers !== null);
    const drawnTables = touched.filter((c) => c.polynomials !== null);
    const ordered = [...plainTables, ...drawnTables];
    const strides = ordered.map((c) => scope.map((v) => strideOf(v, c.scope, sizes)));
    const steps = ordered.map((c) => strideOf(variable, c.scope, sizes));
    const degree = touched.reduce((sum, c) => sum + c.degree, 0);
    const numbers = drawnTables.length === 0 ? new Float64Array(count) : null;
    const polynomials: (Polynomial | undefined)[] | null = numbers ? null : new Array<undefined>(count);
    walk(extents, strides, (cell, offsets) => {
      for (let s = 0; s < states; s++) {
        let weight = 1;
        for (let t = 0; t < plainTables.length; t++) weight *= plainTables[t]!.numbers![offsets[t]! + s * steps[t]!]!;
        if (weight === 0) continue;
        if (numbers) {
          numbers[cell] = numbers[cell]! + weight;
          continue;
        }
        const parts: Polynomial[] = [];
        for (let t = plainTables.length; t < ordered.length; t++) {
          const part = ordered[t]!.polynomials![offsets[t]! + s * steps[t]!];
          if (part) parts.push(part);
        }
        if (parts.length < drawnTables.length) continue;
        let into = polynomials![cell];
        if (!into) polynomials![cell] = into = new Map();
        this.addProduct(into, parts, weight);
      }
    });
    const combined = drawnTables.reduce((product, c) => product * c.terms, states);
    return { scope, numbers, polynomials, degree, terms: Math.min(combined, multisetCount(degree, ladder.size)) };
  }

  private addProduct(into: Polynomial, parts: readonly Polynomial[], weight: number): void {
    let product = parts[0]!;
    for (const part of parts.slice(1)) {
      const next: Polynomial = new Map();
      for (const [one, p] of product) {
        for (const [other, q] of part) {
          const both = this.multisets.union(one, other);
          next.set(both, (next.get(both) ?? 0) + p * q);
        }
      }
      product = next;
    }
    for (const [drawn, p] of product) into.set(drawn, (into.get(drawn) ?? 0) + p * weight);
  }

  private joint(asked: readonly number[]): DrawnAlleles[] {
    const { constant } = this.network;
    const result = this.product(this.cells, asked, -1);
    const count = asked.reduce((all, v) => all * this.network.sizes[v]!, 1);
    const multisets = this.multisets;
    return Array.from({ length: count }, (_, cell) => {
      const terms: Polynomial = result.numbers
        ? new Map([[multisets.of([]), result.numbers[cell]!]])
        : (result.polynomials![cell] ?? new Map<number, number>());
      const probabilityWith = (alleles: readonly number[]) => {
        const further = multisets.of(alleles);
        let sum = 0;
        for (const [drawn, p] of terms) sum += p * multisets.weight(multisets.union(drawn, further));
        return sum * constant;
      };
      return { probability: () => probabilityWith([]), probabilityWith };
    });
  }
}

/** Multisets of alleles by number, so that a polynomial is a map of numbers. */
class Multisets {
  private readonly members: (readonly number[])[] = [];
  private readonly numberByName = new Map<string, number>();
  private readonly unions = new Map<number, number>();
  private readonly weights: (number | undefined)[] = [];
  private readonly certain: Int32Array;

  constructor(
    private readonly frequencies: Float64Array,
    private readonly theta: number,
    certainDraws: readonly number[],
  ) {
    this.certain = new Int32Array(frequencies.length);
    for (const allele of certainDraws) this.certain[allele] = this.certain[allele]! + 1;
  }

  of(alleles: readonly number[]): number {
    const sorted = [...alleles].sort((a, b) => a - b);
    const name = sorted.join();
    let number = this.numberByName.get(name);
    if (number === undefined) {
      number = this.members.push(sorted) - 1;
      this.numberByName.set(name, number);
    }
    return number;
  }

  union(one: number, other: number): number {
    const key = one < other ? other * 0x4000000 + one : one * 0x4000000 + other;
    let union = this.unions.get(key);
    if (union === undefined) {
      union = this.of([...this.members[one]!, ...this.members[other]!]);
      this.unions.set(key, union);
    }
    return union;
  }

  /** Probability of drawing these and the certain alleles one after the other, in a given order. */
  weight(multiset: number): number {
    const known = this.weights[multiset];
    if (known !== undefined) return known;
    const counts = Int32Array.from(this.certain);
    for (const allele of this.members[multiset]!) counts[allele] = counts[allele]! + 1;
    let weight = 1;
    let drawn = 0;
    counts.forEach((count, allele) => {
      for (let i = 0; i < count; i++, drawn++) {
        // The very first draw has b = 0 and n = 0, and comes out as p.
        weight *= ((1 - this.theta) * this.frequencies[allele]! + i * this.theta) / (1 + (drawn - 1) * this.theta);
      }
    });
    this.weights[multiset] = weight;
    return weight;
  }
}

/** How many different multisets of `degree` alleles a ladder of `size` allows. */
function multisetCount(degree: number, size: number): number {
  let count = 1;
  for (let i = 1; i <= degree; i++) count = (count * (size - 1 + i)) / i;
  return count;
}
