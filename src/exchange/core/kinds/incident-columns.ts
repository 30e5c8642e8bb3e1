import type { TableColumns } from '../table';

/**
 * The IOM Missing Migrants Project has published its register under five sets of column names (A its JSON, B the site's CSV
 * of 2026, C the workbook of all data, D a cleaned extract for Europe, E a copy of 2023). All of them are names of these columns.
 */
const names = {
  main_id: ['web_id', 'main_id', 'caseid'],
  incident_id: ['incident_id'],
  incident_type: ['incident_type'],
  region: ['region', 'region_of_incident'],
  date: ['reported_date', 'incident_date', 'website_date', 'datereported'],
  date_clean: ['incident_date_clean'],
  date_raw: ['incident_date_raw'],
  date_precision: ['incident_date_precision'],
  year: ['year', 'incident_year'],
  month: ['month', 'reported_month', 'incident_month'],
  dead: ['number_dead', 'number_of_dead', 'no_dead', 'dead'],
  missing: ['number_missing', 'number_of_missing', 'minimum_estimated_number_of_missing', 'no_missing'],
  total: ['total_dead_and_missing', 'total_number_of_dead_and_missing', 'no_dead_missing'],
  survivors: ['number_of_survivors', 'no_survivors'],
  females: ['number_of_female', 'number_of_females', 'no_female'],
  males: ['number_of_male', 'number_of_males', 'no_male'],
  children: ['number_of_children', 'no_minors'],
  cause: ['cause_death', 'cause_of_death', 'cause_of_death_category'],
  cause_reported: ['cause_of_death_reported'],
  country: ['country_of_incident'],
  country_origin: ['country_of_origin', 'country_origin'],
  region_origin: ['region_of_origin', 'region_origin'],
  location: ['location_description', 'location_of_death', 'location_of_incident', 'location_of_death_incident'],
  unsd_region: ['unsd_geographic_grouping', 'unsd_geographical_grouping', 'unsd_region'],
  // The register's own spelling, beside the right one.
  coordinates: ['location_coodinates', 'location_coordinates', 'coordinates'],
  latitude: ['latitude'],
  longitude: ['longitude'],
  route: ['migration_route', 'route'],
  source: ['information_source', 'source'],
  url: ['url', 'link'],
  source_quality: ['source_quality'],
  title: ['article_title'],
  source_dataset: ['source_dataset'],
} as const;

export const incidentColumns: TableColumns = {
  known: Object.keys(names),
  required: ['main_id'],
  aliases: Object.fromEntries(
    Object.entries(names).flatMap(([name, aliases]) => aliases.map((alias) => [alias, name])),
  ),
};
export type IncidentColumn = keyof typeof names;
