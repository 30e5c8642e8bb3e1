/** A table over some variables, the last one varying fastest. */
export interface Table {
  readonly scope: readonly number[];
  readonly table: Float64Array;
}

/**
 * Sums one variable out of a product of tables; the result's scope is all their other variables.
 *
 * The tables are entered largest first, and the product over the summed variable is carried along as a
 * vector, so that each table is multiplied in as seldom as its own variables change: with many tables the
 * work stays near one multiplication for each cell of the result and state of the variable.
 */
export function sumOfProducts(
  variable: number,
  tables: readonly Table[],
  own: Float64Array | null,
  sizes: readonly number[],
): Table {
  const n = sizes[variable]!;
  const ordered = tables.length > 1 ? [...tables].sort((a, b) => b.table.length - a.table.length) : tables;
  const scope: number[] = [];
  for (const { scope: vars } of ordered) for (const v of vars) if (v !== variable && !scope.includes(v)) scope.push(v);
  let cells = 1;
  for (const v of scope) cells *= sizes[v]!;
  const result = new Float64Array(cells);
  if (scope.length === 0) result[0] = sumAlone(ordered, own, n);
  else if (scope.length === 1) sumIntoOne(result, ordered, variable, own, n);
  else new ProductWalk(variable, ordered, own, sizes, scope, result).run();
  return { scope, table: result };
}

/** How far one step in `variable` moves within a table of that scope; 0 where it is not in it. */
export function strideOf(variable: number, scope: readonly number[], sizes: readonly number[]): number {
  let stride = 1;
  for (let k = scope.length - 1; k >= 0; k--) {
    if (scope[k] === variable) return stride;
    stride *= sizes[scope[k]!]!;
  }
  return 0;
}

function sumAlone(tables: readonly Table[], own: Float64Array | null, n: number): number {
  let sum = 0;
  for (let k = 0; k < n; k++) {
    let product = own ? own[k]! : 1;
    for (const { table } of tables) product *= table[k]!;
    sum += product;
  }
  return sum;
}

/** Every table joins the summed variable to the same other one. */
function sumIntoOne(
  result: Float64Array,
  tables: readonly Table[],
  variable: number,
  own: Float64Array | null,
  n: number,
): void {
  const extent = result.length;
  for (let k = 0; k < n; k++) {
    const weight = own ? own[k]! : 1;
    if (weight === 0) continue;
    for (let j = 0; j < extent; j++) {
      let product = weight;
      for (let t = 0; t < tables.length; t++) {
        const { scope, table } = tables[t]!;
        product *= scope[0] === variable ? table[k * extent + j]! : table[j * n + k]!;
      }
      result[j] = result[j]! + product;
    }
  }
}

class ProductWalk {
  private readonly n: number;
  private readonly depth: number;
  private readonly extents: number[];
  /** Tables, and for each the step of the summed variable and of each variable of the result. */
  private readonly tables: Float64Array[];
  private readonly steps: number[];
  private readonly strides: number[][];
  /** Tables that become fixed when the variable at this level is. */
  private readonly fixedAt: number[][];
  /** Products so far, one vector a level; a level without tables shares the one above. */
  private readonly vectors: Float64Array[];
  private readonly offsets: Int32Array[];
  private at = 0;

  constructor(
    variable: number,
    tables: readonly Table[],
    own: Float64Array | null,
    sizes: readonly number[],
    scope: readonly number[],
    private readonly result: Float64Array,
  ) {
    this.n = sizes[variable]!;
    this.depth = scope.length;
    this.extents = scope.map((v) => sizes[v]!);
    this.tables = tables.map((t) => t.table);
    this.steps = tables.map((t) => strideOf(variable, t.scope, sizes));
    this.strides = tables.map((t) => scope.map((v) => strideOf(v, t.scope, sizes)));
    this.fixedAt = scope.map(() => []);
    this.strides.forEach((strides, t) => {
      let level = this.depth - 1;
      while (strides[level] === 0) level--;
      this.fixedAt[level]!.push(t);
    });
    let vector = own ?? new Float64Array(this.n).fill(1);
    this.vectors = [vector];
    for (let level = 0; level < this.depth - 1; level++) {
      if (this.fixedAt[level]!.length > 0) vector = new Float64Array(this.n);
      this.vectors.push(vector);
    }
    this.offsets = Array.from({ length: this.depth + 1 }, () => new Int32Array(tables.length));
  }

  run(): void {
    this.enter(0);
  }

  private enter(level: number): void {
    if (level === this.depth - 1) {
      if (this.fixedAt[level]!.length === 1) this.innermost(this.fixedAt[level]![0]!);
      else this.innermostOfMany();
      return;
    }
    const here = this.offsets[level]!;
    const next = this.offsets[level + 1]!;
    const fixed = this.fixedAt[level]!;
    for (let digit = 0; digit < this.extents[level]!; digit++) {
      for (let t = 0; t < here.length; t++) next[t] = here[t]! + digit * this.strides[t]![level]!;
      if (fixed.length > 0) this.multiplyIn(level, fixed, next);
      this.enter(level + 1);
    }
  }

  private multiplyIn(level: number, fixed: readonly number[], offsets: Int32Array): void {
    let from = this.vectors[level]!;
    const into = this.vectors[level + 1]!;
    for (const t of fixed) {
      const table = this.tables[t]!;
      const step = this.steps[t]!;
      for (let k = 0, i = offsets[t]!; k < this.n; k++, i += step) into[k] = from[k]! * table[i]!;
      from = into;
    }
  }

  private innermost(t: number): void {
    const level = this.depth - 1;
    const vector = this.vectors[level]!;
    const { result, n } = this;
    const table = this.tables[t]!;
    const step = this.steps[t]!;
    const stride = this.strides[t]![level]!;
    const extent = this.extents[level]!;
    let base = this.offsets[level]![t]!;
    let at = this.at;
    if (step === 1 || n < extent) {
      for (let j = 0; j < extent; j++, base += stride) {
        let sum = 0;
        for (let k = 0, i = base; k < n; k++, i += step) sum += vector[k]! * table[i]!;
        result[at++] = sum;
      }
    } else {
      // The table runs along the result: adding up row by row reads memory in order.
      for (let k = 0; k < n; k++, base += step) {
        const weight = vector[k]!;
        if (weight === 0) continue;
        for (let j = 0, i = base; j < extent; j++, i += stride) result[at + j] = result[at + j]! + weight * table[i]!;
      }
      at += extent;
    }
    this.at = at;
  }

  private innermostOfMany(): void {
    const level = this.depth - 1;
    const vector = this.vectors[level]!;
    const fixed = this.fixedAt[level]!;
    const offsets = this.offsets[level]!;
    for (let j = 0; j < this.extents[level]!; j++) {
      let sum = 0;
      for (let k = 0; k < this.n; k++) {
        let product = vector[k]!;
        for (let f = 0; f < fixed.length; f++) {
          const t = fixed[f]!;
          product *= this.tables[t]![offsets[t]! + j * this.strides[t]![level]! + k * this.steps[t]!]!;
        }
        sum += product;
      }
      this.result[this.at++] = sum;
    }
  }
}
