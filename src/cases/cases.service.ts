import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UsersService } from '../access';
import { audit } from '../audit';
import { FamiliesService } from '../families';
import {
  type Actor,
  Database,
  decodeCursor,
  encodeCursor,
  NotFoundError,
  publish,
  requireVersion,
  Secrets,
  type SealedPlace,
  type Tx,
} from '../platform';
import { caseColumns, type CaseRow, caseTables, mayWorkOn, visibleStatus } from './case-rows';
import type {
  CasesQuery,
  CasesView,
  CaseView,
  OwnerDto,
  ReviewDateDto,
  SearchEntryDto,
  CaseStatusChangeDto,
  TaskDto,
  CaseTimelineView,
} from './cases.dto';
import { IllegalStatusChangeError, ReviewTooLateError, UnfitOwnerError } from './cases.errors';
import { caseStatusChanged } from './cases.events';
import { caseStatuses, dayAfter, LONGEST_REVIEW_DAYS, mayBecomeIdentified, mayChange } from './core/status';

type SearchEntry = Pick<SearchEntryDto, 'asked' | 'how' | 'answer'>;

/** The acts on a case: who owns it, where the search stands, what was done and what is to be done. */
@Injectable()
export class CasesService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly families: FamiliesService,
    private readonly users: UsersService,
  ) {}

  async list(actor: Actor, query: CasesQuery): Promise<CasesView> {
    const after = decodeCursor(query.cursor, [z.iso.date(), z.uuid()]);
    return this.database.act(actor, async (tx) => {
      const owned = query.mine === 'true';
      const rows = (await tx.query(
        `SELECT ${caseColumns} ${caseTables}
         WHERE c.organisation_id = $2 ${owned ? 'AND c.owner_id = $1' : ''} ${query.unassigned === 'true' ? 'AND c.owner_id IS NULL' : ''}
           AND ($3::date IS NULL OR (c.review_on, c.id) > ($3, $4::uuid))
           AND ($5::text IS NULL OR (CASE WHEN c.owner_id = $1 OR EXISTS (SELECT FROM case_privy v WHERE v.case_id = c.id AND v.user_id = $1)
                THEN c.status ELSE c.shown_status END) = $5)
           AND ($6::date IS NULL OR c.review_on <= $6) AND ($7::int IS NULL OR c.opened_at <= now() - make_interval(days => $7))
           AND ($8::text IS NULL OR c.reference LIKE $8)
         ORDER BY c.review_on, c.id LIMIT $9`,
        [
          ...[
            actor.userId,
            actor.organisationId,
            after?.[0] ?? null,
            after?.[1] ?? null,
            query.status ?? null,
            lastDueDay(query.due),
          ],
          ...[
            query.olderThanDays ?? null,
            query.q === undefined ? null : `${query.q.replace(/[\\%_]/g, '\\$&')}%`,
            query.limit + 1,
          ],
        ],
      )) as CaseRow[];
      const shown = rows.slice(0, query.limit);
      const names = await this.families.displayNames(
        tx,
        shown.map(({ id }) => id),
      );
      await audit(tx, actor, 'cases.listed', { fields: ['name'], purpose: 'search' });
      const last = shown.at(-1);
      return {
        items: shown.map((row) => itemOf(row, names.get(row.id) ?? null)),
        next: rows.length > query.limit && last ? encodeCursor([last.reviewOn, last.id]) : null,
      };
    });
  }

  async get(actor: Actor, id: string): Promise<CaseView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.mine(tx, actor, id);
      await audit(tx, actor, 'cases.read', { subject: id, purpose: 'search' });
      return this.viewOf(tx, actor, row);
    });
  }

  async timeline(actor: Actor, id: string): Promise<CaseTimelineView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.mine(tx, actor, id);
      const events = (await tx.query(
        `SELECT id::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, actor_name AS by, act, from_value AS "from", to_value AS "to", reason
         FROM case_event WHERE case_id = $1 AND ($2 OR NOT is_privy) ORDER BY id DESC LIMIT 1000`,
        [id, row.isPrivy],
      )) as {
        id: string;
        at: string;
        by: string;
        act: string;
        from: string | null;
        to: string | null;
        reason: Buffer | null;
      }[];
      const sealed = events.flatMap(({ reason }) =>
        reason ? [{ place: notesOf(row, 'case_event', id), sealed: reason }] : [],
      );
      const reasons = await this.secrets.openMany<string>(tx, sealed);
      await audit(tx, actor, 'cases.timeline-read', { subject: id, purpose: 'search' });
      let opened = 0;
      return {
        items: events.map(({ id: _, reason, ...event }) => ({ ...event, reason: reason ? reasons[opened++]! : null })),
      };
    });
  }

  async changeStatus(
    actor: Actor,
    id: string,
    actId: string,
    dto: CaseStatusChangeDto,
    version: number | null,
  ): Promise<CaseView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.mine(tx, actor, id, 'FOR UPDATE OF c');
      if (await this.wasDone(tx, actId)) return this.viewOf(tx, actor, row);
      requireVersion(version, row.version, () => itemOf(row, null));
      const from = visibleStatus(row);
      if (!mayChange(from, dto.to)) throw new IllegalStatusChangeError(from, dto.to);
      // An owner's colleague who may not know of an identification must not undo it by changing what he is shown.
      if (row.status === 'identified' && from !== 'identified') throw new IllegalStatusChangeError(from, dto.to);
      await tx.query(
        `UPDATE missing_person_case SET status = $2, shown_status = $2, shown_since = now(), version = version + 1,
           review_on = CASE WHEN $2 = 'suspended' THEN least(review_on, current_date + ${LONGEST_REVIEW_DAYS}) ELSE review_on END WHERE id = $1`,
        [id, dto.to],
      );
      await this.note(tx, actor, row, 'status-changed', { actId, from, to: dto.to, reason: dto.reason });
      await audit(tx, actor, 'cases.status-changed', { subject: id, fields: ['status'] });
      await publish(tx, caseStatusChanged, { caseId: id });
      return this.viewOf(tx, actor, await this.mine(tx, actor, id));
    });
  }

  async giveTo(actor: Actor, id: string, dto: OwnerDto, version: number | null): Promise<CaseView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.mine(tx, actor, id, 'FOR UPDATE OF c');
      if (row.ownerId === dto.userId) return this.viewOf(tx, actor, row);
      requireVersion(version, row.version, () => itemOf(row, null));
      const owner = await this.users.person(tx, dto.userId);
      const isFit =
        owner &&
        !owner.isDisabled &&
        owner.organisationId === row.organisationId &&
        owner.roles.some((role) => ['contact_point_officer', 'coordinator'].includes(role));
      if (!isFit) throw new UnfitOwnerError();
      await tx.query(`UPDATE missing_person_case SET owner_id = $2, version = version + 1 WHERE id = $1`, [
        id,
        dto.userId,
      ]);
      await this.note(tx, actor, row, 'owner-changed', { from: row.ownerName, to: owner.name, reason: dto.reason });
      await audit(tx, actor, 'cases.owner-changed', { subject: id, fields: ['owner'] });
      return this.viewOf(tx, actor, await this.mine(tx, actor, id));
    });
  }

  async setReviewDate(actor: Actor, id: string, dto: ReviewDateDto, version: number | null): Promise<CaseView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.mine(tx, actor, id, 'FOR UPDATE OF c');
      if (row.reviewOn === dto.on) return this.viewOf(tx, actor, row);
      requireVersion(version, row.version, () => itemOf(row, null));
      const [{ today }] = (await tx.query(`SELECT current_date::text AS today`)) as [{ today: string }];
      if (dto.on < today || dto.on > dayAfter(today, LONGEST_REVIEW_DAYS)) throw new ReviewTooLateError();
      await tx.query(`UPDATE missing_person_case SET review_on = $2, version = version + 1 WHERE id = $1`, [
        id,
        dto.on,
      ]);
      await this.note(tx, actor, row, 'review-date-set', { from: row.reviewOn, to: dto.on, reason: dto.reason });
      await audit(tx, actor, 'cases.review-date-set', { subject: id, fields: ['reviewOn'] });
      return this.viewOf(tx, actor, await this.mine(tx, actor, id));
    });
  }

  /** Logs what was done to find the person: whom was asked, how, and what was answered. Entries are added, never changed. */
  async logSearch(actor: Actor, id: string, entryId: string, dto: SearchEntryDto): Promise<CaseView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.mine(tx, actor, id);
      const entry: SearchEntry = { asked: dto.asked, how: dto.how, answer: dto.answer };
      const made = (await tx.query(
        `INSERT INTO case_search_entry (id, case_id, done_on, minutes, actor_id, actor_name, entry) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT DO NOTHING RETURNING id`,
        [
          entryId,
          id,
          dto.on,
          dto.minutes,
          actor.userId,
          actor.name,
          await this.secrets.seal(tx, notesOf(row, 'case_search_entry', entryId), entry),
        ],
      )) as unknown[];
      if (made.length > 0) {
        await this.note(tx, actor, row, 'search-logged', { to: dto.on });
        await audit(tx, actor, 'cases.search-logged', { subject: id, fields: ['searchLog'] });
      }
      return this.viewOf(tx, actor, row);
    });
  }

  async putTask(actor: Actor, id: string, taskId: string, dto: TaskDto, version: number | null): Promise<CaseView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.mine(tx, actor, id, 'FOR UPDATE OF c');
      if (
        dto.assigneeId !== null &&
        (await this.users.person(tx, dto.assigneeId))?.organisationId !== row.organisationId
      )
        throw new UnfitOwnerError();
      const present = (await this.tasks(tx, row)).find((task) => task.id === taskId);
      const what = await this.secrets.seal(tx, notesOf(row, 'case_task', taskId), dto.what);
      if (!present) {
        const made = (await tx.query(
          `INSERT INTO case_task (id, case_id, due_on, assignee_id, done_at, what) VALUES ($1, $2, $3, $4, CASE WHEN $5 THEN now() END, $6)
           ON CONFLICT DO NOTHING RETURNING id`,
          [taskId, id, dto.dueOn, dto.assigneeId, dto.isDone, what],
        )) as unknown[];
        if (made.length === 0) throw new NotFoundError();
      } else {
        const isSame =
          present.what === dto.what &&
          present.dueOn === dto.dueOn &&
          (present.assignee?.id ?? null) === dto.assigneeId &&
          present.isDone === dto.isDone;
        if (isSame) return this.viewOf(tx, actor, row);
        requireVersion(version, present.version, () => present);
        await tx.query(
          `UPDATE case_task SET due_on = $2, assignee_id = $3, done_at = CASE WHEN $4 THEN coalesce(done_at, now()) END, what = $5, version = version + 1 WHERE id = $1`,
          [taskId, dto.dueOn, dto.assigneeId, dto.isDone, what],
        );
      }
      await this.note(tx, actor, row, dto.isDone ? 'task-done' : present ? 'task-changed' : 'task-set', {
        to: dto.dueOn,
      });
      await audit(tx, actor, 'cases.task-set', { subject: id, fields: ['tasks'] });
      return this.viewOf(tx, actor, row);
    });
  }

  /**
   * Marks the case identified, inside the identification's own transaction. The outside, and everybody but its owner and
   * those privy, go on seeing what they saw, until `showIdentified`.
   */
  async markIdentified(tx: Tx, actor: Actor, id: string): Promise<void> {
    const row = await this.locked(tx, actor, id);
    if (!mayBecomeIdentified(row.status)) throw new IllegalStatusChangeError(row.status, 'identified');
    // The version stays: a colleague who may not know must not see that something happened.
    await tx.query(`UPDATE missing_person_case SET status = 'identified' WHERE id = $1`, [id]);
    await this.note(tx, actor, row, 'status-changed', { from: row.status, to: 'identified', isPrivy: true });
    await audit(tx, actor, 'cases.identified', { subject: id, fields: ['status'] });
    await publish(tx, caseStatusChanged, { caseId: id });
  }

  /** After the family was told in person: the desk's other officers see it too. */
  async showIdentified(tx: Tx, actor: Actor, id: string): Promise<void> {
    const row = await this.locked(tx, actor, id);
    if (row.status !== 'identified') throw new IllegalStatusChangeError(row.status, 'identified');
    await tx.query(
      `UPDATE missing_person_case SET shown_status = status, shown_since = now(), version = version + 1 WHERE id = $1`,
      [id],
    );
    await this.note(tx, actor, row, 'told', { to: 'identified' });
    await audit(tx, actor, 'cases.identification-shown', { subject: id, fields: ['status'] });
  }

  /** A reversed identification opens the search again, also where the case had been closed on it. */
  async reopenAfterReversal(tx: Tx, actor: Actor, id: string): Promise<void> {
    const row = await this.locked(tx, actor, id);
    if (row.status !== 'identified' && row.status !== 'closed')
      throw new IllegalStatusChangeError(row.status, 'tracing');
    // Closed before its identification and never told, it goes back to what the others have seen all the time.
    const wasTold = row.shownStatus === 'identified' || row.status === 'closed';
    await tx.query(
      `UPDATE missing_person_case SET shown_since = CASE WHEN $2 THEN now() ELSE shown_since END, version = CASE WHEN $2 THEN version + 1 ELSE version END,
         shown_status = CASE WHEN $2 THEN 'tracing' ELSE shown_status END, status = CASE WHEN $2 THEN 'tracing' ELSE shown_status END WHERE id = $1`,
      [id, wasTold],
    );
    await this.note(tx, actor, row, 'status-changed', { from: row.status, to: 'tracing', isPrivy: !wasTold });
    await audit(tx, actor, 'cases.identification-reversed', { subject: id, fields: ['status'] });
    await publish(tx, caseStatusChanged, { caseId: id });
  }

  /** Names a person who may know of an identification of this case before the family is told: a signatory, say. */
  async makePrivy(tx: Tx, id: string, userIds: readonly string[]): Promise<void> {
    await tx.query(`INSERT INTO case_privy (case_id, user_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING`, [
      id,
      userIds,
    ]);
  }

  /** What upper modules need to know of a case; null where there is none. */
  async find(tx: Tx, id: string, reader: Actor): Promise<CaseRow | null> {
    const [row] = (await tx.query(`SELECT ${caseColumns} ${caseTables} WHERE c.id = $2`, [
      reader.userId,
      id,
    ])) as CaseRow[];
    return row ?? null;
  }

  /** The case of a report, for modules that know reports: a case has its report's id. */
  async ownersOf(
    tx: Tx,
    reportIds: readonly string[],
  ): Promise<Map<string, { ownerId: string | null; organisationId: string; contactPointId: string }>> {
    const rows = (await tx.query(
      `SELECT id, owner_id AS "ownerId", organisation_id AS "organisationId", contact_point_id AS "contactPointId" FROM missing_person_case WHERE id = ANY($1)`,
      [reportIds],
    )) as { id: string; ownerId: string | null; organisationId: string; contactPointId: string }[];
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async mine(tx: Tx, actor: Actor, id: string, lock = ''): Promise<CaseRow> {
    const [row] = (await tx.query(`SELECT ${caseColumns} ${caseTables} WHERE c.id = $2 ${lock}`, [
      actor.userId,
      id,
    ])) as CaseRow[];
    if (!row || !mayWorkOn(actor, row)) throw new NotFoundError();
    return row;
  }

  private async locked(tx: Tx, actor: Actor, id: string): Promise<CaseRow> {
    const [row] = (await tx.query(`SELECT ${caseColumns} ${caseTables} WHERE c.id = $2 FOR UPDATE OF c`, [
      actor.userId,
      id,
    ])) as CaseRow[];
    if (!row) throw new NotFoundError();
    return row;
  }

  private async wasDone(tx: Tx, actId: string): Promise<boolean> {
    return ((await tx.query(`SELECT FROM case_event WHERE act_id = $1`, [actId])) as unknown[]).length > 0;
  }

  private async note(
    tx: Tx,
    actor: Actor,
    row: CaseRow,
    act: string,
    what: { actId?: string; from?: string | null; to?: string | null; reason?: string; isPrivy?: boolean },
  ): Promise<void> {
    const reason =
      what.reason === undefined ? null : await this.secrets.seal(tx, notesOf(row, 'case_event', row.id), what.reason);
    await tx.query(
      `INSERT INTO case_event (case_id, actor_id, actor_name, act, act_id, from_value, to_value, reason, is_privy) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        row.id,
        actor.userId,
        actor.name,
        act,
        what.actId ?? null,
        what.from ?? null,
        what.to ?? null,
        reason,
        what.isPrivy ?? false,
      ],
    );
  }

  private async tasks(tx: Tx, row: CaseRow): Promise<CaseView['tasks']> {
    const rows = (await tx.query(
      `SELECT t.id, t.due_on::text AS "dueOn", t.assignee_id AS "assigneeId", u.name AS "assigneeName", t.done_at IS NOT NULL AS "isDone",
         t.done_at IS NULL AND t.due_on < current_date AS "isOverdue", t.version, t.what
       FROM case_task t LEFT JOIN app_user u ON u.id = t.assignee_id WHERE t.case_id = $1 ORDER BY t.done_at IS NOT NULL, t.due_on, t.id LIMIT 500`,
      [row.id],
    )) as {
      id: string;
      dueOn: string;
      assigneeId: string | null;
      assigneeName: string | null;
      isDone: boolean;
      isOverdue: boolean;
      version: number;
      what: Buffer;
    }[];
    const whats = await this.secrets.openMany<string>(
      tx,
      rows.map((task) => ({ place: notesOf(row, 'case_task', task.id), sealed: task.what })),
    );
    return rows.map(({ assigneeId, assigneeName, ...task }, at) => ({
      ...task,
      what: whats[at]!,
      assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? '' },
    }));
  }

  private async searchLog(tx: Tx, row: CaseRow): Promise<CaseView['searchLog']> {
    const rows = (await tx.query(
      `SELECT id, done_on::text AS on, actor_name AS by, minutes, entry FROM case_search_entry WHERE case_id = $1 ORDER BY done_on DESC, recorded_at DESC LIMIT 500`,
      [row.id],
    )) as { id: string; on: string; by: string; minutes: number | null; entry: Buffer }[];
    const entries = await this.secrets.openMany<SearchEntry>(
      tx,
      rows.map(({ id, entry }) => ({ place: notesOf(row, 'case_search_entry', id), sealed: entry })),
    );
    return rows.map(({ id, on, by, minutes }, at) => ({ id, on, by, minutes, ...entries[at]! }));
  }

  private async viewOf(tx: Tx, _actor: Actor, row: CaseRow): Promise<CaseView> {
    const names = await this.families.displayNames(tx, [row.id]);
    const linkedCases = (await tx.query(
      `SELECT c.id, c.reference FROM case_duplicate d JOIN missing_person_case c ON c.id = CASE WHEN d.case_a = $1 THEN d.case_b ELSE d.case_a END
       WHERE (d.case_a = $1 OR d.case_b = $1) AND d.decision = 'same_person' AND c.organisation_id = $2 ORDER BY c.reference`,
      [row.id, row.organisationId],
    )) as { id: string; reference: string }[];
    const status = visibleStatus(row);
    return {
      ...itemOf(row, names.get(row.id) ?? null),
      reportIds: [row.id, ...linkedCases.map(({ id }) => id)],
      linkedCases,
      searchLog: await this.searchLog(tx, row),
      tasks: await this.tasks(tx, row),
      isPrivy: row.isPrivy && row.status === 'identified' && row.shownStatus !== 'identified',
      mayBecome: caseStatuses.filter((to) => mayChange(status, to)),
    };
  }
}

/** Where free text about a case is sealed: with the key of the report that opened it. */
export const notesOf = (row: Pick<CaseRow, 'id' | 'country'>, table: string, id: string): SealedPlace => ({
  scope: row.id,
  country: row.country,
  dataClass: 'case_notes',
  table,
  id,
});

export function itemOf(row: CaseRow, name: string | null): CasesView['items'][number] {
  return {
    id: row.id,
    reference: row.reference,
    name,
    status: visibleStatus(row),
    owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? '' },
    contactPoint: { id: row.contactPointId, name: row.contactPointName },
    country: row.country,
    openedOn: row.openedOn,
    ageDays: row.ageDays,
    reviewOn: row.reviewOn,
    isOverdue: row.isOverdue,
    version: row.version,
  };
}

function lastDueDay(due: CasesQuery['due']): string | null {
  const today = new Date().toISOString().slice(0, 10);
  if (due === 'overdue') return dayAfter(today, -1);
  if (due === 'today') return today;
  return due === 'week' ? dayAfter(today, 7) : null;
}
