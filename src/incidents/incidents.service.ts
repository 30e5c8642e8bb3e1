import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { audit } from '../audit';
import { type Actor, Database, decodeCursor, encodeCursor, NotFoundError, requireVersion, type Tx } from '../platform';
import { incidentIdOf } from './core/incident-id';
import type { IncidentRecord } from './core/incident-record';
import type {
  IncidentDto,
  IncidentMapQuery,
  IncidentMapView,
  IncidentRoutesView,
  IncidentsQuery,
  IncidentsView,
  IncidentView,
} from './incidents.dto';

/** Property of the record -> column, with its type: one list for reading and writing. */
const fields: readonly (readonly [keyof IncidentRecord, string, string])[] = [
  ['source', 'source', 'text'],
  ['mainId', 'main_id', 'text'],
  ['incidentId', 'incident_id', 'text'],
  ['ordinal', 'ordinal', 'int'],
  ['reportedOn', 'reported_on', 'date'],
  ['route', 'route', 'text'],
  ['region', 'region', 'text'],
  ['country', 'country', 'text'],
  ['location', 'location', 'text'],
  ['latitude', 'latitude', 'double precision'],
  ['longitude', 'longitude', 'double precision'],
  ['dead', 'dead', 'int'],
  ['missing', 'missing', 'int'],
  ['survivors', 'survivors', 'int'],
  ['females', 'females', 'int'],
  ['males', 'males', 'int'],
  ['children', 'children', 'int'],
  ['cause', 'cause', 'text'],
  ['origin', 'origin', 'text'],
  ['sourceQuality', 'source_quality', 'smallint'],
  ['informationSource', 'information_source', 'text'],
  ['link', 'link', 'text'],
];
// A date as text: a JavaScript date would shift it by the server's time zone.
const columns =
  fields.map(([key, column]) => `${column}${column === 'reported_on' ? '::text' : ''} AS "${key}"`).join(', ') +
  ', id, version';
const columnNames = fields.map(([, column]) => column).join(', ');
const valueColumns = fields.slice(4).map(([, column]) => column);
const CREDIT = 'IOM Missing Migrants Project, CC BY 4.0';

/** How many rows of a register's file were new, changed, or known as they are. */
export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}
/** The same, by the ids of the rows. */
export interface ImportedIncidents extends ImportCounts {
  readonly createdIds: ReadonlySet<string>;
  readonly updatedIds: ReadonlySet<string>;
}

/** The incident register: public facts for everybody signed in, imported from IOM or recorded by a coordinator. */
@Injectable()
export class IncidentsService {
  constructor(private readonly database: Database) {}

  /** Stores rows of a register; a row that says what is stored already changes nothing, a revision keeps the old one. */
  async importMany(actor: Actor, records: readonly IncidentRecord[]): Promise<ImportCounts> {
    const { created, updated, unchanged } = await this.database.act(actor, (tx) => this.importIn(tx, actor, records));
    return { created, updated, unchanged };
  }

  /** The same inside the caller's transaction: for a file that is stored whole or not at all, or only tried. */
  async importIn(tx: Tx, actor: Actor, records: readonly IncidentRecord[]): Promise<ImportedIncidents> {
    const rows = records.map((record) => JSON.stringify({ id: incidentIdOf(record), ...record }));
    const incoming = `SELECT * FROM jsonb_to_recordset(to_jsonb($1::jsonb[])) AS r(id uuid, ${fields.map(([key, , type]) => `"${key}" ${type}`).join(', ')})`;
    const isRevised = `(${valueColumns.map((column) => `i.${column}`).join(', ')}) IS DISTINCT FROM (${fields
      .slice(4)
      .map(([key]) => `n."${key}"`)
      .join(', ')})`;
    await tx.query(
      `WITH n AS (${incoming}) INSERT INTO incident_revision (incident_id, version, record)
         SELECT i.id, i.version, to_jsonb(i) FROM incident i JOIN n ON n.id = i.id WHERE ${isRevised}`,
      [rows],
    );
    const [revised, updated] = (await tx.query(
      `WITH n AS (${incoming}) UPDATE incident i SET version = i.version + 1, ${fields
        .slice(4)
        .map(([key, column]) => `${column} = n."${key}"`)
        .join(', ')}
         FROM n WHERE n.id = i.id AND ${isRevised} RETURNING i.id`,
      [rows],
    )) as [{ id: string }[], number];
    const made = (await tx.query(
      `WITH n AS (${incoming}) INSERT INTO incident (id, ${columnNames})
         SELECT n.id, ${fields.map(([key]) => `n."${key}"`).join(', ')} FROM n ON CONFLICT DO NOTHING RETURNING id`,
      [rows],
    )) as { id: string }[];
    const counts = { created: made.length, updated, unchanged: records.length - made.length - updated };
    if (counts.created + counts.updated > 0)
      await audit(tx, actor, 'incidents.imported', { reason: `${counts.created} new, ${counts.updated} revised` });
    const idsOf = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
    return { ...counts, createdIds: idsOf(made), updatedIds: idsOf(revised) };
  }

  async put(actor: Actor, id: string, dto: IncidentDto, version: number | null): Promise<IncidentView> {
    return this.database.act(actor, async (tx) => {
      const present = await this.find(tx, id);
      const record = { ...dto, source: 'cairn', mainId: id, ordinal: 0, link: null };
      if (!present) {
        await tx.query(
          `INSERT INTO incident (id, ${columnNames}) VALUES ($1, ${fields.map((_, at) => `$${at + 2}`).join(', ')})`,
          [id, ...fields.map(([key]) => record[key])],
        );
        await audit(tx, actor, 'incidents.recorded', { subject: id });
        return (await this.find(tx, id))!;
      }
      // A register's own row is revised by importing the register, not by hand.
      if (present.source !== 'cairn') throw new NotFoundError();
      if (fields.every(([key]) => present[key] === record[key])) return present;
      requireVersion(version, present.version, () => present);
      await tx.query(
        `INSERT INTO incident_revision (incident_id, version, record) SELECT id, version, to_jsonb(i) FROM incident i WHERE id = $1`,
        [id],
      );
      await tx.query(
        `UPDATE incident SET version = version + 1, ${fields.map(([, column], at) => `${column} = $${at + 2}`).join(', ')} WHERE id = $1`,
        [id, ...fields.map(([key]) => record[key])],
      );
      await audit(tx, actor, 'incidents.changed', { subject: id });
      return (await this.find(tx, id))!;
    });
  }

  async list(actor: Actor, query: IncidentsQuery): Promise<IncidentsView> {
    const after = decodeCursor(query.cursor, [z.string(), z.uuid()]);
    return this.database.read(actor, async (tx) => {
      const rows = (await tx.query(
        `SELECT ${columns} FROM incident
         WHERE ($1::text IS NULL OR (coalesce(reported_on, '0001-01-01'::date), id) < ($1::date, $2::uuid)) AND ${withinPeriod(3)}
           AND ($6::text IS NULL OR country = $6)
           AND ($7::text IS NULL OR strpos(lower(coalesce(location, '') || ' ' || incident_id || ' ' || coalesce(cause, '')), lower($7)) > 0)
         ORDER BY coalesce(reported_on, '0001-01-01'::date) DESC, id DESC LIMIT $8`,
        [
          ...[after?.[0] ?? null, after?.[1] ?? null, query.from ?? null, query.to ?? null, query.route ?? null],
          ...[query.country ?? null, query.q ?? null, query.limit + 1],
        ],
      )) as IncidentView[];
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      return {
        items,
        next: rows.length > query.limit && last ? encodeCursor([last.reportedOn ?? '0001-01-01', last.id]) : null,
      };
    });
  }

  async map(actor: Actor, query: IncidentMapQuery): Promise<IncidentMapView> {
    return this.database.read(actor, async (tx) => {
      const parameters = [query.from ?? null, query.to ?? null, query.route ?? null];
      const rows = (await tx.query(
        `SELECT id, round(latitude::numeric, 4)::float AS latitude, round(longitude::numeric, 4)::float AS longitude, dead, missing, reported_on::text AS day
         FROM incident WHERE latitude IS NOT NULL AND ${withinPeriod(1)} ORDER BY reported_on NULLS FIRST`,
        parameters,
      )) as {
        id: string;
        latitude: number;
        longitude: number;
        dead: number | null;
        missing: number | null;
        day: string | null;
      }[];
      const [{ unplaced }] = (await tx.query(
        `SELECT count(*)::int AS unplaced FROM incident WHERE latitude IS NULL AND ${withinPeriod(1)}`,
        parameters,
      )) as [{ unplaced: number }];
      const points = rows.map((row): IncidentMapView['points'][number] => [
        row.id,
        row.latitude,
        row.longitude,
        row.dead,
        row.missing,
        row.day,
      ]);
      return { points, withoutPlace: unplaced, credit: CREDIT };
    });
  }

  async routes(actor: Actor): Promise<IncidentRoutesView> {
    return this.database.read(actor, async (tx) => ({
      routes: (await tx.query(
        `SELECT route, count(*)::int AS incidents FROM incident WHERE route IS NOT NULL GROUP BY route ORDER BY count(*) DESC, route`,
      )) as { route: string; incidents: number }[],
    }));
  }

  async get(actor: Actor, id: string): Promise<IncidentView> {
    return this.database.read(actor, async (tx) => {
      const incident = await this.find(tx, id);
      if (!incident) throw new NotFoundError();
      return incident;
    });
  }

  async find(tx: Tx, id: string): Promise<IncidentView | null> {
    const [row] = (await tx.query(`SELECT ${columns} FROM incident WHERE id = $1`, [id])) as IncidentView[];
    return row ?? null;
  }

  /** The incidents that people mean by these references (IOM's incident or main id, or our own id). */
  async byReferences(tx: Tx, references: readonly string[]): Promise<Map<string, IncidentView>> {
    const rows = (await tx.query(
      `SELECT ${columns} FROM incident WHERE incident_id = ANY($1) OR main_id = ANY($1) ORDER BY ordinal DESC`,
      [references],
    )) as IncidentView[];
    return new Map(rows.flatMap((row) => [[row.mainId, row] as const, [row.incidentId, row] as const]));
  }

  /** Events around a place in a span of days, nearest first; at most a few hundred. */
  async near(
    tx: Tx,
    around: { latitude: number; longitude: number; km: number; from: string; to: string },
  ): Promise<IncidentView[]> {
    const degrees = around.km / 111.2;
    const across = degrees / Math.max(0.05, Math.cos((around.latitude * Math.PI) / 180));
    return (await tx.query(
      `SELECT ${columns} FROM incident WHERE reported_on BETWEEN $1 AND $2 AND latitude BETWEEN $3 AND $4 AND longitude BETWEEN $5 AND $6
       ORDER BY (latitude - $7) ^ 2 + (longitude - $8) ^ 2, id LIMIT 500`,
      [
        ...[around.from, around.to, around.latitude - degrees, around.latitude + degrees],
        ...[around.longitude - across, around.longitude + across, around.latitude, around.longitude],
      ],
    )) as IncidentView[];
  }

  /** Every incident, for the engine that ranks which of them a person may have been in. */
  async all(tx: Tx): Promise<IncidentView[]> {
    return (await tx.query(`SELECT ${columns} FROM incident ORDER BY id`)) as IncidentView[];
  }
}

const withinPeriod = (first: number): string =>
  `($${first}::date IS NULL OR reported_on >= $${first}) AND ($${first + 1}::date IS NULL OR reported_on <= $${first + 1})
   AND ($${first + 2}::text IS NULL OR route = $${first + 2})`;
