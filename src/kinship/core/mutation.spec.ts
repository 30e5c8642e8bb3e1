import { Marker } from './marker';
import { equalMutation, isStationary, proportionalMutation, stepwiseMutation } from './mutation';

const frequencies = [0.1, 0.2, 0.3, 0.4];

const rows = (matrix: Float64Array, n: number) =>
  Array.from({ length: n }, (_, i) => Array.from(matrix.subarray(i * n, i * n + n)));

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

it.each([
  ['equal', equalMutation(4, 0.003)],
  ['proportional', proportionalMutation(frequencies, 0.003)],
  ['stepwise', stepwiseMutation([9, 10, 9.3, 12], 0.003, 0.1, 0.0001)],
])('%s: every row is a distribution', (_, matrix) => {
  for (const row of rows(matrix, 4)) {
    expect(sumOf(row)).toBeCloseTo(1, 14);
    expect(row.every((p) => p >= 0)).toBe(true);
  }
});

it('proportional: the overall rate is the stated one and the population stays as it is', () => {
  const matrix = proportionalMutation(frequencies, 0.003);
  expect(sumOf(frequencies.map((p, i) => p * (1 - matrix[i * 4 + i]!)))).toBeCloseTo(0.003, 15);
  expect(isStationary(matrix, frequencies)).toBe(true);
  expect(isStationary(equalMutation(4, 0.003), frequencies)).toBe(false);
});

it('stepwise: one step is ten times likelier than two with range 0.1', () => {
  const [first] = rows(stepwiseMutation([10, 11, 12], 0.0022, 0.1, 0), 3);
  expect(first).toEqual([1 - 0.0022, expect.closeTo(0.002, 15), expect.closeTo(0.0002, 15)]);
});

it('stepwise: microvariants step among themselves and jump to the rest at rate2', () => {
  const [nine, ninePointThree] = rows(stepwiseMutation([9, 9.3, 10.3, 11.3], 0.002, 0.5, 0.0001), 4);
  // 9 is the only one of its group: it cannot step, only jump.
  expect(nine![0]).toBe(1 - 0.0001);
  expect(nine![1]).toBeCloseTo(0.0001 / 3, 18);
  expect(ninePointThree![2]! / ninePointThree![3]!).toBeCloseTo(2, 12);
  expect(ninePointThree![0]).toBe(0.0001);
});

describe('unseen alleles', () => {
  const ladder = {
    name: 'M',
    alleles: ['9', '10', '11', '12', '8.3', '10.3'],
    frequencies: [0.1, 0.2, 0.3, 0.2, 0.1, 0.1],
  };
  const rates = (model: 'equal' | 'proportional' | 'stepwise') => ({ model, rate: 0.002, range: 0.1, rate2: 1e-5 });

  it.each(['equal', 'proportional'] as const)('all become one with the model %s', (model) => {
    const marker = new Marker({ ...ladder, mutation: { male: rates(model), female: rates(model) } });
    expect(marker.reducedTo([1]).size).toBe(2);
  });

  it('become one by microvariant group with the stepwise model, but never by distance', () => {
    const marker = new Marker({ ...ladder, mutation: { male: rates('stepwise'), female: rates('stepwise') } });
    // 9, 10, 11 and 12 stand apart; 8.3 and 10.3 have nobody of their group among the seen.
    expect(Array.from(marker.reducedTo([1]).blockOf)).toEqual([0, 1, 2, 3, 4, 4]);
  });
});
