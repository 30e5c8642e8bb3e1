import { equalEarth } from './projection';

export interface LatLong {
  readonly latitude: number;
  readonly longitude: number;
}
export interface CorridorCell extends LatLong {
  /** Incidents of the cell beside the route's fullest, 0 to 1. */
  readonly share: number;
}

const RATIO = 0.62;
const LEAST_WIDTH = 110;
const CELL_DEGREES = 2;

/** The window of the map that holds all points with room around them, in thousandths of a plane unit. */
export function boxAround(points: readonly LatLong[]): { x: number; y: number; width: number; height: number } {
  const plane = points.map(({ latitude, longitude }) => equalEarth(longitude, latitude).map((part) => part * 1000));
  const xs = plane.map(([x = 0]) => x);
  const ys = plane.map(([, y = 0]) => y);
  const across = Math.max(...xs) - Math.min(...xs);
  const down = Math.max(...ys) - Math.min(...ys);
  const width = Math.max(LEAST_WIDTH, across * 1.7, (down * 1.7) / RATIO);
  return {
    x: (Math.max(...xs) + Math.min(...xs) - width) / 2,
    y: (Math.max(...ys) + Math.min(...ys) - width * RATIO) / 2,
    width,
    height: width * RATIO,
  };
}

/** A square of degrees around its middle as an SVG path; drawn no smaller than `leastHalf`, so that it can be seen. */
export function cellPath({ latitude, longitude }: LatLong, degrees: number, leastHalf = 0): string {
  const [x, y] = equalEarth(longitude, latitude).map((part) => part * 1000) as [number, number];
  const [right] = equalEarth(longitude + degrees / 2, latitude).map((part) => part * 1000) as [number, number];
  const [, top] = equalEarth(longitude, Math.min(90, latitude + degrees / 2)).map((part) => part * 1000) as [
    number,
    number,
  ];
  const half = Math.max(leastHalf, right - x);
  const high = Math.max(leastHalf, y - top);
  return `M${x - half} ${y - high}H${x + half}V${y + high}H${x - half}Z`;
}

/** The cells of a route, `south,west,count` in steps of two degrees, as middles with their share of the fullest. */
export function corridorOf(cells: string): readonly CorridorCell[] {
  const read = cells.split(' ').flatMap((cell) => {
    const [south, west, count] = cell.split(',').map(Number);
    return south === undefined || west === undefined || count === undefined ? [] : [{ south, west, count }];
  });
  const most = Math.max(1, ...read.map(({ count }) => count));
  return read.map(({ south, west, count }) => ({
    latitude: south * CELL_DEGREES + CELL_DEGREES / 2,
    longitude: west * CELL_DEGREES + CELL_DEGREES / 2,
    share: Math.sqrt(count / most),
  }));
}
