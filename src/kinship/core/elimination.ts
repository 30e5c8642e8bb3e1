import { type EliminationPlan, planElimination } from './elimination-order';
import { KinshipInputError } from './kinship-input-error';
import type { Network } from './network';
import { type Scaled, scaled, ZERO } from './scaled-number';
import { strideOf, sumOfProducts, type Table } from './sum-of-products';

/** How much one marker of one family may cost before it is refused instead of started. */
export interface WorkLimit {
  /** Multiplications; a billion is about a second. */
  readonly operations: number;
  /** Cells of one table, 8 bytes each. */
  readonly tableCells: number;
}

export const WORK_LIMIT: WorkLimit = { operations: 1e10, tableCells: 3e7 };

/** A joint table over the variables asked for (in their order), times 2^exponent. */
export interface AskedTable {
  readonly table: Float64Array;
  readonly exponent: number;
}

export function planFor(network: Network): EliminationPlan {
  const scopes = network.factors.map((factor) => factor.scope);
  return planElimination(network.sizes, scopes, network.asked);
}

export function refuseIfTooLarge({ work, largestTable }: EliminationPlan, limit: WorkLimit, marker: string): void {
  if (work <= limit.operations && largestTable <= limit.tableCells) return;
  throw new KinshipInputError(
    'kinship.too-large',
    'pedigree',
    `${marker} needs about ${work.toExponential(1)} operations and a table of ${largestTable.toExponential(1)} numbers, ` +
      'more than is allowed; leave out untyped persons who join no typed ones, type one more person in the loop, or use a mutation model without steps',
  );
}

/** Sums all variables out but those asked for. */
export function eliminate(network: Network, plan: EliminationPlan): AskedTable {
  const work = new Elimination(network);
  for (const variable of plan.order) {
    if (!work.sumOut(variable)) return { table: new Float64Array(askedCells(network)), exponent: 0 };
  }
  return work.joint(network.asked);
}

export function eliminateAll(network: Network, plan: EliminationPlan): Scaled {
  if (network.constant === 0) return ZERO;
  const { table, exponent } = eliminate(network, plan);
  return scaled(table[0]!, exponent);
}

function askedCells({ asked, sizes }: Network): number {
  return asked.reduce((cells, variable) => cells * sizes[variable]!, 1);
}

class Elimination {
  private readonly sizes: readonly number[];
  private readonly unary: (Float64Array | null)[];
  /** Tables still to be multiplied that contain the variable. */
  private readonly holding: Table[][];
  private constant: Scaled;

  constructor(network: Network) {
    this.sizes = network.sizes;
    this.unary = network.unary;
    this.constant = { mantissa: network.constant, exponent: 0 };
    this.holding = network.sizes.map(() => []);
    for (const factor of network.factors) this.add(factor);
  }

  /** False when the whole likelihood has become 0. */
  sumOut(variable: number): boolean {
    const tables = this.holding[variable]!;
    const { scope, table } = sumOfProducts(variable, tables, this.unary[variable] ?? null, this.sizes);
    for (const v of scope) this.holding[v] = this.holding[v]!.filter((held) => !tables.includes(held));
    const { largest, exponent } = rescale(table);
    if (largest === 0) return false;
    this.constant = { mantissa: this.constant.mantissa, exponent: this.constant.exponent + exponent };
    if (scope.length === 0) this.constant = scaled(this.constant.mantissa * table[0]!, this.constant.exponent);
    else if (scope.length === 1) this.multiplyUnary(scope[0]!, table);
    else this.add({ scope, table });
    return true;
  }

  /** What is left, multiplied into one table over `asked`. */
  joint(asked: readonly number[]): AskedTable {
    const { mantissa, exponent } = this.constant;
    const cells = asked.reduce((product, v) => product * this.sizes[v]!, 1);
    const result = new Float64Array(cells).fill(mantissa);
    const left: Table[] = asked.flatMap((v) => (this.unary[v] ? [{ scope: [v], table: this.unary[v] }] : []));
    for (const v of asked) for (const table of this.holding[v]!) if (!left.includes(table)) left.push(table);
    for (const { scope, table } of left) {
      const strides = asked.map((v) => strideOf(v, scope, this.sizes));
      walk(
        asked.map((v) => this.sizes[v]!),
        [strides],
        (cell, offsets) => {
          result[cell] = result[cell]! * table[offsets[0]!]!;
        },
      );
    }
    return { table: result, exponent };
  }

  private add(table: Table): void {
    for (const v of table.scope) this.holding[v]!.push(table);
  }

  private multiplyUnary(variable: number, table: Float64Array): void {
    const present = this.unary[variable];
    if (!present) {
      this.unary[variable] = table;
      return;
    }
    for (let s = 0; s < table.length; s++) present[s] = present[s]! * table[s]!;
  }
}

/** Visits the cells of a table in order and tells for each where the other tables stand. */
export function walk(
  extents: readonly number[],
  strides: readonly (readonly number[])[],
  visit: (cell: number, offsets: Int32Array) => void,
): void {
  const depth = extents.length;
  const offsets = new Int32Array(strides.length);
  const digits = new Int32Array(depth);
  for (let cell = 0; ; cell++) {
    visit(cell, offsets);
    let d = depth - 1;
    for (; d >= 0; d--) {
      if (++digits[d]! < extents[d]!) {
        for (let t = 0; t < strides.length; t++) offsets[t] = offsets[t]! + strides[t]![d]!;
        break;
      }
      digits[d] = 0;
      for (let t = 0; t < strides.length; t++) offsets[t] = offsets[t]! - strides[t]![d]! * (extents[d]! - 1);
    }
    if (d < 0) return;
  }
}

/** Pulls a table that has become very small or large back to about 1, by a power of two. */
function rescale(table: Float64Array): { largest: number; exponent: number } {
  let largest = 0;
  for (let i = 0; i < table.length; i++) if (table[i]! > largest) largest = table[i]!;
  if (largest === 0 || (largest > 1e-50 && largest < 1e50)) return { largest, exponent: 0 };
  const exponent = Math.round(Math.log2(largest));
  const factor = Math.pow(2, -exponent);
  for (let i = 0; i < table.length; i++) table[i] = table[i]! * factor;
  return { largest, exponent };
}
