import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/**
 * Samples and hand-overs are put right by a row that names what it corrects, why, and what stands in its place. What was
 * entered stays as it was entered; it is struck, and may be struck once.
 */
export class Corrections1764001600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE remains_correction (
      id uuid PRIMARY KEY, seq bigint GENERATED ALWAYS AS IDENTITY, remains_id uuid NOT NULL REFERENCES forensic_remains,
      kind text NOT NULL CHECK (kind IN ('sample', 'custody')), corrects_id uuid NOT NULL UNIQUE, replaced_by uuid UNIQUE,
      reason bytea NOT NULL, actor_id uuid, actor_name text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK (replaced_by IS DISTINCT FROM corrects_id))`);
    await db.query(`CREATE INDEX remains_correction_remains ON remains_correction (remains_id, seq)`);
    for (const table of ['remains_sample', 'custody_event'])
      await db.query(`ALTER TABLE ${table} ADD COLUMN is_struck boolean NOT NULL DEFAULT false`);
    // A hand-over that stands for another keeps its place among those of the same day.
    await db.query(`ALTER TABLE custody_event ADD COLUMN place_seq bigint`);
    await db.query(`ALTER TABLE remains_sample DROP CONSTRAINT remains_sample_contact_point_id_label_key`);
    await db.query(
      `CREATE UNIQUE INDEX remains_sample_label ON remains_sample (contact_point_id, label) WHERE NOT is_struck`,
    );
    await db.query(`CREATE INDEX remains_sample_any_label ON remains_sample (contact_point_id, label)`);
    await db.query(`GRANT SELECT, INSERT ON remains_correction TO cairn_app`);
    await db.query(`GRANT SELECT ON remains_correction TO cairn_worker`);
    for (const table of ['remains_sample', 'custody_event'])
      await db.query(`GRANT UPDATE (is_struck) ON ${table} TO cairn_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    // Without corrections a struck row would look like one that stands.
    for (const table of ['remains_sample', 'custody_event']) await db.query(`DELETE FROM ${table} WHERE is_struck`);
    await db.query(`DROP INDEX remains_sample_label, remains_sample_any_label`);
    await db.query(`ALTER TABLE remains_sample DROP COLUMN is_struck, ADD UNIQUE (contact_point_id, label)`);
    await db.query(`REVOKE UPDATE ON remains_sample, custody_event FROM cairn_app`);
    await db.query(`ALTER TABLE custody_event DROP COLUMN is_struck, DROP COLUMN place_seq`);
    await db.query(`DROP TABLE remains_correction`);
  }
}
