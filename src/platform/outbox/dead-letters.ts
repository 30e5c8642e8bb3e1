import type { Tx } from '../database/database';

/** A message that was given up after its last attempt, and waits for a person. */
export interface DeadLetter {
  readonly id: string;
  readonly event: string;
  readonly queue: string;
  /** ISO time. */
  readonly diedAt: string;
  readonly cause: string | null;
}

/** As a role that may see the outbox. */
export async function deadLetters(tx: Tx, limit = 1000): Promise<DeadLetter[]> {
  return (await tx.query(
    `SELECT id::text AS id, event, queue, to_char(dead_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "diedAt", cause
     FROM outbox_message WHERE dead_at IS NOT NULL ORDER BY id LIMIT $1`,
    [limit],
  )) as DeadLetter[];
}

/** Has the relay send them again, as if they were new; answers which. Needs the worker's role. */
export async function replayDeadLetters(tx: Tx, ids: readonly string[] | 'all'): Promise<string[]> {
  const [rows] = (await tx.query(
    `UPDATE outbox_message SET dead_at = NULL, cause = NULL, sent_at = NULL
     WHERE dead_at IS NOT NULL AND done_at IS NULL AND ($1 OR id = ANY($2::bigint[])) RETURNING id::text AS id`,
    [ids === 'all', ids === 'all' ? [] : ids],
  )) as [{ id: string }[], number];
  return rows.map(({ id }) => id);
}
