import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database, publish, systemActor, Turns, type Tx } from '../platform';
import { identificationTaskDue } from './identification.events';
import { fallenWith } from './core/plan';

const HOUR_MS = 3_600_000;

/** Tells, once for each task and day, that a task of an identification is due: the family to be told, papers to be recalled. */
@Injectable()
export class DueTasks implements OnApplicationShutdown {
  private readonly logger = new Logger(DueTasks.name);
  private readonly turns = new Turns();

  constructor(private readonly database: Database) {}

  start(everyMs = HOUR_MS): void {
    this.turns.start(
      () => this.say(),
      everyMs,
      (fault) => this.logger.warn(`tasks that fall due wait: ${fault}`),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns.stop();
  }

  async say(): Promise<number> {
    return this.database.act(systemActor('due dates'), async (tx) => {
      const [due] = (await tx.query(
        `UPDATE identification_task t SET due_said_on = t.due_on FROM identification i
         WHERE i.id = t.identification_id AND t.done_at IS NULL AND t.due_on <= current_date AND t.due_said_on IS DISTINCT FROM t.due_on
           AND NOT (i.state = 'reversed' AND t.kind = ANY($1)) RETURNING t.id`,
        [fallenWith],
      )) as [{ id: string }[], number];
      await publish(
        tx,
        identificationTaskDue,
        due.map(({ id }) => ({ taskId: id })),
      );
      return due.length;
    });
  }

  /** Of which identification and side a task is that still waits to be done. */
  async find(tx: Tx, taskId: string): Promise<{ identificationId: string; side: 'family' | 'custodian' } | null> {
    const [row] = (await tx.query(
      `SELECT identification_id AS "identificationId", side FROM identification_task WHERE id = $1 AND done_at IS NULL`,
      [taskId],
    )) as { identificationId: string; side: 'family' | 'custodian' }[];
    return row ?? null;
  }
}
