import { createHmac, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Sex } from '../description';
import { KeyRing, type SealedPlace, Secrets, type Tx } from '../platform';
import { canonicalJson } from '../description';
import { certainMonth } from './core/content';
import type { PostMortem } from './core/post-mortem';
import type { RemainsStatus } from './core/status';
import type { GravePlace } from './forensic-remains.dto';

/** A row of remains: what may lie in the clear, and what is sealed. */
export interface RemainsRow {
  readonly id: string;
  readonly entryNo: string;
  readonly organisationId: string;
  readonly contactPointId: string;
  readonly contactPointCode: string;
  readonly country: string;
  readonly reference: string;
  readonly status: RemainsStatus;
  readonly isDraft: boolean;
  readonly isIdentified: boolean;
  readonly isOpen: boolean;
  readonly reviewOn: string | null;
  readonly recoveredYear: number | null;
  readonly recoveredMonth: number | null;
  readonly sex: Sex | null;
  readonly version: number;
  readonly evidenceVersion: number;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly evidenceMac: Buffer;
  readonly locationMac: Buffer | null;
  readonly postMortem: Buffer;
  readonly location: Buffer | null;
}
/** Where the remains are said to be; for those not recovered, who says so. */
export interface SealedLocation {
  readonly location: string | null;
  readonly source: string | null;
}

const isoTime = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const clear = `r.id, r.entry_no AS "entryNo", r.organisation_id AS "organisationId", r.contact_point_id AS "contactPointId",
  c.code AS "contactPointCode", r.country, r.reference, r.status, r.is_draft AS "isDraft", r.is_identified AS "isIdentified", r.is_open AS "isOpen",
  r.review_on::text AS "reviewOn", r.recovered_year AS "recoveredYear", r.recovered_month AS "recoveredMonth", r.sex, r.version,
  r.evidence_version AS "evidenceVersion", ${isoTime('r.created_at')} AS "createdAt", ${isoTime('r.changed_at')} AS "changedAt"`;
const all = `${clear}, r.evidence_mac AS "evidenceMac", r.location_mac AS "locationMac", r.post_mortem AS "postMortem", r.location`;
const from = `FROM forensic_remains r JOIN contact_point c ON c.id = r.contact_point_id`;

/** The columns and source of lists: nothing sealed. */
export const listedRemains = { columns: clear, from };
export type ListedRow = Omit<RemainsRow, 'evidenceMac' | 'locationMac' | 'postMortem' | 'location'>;

export interface NewRemains {
  readonly id: string;
  readonly reference: string;
  readonly status: RemainsStatus;
  readonly isDraft: boolean;
  readonly reviewOn: string | null;
  readonly postMortem: PostMortem;
  readonly location: SealedLocation | null;
}
export interface ChangedRemains extends Omit<NewRemains, 'status' | 'location'> {
  readonly country: string;
  /** undefined leaves what was said before. */
  readonly location: SealedLocation | null | undefined;
}
export interface Desk {
  readonly id: string;
  readonly organisationId: string;
  readonly country: string;
}

/** The table of remains: rows in and out, sealed on the way. No rules and no permissions here. */
@Injectable()
export class RemainsTable {
  constructor(
    private readonly secrets: Secrets,
    private readonly keyRing: KeyRing,
  ) {}

  async find(tx: Tx, id: string): Promise<RemainsRow | null> {
    return (await this.findMany(tx, [id]))[0] ?? null;
  }

  async findMany(tx: Tx, ids: readonly string[]): Promise<RemainsRow[]> {
    return (await tx.query(`SELECT ${all} ${from} WHERE r.id = ANY($1) ORDER BY r.id`, [ids])) as RemainsRow[];
  }

  /** Holds the row until the transaction ends, so that acts on one person's remains follow one another. */
  async lock(tx: Tx, id: string): Promise<RemainsRow | null> {
    const [row] = (await tx.query(`SELECT ${all} ${from} WHERE r.id = $1 FOR NO KEY UPDATE OF r`, [
      id,
    ])) as RemainsRow[];
    return row ?? null;
  }

  async lockByReferences(tx: Tx, contactPointId: string, references: readonly string[]): Promise<RemainsRow[]> {
    return (await tx.query(
      `SELECT ${all} ${from} WHERE r.contact_point_id = $1 AND r.reference = ANY($2) ORDER BY r.id FOR NO KEY UPDATE OF r`,
      [contactPointId, references],
    )) as RemainsRow[];
  }

  async openAfter(tx: Tx, afterId: string | null, limit: number): Promise<RemainsRow[]> {
    return (await tx.query(
      `SELECT ${all} ${from} WHERE r.is_open AND ($1::uuid IS NULL OR r.id > $1) ORDER BY r.id LIMIT $2`,
      [afterId, limit],
    )) as RemainsRow[];
  }

  /** Adds rows; answers the ids that were added: others have their id or reference already. */
  async insert(tx: Tx, desk: Desk, many: readonly NewRemains[]): Promise<Set<string>> {
    if (many.length === 0) return new Set();
    const sealed = await this.sealContents(
      tx,
      many.map((one) => ({ ...one, country: desk.country })),
    );
    const month = many.map(({ postMortem }) => certainMonth(postMortem.recoveredOn));
    const rows = (await tx.query(
      `INSERT INTO forensic_remains (id, organisation_id, contact_point_id, country, reference, status, is_draft, review_on,
         recovered_year, recovered_month, sex, evidence_mac, location_mac, post_mortem, location)
       SELECT n.id, $1, $2, $3, n.reference, n.status, n.is_draft, n.review_on, n.recovered_year, n.recovered_month, n.sex,
         n.evidence_mac, n.location_mac, n.post_mortem, n.location
       FROM unnest($4::uuid[], $5::text[], $6::text[], $7::boolean[], $8::date[], $9::smallint[], $10::smallint[], $11::text[],
         $12::bytea[], $13::bytea[], $14::bytea[], $15::bytea[])
         AS n(id, reference, status, is_draft, review_on, recovered_year, recovered_month, sex, evidence_mac, location_mac, post_mortem, location)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[desk.organisationId, desk.id, desk.country, many.map(({ id }) => id)],
        ...[many.map(({ reference }) => reference), many.map(({ status }) => status)],
        ...[many.map(({ isDraft }) => isDraft), many.map(({ reviewOn }) => reviewOn)],
        ...[month.map(({ year }) => year), month.map(({ month: inYear }) => inYear)],
        many.map(({ postMortem }) => postMortem.sex ?? null),
        many.map(({ postMortem }) => this.mac(postMortem)),
        many.map(({ location }) => (location ? this.mac(location) : null)),
        ...[sealed.map(({ postMortem }) => postMortem), sealed.map(({ location }) => location)],
      ],
    )) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }

  /** Writes new contents; what was there is kept as a past version. */
  async change(tx: Tx, many: readonly ChangedRemains[]): Promise<void> {
    if (many.length === 0) return;
    const ids = many.map(({ id }) => id);
    await tx.query(
      `INSERT INTO remains_past_version (remains_id, version, reference, is_draft, review_on, post_mortem, location, valid_from)
       SELECT id, version, reference, is_draft, review_on, post_mortem, location, changed_at FROM forensic_remains WHERE id = ANY($1)`,
      [ids],
    );
    const sealed = await this.sealContents(tx, many);
    const month = many.map(({ postMortem }) => certainMonth(postMortem.recoveredOn));
    await tx.query(
      `UPDATE forensic_remains r SET reference = n.reference, is_draft = n.is_draft, review_on = n.review_on, recovered_year = n.recovered_year,
         recovered_month = n.recovered_month, sex = n.sex, evidence_mac = n.evidence_mac, post_mortem = n.post_mortem,
         location_mac = CASE WHEN n.says_location THEN n.location_mac ELSE r.location_mac END,
         location = CASE WHEN n.says_location THEN n.location ELSE r.location END,
         version = r.version + 1, changed_at = now()
       FROM unnest($1::uuid[], $2::text[], $3::boolean[], $4::date[], $5::smallint[], $6::smallint[], $7::text[], $8::bytea[], $9::bytea[],
         $10::boolean[], $11::bytea[], $12::bytea[])
         AS n(id, reference, is_draft, review_on, recovered_year, recovered_month, sex, evidence_mac, post_mortem, says_location, location_mac, location)
       WHERE r.id = n.id`,
      [
        ...[ids, many.map(({ reference }) => reference), many.map(({ isDraft }) => isDraft)],
        ...[many.map(({ reviewOn }) => reviewOn), month.map(({ year }) => year)],
        ...[month.map(({ month: inYear }) => inYear), many.map(({ postMortem }) => postMortem.sex ?? null)],
        many.map(({ postMortem }) => this.mac(postMortem)),
        sealed.map(({ postMortem }) => postMortem),
        many.map(({ location }) => location !== undefined),
        many.map(({ location }) => (location ? this.mac(location) : null)),
        sealed.map(({ location }) => location),
      ],
    );
  }

  async setStatus(tx: Tx, id: string, status: RemainsStatus, isIdentified: boolean): Promise<void> {
    await tx.query(`UPDATE forensic_remains SET status = $2, is_identified = $3 WHERE id = $1`, [
      id,
      status,
      isIdentified,
    ]);
  }

  async postMortems(tx: Tx, rows: readonly Pick<RemainsRow, 'id' | 'country' | 'postMortem'>[]): Promise<PostMortem[]> {
    return this.secrets.openMany<PostMortem>(
      tx,
      rows.map((row) => ({ place: placeOf(row, 'forensic_remains', row.id), sealed: row.postMortem })),
    );
  }

  async locationOf(tx: Tx, row: Pick<RemainsRow, 'id' | 'country' | 'location'>): Promise<SealedLocation | null> {
    return (await this.locationsOf(tx, [row])).get(row.id) ?? null;
  }

  async locationsOf(
    tx: Tx,
    rows: readonly Pick<RemainsRow, 'id' | 'country' | 'location'>[],
  ): Promise<Map<string, SealedLocation>> {
    const said = rows.flatMap((row) => (row.location === null ? [] : [{ row, sealed: row.location }]));
    const opened = await this.secrets.openMany<SealedLocation>(
      tx,
      said.map(({ row, sealed }) => ({ place: placeOf(row, 'forensic_remains.location', row.id), sealed })),
    );
    return new Map(said.map(({ row }, index) => [row.id, opened[index]!]));
  }

  /** Seals what belongs to remains in another table of this module, under the key of the remains. */
  async seal(
    tx: Tx,
    row: Pick<RemainsRow, 'id' | 'country'>,
    table: string,
    id: string,
    value: unknown,
  ): Promise<Buffer> {
    return this.secrets.seal(tx, placeOf(row, table, id), value);
  }

  async open<T>(
    tx: Tx,
    row: Pick<RemainsRow, 'id' | 'country'>,
    table: string,
    id: string,
    sealed: Buffer,
  ): Promise<T> {
    return this.secrets.open<T>(tx, placeOf(row, table, id), sealed);
  }

  async openMany<T>(
    tx: Tx,
    row: Pick<RemainsRow, 'id' | 'country'>,
    table: string,
    items: readonly { readonly id: string; readonly sealed: Buffer }[],
  ): Promise<T[]> {
    return this.secrets.openMany<T>(
      tx,
      items.map(({ id, sealed }) => ({ place: placeOf(row, table, id), sealed })),
    );
  }

  /** Tells whether two contents are the same without opening either. */
  mac(content: unknown): Buffer {
    return createHmac('sha256', this.keyRing.purposeKey('content')).update(canonicalJson(content)).digest();
  }

  async presentGraves(tx: Tx, ids: readonly string[]): Promise<Map<string, { id: string; mac: Buffer }>> {
    const rows = (await tx.query(
      `SELECT id, remains_id AS "remainsId", place_mac AS mac FROM grave WHERE remains_id = ANY($1) AND to_on IS NULL`,
      [ids],
    )) as { id: string; remainsId: string; mac: Buffer }[];
    return new Map(rows.map(({ remainsId, ...grave }) => [remainsId, grave]));
  }

  /** Lays remains in their graves; null takes them out. A grave left keeps its row, with the day on which it was left. */
  async setGraves(
    tx: Tx,
    many: readonly { readonly id: string; readonly country: string; readonly grave: GravePlace | null }[],
    today: string,
  ): Promise<void> {
    if (many.length === 0) return;
    await tx.query(
      `UPDATE grave g SET to_on = greatest(g.from_on, n.left_on) FROM unnest($1::uuid[], $2::date[]) AS n(remains_id, left_on)
       WHERE g.remains_id = n.remains_id AND g.to_on IS NULL`,
      [many.map(({ id }) => id), many.map(({ grave }) => grave?.from ?? today)],
    );
    const laid = many.flatMap(({ id, country, grave }) =>
      grave ? [{ id, country, grave, graveId: randomUUID() }] : [],
    );
    if (laid.length === 0) return;
    const sealed = await this.secrets.sealMany(
      tx,
      laid.map((one) => ({ place: placeOf(one, 'grave', one.graveId), value: one.grave })),
    );
    await tx.query(
      `INSERT INTO grave (id, remains_id, from_on, place_mac, place)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::date[], $4::bytea[], $5::bytea[])`,
      [
        ...[laid.map(({ graveId }) => graveId), laid.map(({ id }) => id), laid.map(({ grave }) => grave.from)],
        ...[laid.map(({ grave }) => this.mac(grave)), sealed],
      ],
    );
  }

  private async sealContents(
    tx: Tx,
    many: readonly Pick<ChangedRemains, 'id' | 'country' | 'postMortem' | 'location'>[],
  ): Promise<{ postMortem: Buffer; location: Buffer | null }[]> {
    const sealed = await this.secrets.sealMany(
      tx,
      many.flatMap((one) => [
        { place: placeOf(one, 'forensic_remains', one.id), value: one.postMortem },
        ...(one.location ? [{ place: placeOf(one, 'forensic_remains.location', one.id), value: one.location }] : []),
      ]),
    );
    let next = 0;
    return many.map(({ location }) => ({
      postMortem: sealed[next++]!,
      location: location ? sealed[next++]! : null,
    }));
  }
}

/** All that is told of remains is sealed under one key of theirs; table and id keep the values apart. */
const placeOf = (row: { readonly id: string; readonly country: string }, table: string, id: string): SealedPlace => ({
  scope: row.id,
  country: row.country,
  dataClass: 'post_mortem',
  table,
  id,
});

export const isoTimeOf = isoTime;
