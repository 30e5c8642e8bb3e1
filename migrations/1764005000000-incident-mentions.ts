import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Keyed hashes by which an organisation finds, among its own sealed records, those that name an event. */
export class IncidentMentions1764005000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE incident_mention (
      record_id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('report', 'remains')),
      organisation_id uuid NOT NULL REFERENCES organisation, key bytea NOT NULL CHECK (length(key) = 16))`);
    await db.query(`CREATE INDEX incident_mention_key ON incident_mention (organisation_id, key)`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON incident_mention TO cairn_worker`);
    await db.query(`GRANT SELECT ON incident_mention TO cairn_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE incident_mention`);
  }
}
