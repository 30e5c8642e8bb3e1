import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Frequency databases, settings, runs and what they covered, tables of families, results, and their signatures. */
export class Kinship1764004100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await this.settings(db);
    await this.changes(db);
    await this.runs(db);
    await this.results(db);
    await db.query(`GRANT SELECT, INSERT ON frequency_database, kinship_settings TO cairn_app, cairn_worker`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON frequency_use TO cairn_app`);
    await db.query(`GRANT SELECT ON frequency_use, dna_change TO cairn_worker`);
    await db.query(`GRANT SELECT ON dna_change TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON kinship_table, kinship_result TO cairn_app, cairn_worker`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON kinship_run, kinship_subject TO cairn_app, cairn_worker`);
    await db.query(`GRANT SELECT, INSERT ON kinship_signature TO cairn_app`);
    await db.query(`GRANT SELECT ON kinship_signature TO cairn_worker`);
  }

  private async settings(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE frequency_database (
      -- SHA-256 of its canonical content: the same numbers have the same name everywhere.
      checksum text PRIMARY KEY CHECK (checksum ~ '^[0-9a-f]{64}$'),
      name text NOT NULL, population text NOT NULL, source text NOT NULL, licence text NOT NULL,
      persons int NOT NULL CHECK (persons > 0), markers jsonb NOT NULL,
      uploaded_by uuid, uploaded_at timestamptz NOT NULL DEFAULT now())`);
    // Shipped databases are in use until somebody says otherwise; an uploaded one from the day somebody says so.
    await db.query(`CREATE TABLE frequency_use (
      checksum text PRIMARY KEY, is_in_use boolean NOT NULL, reason text NOT NULL, actor_id uuid,
      changed_at timestamptz NOT NULL DEFAULT now(), version int NOT NULL DEFAULT 1)`);
    await db.query(
      `CREATE TABLE kinship_settings (id text PRIMARY KEY, settings jsonb NOT NULL, first_used_at timestamptz NOT NULL DEFAULT now())`,
    );
  }

  /** A number for each change of what DNA comparisons rest on; what else decides them lies in comparison_change. */
  private async changes(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE dna_change (
      change_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('report', 'remains')),
      record_id uuid NOT NULL, xid xid8 NOT NULL DEFAULT pg_current_xact_id())`);
    await db.query(`CREATE INDEX dna_change_record ON dna_change (record_id, change_no DESC)`);
    const how = `RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp`;
    await db.query(`CREATE FUNCTION dna_profile_changed() ${how} AS $$ BEGIN
      -- Noting that a consent was seen alters nothing that is compared.
      IF TG_OP = 'UPDATE' AND (OLD.content_mac, OLD.is_review_only) IS NOT DISTINCT FROM (NEW.content_mac, NEW.is_review_only) THEN
        RETURN NULL;
      END IF;
      INSERT INTO dna_change (kind, record_id)
        SELECT CASE WHEN r.remains_id IS NULL THEN 'report' ELSE 'remains' END, coalesce(r.remains_id, r.report_id)
        FROM (SELECT (CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END).*) r;
      RETURN NULL; END $$`);
    await db.query(`CREATE TRIGGER dna_profile_changed AFTER INSERT OR UPDATE OR DELETE ON dna_profile
      FOR EACH ROW EXECUTE FUNCTION dna_profile_changed()`);
    await db.query(`CREATE FUNCTION family_relative_changed() ${how} AS $$ BEGIN
      INSERT INTO dna_change (kind, record_id) SELECT DISTINCT 'report', n.report_id FROM after_rows n
        WHERE EXISTS (SELECT FROM dna_profile p WHERE p.report_id = n.report_id);
      RETURN NULL; END $$`);
    await db.query(`CREATE TRIGGER family_relative_changed AFTER INSERT ON family_relative REFERENCING NEW TABLE AS after_rows
      FOR EACH STATEMENT EXECUTE FUNCTION family_relative_changed()`);
  }

  private async runs(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE kinship_run (
      id uuid PRIMARY KEY, side text NOT NULL CHECK (side IN ('report', 'remains')), record_id uuid NOT NULL,
      settings_id text NOT NULL, horizon xid8,
      state text NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'refused')),
      -- Why it was refused: a code, never a value.
      reason text, expected_operations double precision, progress real NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
      compared int NOT NULL DEFAULT 0, found int NOT NULL DEFAULT 0,
      cancel_asked_at timestamptz, cancel_asked_by uuid,
      started_at timestamptz NOT NULL DEFAULT clock_timestamp(), finished_at timestamptz)`);
    await db.query(`CREATE INDEX kinship_run_record ON kinship_run (record_id, started_at DESC)`);
    await db.query(`CREATE TABLE kinship_subject (
      record_id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('report', 'remains')), settings_id text NOT NULL,
      -- The newest change of the record that this run took in, as a transaction.
      changed_in xid8 NOT NULL, horizon xid8 NOT NULL, run_id uuid NOT NULL REFERENCES kinship_run,
      state text NOT NULL CHECK (state IN ('compared', 'nothing-to-compare', 'cancelled', 'refused')), reason text)`);
  }

  private async results(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE kinship_table (
      report_id uuid NOT NULL REFERENCES family_report, frequency_checksum text NOT NULL, country text NOT NULL,
      inputs_hash text NOT NULL,
      -- LRs by genotype tell of the relatives' own genotypes: sealed as these are.
      tables bytea NOT NULL, built_at timestamptz NOT NULL DEFAULT clock_timestamp(), PRIMARY KEY (report_id, frequency_checksum))`);
    await db.query(`CREATE TABLE kinship_result (
      id uuid PRIMARY KEY, report_id uuid NOT NULL REFERENCES family_report, remains_id uuid NOT NULL REFERENCES forensic_remains,
      family_organisation_id uuid NOT NULL REFERENCES organisation, family_country text NOT NULL,
      remains_organisation_id uuid NOT NULL REFERENCES organisation, remains_country text NOT NULL,
      settings_id text NOT NULL REFERENCES kinship_settings,
      -- Of pedigree, profiles of both sides, frequencies and settings: one result for one question.
      inputs_hash text NOT NULL,
      band text NOT NULL CHECK (band IN ('supports_strongly', 'supports', 'inconclusive', 'excludes')),
      is_claim_unsupported boolean NOT NULL,
      -- Question and answer, alleles included; all that a recomputation needs.
      content bytea NOT NULL, profile_ids uuid[] NOT NULL, engine text NOT NULL,
      is_current boolean NOT NULL DEFAULT true, is_sealed_for_review boolean NOT NULL DEFAULT false,
      concluded_at timestamptz, version int NOT NULL DEFAULT 1, computed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (report_id, remains_id, inputs_hash))`);
    await db.query(
      `CREATE INDEX kinship_result_family ON kinship_result (family_organisation_id, computed_at DESC, id)`,
    );
    await db.query(`CREATE INDEX kinship_result_report ON kinship_result (report_id)`);
    await db.query(`CREATE INDEX kinship_result_remains ON kinship_result (remains_id)`);
    await db.query(`CREATE TABLE kinship_signature (
      id uuid PRIMARY KEY, result_id uuid NOT NULL REFERENCES kinship_result,
      user_id uuid NOT NULL REFERENCES app_user, user_name text NOT NULL, qualification_id uuid NOT NULL, mandate text NOT NULL,
      conclusion text NOT NULL CHECK (conclusion IN ('supports_strongly', 'supports', 'inconclusive', 'excludes')),
      statement bytea NOT NULL, signed_at timestamptz NOT NULL DEFAULT clock_timestamp(), UNIQUE (result_id, user_id))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE kinship_signature, kinship_result, kinship_table, kinship_subject, kinship_run`);
    await db.query(`DROP TRIGGER family_relative_changed ON family_relative`);
    await db.query(`DROP TRIGGER dna_profile_changed ON dna_profile`);
    await db.query(`DROP FUNCTION family_relative_changed, dna_profile_changed`);
    await db.query(`DROP TABLE dna_change, kinship_settings, frequency_use, frequency_database`);
  }
}
