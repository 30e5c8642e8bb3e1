import { earliestAndLatest } from '../../../description';
import { foldDigits, read, refuse, type CellReader, type Reading } from '../cells';
import type { TableRow } from '../table';
import type { IncidentColumn } from './incident-columns';
import { pointOf, readPoint, type IncidentPoint } from './incident-point';
import {
  causesOf,
  countriesOf,
  countryOfIncident,
  countryOfPlace,
  regionsOf,
  routesOf,
  typesOf,
  withoutEntities,
  type RegionOfOrigin,
} from './incident-words';
import { RowReading, type DraftEvent } from './row-reading';

export { incidentColumns } from './incident-columns';

/** One row of the IOM register. (source, mainId, incidentId, ordinal) names it; figures are revised in later copies. */
export interface IncidentDraft {
  readonly source: 'IOM-MMP';
  readonly mainId: string;
  readonly incidentId: string;
  /** 1, 2, … among the rows of the file with the same ids: dialect A splits an incident into rows without telling them apart. */
  readonly ordinal: number;
  readonly types: string[];
  /** EDTF; the day it was reported. Null where the register has none. */
  readonly reportedOn: string | null;
  /** As published: a negative figure takes back an earlier one, so that the sums stay right. Null is "not stated". */
  readonly dead: number | null;
  readonly missing: number | null;
  readonly total: number | null;
  readonly survivors: number | null;
  readonly females: number | null;
  readonly males: number | null;
  readonly children: number | null;
  readonly region: string | null;
  readonly unsdRegion: string | null;
  readonly routes: string[];
  /** The register's categories; empty where it has words of its own. */
  readonly causes: string[];
  readonly causeText: string | null;
  /** Alpha-3; where the register names none, the country that ends its words for the place. */
  readonly country: string | null;
  readonly countryText: string | null;
  /** Alpha-3. */
  readonly countriesOfOrigin: string[];
  readonly regionsOfOrigin: RegionOfOrigin[];
  readonly location: string | null;
  readonly point: IncidentPoint | null;
  readonly informationSource: string | null;
  readonly urls: string[];
  /** 1 (least certain) to 5. */
  readonly sourceQuality: number | null;
  readonly title: string | null;
}

/** Reads rows of one file of the register, in any of its dialects, in the order of the file. */
export function incidentReader(): (row: TableRow) => DraftEvent<IncidentDraft>[] {
  const seen = new Map<string, number>();
  return (tableRow) => {
    const row = new RowReading(tableRow);
    const field = <T>(column: IncidentColumn, reader: CellReader<T>): T | null => {
      const cell = tableRow.cells[column];
      // An extract made with R writes NA for an empty cell.
      return cell === undefined || cell === 'NA' ? null : (row.optional(column, reader) ?? null);
    };
    const mainId = row.required('main_id', identifier);
    const incidentId = field('incident_id', identifier) ?? mainId;
    const region = field('region', prose);
    const causeText = field('cause', prose);
    const countryText = field('country', prose);
    const location = field('location', prose);
    const country = countryText === null ? countryOfPlace(location ?? '', region) : countryOfIncident(countryText);
    const draft = {
      source: 'IOM-MMP' as const,
      types: split(field('incident_type', prose), typesOf),
      reportedOn: reportedOn(field('date_clean', registerDate) ?? field('date', registerDate), field),
      dead: field('dead', count),
      missing: field('missing', count),
      total: field('total', count),
      survivors: field('survivors', count),
      females: field('females', count),
      males: field('males', count),
      children: field('children', count),
      region,
      unsdRegion: field('unsd_region', prose),
      routes: split(field('route', prose), routesOf),
      causes: split(causeText, causesOf),
      causeText: field('cause_reported', prose) ?? causeText,
      country,
      countryText,
      countriesOfOrigin: split(field('country_origin', prose), countriesOf),
      regionsOfOrigin: split(field('region_origin', prose), regionsOf),
      location,
      point: pointIn(row, field, country, region),
      informationSource: field('source', prose),
      urls: split(field('url', prose), urlsOf),
      sourceQuality: field('source_quality', quality),
      title: field('title', prose),
    };
    if (mainId === undefined || incidentId === null || incidentId === undefined || row.rejects.length > 0)
      return row.result<IncidentDraft>(undefined);
    const key = `${mainId}\n${incidentId}`;
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return row.result<IncidentDraft>({ ...draft, mainId, incidentId, ordinal });
  };
}

type Field = <T>(column: IncidentColumn, reader: CellReader<T>) => T | null;
const split = <T>(text: string | null, reader: (text: string) => T[]): T[] => (text === null ? [] : reader(text));

/** Long, since an extract that merged rows joined their ids. */
const identifier: CellReader<string> = (cell) =>
  cell.length > 1000 ? refuse('exchange.text-too-long', { maximum: 1000 }) : read(cell);

/** A newspaper's headline may begin with any sign, so nothing is taken for a formula here; exports guard themselves. */
const prose: CellReader<string> = (cell) =>
  cell.length > 10_000 ? refuse('exchange.text-too-long', { maximum: 10_000 }) : read(withoutEntities(cell));

/** `12`, `-5`, `1,022`, `3.0`. */
const count: CellReader<number> = (cell) => {
  const text = foldDigits(cell).replace('−', '-').replace(/\s/g, '');
  if (!/^-?(\d{1,6}|\d{1,3}(,\d{3})+)(\.0+)?$/.test(text)) return refuse('exchange.count-not-understood');
  const value = Number(text.replace(/,/g, ''));
  return Math.abs(value) > 100_000
    ? refuse('exchange.number-out-of-range', { minimum: -100_000, maximum: 100_000 })
    : read(value);
};

/** One digit, 1 to 5. An extract that merged rows wrote the digits of all of them (`145`): the least certain counts. */
const quality: CellReader<number | null> = (cell) =>
  /^[1-5]{1,5}(\.0)?$/.test(cell) ? read(Math.min(...[...cell.replace('.0', '')].map(Number))) : read(null);

/** ISO, with or without a time, or "Wed, 03/11/2026 - 12:00", month first. */
const registerDate: CellReader<string> = (cell): Reading<string> => {
  const monthFirst = /^(?:[A-Za-z]{3,9},\s*)?(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s*-\s*\d{1,2}:\d{2})?$/.exec(cell);
  const iso = /^(\d{4}-\d{2}(?:-\d{2})?)(?:[T ]\d{2}:\d{2}.*)?$/.exec(cell);
  const [, month = '', day = '', year = ''] = monthFirst ?? [];
  const date = monthFirst ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : (iso?.[1] ?? '');
  return earliestAndLatest(date) ? read(date) : refuse('exchange.date-not-understood');
};

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The day; the month or year where the extract says it knows no more, or has no day at all. */
function reportedOn(date: string | null, field: Field): string | null {
  const precision = field('date_precision', prose);
  if (date !== null) return precision === 'month' ? date.slice(0, 7) : precision === 'year' ? date.slice(0, 4) : date;
  const year = field('year', count);
  if (year === null || year < 1990 || year > 2100) return null;
  const name = field('month', prose)?.toLowerCase() ?? '';
  const month = /^\d{1,2}$/.test(name)
    ? Number(name)
    : months.findIndex((known) => name !== '' && known.startsWith(name.slice(0, 3))) + 1;
  return month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : `${year}`;
}

function pointIn(row: RowReading, field: Field, country: string | null, region: string | null): IncidentPoint | null {
  const coordinates = field('coordinates', prose);
  const latitude = field('latitude', prose);
  const longitude = field('longitude', prose);
  const text = coordinates ?? (latitude === null || longitude === null ? null : `${latitude}, ${longitude}`);
  if (text === null) return null;
  const published = readPoint(foldDigits(text).replace(/−/g, '-'));
  const column = coordinates === null ? 'latitude' : 'coordinates';
  if (published === null) {
    row.refuse(column, 'exchange.coordinates-not-understood');
    return null;
  }
  const point = pointOf(published.latitude, published.longitude, country, region);
  if (point === null) row.refuse(column, 'exchange.number-out-of-range', { minimum: -90, maximum: 90 });
  return point;
}

const urlsOf = (text: string): string[] =>
  text
    .split(/[,;\s]+(?=https?:)|\s+/)
    .map((url) => url.replace(/[,;]+$/, ''))
    .filter((url) => /^https?:\/\/[^\s]{3,}$/i.test(url) && url.length <= 2000)
    .slice(0, 50);
