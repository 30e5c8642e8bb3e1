import { EliminationPlan, planElimination } from './elimination-order';
import { KinshipInputError } from './kinship-input-error';
import type { Network } from './network';
import { Scaled, scaled, ZERO } from './scaled-number';

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

interface Table {
  readonly scope: readonly number[];
  readonly table: Float64Array;
}

class Elimination {
  private readonly sizes: readonly number[];
  private readonly unary: (Float64Array | null)[];
  /** Tables still to be multiplied that contain the variable. */
  private readonly holding: Set<Table>[];
  private constant: Scaled;

  constructor(network: Network) {
    this.sizes = network.sizes;
    this.unary = network.unary;
    this.constant = { mantissa: network.constant, exponent: 0 };
    this.holding = network.sizes.map(() => new Set());
    for (const factor of network.factors) this.add(factor);
  }

  /** False when the whole likelihood has become 0. */
  sumOut(variable: number): boolean {
    const tables = [...this.holding[variable]!];
    for (const table of tables) this.remove(table);
    const scope: number[] = [];
    for (const table of tables) for (const v of table.scope) if (v !== variable && !scope.includes(v)) scope.push(v);
    const own = this.unary[variable] ?? null;
    const table = sumOfProducts(variable, scope, tables, own, this.sizes);
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
    for (const v of table.scope) this.holding[v]!.add(table);
  }

  private remove(table: Table): void {
    for (const v of table.scope) this.holding[v]!.delete(table);
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

/** How far one step in `variable` moves within a table of that scope; 0 where it is not in it. */
export function strideOf(variable: number, scope: readonly number[], sizes: readonly number[]): number {
  const at = scope.indexOf(variable);
  if (at < 0) return 0;
  let stride = 1;
  for (let k = at + 1; k < scope.length; k++) stride *= sizes[scope[k]!]!;
  return stride;
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

/** The kernel: for each cell of `scope`, sum over `variable` of the product of all tables. */
function sumOfProducts(
  variable: number,
  scope: readonly number[],
  tables: readonly Table[],
  own: Float64Array | null,
  sizes: readonly number[],
): Float64Array {
  const n = sizes[variable]!;
  const factors = tables.map((t) => t.table);
  const steps = tables.map((t) => strideOf(variable, t.scope, sizes));
  const strides = tables.map((t) => scope.map((v) => strideOf(v, t.scope, sizes)));
  if (own) {
    factors.push(own);
    steps.push(1);
    strides.push(scope.map(() => 0));
  }
  const extents = scope.map((v) => sizes[v]!);
  const result = new Float64Array(extents.reduce((cells, extent) => cells * extent, 1));
  if (factors.length === 0) return result.fill(n);
  if (factors.length === 1) fillOne(result, extents, strides, factors[0]!, steps[0]!, n);
  else if (factors.length === 2) fillTwo(result, extents, strides, factors, steps, n);
  else if (factors.length === 3) fillThree(result, extents, strides, factors, steps, n);
  else fillMany(result, extents, strides, factors, steps, n);
  return result;
}

type Strides = readonly (readonly number[])[];

function fillOne(
  result: Float64Array,
  extents: number[],
  strides: Strides,
  a: Float64Array,
  step: number,
  n: number,
): void {
  walk(extents, strides, (cell, offsets) => {
    let sum = 0;
    for (let k = 0, i = offsets[0]!; k < n; k++, i += step) sum += a[i]!;
    result[cell] = sum;
  });
}

function fillTwo(
  result: Float64Array,
  extents: number[],
  strides: Strides,
  factors: readonly Float64Array[],
  steps: readonly number[],
  n: number,
): void {
  const [a, b] = [factors[0]!, factors[1]!];
  const [stepA, stepB] = [steps[0]!, steps[1]!];
  walk(extents, strides, (cell, offsets) => {
    let sum = 0;
    for (let k = 0, i = offsets[0]!, j = offsets[1]!; k < n; k++, i += stepA, j += stepB) sum += a[i]! * b[j]!;
    result[cell] = sum;
  });
}

function fillThree(
  result: Float64Array,
  extents: number[],
  strides: Strides,
  factors: readonly Float64Array[],
  steps: readonly number[],
  n: number,
): void {
  const [a, b, c] = [factors[0]!, factors[1]!, factors[2]!];
  const [stepA, stepB, stepC] = [steps[0]!, steps[1]!, steps[2]!];
  walk(extents, strides, (cell, offsets) => {
    let sum = 0;
    for (let k = 0, i = offsets[0]!, j = offsets[1]!, l = offsets[2]!; k < n; k++, i += stepA, j += stepB, l += stepC) {
      sum += a[i]! * b[j]! * c[l]!;
    }
    result[cell] = sum;
  });
}

function fillMany(
  result: Float64Array,
  extents: number[],
  strides: Strides,
  factors: readonly Float64Array[],
  steps: readonly number[],
  n: number,
): void {
  walk(extents, strides, (cell, offsets) => {
    let sum = 0;
    for (let k = 0; k < n; k++) {
      let product = 1;
      for (let t = 0; t < factors.length; t++) product *= factors[t]![offsets[t]! + k * steps[t]!]!;
      sum += product;
    }
    result[cell] = sum;
  });
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
