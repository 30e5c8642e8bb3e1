/**
 * The pairing of rows with columns of the greatest sum, each used once; the shorter side is paired completely.
 *
 * Kuhn-Munkres with potentials, O(n^2 m): names have at most sixteen parts.
 * Returns for each row its column, or -1.
 */
export function bestAssignment(worth: readonly (readonly number[])[]): number[] {
  const rows = worth.length;
  const columns = worth[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return Array.from({ length: rows }, () => -1);
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, column) => worth.map((row) => row[column]!));
    const answer = Array.from({ length: rows }, () => -1);
    bestAssignment(turned).forEach((row, column) => (answer[row] = column));
    return answer;
  }
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const previous = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const done = new Uint8Array(columns + 1);
    do {
      done[column] = 1;
      const from = rowOf[column]!;
      let step = Infinity;
      let next = 0;
      for (let to = 1; to <= columns; to++) {
        if (done[to]) continue;
        const cost = -worth[from - 1]![to - 1]! - rowPotential[from]! - columnPotential[to]!;
        if (cost < slack[to]!) {
          slack[to] = cost;
          previous[to] = column;
        }
        if (slack[to]! < step) {
          step = slack[to]!;
          next = to;
        }
      }
      for (let to = 0; to <= columns; to++)
        if (done[to]) {
          rowPotential[rowOf[to]!]! += step;
          columnPotential[to]! -= step;
        } else slack[to]! -= step;
      column = next;
    } while (rowOf[column] !== 0);
    for (; column !== 0; column = previous[column]!) rowOf[column] = rowOf[previous[column]!]!;
  }
  const answer = Array.from({ length: rows }, () => -1);
  for (let column = 1; column <= columns; column++) if (rowOf[column]! > 0) answer[rowOf[column]! - 1] = column - 1;
  return answer;
}
