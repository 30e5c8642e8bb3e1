/** How alleles change from parent to child at one marker, for one sex of the parent. Rates are per meiosis. */
export interface MutationRates {
  readonly model: 'equal' | 'proportional' | 'stepwise';
  readonly rate: number;
  /** Stepwise only: how much rarer each further step is. */
  readonly range?: number | undefined;
  /** Stepwise only: total probability of a change to another microvariant group. */
  readonly rate2?: number | undefined;
}

/** Row-major n x n; entry [i][j] is the probability that allele i is handed on as allele j. */
export type MutationMatrix = Float64Array;

/** Every other allele alike. Not stationary unless all alleles are equally frequent. */
export function equalMutation(n: number, rate: number): MutationMatrix {
  const matrix = new Float64Array(n * n).fill(rate / (n - 1));
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1 - rate;
  return matrix;
}

/** A mutated allele is a fresh draw from the population, so the frequencies stay as they are (stationary). */
export function proportionalMutation(frequencies: ArrayLike<number>, rate: number): MutationMatrix {
  const n = frequencies.length;
  const matrix = new Float64Array(n * n);
  let heterozygosity = 0;
  for (let i = 0; i < n; i++) heterozygosity += frequencies[i]! * (1 - frequencies[i]!);
  const alpha = heterozygosity > 0 ? rate / heterozygosity : 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      matrix[i * n + j] = i === j ? 1 - alpha * (1 - frequencies[i]!) : alpha * frequencies[j]!;
    }
  }
  return matrix;
}

/** Whole repeats within a microvariant group; a rare jump (`rate2`) to any allele of the other groups. Not stationary. */
export function stepwiseMutation(
  sizesInRepeats: readonly number[],
  rate: number,
  range: number,
  rate2: number,
): MutationMatrix {
  const n = sizesInRepeats.length;
  const matrix = new Float64Array(n * n);
  const groups = sizesInRepeats.map(microvariantGroup);
  for (let i = 0; i < n; i++) {
    let steps = 0;
    let others = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      if (groups[j] !== groups[i]) others++;
      else {
        const weight = Math.pow(range, Math.abs(sizesInRepeats[i]! - sizesInRepeats[j]!));
        matrix[i * n + j] = weight;
        steps += weight;
      }
    }
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      matrix[i * n + j] = groups[j] === groups[i] ? (rate * matrix[i * n + j]!) / steps : rate2 / others;
    }
    matrix[i * n + i] = 1 - (steps > 0 ? rate : 0) - (others > 0 ? rate2 : 0);
  }
  return matrix;
}

/** Tenths of a repeat off the nearest whole one: 9.3 and 10.3 step into each other, 9 and 9.3 do not. */
function microvariantGroup(size: number): number {
  return Math.round(10 * (size - halfToEven(size))) + 0;
}

/** The rounding of the engines this is compared with (R): 10.5 goes to 10, 9.5 to 10. */
function halfToEven(x: number): number {
  const floor = Math.floor(x);
  if (x - floor !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}

export function isIdentity(matrix: MutationMatrix, n: number): boolean {
  for (let i = 0; i < n; i++) if (matrix[i * n + i] !== 1) return false;
  return true;
}

/** True when mutation leaves the population as it is; only then may untyped ancestors be left out. */
export function isStationary(matrix: MutationMatrix, frequencies: ArrayLike<number>): boolean {
  const n = frequencies.length;
  for (let j = 0; j < n; j++) {
    let after = 0;
    for (let i = 0; i < n; i++) after += frequencies[i]! * matrix[i * n + j]!;
    if (Math.abs(after - frequencies[j]!) > 1e-14 * Math.max(after, 1e-3)) return false;
  }
  return true;
}
