import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Imports: what became of a file, and its rejected rows, which name places and rules and never what stood there. */
export class Imports1763801600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE import_run (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('family-reports', 'remains', 'relatives', 'dna-profiles', 'incidents')),
      -- Null where the operator of an embedded desk imports.
      organisation_id uuid REFERENCES organisation,
      -- Null for incidents, which belong to no desk.
      contact_point_id uuid REFERENCES contact_point,
      actor_name text NOT NULL,
      is_dry_run boolean NOT NULL, is_all_or_nothing boolean NOT NULL,
      state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'refused', 'failed')),
      rows_read int NOT NULL DEFAULT 0, created int NOT NULL DEFAULT 0, updated int NOT NULL DEFAULT 0,
      unchanged int NOT NULL DEFAULT 0, rejected int NOT NULL DEFAULT 0,
      begun_at timestamptz NOT NULL DEFAULT clock_timestamp(), ended_at timestamptz)`);
    await db.query(`CREATE TABLE import_reject (
      import_id uuid NOT NULL REFERENCES import_run ON DELETE CASCADE, position int NOT NULL, line int NOT NULL,
      column_name text, code text NOT NULL, params jsonb, PRIMARY KEY (import_id, position))`);
    // An empty system may be filled with fictitious data, once, and emptied again; the row says that this one was.
    await db.query(`CREATE TABLE demonstration (
      only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      filled_at timestamptz)`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON import_run, demonstration TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT ON import_reject TO cairn_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE import_reject, import_run, demonstration`);
  }
}
