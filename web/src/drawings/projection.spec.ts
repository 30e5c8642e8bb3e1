import { equalEarth, unbroken } from './projection';

describe('the Equal Earth projection', () => {
  it('has the published extent: 2.70663 by 1.31737, a ratio of 2.05458', () => {
    const [x] = equalEarth(180, 0);
    const [, y] = equalEarth(0, -90);
    expect(x).toBeCloseTo(2.70663, 4);
    expect(y).toBeCloseTo(1.31737, 4);
    expect(x / y).toBeCloseTo(2.05458, 4);
  });
  it('keeps area: a cell of one degree has the same ratio of plane to sphere at every latitude', () => {
    const ratio = (latitude: number) => {
      const [, south] = equalEarth(0, latitude - 0.05);
      const [, north] = equalEarth(0, latitude + 0.05);
      const [width] = equalEarth(0.1, latitude);
      return (width * (south - north)) / Math.cos((latitude * Math.PI) / 180);
    };
    for (const latitude of [20, 35, 60]) expect(ratio(latitude) / ratio(0)).toBeCloseTo(1, 4);
  });
  it('has north above south, and east at the right in every language', () => {
    expect(equalEarth(10, 50)[1]).toBeLessThan(equalEarth(10, 30)[1]);
    expect(equalEarth(20, 30)[0]).toBeGreaterThan(equalEarth(10, 30)[0]);
  });
});

it('a ring over the 180th meridian is drawn in one piece', () => {
  const ring = unbroken([
    [178, 68],
    [-178, 69],
    [-175, 66],
    [179, 65],
    [178, 68],
  ]);
  expect(ring.map(([longitude]) => longitude)).toEqual([178, 182, 185, 179, 178]);
});
