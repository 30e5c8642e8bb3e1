import type { Comparison, Setting, Weight } from '../comparison';
import type { PlaceFacet, PointFacet, PostMortemProfile } from '../profile';
import { corridorCells } from '../reading/corridors';

type Recovery = NonNullable<PostMortemProfile['place']>;

const EARTH_RADIUS_KM = 6371;
/** Area over which a death with no known corridor may lie, square kilometres. */
const WORLD_KM2 = 3e7;
const PRIOR_REPORTS = 30;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance, kilometres. */
export function distanceKm(
  a: Pick<PointFacet, 'latitude' | 'longitude'>,
  b: Pick<PointFacet, 'latitude' | 'longitude'>,
): number {
  const half = (x: number) => Math.sin(radians(x) / 2) ** 2;
  const chord =
    half(a.latitude - b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude - b.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

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
export function routeDensity(route: string, at: PointFacet, { settings }: Pick<Setting, 'settings'>): number | null {
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

/**
 * Where the remains were recovered, from the last place of contact and from the route. Densities per square kilometre against those over
 * all open reports. Route and distance tell partly the same: the clearer counts whole, the other half. Never excludes.
 */
export const place: Comparison<PlaceFacet, Recovery> = {
  name: 'place',
  group: 'event',
  anteMortem: (am) => am.place,
  postMortem: (pm) => pm.place,
  against: (p, setting) => {
    const otherByDistance = densityOverReports(p.point, setting);
    const byRoute = new Map([...corridors.keys()].map((route) => [route, routeDensity(route, p.point, setting) ?? 0]));
    let otherByRoute = 0;
    let routes = 0;
    for (const [route, density] of byRoute) {
      const share = setting.population.routes.share(route, routePriors.get(route) ?? 0);
      otherByRoute += share * density;
      routes += share;
    }
    otherByRoute = routes > 0 ? otherByRoute / routes : 0;
    return (a) => {
      const weights: Weight[] = [];
      if (a.point !== null) {
        const km = distanceKm(a.point, p.point);
        const same = recoveryDensity(km, Math.hypot(a.point.accuracyKm, p.point.accuracyKm), setting);
        weights.push({ level: same >= otherByDistance ? 'near' : 'far', same, other: otherByDistance });
      }
      const onRoute = a.route === null ? undefined : byRoute.get(a.route);
      if (onRoute !== undefined && otherByRoute > 0)
        weights.push({
          level: onRoute >= otherByRoute ? 'on the route' : 'off the route',
          same: onRoute,
          other: otherByRoute,
        });
      const [first, second] = weights.sort((one, two) => clearness(two) - clearness(one));
      if (first === undefined || second === undefined) return first ?? null;
      return {
        level: `${first.level}, ${second.level}`,
        same: first.same * Math.sqrt(second.same / second.other),
        other: first.other,
      };
    };
  },
  showAnteMortem: ({ point, route }) =>
    [point === null ? null : showPoint(point), route].filter((part) => part !== null).join(', '),
  showPostMortem: ({ point }) => showPoint(point),
  cap: 3,
};

const clearness = ({ same, other }: Weight): number => Math.abs(Math.log(same / other));

function densityOverReports(at: PointFacet, setting: Setting): number {
  let sum = PRIOR_REPORTS / WORLD_KM2;
  let count = PRIOR_REPORTS;
  for (const [cell, reports] of setting.population.contactCells.entries()) {
    const [south = 0, west = 0] = cell.split(',').map(Number);
    const km = distanceKm({ latitude: south + 0.5, longitude: west + 0.5 }, at);
    // Half a cell, about 40 km, is how well a counted place is known.
    sum += reports * recoveryDensity(km, Math.hypot(40, at.accuracyKm), setting);
    count += reports;
  }
  return sum / count;
}

const showPoint = ({ latitude, longitude, accuracyKm }: PointFacet): string =>
  `${latitude.toFixed(1)}, ${longitude.toFixed(1)} within ${accuracyKm} km`;
