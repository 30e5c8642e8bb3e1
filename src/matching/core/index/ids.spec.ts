import fc from 'fast-check';
import { Ids } from './ids';

const id = fc.oneof(
  fc.uuid(),
  fc.integer({ min: 0, max: 40 }).map((n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`),
  fc.constantFrom('R-1', 'R-2', '', 'ABCDEF01-0000-4000-8000-000000000000', 'abcdef01-0000-4000-8000-00000000000g'),
);

it('knows the row of each id through any additions and removals, as a map would', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(id, fc.boolean()), { maxLength: 300 }), (steps) => {
      const ids = new Ids();
      const rowOf = new Map<string, number>();
      for (const [one, isAdded] of steps)
        if (isAdded) {
          const row = ids.add(one);
          expect(rowOf.get(one) ?? row).toBe(row);
          rowOf.set(one, row);
        } else {
          expect(ids.remove(one)).toBe(rowOf.get(one));
          rowOf.delete(one);
        }
      expect(ids.size).toBe(rowOf.size);
      expect(new Set(rowOf.values()).size).toBe(rowOf.size);
      for (const [one, row] of rowOf) expect([ids.row(one), ids.id(row)]).toEqual([row, one]);
      expect([...ids.rows()].sort((a, b) => a - b)).toEqual([...rowOf.values()].sort((a, b) => a - b));
    }),
  );
});

it('finds a hundred thousand ids, and none that were not added', () => {
  const ids = new Ids();
  const name = (n: number): string => `${n.toString(16).padStart(8, '0')}-0000-4000-8000-0000000000ff`;
  for (let n = 0; n < 100_000; n++) ids.add(name(n));
  for (let n = 0; n < 100_000; n += 2) ids.remove(name(n));
  for (let n = 1; n < 100_000; n += 2) if (ids.id(ids.row(name(n)) ?? -1) !== name(n)) throw new Error(name(n));
  expect(ids.row(name(2))).toBeUndefined();
  expect(ids.size).toBe(50_000);
});
