import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** What was said of a day that fell due, and to whom, so that nothing is said twice. */
export class DueDates1764001200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    for (const table of ['missing_person_case', 'case_task'])
      await db.query(`ALTER TABLE ${table} ADD COLUMN due_said_on date, ADD COLUMN due_said_to uuid`);
    await db.query(`ALTER TABLE identification_task ADD COLUMN due_said_on date`);
    await db.query(`CREATE INDEX case_review_due ON missing_person_case (review_on, id) WHERE owner_id IS NOT NULL`);
    await db.query(`CREATE INDEX case_task_due ON case_task (due_on, id) WHERE done_at IS NULL`);
    await db.query(`CREATE INDEX identification_task_due ON identification_task (due_on) WHERE done_at IS NULL`);
    await db.query(`GRANT SELECT ON identification_task TO cairn_worker`);
    await db.query(`GRANT UPDATE (due_said_on) ON identification_task TO cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`REVOKE SELECT ON identification_task FROM cairn_worker`);
    await db.query(`REVOKE UPDATE (due_said_on) ON identification_task FROM cairn_worker`);
    await db.query(`DROP INDEX case_review_due, case_task_due, identification_task_due`);
    await db.query(`ALTER TABLE identification_task DROP COLUMN due_said_on`);
    for (const table of ['missing_person_case', 'case_task'])
      await db.query(`ALTER TABLE ${table} DROP COLUMN due_said_on, DROP COLUMN due_said_to`);
  }
}
