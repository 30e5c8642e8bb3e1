import type { SimulatedIncident } from './person';

/** One row of the IOM Missing Migrants Project's download, by column. */
export type IncidentRow = Readonly<Record<string, string | undefined>>;

const seaRoutes = /mediterranean|canary|caribbean|mayotte|channel|andaman|puerto rico|eastern route|naf river/i;
const desertRoutes = /sahara|us-mexico|afghanistan to iran|northern route/i;

/** The incidents of a register that are dated and placed; `alpha3Of` reads a country's English name. */
export function simulatedIncidents(
  rows: Iterable<IncidentRow>,
  alpha3Of: (name: string) => string | undefined,
): SimulatedIncident[] {
  const incidents: SimulatedIncident[] = [];
  for (const row of rows) {
    const [latitude, longitude] = (row['location_coodinates'] ?? '')
      .split(',')
      .map((text) => Number(text.trim() || 'x'));
    const day = Date.parse(`${row['reported_date'] ?? ''}T00:00:00Z`) / 86_400_000;
    const reference = row['web_id'] ?? '';
    if (reference === '' || !Number.isFinite(day) || !Number.isFinite(latitude) || !Number.isFinite(longitude))
      continue;
    const route = (row['migration_route'] ?? '').trim();
    const dead = Number(row['total_dead_and_missing'] || row['number_dead'] || '1');
    const cause = row['cause_death'] ?? '';
    incidents.push({
      ...{ reference, day, latitude: latitude as number, longitude: longitude as number, route },
      country: alpha3Of((row['country_of_incident'] ?? '').trim()) ?? '',
      dead: Number.isFinite(dead) && dead > 0 ? dead : 1,
      terrain: /drown/i.test(cause) && seaRoutes.test(route) ? 'sea' : desertRoutes.test(route) ? 'desert' : 'land',
    });
  }
  return incidents;
}
