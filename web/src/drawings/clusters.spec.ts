import * as fc from 'fast-check';
import { clustersOf } from './clusters';

const spot = fc.record({
  id: fc.uuid(),
  x: fc.double({ min: -3000, max: 3000, noNaN: true }),
  y: fc.double({ min: -1500, max: 1500, noNaN: true }),
});

describe('clusters on the map', () => {
  it('hold every incident exactly once, at any zoom', () =>
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 200 }), fc.integer({ min: 1, max: 800 }), (spots, cell) => {
        const held = clustersOf(spots, cell).flatMap((cluster) => cluster.members);
        expect(held.length).toBe(spots.length);
        expect(new Set(held)).toEqual(new Set(spots));
      }),
    ));
  it('stand at the mean of their members, the largest first', () => {
    const [first] = clustersOf(
      [
        { id: 'a', x: 1, y: 1 },
        { id: 'b', x: 3, y: 5 },
        { id: 'c', x: 99, y: 0 },
      ],
      10,
    );
    expect(first).toMatchObject({ x: 2, y: 3 });
  });
});
