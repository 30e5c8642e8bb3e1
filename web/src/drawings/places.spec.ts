import { boxAround, cellPath, corridorOf } from './places';
import { equalEarth } from './projection';

const inside = (points: { latitude: number; longitude: number }[]) => {
  const { x, y, width, height } = boxAround(points);
  return points.every(({ latitude, longitude }) => {
    const [px, py] = equalEarth(longitude, latitude).map((part) => part * 1000) as [number, number];
    return px > x && px < x + width && py > y && py < y + height;
  });
};

describe('places on the map', () => {
  it('all lie inside the window, with one place as with two an ocean apart', () => {
    expect(inside([{ latitude: 14.4, longitude: -17 }])).toBe(true);
    expect(
      inside([
        { latitude: 14.4, longitude: -17 },
        { latitude: 27.6, longitude: -18.1 },
      ]),
    ).toBe(true);
    expect(
      inside([
        { latitude: 6, longitude: 43 },
        { latitude: 59, longitude: -30 },
      ]),
    ).toBe(true);
  });
  it('reads the cells of a corridor: their middles, and the fullest as the whole', () => {
    expect(corridorOf('13,-8,57 13,-9,14')).toEqual([
      { latitude: 27, longitude: -15, share: 1 },
      { latitude: 27, longitude: -17, share: Math.sqrt(14 / 57) },
    ]);
    expect(corridorOf('')).toEqual([]);
  });
  it('draws a cell around its middle, never smaller than can be seen', () => {
    const numbers = (path: string) => path.match(/-?[\d.]+/g)!.map(Number);
    const [left, , right] = numbers(cellPath({ latitude: 0, longitude: 0 }, 2)) as [number, number, number];
    expect(left).toBeCloseTo(-right, 9);
    expect(numbers(cellPath({ latitude: 0, longitude: 0 }, 0.01, 5))[0]).toBe(-5);
  });
});
