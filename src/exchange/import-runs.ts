import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { type Actor, Database, NotFoundError, type Tx } from '../platform';
import type { ImportKind, Reject } from './core';

export const importStates = ['running', 'done', 'refused', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/** Rows of a file, by what became of them. */
export interface ImportCounts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

export interface ImportRun extends ImportCounts {
  readonly id: string;
  readonly kind: ImportKind;
  readonly contactPointId: string | null;
  readonly isDryRun: boolean;
  readonly isAllOrNothing: boolean;
  readonly state: ImportState;
  /** ISO times. */
  readonly begunAt: string;
  readonly endedAt: string | null;
}

const isoTime = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const columns = `id, kind, contact_point_id AS "contactPointId", is_dry_run AS "isDryRun", is_all_or_nothing AS "isAllOrNothing", state,
  rows_read AS read, created, updated, unchanged, rejected, ${isoTime('begun_at')} AS "begunAt", ${isoTime('ended_at')} AS "endedAt"`;

/** The book of imports: how far each is, what became of it, and its rejected rows. */
@Injectable()
export class ImportRuns {
  constructor(private readonly database: Database) {}

  async begin(
    actor: Actor,
    run: Pick<ImportRun, 'id' | 'kind' | 'contactPointId' | 'isDryRun' | 'isAllOrNothing'>,
  ): Promise<void> {
    await this.database.act(actor, async (tx) => {
      await tx.query(
        `INSERT INTO import_run (id, kind, organisation_id, contact_point_id, actor_name, is_dry_run, is_all_or_nothing)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[run.id, run.kind, actor.organisationId, run.contactPointId, actor.name],
          ...[run.isDryRun, run.isAllOrNothing],
        ],
      );
      const act = run.isDryRun ? 'exchange.import-tried' : 'exchange.import-begun';
      await audit(tx, actor, act, { subject: run.id, fields: [run.kind] });
    });
  }

  /** Notes how far an import is, with the rejects found since the last note; `from` is how many were noted before. */
  async note(actor: Actor, id: string, counts: ImportCounts, rejects: readonly Reject[], from: number): Promise<void> {
    await this.database.act(actor, (tx) => this.write(tx, id, counts, rejects, from));
  }

  async end(
    actor: Actor,
    id: string,
    outcome: { readonly state: ImportState; readonly counts: ImportCounts; readonly isDryRun: boolean },
    rejects: readonly Reject[],
    from: number,
  ): Promise<void> {
    const { state, counts, isDryRun } = outcome;
    await this.database.act(actor, async (tx) => {
      await this.write(tx, id, counts, rejects, from);
      await tx.query(`UPDATE import_run SET state = $2, ended_at = clock_timestamp() WHERE id = $1`, [id, state]);
      const { created, updated, unchanged, rejected } = counts;
      const reason = `${state}: ${created} new, ${updated} changed, ${unchanged} known, ${rejected} rejected`;
      if (!isDryRun) await audit(tx, actor, 'exchange.imported', { subject: id, reason });
    });
  }

  /** An import of the actor's own organisation; any other does not exist. */
  async find(actor: Actor, id: string): Promise<ImportRun> {
    return this.database.read(actor, (tx) => this.mine(tx, actor, id));
  }

  async rejectsOf(actor: Actor, id: string, limit: number | null): Promise<Reject[]> {
    return this.database.read(actor, async (tx) => {
      await this.mine(tx, actor, id);
      const rows = (await tx.query(
        `SELECT line, column_name AS column, code, params FROM import_reject WHERE import_id = $1 ORDER BY position LIMIT $2`,
        [id, limit],
      )) as (Omit<Reject, 'params'> & { params: Reject['params'] | null })[];
      return rows.map(({ params, ...reject }) => (params ? { ...reject, params } : reject));
    });
  }

  private async mine(tx: Tx, actor: Actor, id: string): Promise<ImportRun> {
    const [row] = (await tx.query(`SELECT ${columns} FROM import_run WHERE id = $1 AND ($2 OR organisation_id = $3)`, [
      id,
      actor.isSystem,
      actor.organisationId,
    ])) as ImportRun[];
    if (!row) throw new NotFoundError();
    return row;
  }

  private async write(
    tx: Tx,
    id: string,
    counts: ImportCounts,
    rejects: readonly Reject[],
    from: number,
  ): Promise<void> {
    const { read, created, updated, unchanged, rejected } = counts;
    await tx.query(
      `UPDATE import_run SET rows_read = $2, created = $3, updated = $4, unchanged = $5, rejected = $6 WHERE id = $1`,
      [id, read, created, updated, unchanged, rejected],
    );
    if (rejects.length === 0) return;
    await tx.query(
      `INSERT INTO import_reject (import_id, position, line, column_name, code, params)
       SELECT $1, * FROM unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::jsonb[])`,
      [
        id,
        rejects.map((_, at) => from + at),
        rejects.map(({ line }) => line),
        rejects.map(({ column }) => column),
        rejects.map(({ code }) => code),
        rejects.map(({ params }) => (params ? JSON.stringify(params) : null)),
      ],
    );
  }
}
