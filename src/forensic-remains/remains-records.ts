import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { earliestAndLatest } from '../description';
import { audit } from '../audit';
import { type Actor, Database, decodeCursor, encodeCursor, NotFoundError, type Tx } from '../platform';
import { type CoarseFeatures, coarseFeatures } from './core/coarse-features';
import { custodyGaps } from './core/custody';
import { notExaminable } from './core/observability';
import type { PostMortem } from './core/post-mortem';
import { missingEvidence, reachableFrom, type RemainsStatus } from './core/status';
import { timelineOf, type TimelineEntry } from './core/timeline';
import { type Traces, type Whereabouts, whereIs } from './core/whereabouts';
import { asCustodian } from './custodian';
import type { RemainsListView, RemainsQuery, RemainsView, WhereaboutsView } from './forensic-remains.dto';
import { type History, RemainsHistory } from './remains-history';
import { listedRemains, type ListedRow, type RemainsRow, RemainsTable } from './remains-table';

/** Remains as the worker compares them. `version` grows with the evidence only. */
export interface RemainsForMatching {
  readonly id: string;
  readonly version: number;
  readonly country: string;
  readonly organisationId: string;
  readonly contactPointId: string;
  readonly reference: string;
  readonly isOpen: boolean;
  /** ISO time of the entry. */
  readonly recordedAt: string;
  readonly postMortem: PostMortem;
}

/** Remains by what may lie in the clear. */
export interface RemainsSummary {
  readonly id: string;
  readonly reference: string;
  readonly contactPointId: string;
  readonly contactPointCode: string;
  readonly organisationId: string;
  readonly country: string;
  readonly status: RemainsStatus;
  readonly isDraft: boolean;
  readonly isIdentified: boolean;
  readonly isOpen: boolean;
  readonly version: number;
  readonly recoveredYear: number | null;
  readonly recoveredMonth: number | null;
}

/** Reads remains: for their team over HTTP, and for the modules above, which answer themselves for who may see what. */
@Injectable()
export class RemainsRecords {
  constructor(
    private readonly database: Database,
    private readonly table: RemainsTable,
    private readonly history: RemainsHistory,
  ) {}

  async list(actor: Actor, query: RemainsQuery): Promise<RemainsListView> {
    const { columns, from } = listedRemains;
    // As the index has it: lower case as the database sees it, in the order of bytes.
    const sortKey = `(lower(r.reference) COLLATE "C")`;
    // One statement for each way to ask, so that each finds its index.
    const where: string[] = [];
    const values: unknown[] = [];
    const and = (condition: (n: string) => string, value: unknown) => {
      values.push(value);
      where.push(condition(`$${values.length}`));
    };
    if (!actor.isSystem) and((n) => `r.organisation_id = ${n}`, actor.organisationId);
    if (query.mine) and((n) => `r.contact_point_id = ${n}`, actor.contactPointId);
    if (query.status) and((n) => `r.status = ${n}`, query.status);
    if (query.q) {
      const after = decodeCursor(query.cursor, [z.string(), z.uuid()]);
      and((n) => `${sortKey} LIKE lower(${n}::text)`, `${query.q.replace(/[\\%_]/g, '\\$&')}%`);
      if (after) {
        and((n) => `(${sortKey}, r.id) > (${n}, $${values.length + 1}::uuid)`, after[0]);
        values.push(after[1]);
      }
    } else {
      const after = decodeCursor(query.cursor, [z.string().regex(/^\d{1,18}$/)]);
      if (after) and((n) => `r.entry_no < ${n}`, after[0]);
    }
    values.push(query.limit + 1);
    const order = query.q ? `${sortKey}, r.id` : 'r.entry_no DESC';
    return this.database.read(actor, async (tx) => {
      const rows = (await tx.query(
        `SELECT ${columns}, ${sortKey} AS "sortKey" ${from} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY ${order} LIMIT $${values.length}`,
        values,
      )) as (ListedRow & { sortKey: string })[];
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      const key = last && (query.q ? [last.sortKey, last.id] : [last.entryNo]);
      return { items: shown.map(listed), next: rows.length > query.limit && key ? encodeCursor(key) : null };
    });
  }

  /** The whole record, for its own team. Each reading is in the audit trail. */
  async get(actor: Actor, id: string): Promise<RemainsView> {
    return this.database.act(actor, async (tx) => {
      asCustodian(actor, await this.table.find(tx, id));
      await audit(tx, actor, 'forensic-remains.read', { subject: id });
      return this.fullRecord(tx, id);
    });
  }

  async readTimeline(actor: Actor, id: string): Promise<TimelineEntry[]> {
    return this.database.act(actor, async (tx) => {
      asCustodian(actor, await this.table.find(tx, id));
      await audit(tx, actor, 'forensic-remains.read', { subject: id, fields: ['timeline'] });
      return this.timeline(tx, id);
    });
  }

  async whereabouts(actor: Actor, id: string, day: string): Promise<WhereaboutsView> {
    return this.database.act(actor, async (tx) => {
      const row = asCustodian(actor, await this.table.find(tx, id));
      await audit(tx, actor, 'forensic-remains.read', { subject: id, fields: ['whereabouts'] });
      return shownWhereabouts(whereIs(await this.traces(tx, row), day));
    });
  }

  /** The whole record. Who may see it, and the audit entry of its reading, are the caller's. */
  async fullRecord(tx: Tx, id: string): Promise<RemainsView> {
    const row = await this.mustFind(tx, id);
    const [postMortem] = await this.table.postMortems(tx, [row]);
    const said = await this.table.locationOf(tx, row);
    const kept = await this.history.of(tx, row);
    const traces = await this.traces(tx, row, { postMortem: postMortem!, kept });
    const { statusChanges, examinations, samples, custody, graves, corrections } = kept;
    return {
      ...listed(row),
      postMortem: postMortem!,
      notExaminable: notExaminable(postMortem!),
      location: said?.location ?? null,
      source: said?.source ?? null,
      grave: graves.find(({ to }) => to === null) ?? null,
      graves: [...graves],
      statusChanges: [...statusChanges],
      nextStatuses: row.isDraft ? [] : [...reachableFrom(row)].filter((status) => status !== 'identified'),
      missingEvidence: missingEvidence({
        examinations,
        sampleKinds: samples.map(({ kind }) => kind),
        fingerprints: postMortem!.fingerprints,
      }),
      examinations: [...examinations],
      samples: [...samples],
      custody: custody.map(({ seq: _, ...handover }) => handover),
      custodyGaps: custodyGaps(custody),
      corrections: corrections.map(({ enteredAt: _, ...correction }) => correction),
      whereabouts: shownWhereabouts(whereIs(traces, today())),
    };
  }

  /** What happened to these remains, in order: from recovery to grave and home. */
  async timeline(tx: Tx, id: string): Promise<TimelineEntry[]> {
    const row = await this.mustFind(tx, id);
    const [postMortem] = await this.table.postMortems(tx, [row]);
    const versions = await this.history.versionsOf(tx, row);
    return timelineOf({
      recordedAt: row.createdAt,
      recoveredOn: postMortem!.recoveredOn ?? null,
      changedAt: versions.map(({ validUntil }) => validUntil),
      ...(await this.history.of(tx, row)),
    });
  }

  async remainsForMatching(tx: Tx, ids: readonly string[]): Promise<RemainsForMatching[]> {
    return this.forMatching(tx, await this.table.findMany(tx, ids));
  }

  /** Open remains in the order of their ids, page by page, for building the index. */
  async allForMatching(
    tx: Tx,
    page: { readonly afterId?: string | null; readonly limit: number },
  ): Promise<RemainsForMatching[]> {
    return this.forMatching(tx, await this.table.openAfter(tx, page.afterId ?? null, page.limit));
  }

  async coarseFeatures(tx: Tx, id: string): Promise<CoarseFeatures> {
    const row = await this.mustFind(tx, id);
    const [postMortem] = await this.table.postMortems(tx, [row]);
    const { samples, examinations } = await this.history.of(tx, row);
    return coarseFeatures(postMortem!, {
      sampleKinds: samples.map(({ kind }) => kind),
      examinationsDone: examinations.filter(({ state }) => state === 'done').map(({ kind }) => kind),
    });
  }

  async summary(tx: Tx, id: string): Promise<RemainsSummary | null> {
    return (await this.summaries(tx, [id]))[0] ?? null;
  }

  async summaries(tx: Tx, ids: readonly string[]): Promise<RemainsSummary[]> {
    const { columns, from } = listedRemains;
    return ((await tx.query(`SELECT ${columns} ${from} WHERE r.id = ANY($1)`, [ids])) as ListedRow[]).map(summaryOf);
  }

  /** All remains by this reference; more than one where desks use the same and none is named. */
  async findByReference(
    tx: Tx,
    by: { readonly contactPointCode?: string | undefined; readonly reference: string },
  ): Promise<RemainsSummary[]> {
    const { columns, from } = listedRemains;
    const rows = (await tx.query(
      `SELECT ${columns} ${from} WHERE r.reference = $1 AND ($2::text IS NULL OR c.code = $2) ORDER BY c.code`,
      [by.reference, by.contactPointCode ?? null],
    )) as ListedRow[];
    return rows.map(summaryOf);
  }

  private async forMatching(tx: Tx, rows: readonly RemainsRow[]): Promise<RemainsForMatching[]> {
    const postMortems = await this.table.postMortems(tx, rows);
    return rows.map(
      ({ id, evidenceVersion, country, organisationId, contactPointId, reference, isOpen, createdAt }, index) => ({
        ...{ id, version: evidenceVersion, country, organisationId, contactPointId, reference, isOpen },
        recordedAt: createdAt,
        postMortem: postMortems[index]!,
      }),
    );
  }

  private async traces(
    tx: Tx,
    row: RemainsRow,
    read?: { readonly postMortem: PostMortem; readonly kept: History },
  ): Promise<Traces> {
    const postMortem = read?.postMortem ?? (await this.table.postMortems(tx, [row]))[0]!;
    const { custody, graves, statusChanges } = read?.kept ?? (await this.history.of(tx, row));
    const versions = await this.history.versionsOf(tx, row);
    const said = await this.table.locationOf(tx, row);
    return {
      recoveredFrom: earliestAndLatest(postMortem.recoveredOn ?? '')?.earliest ?? null,
      recoveryPlace: postMortem.recoveryPlace?.name ?? null,
      isRecovered: row.status !== 'reported' && !isBuriedUnrecovered(row.status, statusChanges),
      custody,
      graves,
      locations: [
        ...versions.map(({ validFrom, location }) => ({ since: validFrom.slice(0, 10), words: location })),
        { since: row.changedAt.slice(0, 10), words: said?.location ?? null },
      ],
    };
  }

  private async mustFind(tx: Tx, id: string): Promise<RemainsRow> {
    const row = await this.table.find(tx, id);
    if (!row) throw new NotFoundError();
    return row;
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** Buried where they were found, by others, without ever having been recovered. */
const isBuriedUnrecovered = (
  status: RemainsStatus,
  changes: readonly { readonly from: RemainsStatus; readonly to: RemainsStatus }[],
): boolean => status === 'buried' && changes.at(-1)?.from === 'reported';

const shownWhereabouts = (found: Whereabouts): WhereaboutsView => ({ ...found, gaps: [...found.gaps] });

function listed(row: ListedRow): RemainsListView['items'][number] {
  const { id, reference, organisationId, contactPointId, contactPointCode, country, status } = row;
  const { reviewOn, recoveredYear, recoveredMonth, sex, version, changedAt } = row;
  return {
    ...{ id, reference, organisationId, contactPointId, contactPointCode, country, status, draft: row.isDraft },
    ...{ reviewOn, recoveredYear, recoveredMonth, sex, version, recordedAt: row.createdAt, changedAt },
  };
}

function summaryOf(row: ListedRow): RemainsSummary {
  const { id, reference, contactPointId, contactPointCode, organisationId, country, status } = row;
  const { isDraft, isIdentified, isOpen, version, recoveredYear, recoveredMonth } = row;
  return {
    ...{ id, reference, contactPointId, contactPointCode, organisationId, country, status },
    ...{ isDraft, isIdentified, isOpen, version, recoveredYear, recoveredMonth },
  };
}
