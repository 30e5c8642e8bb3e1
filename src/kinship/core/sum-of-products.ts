/** A table over some variables, the last one varying fastest. */
export interface Table {
  readonly scope: readonly number[];
  readonly table: Float64Array;
}

/**
 * Sums one variable out of a product of tables; the result's scope is all their other variables.
 *
 * The product over the summed variable is carried along as a vector, so that each table is multiplied in as seldom as its own variables change: with many tables the
 * work stays near one multiplication for each cell of the result and state of the variable.
 */
export function sumOfProducts(
  variable: number,
  tables: readonly Table[],
  own: Float64Array | null,
  sizes: readonly number[],
): Table {
  const n = sizes[variable]!;
  const ordered = largestFirst(tables);
  const scope: number[] = [];
  for (let t = 0; t < ordered.length; t++) {
    const vars = ordered[t]!.scope;
    for (let k = 0; k < vars.length; k++) if (vars[k] !== variable && !scope.includes(vars[k]!)) scope.push(vars[k]!);
  }
  // Few turns outside and many inside: the innermost loop is where the time should go.
  if (scope.length > 1) scope.sort((v, w) => sizes[v]! - sizes[w]!);
  let cells = 1;
  for (const v of scope) cells *= sizes[v]!;
  const result = new Float64Array(cells);
  if (scope.length === 0) result[0] = sumAlone(ordered, own, n);
  else if (scope.length === 1) sumIntoOne(result, ordered, variable, own, n);
  else new ProductWalk(variable, ordered, own, sizes, scope, result).run();
  return { scope, table: result };
}

function largestFirst(tables: readonly Table[]): readonly Table[] {
  if (tables.length < 2) return tables;
  if (tables.length > 2) return [...tables].sort((a, b) => b.table.length - a.table.length);
  return tables[0]!.table.length >= tables[1]!.table.length ? tables : [tables[1]!, tables[0]!];
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

/** Vectors that the walk writes to, one a level; kept between walks, as making them anew costs more than small walks. */
const scratch: Float64Array[] = [];

function scratchVector(level: number, n: number): Float64Array {
  const present = scratch[level];
  if (present && present.length >= n) return present;
  return (scratch[level] = new Float64Array(Math.max(64, 2 * n)));
}

class ProductWalk {
  private readonly n: number;
  private readonly depth: number;
  private readonly extents: number[];
  private readonly tables: Float64Array[];
  /** For each table, how far a step of the summed variable moves in it. */
  private readonly steps: Int32Array;
  /** For each table and variable of the result, likewise: [table * depth + level]. */
  private readonly strides: Int32Array;
  /** Tables that become fixed when the variable at this level is. */
  private readonly fixedAt: number[][];
  /** Products so far, one vector a level; a level without tables shares the one above. */
  private readonly vectors: Float64Array[];
  /** Where each table stands once the variables above a level are fixed: [level * tables + table]. */
  private readonly offsets: Int32Array;
  private at = 0;

  constructor(
    variable: number,
    tables: readonly Table[],
    own: Float64Array | null,
    sizes: readonly number[],
    scope: readonly number[],
    private readonly result: Float64Array,
  ) {
    const count = tables.length;
    this.n = sizes[variable]!;
    const depth = (this.depth = scope.length);
    this.extents = [];
    this.fixedAt = [];
    for (let level = 0; level < depth; level++) {
      this.extents.push(sizes[scope[level]!]!);
      this.fixedAt.push([]);
    }
    this.tables = [];
    this.steps = new Int32Array(count);
    this.strides = new Int32Array(count * depth);
    for (let t = 0; t < count; t++) {
      const table = tables[t]!;
      this.tables.push(table.table);
      let stride = 1;
      let deepest = 0;
      for (let k = table.scope.length - 1; k >= 0; k--) {
        const v = table.scope[k]!;
        if (v === variable) this.steps[t] = stride;
        else {
          const level = scope.indexOf(v);
          this.strides[t * depth + level] = stride;
          if (level > deepest) deepest = level;
        }
        stride *= sizes[v]!;
      }
      this.fixedAt[deepest]!.push(t);
    }
    let vector = own ?? scratchVector(depth, this.n).fill(1, 0, this.n);
    this.vectors = [vector];
    for (let level = 0; level < depth - 1; level++) {
      if (this.fixedAt[level]!.length > 0) vector = scratchVector(level, this.n);
      this.vectors.push(vector);
    }
    this.offsets = new Int32Array((depth + 1) * count);
  }

  run(): void {
    this.enter(0);
  }

  private enter(level: number): void {
    const fixed = this.fixedAt[level]!;
    if (level === this.depth - 1) {
      if (fixed.length === 1) this.innermost(fixed[0]!);
      else if (fixed.length === 2) this.innermostOfTwo(fixed[0]!, fixed[1]!);
      else this.innermostOfMany();
      return;
    }
    const { offsets, strides, depth } = this;
    const count = this.tables.length;
    const here = level * count;
    const next = here + count;
    for (let t = 0; t < count; t++) offsets[next + t] = offsets[here + t]!;
    const extent = this.extents[level]!;
    for (let digit = 0; digit < extent; digit++) {
      if (fixed.length > 0) this.multiplyIn(level, fixed, next);
      this.enter(level + 1);
      for (let t = 0; t < count; t++) offsets[next + t] = offsets[next + t]! + strides[t * depth + level]!;
    }
  }

  private multiplyIn(level: number, fixed: readonly number[], offsetsAt: number): void {
    let from = this.vectors[level]!;
    const into = this.vectors[level + 1]!;
    for (let f = 0; f < fixed.length; f++) {
      const t = fixed[f]!;
      const table = this.tables[t]!;
      const step = this.steps[t]!;
      for (let k = 0, i = this.offsets[offsetsAt + t]!; k < this.n; k++, i += step) into[k] = from[k]! * table[i]!;
      from = into;
    }
  }

  private innermost(t: number): void {
    const level = this.depth - 1;
    const vector = this.vectors[level]!;
    const { result, n } = this;
    const table = this.tables[t]!;
    const step = this.steps[t]!;
    const stride = this.strides[t * this.depth + level]!;
    const extent = this.extents[level]!;
    let base = this.offsets[level * this.tables.length + t]!;
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

  private innermostOfTwo(t: number, u: number): void {
    const level = this.depth - 1;
    const vector = this.vectors[level]!;
    const { result, n, strides, depth } = this;
    const [one, other] = [this.tables[t]!, this.tables[u]!];
    const [step, otherStep] = [this.steps[t]!, this.steps[u]!];
    const here = level * this.tables.length;
    let base = this.offsets[here + t]!;
    let otherBase = this.offsets[here + u]!;
    for (let j = 0; j < this.extents[level]!; j++) {
      let sum = 0;
      for (let k = 0, i = base, l = otherBase; k < n; k++, i += step, l += otherStep) {
        sum += vector[k]! * one[i]! * other[l]!;
      }
      result[this.at++] = sum;
      base += strides[t * depth + level]!;
      otherBase += strides[u * depth + level]!;
    }
  }

  private innermostOfMany(): void {
    const level = this.depth - 1;
    const vector = this.vectors[level]!;
    const fixed = this.fixedAt[level]!;
    const here = level * this.tables.length;
    for (let j = 0; j < this.extents[level]!; j++) {
      let sum = 0;
      for (let k = 0; k < this.n; k++) {
        let product = vector[k]!;
        for (let f = 0; f < fixed.length; f++) {
          const t = fixed[f]!;
          product *=
            this.tables[t]![this.offsets[here + t]! + j * this.strides[t * this.depth + level]! + k * this.steps[t]!]!;
        }
        sum += product;
      }
      this.result[this.at++] = sum;
    }
  }
}
