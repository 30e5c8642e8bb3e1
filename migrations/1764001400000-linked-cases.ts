import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/**
 * Cases that followed an identification because people had linked them as one person: each with its own telling, since
 * each is another relative's, and kept so that a reversal takes back just these.
 */
export class LinkedCases1764001400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE identification_case (
      identification_id uuid NOT NULL REFERENCES identification, case_id uuid NOT NULL REFERENCES missing_person_case,
      followed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      told_on date, telling bytea, told_by uuid, told_by_name text, told_at timestamptz,
      CHECK ((told_on IS NULL) = (telling IS NULL) AND (told_on IS NULL) = (told_at IS NULL)), PRIMARY KEY (identification_id, case_id))`);
    await db.query(`CREATE INDEX identification_case_of ON identification_case (case_id)`);
    // A task of one of the linked cases' desks; null is of the case that was identified.
    await db.query(`ALTER TABLE identification_task ADD COLUMN case_id uuid,
      DROP CONSTRAINT identification_task_identification_id_side_kind_key`);
    await db.query(`CREATE UNIQUE INDEX identification_task_once ON identification_task
      (identification_id, side, kind, coalesce(case_id, '00000000-0000-0000-0000-000000000000'))`);
    await db.query(`GRANT SELECT, INSERT ON identification_case TO cairn_app, cairn_worker`);
    await db.query(
      `GRANT UPDATE (told_on, telling, told_by, told_by_name, told_at) ON identification_case TO cairn_app`,
    );
    // A case that is linked to an identified one later follows it by an event.
    await db.query(`GRANT INSERT ON identification_task TO cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`REVOKE INSERT ON identification_task FROM cairn_worker`);
    await db.query(`DELETE FROM identification_task WHERE case_id IS NOT NULL`);
    await db.query(`DROP INDEX identification_task_once`);
    await db.query(`ALTER TABLE identification_task DROP COLUMN case_id, ADD UNIQUE (identification_id, side, kind)`);
    await db.query(`DROP TABLE identification_case`);
  }
}
