import { walk } from './elimination';
import { KinshipInputError } from './kinship-input-error';
import type { Network } from './network';
import { strideOf } from './sum-of-products';
import type { WorkLimit } from './elimination';

/**
 * Sums a network whose founder alleles come from one subpopulation (Balding & Nichols 1994).
 *
 * The founders' joint probability depends only on how often each allele was drawn. So instead of a number,
 * each cell of a table holds a polynomial: for each multiset of founder alleles drawn, the probability of all
 * that hangs below. Multisets are weighed at the very end. Exact for loops, mutation and any number of founders;
 * the cost grows with the founders that have several children.
 */
export function sumWithCoancestry(network: Network, theta: number, limit: WorkLimit, marker: string): number {
  return new CoancestryElimination(network, theta, limit, marker).run();
}

/** Operations that `sumWithCoancestry` would take, about. */
export function workWithCoancestry(network: Network, limit: WorkLimit): number {
  return new CoancestryElimination(network, 0.5, limit, '').plan().work * WORK_OF_ONE_TERM;
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
    const mostDraws = network.draws.reduce((sum, { alleles }) => sum + alleles[0]!.length, 0);
    this.multisets = new Multisets(network.ladder.frequencies, theta, network.certainDraws, mostDraws);
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

  run(): number {
    const plan = this.plan();
    if (plan.work * WORK_OF_ONE_TERM > this.limit.operations) this.refuse(plan.work);
    for (const variable of plan.order) this.sumOut(variable);
    return this.total();
  }

  plan(): { order: number[]; work: number } {
    return planCoancestry(this.network.sizes, this.cells, this.network.ladder.size);
  }

  private refuse(work: number): never {
    throw new KinshipInputError(
      'kinship.too-large-with-theta',
      'theta',
      `${this.marker} needs about ${work.toExponential(1)} combinations of founder alleles with theta above 0, more than is allowed; ` +
        'type one of the founders, leave out untyped persons who join no typed ones, or compute with theta 0',
    );
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
    const last = parts[parts.length - 1]!;
    let before: Polynomial | null = null;
    for (let at = 0; at < parts.length - 1; at++) {
      if (before === null) {
        before = parts[at]!;
        continue;
      }
      const next: Polynomial = new Map();
      this.addPair(next, before, parts[at]!, 1);
      before = next;
    }
    if (before !== null) this.addPair(into, before, last, weight);
    else for (const [drawn, p] of last) into.set(drawn, (into.get(drawn) ?? 0) + p * weight);
  }

  private addPair(into: Polynomial, one: Polynomial, other: Polynomial, weight: number): void {
    const { multisets } = this;
    for (const [a, p] of one) {
      const share = p * weight;
      for (const [b, q] of other) {
        const both = multisets.union(a, b);
        into.set(both, (into.get(both) ?? 0) + share * q);
      }
    }
  }

  private total(): number {
    const { numbers, polynomials } = this.product(this.cells, [], -1);
    if (numbers) return numbers[0]! * this.multisets.weight(this.multisets.of([])) * this.network.constant;
    let sum = 0;
    for (const [drawn, p] of polynomials![0] ?? []) sum += p * this.multisets.weight(drawn);
    return sum * this.network.constant;
  }
}

/** How much longer a term of a polynomial takes than a plain multiplication. */
const WORK_OF_ONE_TERM = 250;

interface CellsShape {
  readonly scope: readonly number[];
  readonly degree: number;
  readonly terms: number;
}

/** Greedy orders by two rules, and the cheaper of the two. */
function planCoancestry(
  sizes: readonly number[],
  cells: readonly CellsShape[],
  ladderSize: number,
): { order: number[]; work: number } {
  const plans = [false, true].map((numbersFirst) => greedy(sizes, cells, ladderSize, numbersFirst));
  return plans[0]!.work <= plans[1]!.work ? plans[0]! : plans[1]!;
}

function greedy(
  sizes: readonly number[],
  start: readonly CellsShape[],
  ladderSize: number,
  numbersFirst: boolean,
): { order: number[]; work: number } {
  let cells = [...start];
  const open = new Set(sizes.keys());
  const order: number[] = [];
  let work = 0;
  while (open.size > 0) {
    let next = { variable: -1, work: Infinity, rank: Infinity };
    for (const variable of open) {
      const touched = cells.filter((c) => c.scope.includes(variable));
      let cost = 1;
      for (const v of new Set(touched.flatMap((c) => c.scope))) cost *= sizes[v]!;
      const polynomials = touched.filter((c) => c.degree > 0);
      for (const { terms } of polynomials) cost *= terms;
      const effort = polynomials.length > 0 ? cost : cost / WORK_OF_ONE_TERM;
      const rank = numbersFirst && polynomials.length > 0 ? effort * 1e12 : effort;
      if (rank < next.rank || next.variable < 0) next = { variable, work: effort, rank };
    }
    work += next.work;
    open.delete(next.variable);
    order.push(next.variable);
    const touched = cells.filter((c) => c.scope.includes(next.variable));
    const scope = [...new Set(touched.flatMap((c) => c.scope))].filter((v) => v !== next.variable);
    const degree = touched.reduce((sum, c) => sum + c.degree, 0);
    const combined = touched.reduce((product, c) => product * c.terms, sizes[next.variable]!);
    const terms = degree === 0 ? 1 : Math.min(combined, multisetCount(degree, ladderSize));
    cells = [...cells.filter((c) => !touched.includes(c)), { scope, degree, terms }];
  }
  return { order, work: work + cells.reduce((product, c) => product * c.terms, 1) };
}

/** Multisets of alleles by number, so that a polynomial is a map of numbers. */
class Multisets {
  private readonly weights = new Map<number, number>();
  private readonly certain: Int32Array;
  /** Counts as digits of one number, where that fits; then a union is a sum. */
  private readonly radix: number;
  private readonly members: (readonly number[])[] = [];
  private readonly numberByName = new Map<string, number>();

  constructor(
    private readonly frequencies: Float64Array,
    private readonly theta: number,
    certainDraws: readonly number[],
    mostDraws: number,
  ) {
    this.certain = new Int32Array(frequencies.length);
    for (const allele of certainDraws) this.certain[allele] = this.certain[allele]! + 1;
    const radix = mostDraws + 1;
    this.radix = frequencies.length * Math.log2(radix) <= 52 ? radix : 0;
  }

  of(alleles: readonly number[]): number {
    if (this.radix > 0) return alleles.reduce((sum, allele) => sum + Math.pow(this.radix, allele), 0);
    return this.numbered([...alleles].sort((a, b) => a - b));
  }

  union(one: number, other: number): number {
    if (this.radix > 0) return one + other;
    return this.numbered([...this.members[one]!, ...this.members[other]!].sort((a, b) => a - b));
  }

  /** Probability of drawing these and the certain alleles one after the other, in a given order. */
  weight(multiset: number): number {
    const known = this.weights.get(multiset);
    if (known !== undefined) return known;
    const counts = this.countsOf(multiset);
    let weight = 1;
    let drawn = 0;
    for (let allele = 0; allele < counts.length; allele++) {
      for (let i = 0; i < counts[allele]!; i++, drawn++) {
        // The very first draw has b = 0 and n = 0, and comes out as p.
        weight *= ((1 - this.theta) * this.frequencies[allele]! + i * this.theta) / (1 + (drawn - 1) * this.theta);
      }
    }
    this.weights.set(multiset, weight);
    return weight;
  }

  private countsOf(multiset: number): Int32Array {
    const counts = Int32Array.from(this.certain);
    if (this.radix > 0) {
      for (let rest = multiset, allele = 0; rest > 0; allele++) {
        counts[allele] = counts[allele]! + (rest % this.radix);
        rest = Math.floor(rest / this.radix);
      }
    } else {
      for (const allele of this.members[multiset]!) counts[allele] = counts[allele]! + 1;
    }
    return counts;
  }

  private numbered(sorted: readonly number[]): number {
    const name = String.fromCharCode(...sorted);
    let number = this.numberByName.get(name);
    if (number === undefined) {
      number = this.members.push(sorted) - 1;
      this.numberByName.set(name, number);
    }
    return number;
  }
}

/** How many different multisets of `degree` alleles a ladder of `size` allows. */
function multisetCount(degree: number, size: number): number {
  let count = 1;
  for (let i = 1; i <= degree; i++) count = (count * (size - 1 + i)) / i;
  return count;
}
