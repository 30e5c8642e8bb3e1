import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Laboratories, samples with their custody and the donor's consent, and what withdrawal does to a profile. */
export class DnaRecords1764004000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE dna_laboratory (
      id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation,
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200), country text NOT NULL CHECK (country ~ '^[A-Z]{3}$'),
      contact text NOT NULL DEFAULT '' CHECK (length(contact) <= 500),
      version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), UNIQUE (organisation_id, name))`);
    await db.query(`CREATE TABLE dna_sample (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation, contact_point_id uuid NOT NULL REFERENCES contact_point,
      country text NOT NULL CHECK (country ~ '^[A-Z]{3}$'),
      remains_id uuid REFERENCES forensic_remains, report_id uuid REFERENCES family_report,
      -- Label in the report's family tree; null for the missing person's own trace.
      person text CHECK (length(person) BETWEEN 1 AND 60),
      kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 60), label text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
      collected_on date, laboratory_id uuid REFERENCES dna_laboratory,
      -- Who consented, how, and what the donor was told: names, so one sealed value under the key of the report or the remains.
      consent bytea,
      withdrawn_at timestamptz,
      -- Asked of the laboratory by a withdrawal; its own word that it did so.
      destruction_asked_at timestamptz, destroyed_on date, destroyed_by text CHECK (length(destroyed_by) BETWEEN 1 AND 200),
      content_mac bytea NOT NULL, version int NOT NULL DEFAULT 1, recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK ((remains_id IS NULL) <> (report_id IS NULL)), CHECK (person IS NULL OR report_id IS NOT NULL),
      UNIQUE (contact_point_id, label))`);
    await db.query(`CREATE INDEX dna_sample_remains ON dna_sample (remains_id) WHERE remains_id IS NOT NULL`);
    await db.query(`CREATE INDEX dna_sample_report ON dna_sample (report_id) WHERE report_id IS NOT NULL`);
    await db.query(`CREATE INDEX dna_sample_destruction ON dna_sample (organisation_id, destruction_asked_at)
      WHERE destruction_asked_at IS NOT NULL AND destroyed_on IS NULL`);
    // The hands a sample went through; what was written stays.
    await db.query(`CREATE TABLE dna_sample_event (
      id uuid PRIMARY KEY, sample_id uuid NOT NULL REFERENCES dna_sample,
      act text NOT NULL CHECK (act IN ('sent', 'received', 'extracted', 'returned', 'stored')),
      happened_on date NOT NULL, holder text NOT NULL CHECK (length(holder) BETWEEN 1 AND 200),
      actor_id uuid, actor_name text NOT NULL, recorded_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await db.query(`CREATE INDEX dna_sample_event_sample ON dna_sample_event (sample_id, recorded_at)`);
    // A profile that a signed conclusion rests on outlives a withdrawal, for review and reversal only.
    await db.query(`ALTER TABLE dna_profile ADD COLUMN sample_id uuid REFERENCES dna_sample,
      ADD COLUMN is_review_only boolean NOT NULL DEFAULT false,
      -- Set when a computation found the donor's consent: a tick taken away later is then a withdrawal, not a gap.
      ADD COLUMN consent_seen boolean NOT NULL DEFAULT false,
      -- The same for the family's consent to sampling as a whole.
      ADD COLUMN sampling_seen boolean NOT NULL DEFAULT false`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON dna_laboratory TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON dna_sample TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT ON dna_sample_event TO cairn_app`);
    await db.query(
      `GRANT SELECT ON dna_laboratory, dna_sample, dna_sample_event, dna_profile_revision TO cairn_worker`,
    );
    await db.query(`GRANT UPDATE ON dna_sample, dna_profile TO cairn_worker`);
    await db.query(`GRANT DELETE ON dna_profile, dna_profile_revision TO cairn_app, cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`REVOKE DELETE ON dna_profile, dna_profile_revision FROM cairn_app, cairn_worker`);
    await db.query(`REVOKE UPDATE ON dna_profile FROM cairn_worker`);
    await db.query(`REVOKE SELECT ON dna_profile_revision FROM cairn_worker`);
    await db.query(
      `ALTER TABLE dna_profile DROP COLUMN sample_id, DROP COLUMN is_review_only, DROP COLUMN consent_seen,
       DROP COLUMN sampling_seen`,
    );
    await db.query(`DROP TABLE dna_sample_event, dna_sample, dna_laboratory`);
  }
}
