/** For one parent with these two alleles: the chance to hand on each of `alleles`. */
export function transmittedFrom(
  a: number,
  b: number,
  alleles: Int32Array,
  matrix: Float64Array | null,
  size: number,
): Float64Array {
  const table = new Float64Array(alleles.length);
  for (let k = 0; k < alleles.length; k++) {
    const z = alleles[k]!;
    table[k] = matrix
      ? 0.5 * (matrix[a * size + z]! + matrix[b * size + z]!)
      : (a === z ? 0.5 : 0) + (b === z ? 0.5 : 0);
  }
  return table;
}

/** The same for every state of a parent, one row a state. */
export function transmitted(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  alleles: Int32Array,
  matrix: Float64Array | null,
  size: number,
): Float64Array {
  const table = new Float64Array(first.length * alleles.length);
  for (let s = 0, at = 0; s < first.length; s++) {
    const a = first[s]!;
    const b = second[s]!;
    for (let k = 0; k < alleles.length; k++, at++) {
      const z = alleles[k]!;
      table[at] = matrix
        ? 0.5 * (matrix[a * size + z]! + matrix[b * size + z]!)
        : (a === z ? 0.5 : 0) + (b === z ? 0.5 : 0);
    }
  }
  return table;
}

/**
 * One half of a meiosis whose choice of allele is a variable of its own: the chosen allele is handed on, the
 * other one is free. So the two alleles of an untyped parent need not meet in one table.
 */
export function transmittedIfChosen(
  choice: 0 | 1,
  factor: number,
  alleles: Int32Array,
  matrix: Float64Array | null,
  size: number,
): Float64Array {
  const half = size * alleles.length;
  const table = new Float64Array(2 * half).fill(factor);
  for (let a = 0, at = choice * half; a < size; a++) {
    for (let k = 0; k < alleles.length; k++, at++) {
      const z = alleles[k]!;
      table[at] = factor * (matrix ? matrix[a * size + z]! : a === z ? 1 : 0);
    }
  }
  return table;
}

/** As `transmitted`, for every ordered pair of parental alleles. */
export function transmittedFromPair(alleles: Int32Array, matrix: Float64Array | null, size: number): Float64Array {
  const table = new Float64Array(size * size * alleles.length);
  for (let a = 0, at = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      for (let k = 0; k < alleles.length; k++, at++) {
        const z = alleles[k]!;
        table[at] = matrix
          ? 0.5 * (matrix[a * size + z]! + matrix[b * size + z]!)
          : (a === z ? 0.5 : 0) + (b === z ? 0.5 : 0);
      }
    }
  }
  return table;
}

/** Distribution of the allele that an untyped founder hands on. */
export function drawn(frequencies: Float64Array, alleles: Int32Array, matrix: Float64Array | null): Float64Array {
  const size = frequencies.length;
  const table = new Float64Array(alleles.length);
  for (let k = 0; k < alleles.length; k++) {
    const z = alleles[k]!;
    if (!matrix) {
      table[k] = frequencies[z]!;
      continue;
    }
    for (let a = 0; a < size; a++) table[k] = table[k]! + frequencies[a]! * matrix[a * size + z]!;
  }
  return table;
}
