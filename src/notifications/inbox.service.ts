import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Actor, Database, decodeCursor, encodeCursor, NotFoundError, type Tx } from '../platform';
import type { InboxItemView, InboxKind, InboxQuery, InboxView, subjectKinds } from './inbox.dto';

/** One thing to be told to some people. */
export interface Notice {
  readonly kind: InboxKind;
  readonly subject: { readonly kind: (typeof subjectKinds)[number]; readonly id: string };
  readonly userIds: readonly (string | null)[];
}

const columns = `id, kind, subject_kind AS "subjectKind", subject_id AS "subjectId", no::text,
  to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, to_char(read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "readAt"`;
interface Row {
  readonly id: string;
  readonly kind: InboxKind;
  readonly subjectKind: InboxItemView['subject']['kind'];
  readonly subjectId: string;
  readonly no: string;
  readonly at: string;
  readonly readAt: string | null;
}

/** What waits for each person inside Cairn; the first of the ways to tell somebody, and the one that is always there. */
@Injectable()
export class InboxService {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: InboxQuery): Promise<InboxView> {
    const after = decodeCursor(query.cursor, [z.string().regex(/^\d{1,18}$/)])?.[0] ?? null;
    const isUnreadOnly = query.unread !== undefined && query.unread !== 'false';
    return this.database.read(actor, async (tx) => {
      const rows = (await tx.query(
        `SELECT ${columns} FROM inbox_item WHERE user_id = $1 AND ($2::bigint IS NULL OR no < $2) ${isUnreadOnly ? 'AND read_at IS NULL' : ''}
         ORDER BY inbox_item.no DESC LIMIT $3`,
        [actor.userId, after, query.limit + 1],
      )) as Row[];
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return { items: shown.map(viewOf), next: rows.length > query.limit && last ? encodeCursor([last.no]) : null };
    });
  }

  /** Marks one's own item as read; once read it stays so. */
  async markRead(actor: Actor, id: string): Promise<InboxItemView> {
    return this.database.act(actor, async (tx) => {
      await tx.query(
        `UPDATE inbox_item SET read_at = clock_timestamp() WHERE id = $1 AND user_id = $2 AND read_at IS NULL`,
        [id, actor.userId],
      );
      const [row] = (await tx.query(`SELECT ${columns} FROM inbox_item WHERE id = $1 AND user_id = $2`, [
        id,
        actor.userId,
      ])) as Row[];
      if (!row) throw new NotFoundError();
      return viewOf(row);
    });
  }

  /** Puts notices into the inboxes of those who can sign in. One that still lies there unread is not put there twice. */
  async deliver(tx: Tx, notices: readonly Notice[]): Promise<void> {
    const rows = notices.flatMap(({ kind, subject, userIds }) =>
      [...new Set(userIds)].filter((userId) => userId !== null).map((userId) => ({ kind, subject, userId })),
    );
    if (rows.length === 0) return;
    await tx.query(
      `INSERT INTO inbox_item (user_id, kind, subject_kind, subject_id)
       SELECT n.user_id, n.kind, n.subject_kind, n.subject_id
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) AS n(user_id, kind, subject_kind, subject_id)
       JOIN app_user u ON u.id = n.user_id AND NOT u.is_disabled ON CONFLICT DO NOTHING`,
      [
        rows.map(({ userId }) => userId),
        rows.map(({ kind }) => kind),
        rows.map(({ subject }) => subject.kind),
        rows.map(({ subject }) => subject.id),
      ],
    );
  }
}

const viewOf = ({ id, kind, subjectKind, subjectId, at, readAt }: Row): InboxItemView => ({
  ...{ id, kind, at, readAt },
  subject: { kind: subjectKind, id: subjectId },
});
