import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** DNA profiles as laboratories report them: of remains, of relatives, or of the missing person's own traces. */
export class DnaProfiles1763801800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE dna_profile (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation, contact_point_id uuid NOT NULL REFERENCES contact_point,
      country text NOT NULL CHECK (country ~ '^[A-Z]{3}$'),
      remains_id uuid REFERENCES forensic_remains, report_id uuid REFERENCES family_report,
      -- Label in the report's family tree; null for the missing person's own trace.
      person text CHECK (length(person) BETWEEN 1 AND 60),
      lineage text NOT NULL CHECK (lineage IN ('autosomal', 'y', 'mitochondrial')),
      -- Which analysis: keyed hash of subject, lineage, sample, laboratory, kit and day.
      analysis_mac bytea NOT NULL UNIQUE,
      -- Alleles and the analysis, one value under the key of the report or the remains.
      profile bytea NOT NULL, content_mac bytea NOT NULL,
      markers int NOT NULL CHECK (markers > 0),
      version int NOT NULL DEFAULT 1, recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK ((remains_id IS NULL) <> (report_id IS NULL)), CHECK (person IS NULL OR report_id IS NOT NULL))`);
    await db.query(`CREATE INDEX dna_profile_remains ON dna_profile (remains_id) WHERE remains_id IS NOT NULL`);
    await db.query(`CREATE INDEX dna_profile_report ON dna_profile (report_id) WHERE report_id IS NOT NULL`);
    // A laboratory corrects itself; what it said before stays.
    await db.query(`CREATE TABLE dna_profile_revision (
      profile_id uuid NOT NULL REFERENCES dna_profile, version int NOT NULL, profile bytea NOT NULL,
      replaced_at timestamptz NOT NULL DEFAULT clock_timestamp(), PRIMARY KEY (profile_id, version))`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON dna_profile TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT ON dna_profile_revision TO cairn_app`);
    await db.query(`GRANT SELECT ON dna_profile TO cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE dna_profile_revision, dna_profile`);
  }
}
