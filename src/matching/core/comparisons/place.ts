import type { Comparison, Setting } from '../comparison';
import type { PlaceFacet, PointFacet } from '../profile';
import { corridorCells } from '../reading/corridors';
import type { DaySpan } from '../reading/days';
import { EARTH_RADIUS_KM, kmOnSphere, onSphere } from '../reading/sphere';
import type { MatchingSettings } from '../settings';
import { type Measure, rememberedFor, weighMeasure } from './measure';
import { deathWindow, timeAtPlace } from './time-at-place';

/** Where, and about when: how many others were there depends on both. */
interface Recovery {
  readonly point: PointFacet;
  readonly window: DaySpan | null;
}

/** Area over which a death with no known corridor may lie, square kilometres. */
const WORLD_KM2 = 3e7;
const PRIOR_REPORTS = 30;

/** Great-circle distance, kilometres. */
export const distanceKm = (a: Degrees, b: Degrees): number =>
  kmOnSphere(...onSphere(a.latitude, a.longitude), ...onSphere(b.latitude, b.longitude));
type Degrees = Pick<PointFacet, 'latitude' | 'longitude'>;

/** Density per square kilometre of recovery at this distance from the last contact: exponentials in the plane, widened by how well both places are known. */
export function recoveryDensity(km: number, accuracyKm: number, { settings }: Pick<Setting, 'settings'>): number {
  const { distanceKm: parts, grossError } = settings.numbers.place;
  let density = 0;
  for (const { share, scale } of parts) {
    const wide = Math.hypot(scale, accuracyKm / 2);
    density += (share * Math.exp(-km / wide)) / (2 * Math.PI * wide * wide);
  }
  return (1 - grossError) * density + grossError / WORLD_KM2;
}

/** Distances of the density tables, kilometres; farther is as far. */
const FARTHEST_KM = 8000;
/** Accuracies in steps of a factor of about 1.28, so that a few dozen tables serve all. */
const accuracyStep = (km: number): number => Math.round(4 * Math.log(Math.max(1, km)));
const densityTables = rememberedFor((_: MatchingSettings) => new Map<number, Float64Array>());

/** Base-10 logarithm of `recoveryDensity` for whole kilometres as the mole digs, at this accuracy: no angle needs computing. */
function densityByChord(accuracyKm: number, settings: MatchingSettings): Float64Array {
  const step = accuracyStep(accuracyKm);
  const tables = densityTables(settings);
  let table = tables.get(step);
  if (table === undefined) {
    const accuracy = Math.exp(step / 4);
    table = Float64Array.from({ length: FARTHEST_KM + 1 }, (_, chord) =>
      Math.log10(
        recoveryDensity(2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / (2 * EARTH_RADIUS_KM))), accuracy, {
          settings,
        }),
      ),
    );
    tables.set(step, table);
  }
  return table;
}

const plainDensities = rememberedFor((log10s: Float64Array) => log10s.map((log10) => 10 ** log10));

/** Whole kilometres of the chord between two points of the unit sphere. */
function chordBetween(ax: number, ay: number, az: number, bx: number, by: number, bz: number): number {
  const x = ax - bx;
  const y = ay - by;
  const z = az - bz;
  const chord = Math.round(RADIUS_KM * Math.sqrt(x * x + y * y + z * z));
  return chord < FARTHEST_KM ? chord : FARTHEST_KM;
}
/** Held here: an imported name is looked up at each use, which the innermost loop feels. */
const RADIUS_KM = EARTH_RADIUS_KM;

interface Cell {
  readonly latitude: number;
  readonly longitude: number;
  readonly share: number;
}

const corridors: ReadonlyMap<string, readonly Cell[]> = new Map(
  Object.entries(corridorCells).map(([route, cells]) => {
    const rows = cells.split(' ').map((cell) => cell.split(',').map(Number));
    const total = rows.reduce((sum, row) => sum + (row[2] ?? 0), 0);
    // The numbers are the southern and western edges, in units of two degrees.
    return [
      route.toLowerCase(),
      rows.map(([south = 0, west = 0, count = 0]) => ({
        latitude: 2 * south + 1,
        longitude: 2 * west + 1,
        share: count / total,
      })),
    ];
  }),
);

const incidentsOnRoutes = [...Object.values(corridorCells)].reduce(
  (sum, cells) => sum + cells.split(' ').reduce((n, cell) => n + Number(cell.split(',')[2] ?? 0), 0),
  0,
);
const routePriors = new Map(
  Object.entries(corridorCells).map(([route, cells]) => [
    route.toLowerCase(),
    cells.split(' ').reduce((n, cell) => n + Number(cell.split(',')[2] ?? 0), 0) / incidentsOnRoutes,
  ]),
);

/** Density per square kilometre of recovery here by someone on this route; null for a route the register does not know. */
export function routeDensity(
  route: string,
  at: Omit<PointFacet, 'sphere'>,
  { settings }: Pick<Setting, 'settings'>,
): number | null {
  const cells = corridors.get(route);
  if (cells === undefined) return null;
  const { routeSmoothingKm, routeGrossError } = settings.numbers.place;
  const wide = Math.hypot(routeSmoothingKm, at.accuracyKm / 2);
  let density = 0;
  for (const cell of cells) {
    if (Math.abs(cell.latitude - at.latitude) * 111 > 5 * wide) continue;
    const km = distanceKm(cell, at);
    density += (cell.share * Math.exp((-km * km) / (2 * wide * wide))) / (2 * Math.PI * wide * wide);
  }
  return (1 - routeGrossError) * density + routeGrossError / WORLD_KM2;
}

/** A place known only as a country tells less than the route does. */
const COARSE_KM = 150;
/** How well a place is known by its cell of two degrees. */
const CELL_KM = 130;
const routeNames = [...corridors.keys()];
const routeIndex = new Map(routeNames.map((route, index) => [route, index]));
/** Told: the place on the sphere, how well it is known (0 where there is none), and the route's number, -1 for none. */
const T_ACCURACY = 3;
const T_ROUTE = 4;
/** Found: 1, the place on the sphere, how well it is known, the number of its cell, and u(time | place) / u(time), log10. */
const X = 1;
const ACCURACY = 4;
const CELL = 5;
const TIMES = 6;
/** Of a cell: densities for a random other, log10, and that of each route. */
const OTHER_BY_DISTANCE = 0;
const OTHER_BY_ROUTE = 1;
const ROUTES = 2;
const CELL_WIDTH = ROUTES + routeNames.length;

/** What depends on the place of recovery and on the population alone, for cells of half a degree. */
class RecoveryCells {
  private readonly numberOf = new Map<string, number>();
  numbers = new Float64Array(64 * CELL_WIDTH);
  private readonly contacts: Float64Array;
  private readonly shares: readonly number[];
  private readonly sumOfShares: number;

  constructor(private readonly setting: Setting) {
    const { population } = setting;
    // Four numbers a cell, side by side: a walk through objects would take ten times as long.
    this.contacts = Float64Array.from(
      [...population.contactCells.entries()].flatMap(([cell, reports]) => {
        const [south = 0, west = 0] = cell.split(',').map(Number);
        return [...onSphere(south + 0.5, west + 0.5), reports];
      }),
    );
    this.shares = routeNames.map((route) => population.routes.share(route, routePriors.get(route) ?? 0));
    this.sumOfShares = this.shares.reduce((sum, share) => sum + share, 0);
  }

  at(point: PointFacet): number {
    const [latitude, longitude] = [Math.round(2 * point.latitude) / 2, Math.round(2 * point.longitude) / 2];
    const key = `${latitude} ${longitude} ${point.accuracyKm}`;
    let cell = this.numberOf.get(key);
    if (cell !== undefined) return cell;
    cell = this.numberOf.size;
    this.numberOf.set(key, cell);
    const start = cell * CELL_WIDTH;
    if (start + CELL_WIDTH > this.numbers.length) {
      const grown = new Float64Array(2 * this.numbers.length);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    const { settings } = this.setting;
    const { numbers, contacts } = this;
    // Half a cell, about 40 km, is how well a counted place is known.
    const densities = plainDensities(densityByChord(Math.hypot(40, point.accuracyKm), settings));
    let sum = PRIOR_REPORTS / WORLD_KM2;
    let count = PRIOR_REPORTS;
    const [x, y, z] = onSphere(latitude, longitude);
    for (let at = 0; at < contacts.length; at += 4) {
      const reports = contacts[at + 3] ?? 0;
      sum +=
        reports *
        (densities[chordBetween(x, y, z, contacts[at] ?? 0, contacts[at + 1] ?? 0, contacts[at + 2] ?? 0)] ?? 0);
      count += reports;
    }
    numbers[start + OTHER_BY_DISTANCE] = Math.log10(sum / count);
    let byRoute = 0;
    routeNames.forEach((route, index) => {
      const density = routeDensity(route, { latitude, longitude, accuracyKm: point.accuracyKm }, this.setting) ?? 0;
      numbers[start + ROUTES + index] = Math.log10(density);
      byRoute += (this.shares[index] ?? 0) * density;
    });
    numbers[start + OTHER_BY_ROUTE] = Math.log10(byRoute / this.sumOfShares);
    return cell;
  }
}
const cellsOf = rememberedFor(
  (_: Setting['population']): { changes: number; cells: RecoveryCells | null; settings: MatchingSettings | null } => ({
    changes: -1,
    cells: null,
    settings: null,
  }),
);
function recoveryCells(setting: Setting): RecoveryCells {
  const known = cellsOf(setting.population);
  if (known.cells === null || known.changes !== setting.population.changes || known.settings !== setting.settings) {
    known.cells = new RecoveryCells(setting);
    known.changes = setting.population.changes;
    known.settings = setting.settings;
  }
  return known.cells;
}

const placeMeasure: Measure<PlaceFacet, Recovery> = {
  told: {
    width: 5,
    write: () => (a, into, at) => {
      into.set(a.point?.sphere ?? [0, 0, 0], at);
      into[at + T_ACCURACY] = a.point?.accuracyKm ?? 0;
      into[at + T_ROUTE] = a.route === null ? -1 : (routeIndex.get(a.route) ?? -1);
    },
  },
  found: {
    width: 7,
    write: (setting) => {
      const { settings } = setting;
      const cells = recoveryCells(setting);
      const timesHere = timeAtPlace(setting);
      const ratios = new Map<string, number>();
      return ({ point, window }, into, at) => {
        into[at] = 1;
        into.set(point.sphere, at + X);
        into[at + ACCURACY] = point.accuracyKm;
        into[at + CELL] = cells.at(point);
        into[at + TIMES] = 0;
        if (window === null) return;
        // Coarser still: whole cells of two degrees share the times of their people.
        const [south, west] = [2 * Math.round(point.latitude / 2), 2 * Math.round(point.longitude / 2)];
        const name = `${south} ${west} ${window.earliest} ${window.latest}`;
        let ratio = ratios.get(name);
        if (ratio === undefined) {
          const [x, y, z] = onSphere(south, west);
          const densities = plainDensities(densityByChord(CELL_KM, settings));
          ratio = Math.log10(
            timesHere(`${south} ${west}`, (cx, cy, cz) => densities[chordBetween(x, y, z, cx, cy, cz)] ?? 0, window),
          );
          ratios.set(name, ratio);
        }
        into[at + TIMES] = ratio;
      };
    },
  },
  log10: (setting) => {
    const { settings } = setting;
    const cells = recoveryCells(setting);
    // A few accuracies on either side: each two of them share a table.
    const tables = new Map<number, Float64Array>();
    let lastKey = Number.NaN;
    let densities: Float64Array = new Float64Array(0);
    const chord = chordBetween;
    return (told, t, found, f) => {
      const { numbers } = cells;
      const cell = (found[f + CELL] ?? 0) * CELL_WIDTH;
      const accuracyHere = told[t + T_ACCURACY] ?? 0;
      const route = told[t + T_ROUTE] ?? -1;
      let byDistance = 0;
      if (accuracyHere > 0) {
        const accuracy = found[f + ACCURACY] ?? 0;
        const key = accuracyHere * 65_536 + accuracy;
        if (key !== lastKey) {
          let table = tables.get(key);
          if (table === undefined)
            tables.set(key, (table = densityByChord(Math.hypot(accuracyHere, accuracy), settings)));
          densities = table;
          lastKey = key;
        }
        const km = chord(
          told[t] ?? 0,
          told[t + 1] ?? 0,
          told[t + 2] ?? 0,
          found[f + X] ?? 0,
          found[f + X + 1] ?? 0,
          found[f + X + 2] ?? 0,
        );
        byDistance = (densities[km] ?? 0) - (numbers[cell + OTHER_BY_DISTANCE] ?? 0);
      }
      const times = found[f + TIMES] ?? 0;
      if (route < 0) return byDistance - times;
      const byRoute = (numbers[cell + ROUTES + route] ?? 0) - (numbers[cell + OTHER_BY_ROUTE] ?? 0);
      if (accuracyHere === 0) return byRoute - times;
      const shareOfDistance = accuracyHere > COARSE_KM ? 0.4 : 0.8;
      return shareOfDistance * byDistance + (1 - shareOfDistance) * byRoute - times;
    };
  },
};

/**
 * Where the remains were recovered, from the last place of contact and from the route. Densities per square kilometre against those over
 * all open reports, shown as their ratio. Route and distance tell much the same, so their
 * geometric mean counts, which over random others averages to at most 1. Never excludes.
 */
export const place: Comparison<PlaceFacet, Recovery> = {
  name: 'place',
  group: 'event',
  // A route that the register does not know says nothing, and without a point there is nothing left to compare.
  anteMortem: ({ place: told }) =>
    told === null || (told.point === null && !routeIndex.has(told.route ?? '')) ? null : told,
  postMortem: (pm) => (pm.place === null ? null : { point: pm.place.point, window: deathWindow(pm.death) }),
  measure: placeMeasure,
  against: (p, setting) =>
    weighMeasure(placeMeasure, p, setting, (_, same) => (same >= 3 ? 'close' : same >= 1 / 3 ? 'on the way' : 'far')),
  showAnteMortem: ({ point, route }) =>
    [point === null ? null : showPoint(point), route].filter((part) => part !== null).join(', '),
  showPostMortem: ({ point }) => showPoint(point),
  cap: 3,
};

const showPoint = ({ latitude, longitude, accuracyKm }: PointFacet): string =>
  `${latitude.toFixed(1)}, ${longitude.toFixed(1)} within ${accuracyKm} km`;
