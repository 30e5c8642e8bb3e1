import fc from 'fast-check';
import { bestAssignment } from './assignment';

const total = (worth: number[][], assigned: number[]) =>
  assigned.reduce((sum, column, row) => sum + (column < 0 ? 0 : worth[row]![column]!), 0);

/** Every way to give each row of the shorter side a column of its own. */
function exhaustive(worth: number[][]): number {
  const turned = worth.length > worth[0]!.length ? worth[0]!.map((_, c) => worth.map((row) => row[c]!)) : worth;
  const search = (row: number, used: number): number =>
    row === turned.length
      ? 0
      : Math.max(
          ...turned[row]!.map((value, c) => (used & (1 << c) ? -Infinity : value + search(row + 1, used | (1 << c)))),
        );
  return search(0, 0);
}

describe('the best pairing', () => {
  it('is as good as the best of all pairings', () => {
    const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(fc.property(matrix, (worth) => expect(total(worth, bestAssignment(worth))).toBe(exhaustive(worth))));
  });

  it('uses no column twice and pairs the shorter side completely', () => {
    const assigned = bestAssignment([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(new Set(assigned).size).toBe(2);
    expect(bestAssignment([[1], [2], [3]])).toEqual([-1, -1, 0]);
    expect(bestAssignment([])).toEqual([]);
    expect(bestAssignment([[], []])).toEqual([-1, -1]);
  });
});
