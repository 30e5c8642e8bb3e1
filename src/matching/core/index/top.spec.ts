import fc from 'fast-check';
import { powerOf10 } from './scan';
import { Top } from './top';

it('keeps the k best of any many, equal weights by id', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 }),
      fc.integer({ min: 0, max: 12 }),
      (weights, k) => {
        const idOf = (row: number) => `r${String(97 - row).padStart(3, '0')}`;
        const top = new Top(k, idOf);
        weights.forEach((weight, row) => top.offer(row, weight));
        const expected = weights
          .map((weight, row) => ({ row, weight }))
          .sort((a, b) => b.weight - a.weight || (idOf(a.row) < idOf(b.row) ? -1 : 1))
          .slice(0, k);
        expect(top.ordered()).toEqual(expected);
      },
    ),
  );
});

it('never keeps what is not a number', () => {
  const top = new Top(3, String);
  top.offer(1, Number.NaN);
  expect(top.ordered()).toEqual([]);
});

it('raises 10 to any power within 4e-8', () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 60, noNaN: true }), (power) => {
      expect(Math.abs(powerOf10(power) / 10 ** power - 1)).toBeLessThan(4e-8);
    }),
  );
  expect(powerOf10(-1000)).toBe(0);
  expect(Number.isFinite(powerOf10(1000))).toBe(true);
});
