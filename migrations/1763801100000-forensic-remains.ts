import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

const statuses = `('reported', 'recorded', 'examined', 'presumptive', 'identified', 'released', 'repatriated', 'buried')`;

/** Remains, what was examined and taken, who held them and where they lie. What is told of a person lies sealed. */
export class ForensicRemains1763801100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await this.remains(db);
    await this.changeNumbers(db);
    await this.whatHappenedToThem(db);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON forensic_remains, examination, grave TO cairn_app`);
    // Only ever added to: a status, a hand-over, a sample or an earlier version cannot be unsaid.
    await db.query(
      `GRANT SELECT, INSERT ON remains_past_version, remains_status_change, remains_sample, custody_event TO cairn_app`,
    );
    await db.query(
      `GRANT SELECT ON forensic_remains, remains_past_version, remains_status_change, examination, remains_sample, custody_event, grave TO cairn_worker`,
    );
  }

  private async remains(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE forensic_remains (
      id uuid PRIMARY KEY,
      entry_no bigint GENERATED ALWAYS AS IDENTITY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      contact_point_id uuid NOT NULL REFERENCES contact_point,
      country text NOT NULL CHECK (country ~ '^[A-Z]{3}$'),
      reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
      status text NOT NULL CHECK (status IN ${statuses}),
      is_draft boolean NOT NULL,
      -- An identification stands: decided by the competent authority and not reversed.
      is_identified boolean NOT NULL DEFAULT false,
      is_open boolean NOT NULL GENERATED ALWAYS AS
        (NOT is_draft AND NOT (is_identified AND status IN ('released', 'repatriated', 'buried'))) STORED,
      -- When remains that were seen but not recovered are looked at again.
      review_on date,
      recovered_year smallint CHECK (recovered_year BETWEEN 1850 AND 2200),
      recovered_month smallint CHECK (recovered_month BETWEEN 1 AND 12),
      sex text CHECK (sex IN ('female', 'male', 'other', 'unknown')),
      version int NOT NULL DEFAULT 1,
      -- Grows with what is compared only; a new location leaves it.
      evidence_version int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      changed_at timestamptz NOT NULL DEFAULT now(),
      evidence_mac bytea NOT NULL,
      location_mac bytea,
      post_mortem bytea NOT NULL,
      location bytea,
      UNIQUE (contact_point_id, reference),
      CHECK (recovered_month IS NULL OR recovered_year IS NOT NULL),
      CHECK ((location IS NULL) = (location_mac IS NULL)),
      CHECK (is_identified OR status NOT IN ('identified', 'released', 'repatriated')),
      CHECK (NOT is_identified OR status IN ('identified', 'released', 'repatriated', 'buried')))`);
    await db.query(`CREATE INDEX forensic_remains_organisation ON forensic_remains (organisation_id, entry_no DESC)`);
    await db.query(`CREATE INDEX forensic_remains_status ON forensic_remains (organisation_id, status, entry_no DESC)`);
    await db.query(`CREATE INDEX forensic_remains_desk ON forensic_remains (contact_point_id, entry_no DESC)`);
    await db.query(
      `CREATE INDEX forensic_remains_desk_status ON forensic_remains (contact_point_id, status, entry_no DESC)`,
    );
    await db.query(
      `CREATE INDEX forensic_remains_reference ON forensic_remains (organisation_id, (lower(reference) COLLATE "C"), id)`,
    );
    await db.query(`CREATE INDEX forensic_remains_open ON forensic_remains (id) WHERE is_open`);
    await db.query(`CREATE TABLE remains_past_version (
      remains_id uuid NOT NULL REFERENCES forensic_remains, version int NOT NULL, reference text NOT NULL, is_draft boolean NOT NULL,
      review_on date, post_mortem bytea NOT NULL, location bytea, valid_from timestamptz NOT NULL, valid_until timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (remains_id, version))`);
  }

  /** A change number whenever what is compared changed, or whether it is compared; never for a location or a status alone. */
  private async changeNumbers(db: QueryRunner): Promise<void> {
    await db.query(`CREATE FUNCTION count_evidence_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
      NEW.evidence_version := OLD.evidence_version + (NEW.evidence_mac <> OLD.evidence_mac)::int; RETURN NEW; END $$`);
    await db.query(
      `CREATE TRIGGER forensic_remains_evidence BEFORE UPDATE ON forensic_remains FOR EACH ROW EXECUTE FUNCTION count_evidence_version()`,
    );
    await db.query(`CREATE FUNCTION note_remains_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$ BEGIN
      IF TG_OP = 'INSERT' THEN
        IF NEW.is_open THEN PERFORM note_comparison_change('remains', NEW.id, NEW.country, true); END IF;
      ELSIF NEW.is_open <> OLD.is_open OR (NEW.is_open AND NEW.evidence_version <> OLD.evidence_version) THEN
        PERFORM note_comparison_change('remains', NEW.id, NEW.country, NEW.is_open);
      END IF;
      RETURN NULL; END $$`);
    await db.query(
      `CREATE TRIGGER forensic_remains_compared AFTER INSERT OR UPDATE ON forensic_remains FOR EACH ROW EXECUTE FUNCTION note_remains_change()`,
    );
  }

  private async whatHappenedToThem(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE remains_status_change (
      id uuid PRIMARY KEY, seq bigint GENERATED ALWAYS AS IDENTITY, remains_id uuid NOT NULL REFERENCES forensic_remains,
      from_status text NOT NULL CHECK (from_status IN ${statuses}), to_status text NOT NULL CHECK (to_status IN ${statuses}),
      happened_on date NOT NULL, authority_reference text CHECK (length(authority_reference) BETWEEN 1 AND 200),
      disposal text CHECK (disposal IN ('burial', 'cremation')), is_done_elsewhere boolean NOT NULL DEFAULT false,
      is_reversal boolean NOT NULL DEFAULT false, reason bytea NOT NULL, actor_id uuid, actor_name text NOT NULL,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK (is_reversal OR to_status NOT IN ('identified', 'released') OR authority_reference IS NOT NULL),
      CHECK ((to_status = 'buried' AND NOT is_reversal) OR disposal IS NULL))`);
    await db.query(`CREATE INDEX remains_status_change_remains ON remains_status_change (remains_id, seq)`);
    await db.query(`CREATE TABLE examination (
      id uuid PRIMARY KEY, remains_id uuid NOT NULL REFERENCES forensic_remains,
      kind text NOT NULL CHECK (kind IN ('external', 'internal', 'dental', 'fingerprints', 'dna', 'radiology', 'anthropology', 'effects', 'other')),
      state text NOT NULL CHECK (state IN ('not_started', 'assigned', 'in_progress', 'done', 'not_possible')),
      happened_on date, findings bytea NOT NULL, version int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(), changed_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await db.query(`CREATE INDEX examination_remains ON examination (remains_id, created_at)`);
    await db.query(`CREATE TABLE remains_sample (
      id uuid PRIMARY KEY, remains_id uuid NOT NULL REFERENCES forensic_remains, contact_point_id uuid NOT NULL REFERENCES contact_point,
      kind text NOT NULL CHECK (length(kind) BETWEEN 1 AND 60), label text NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
      taken_on date, site text CHECK (length(site) BETWEEN 1 AND 200), created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (contact_point_id, label))`);
    await db.query(`CREATE INDEX remains_sample_remains ON remains_sample (remains_id, created_at)`);
    await db.query(`CREATE TABLE custody_event (
      id uuid PRIMARY KEY, seq bigint GENERATED ALWAYS AS IDENTITY, remains_id uuid NOT NULL REFERENCES forensic_remains,
      happened_on date NOT NULL, is_from_unknown boolean NOT NULL, is_entered_later boolean NOT NULL, handover bytea NOT NULL,
      actor_id uuid, actor_name text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await db.query(`CREATE INDEX custody_event_remains ON custody_event (remains_id, happened_on, seq)`);
    await db.query(`CREATE TABLE grave (
      id uuid PRIMARY KEY, remains_id uuid NOT NULL REFERENCES forensic_remains, from_on date, to_on date,
      place_mac bytea NOT NULL, place bytea NOT NULL, created_at timestamptz NOT NULL DEFAULT clock_timestamp(), CHECK (from_on <= to_on))`);
    await db.query(`CREATE UNIQUE INDEX grave_present ON grave (remains_id) WHERE to_on IS NULL`);
    await db.query(`CREATE INDEX grave_remains ON grave (remains_id, created_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(
      `DROP TABLE grave, custody_event, remains_sample, examination, remains_status_change, remains_past_version, forensic_remains`,
    );
    await db.query(`DROP FUNCTION note_remains_change, count_evidence_version`);
  }
}
