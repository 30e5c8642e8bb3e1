import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** What waits for a person: a kind and the id of what it is about, never a word of the case. */
export class Inbox1763801700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE inbox_item (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(), no bigint GENERATED ALWAYS AS IDENTITY UNIQUE, user_id uuid NOT NULL REFERENCES app_user,
      kind text NOT NULL, subject_kind text NOT NULL, subject_id uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp(), read_at timestamptz)`);
    // While one is unread, another of its kind about the same adds nothing.
    await db.query(
      `CREATE UNIQUE INDEX inbox_item_once ON inbox_item (user_id, kind, subject_id) WHERE read_at IS NULL`,
    );
    await db.query(`CREATE INDEX inbox_item_user ON inbox_item (user_id, no DESC)`);
    await db.query(`CREATE INDEX inbox_item_unread ON inbox_item (user_id, no DESC) WHERE read_at IS NULL`);
    await db.query(`GRANT SELECT ON inbox_item TO cairn_app`);
    await db.query(`GRANT UPDATE (read_at) ON inbox_item TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT ON inbox_item TO cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE inbox_item`);
  }
}
