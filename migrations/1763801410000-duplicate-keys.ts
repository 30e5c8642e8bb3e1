import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Keyed hashes by which reports of one organisation that may be about one person are found. */
export class DuplicateKeys1763801410000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE report_duplicate_key (
      report_id uuid NOT NULL, organisation_id uuid NOT NULL REFERENCES organisation, key bytea NOT NULL CHECK (length(key) = 8),
      PRIMARY KEY (report_id, key))`);
    await db.query(`CREATE INDEX report_duplicate_key_key ON report_duplicate_key (organisation_id, key)`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON report_duplicate_key TO cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE report_duplicate_key`);
  }
}
