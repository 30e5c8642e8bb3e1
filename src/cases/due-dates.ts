import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database, type EventDefinition, publish, systemActor, Turns, type Tx } from '../platform';
import { caseReviewDue, caseTaskDue } from './cases.events';
import { isToBeSaid, reviewedStatuses, type Said } from './core/due';

const HOUR_MS = 3_600_000;
const AT_ONCE = 500;

interface DueRow {
  readonly id: string;
  readonly day: string;
  readonly holder: string;
  readonly saidDay: string | null;
  readonly saidTo: string | null;
  readonly today: string;
}

/** Review of a case, by its owner; task of a case, by whom it was given to, else by the owner. */
const kinds: readonly {
  readonly event: EventDefinition<'caseId'> | EventDefinition<'taskId'>;
  readonly table: string;
  readonly rows: string;
  readonly parameters: readonly unknown[];
  /** Alias of the table in `rows`, and the key of the event. */
  readonly alias: string;
  readonly key: string;
}[] = [
  {
    event: caseReviewDue,
    table: 'missing_person_case',
    rows: `SELECT c.id, c.review_on AS day, c.owner_id AS holder, c.due_said_on, c.due_said_to FROM missing_person_case c
      WHERE c.review_on <= current_date AND c.status = ANY($1) AND c.owner_id IS NOT NULL
        AND (c.review_on, c.owner_id) IS DISTINCT FROM (c.due_said_on, c.due_said_to)`,
    ...{ parameters: [reviewedStatuses], alias: 'c', key: 'caseId' },
  },
  {
    event: caseTaskDue,
    table: 'case_task',
    rows: `SELECT t.id, t.due_on AS day, coalesce(t.assignee_id, c.owner_id) AS holder, t.due_said_on, t.due_said_to
      FROM case_task t JOIN missing_person_case c ON c.id = t.case_id
      WHERE t.done_at IS NULL AND t.due_on <= current_date AND coalesce(t.assignee_id, c.owner_id) IS NOT NULL
        AND (t.due_on, coalesce(t.assignee_id, c.owner_id)) IS DISTINCT FROM (t.due_said_on, t.due_said_to)`,
    ...{ parameters: [], alias: 't', key: 'taskId' },
  },
];

/**
 * A day comes whether or not anybody acts. The worker looks every hour, remembers with the record what it said to whom,
 * and tells it by an event in the same transaction: a restart, or a second worker, says nothing twice.
 */
@Injectable()
export class DueDates implements OnApplicationShutdown {
  private readonly logger = new Logger(DueDates.name);
  private readonly turns = new Turns();

  constructor(private readonly database: Database) {}

  start(everyMs = HOUR_MS): void {
    this.turns.start(
      () => this.say(),
      everyMs,
      (fault) => this.logger.warn(`what falls due waits: ${fault}`),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns.stop();
  }

  /** Tells of everything that has fallen due since it was last said; answers of how much. */
  async say(): Promise<number> {
    let said = 0;
    for (const kind of kinds)
      for (;;) {
        const some = await this.database.act(systemActor('due dates'), (tx) => this.sayOf(tx, kind));
        said += some;
        if (some < AT_ONCE) break;
      }
    return said;
  }

  private async sayOf(tx: Tx, { event, table, rows, parameters, alias, key }: (typeof kinds)[number]): Promise<number> {
    // Rows that another worker is just telling of are its own; what an officer is changing is told of an hour later.
    const found = (await tx.query(
      `SELECT id, day::text, holder, due_said_on::text AS "saidDay", due_said_to AS "saidTo", current_date::text AS today
       FROM (${rows} ORDER BY 2, 1 LIMIT ${AT_ONCE} FOR UPDATE OF ${alias} SKIP LOCKED) AS due`,
      [...parameters],
    )) as DueRow[];
    const due = found.filter(({ day, holder, saidDay, saidTo, today }) => {
      const said: Said | null = saidDay !== null && saidTo !== null ? { day: saidDay, to: saidTo } : null;
      return isToBeSaid({ day, to: holder }, said, today);
    });
    if (due.length === 0) return 0;
    await tx.query(
      `UPDATE ${table} SET due_said_on = d.day, due_said_to = d.holder
       FROM unnest($1::uuid[], $2::date[], $3::uuid[]) AS d(id, day, holder) WHERE ${table}.id = d.id`,
      [due.map(({ id }) => id), due.map(({ day }) => day), due.map(({ holder }) => holder)],
    );
    await publish(
      tx,
      event as EventDefinition,
      due.map(({ id }) => ({ [key]: id })),
    );
    return due.length;
  }

  /** Who is told of a task, and of which case it is; null where nobody answers for it, or it is done. */
  async holderOfTask(tx: Tx, taskId: string): Promise<{ caseId: string; userId: string } | null> {
    const [row] = (await tx.query(
      `SELECT t.case_id AS "caseId", coalesce(t.assignee_id, c.owner_id) AS "userId" FROM case_task t JOIN missing_person_case c ON c.id = t.case_id
       WHERE t.id = $1 AND t.done_at IS NULL AND coalesce(t.assignee_id, c.owner_id) IS NOT NULL`,
      [taskId],
    )) as { caseId: string; userId: string }[];
    return row ?? null;
  }
}
