/** A point of the register, WGS84 degrees. */
export interface IncidentPoint {
  readonly latitude: number;
  readonly longitude: number;
  /** What had to be put right: the order of the two numbers, or a sign. Null where it stands as published. */
  readonly repaired: 'order' | 'latitude-sign' | 'longitude-sign' | null;
}

type Box = readonly [south: number, north: number, west: number, east: number];

/**
 * Generous boxes around where the register puts its regions (which include the seas that people cross, and for some rows
 * the region of departure). Drawn by hand around the 17,846 rows to 2025, beyond the outermost plausible one.
 */
const boxes: Readonly<Record<string, Box>> = {
  'southern asia': [0, 45, 40, 100],
  'north america': [15, 75, -170, -50],
  mediterranean: [20, 47, -20, 42],
  'northern africa': [3, 40, -30, 45],
  'central america': [4, 36, -120, -60],
  'western africa': [-20, 38, -32, 25],
  europe: [33, 72, -30, 70],
  'eastern africa': [-30, 43, -18, 62],
  'western asia': [8, 48, 14, 64],
  'south-eastern asia': [-13, 30, 85, 142],
  'south america': [-57, 30, -95, -30],
  caribbean: [4, 36, -100, -48],
  'middle africa': [-20, 27, -3, 37],
  'eastern asia': [15, 55, 70, 147],
  'southern africa': [-37, -8, 10, 62],
  'central asia': [33, 57, 45, 92],
};

/** The same for the countries with most rows, by alpha-3, their coasts and the sea off them included; nearer than a region, so asked first. */
const countryBoxes: Readonly<Record<string, Box>> = {
  USA: [15, 72, -180, -60],
  IRN: [23, 41, 43, 64],
  LBY: [18, 37, 8, 27],
  MEX: [13, 34, -120, -85],
  ESP: [19, 46, -26, 7],
  SDN: [8, 24, 21, 40],
  NER: [11, 25, -1, 17],
  DZA: [18, 40, -9, 13],
  GRC: [33, 43, 18, 31],
  TUR: [35, 43, 24, 46],
  TUN: [30, 39, 6, 15],
  MAR: [20, 38, -19, 0],
  MLI: [10, 26, -13, 5],
  ITA: [33, 48, 5, 20],
  DJI: [10, 14, 41, 45],
  YEM: [11, 20, 40, 55],
  EGY: [21, 36, 23, 38],
  SOM: [-4, 14, 40, 54],
  SYR: [31, 39, 34, 43],
};

const within = (box: Box, latitude: number, longitude: number) =>
  latitude >= box[0] && latitude <= box[1] && longitude >= box[2] && longitude <= box[3];
const isOnEarth = (latitude: number, longitude: number) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

/** "lat, lon", or well-known text `POINT (lon lat)`; null where it is neither. */
export function readPoint(text: string): { latitude: number; longitude: number } | null {
  const wkt = /^(?:SRID=4326;)?\s*POINT\s*\(\s*(\S+)\s+([^\s)]+)\s*\)$/i.exec(text);
  const pair = wkt ? [wkt[2], wkt[1]] : /^\(?\s*([^\s,;]+)\s*[,;\s]\s*([^\s,;)]+)\s*\)?$/.exec(text)?.slice(1);
  if (!pair?.every((number) => number !== undefined && /^[-+]?\d+(\.\d+)?(e[-+]?\d{1,2})?$/i.test(number))) return null;
  return { latitude: Number(pair[0]), longitude: Number(pair[1]) };
}

/**
 * The point as published, unless it lies outside the box of its country or region and exactly one simple mistake explains it: numbers in the other
 * order, a sign lost or added. Null where it is nowhere on earth. Where two mistakes would explain it, it stays: a guess would
 * look like a fact on the map.
 */
export function pointOf(
  latitude: number,
  longitude: number,
  country: string | null,
  region: string | null,
): IncidentPoint | null {
  const published = { latitude, longitude, repaired: null };
  const box = countryBoxes[country ?? ''] ?? boxes[region?.toLowerCase() ?? ''];
  const repairs: IncidentPoint[] = [
    { latitude: longitude, longitude: latitude, repaired: 'order' as const },
    { latitude: -latitude, longitude, repaired: 'latitude-sign' as const },
    { latitude, longitude: -longitude, repaired: 'longitude-sign' as const },
  ].filter(
    (point) => isOnEarth(point.latitude, point.longitude) && (!box || within(box, point.latitude, point.longitude)),
  );
  if (!isOnEarth(latitude, longitude)) return repairs.length === 1 ? (repairs[0] ?? null) : null;
  if (!box || within(box, latitude, longitude)) return published;
  return repairs.length === 1 ? (repairs[0] ?? published) : published;
}
