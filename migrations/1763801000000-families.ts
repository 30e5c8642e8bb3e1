import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Family reports, what the family allows, and the relatives who can say who somebody was. */
export class Families1763801000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await this.tables(db);
    await this.consentsInEffect(db);
    await this.comparisonChanges(db);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON family_report, family_consent TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON family_relative TO cairn_app`);
    await db.query(
      `GRANT SELECT ON family_report, family_consent, family_relative, family_consent_in_effect TO cairn_worker`,
    );
    await db.query(`GRANT SELECT ON family_consent_in_effect TO cairn_app`);
    // A consent ends on a day on which nobody acts: the worker notes that day, and may change nothing else.
    await db.query(`GRANT UPDATE (expiry_noted) ON family_consent TO cairn_worker`);
  }

  /** What a report says lies sealed; clear are the columns that lists and eligibility are decided by. */
  private async tables(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE family_report (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      contact_point_id uuid NOT NULL REFERENCES contact_point,
      -- Of the desk, whose key opens the report.
      country text NOT NULL CHECK (country ~ '^[A-Z]{3}$'),
      reference text COLLATE "C" NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
      status text NOT NULL CHECK (status IN ('draft', 'registered', 'withdrawn')),
      -- EDTF, since old files often know the year only.
      registered_on text CHECK (length(registered_on) <= 40),
      sex text CHECK (sex IN ('female', 'male', 'other', 'unknown')),
      -- Rounded outwards to five years: the date of birth itself is sealed.
      birth_year_from smallint CHECK (birth_year_from BETWEEN 1700 AND 2200),
      birth_year_to smallint CHECK (birth_year_to BETWEEN 1700 AND 2205 AND birth_year_to >= birth_year_from),
      -- Countries, state_of_nationality, all. In the clear because it decides what may be compared; no reason is kept.
      do_not_share text[] NOT NULL DEFAULT '{}' CHECK (cardinality(do_not_share) <= 300),
      ante_mortem bytea NOT NULL,
      enquirer bytea NOT NULL,
      -- Keyed digests of all that was said, and of the part that is compared: they tell a change without opening.
      content_mac bytea NOT NULL,
      compared_mac bytea NOT NULL,
      -- The officer who registered it; null where a file brought it.
      registered_by uuid,
      version int NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (contact_point_id, reference))`);
    await db.query(`CREATE INDEX family_report_newest ON family_report (organisation_id, created_at DESC, id DESC)`);
    await db.query(`CREATE INDEX family_report_desk ON family_report (contact_point_id, created_at DESC, id DESC)`);
    await db.query(`CREATE INDEX family_report_reference ON family_report (reference, id)`);
    await db.query(`CREATE TABLE family_consent (
      id uuid PRIMARY KEY,
      -- Checked at commit: consents are written before their report, so that its registration is one change and not two.
      report_id uuid NOT NULL REFERENCES family_report DEFERRABLE INITIALLY DEFERRED,
      purpose text NOT NULL CHECK (purpose IN ('search_here', 'match_abroad', 'specialists_abroad', 'share_state',
        'ask_institution', 'dna_sampling', 'dna_match_abroad', 'publish_photo', 'statistics', 'contact')),
      -- A state (alpha-3) or a kind of institution; of specialists_abroad, null is every state.
      recipient text,
      -- Who gave it: a name, so it is sealed.
      given_by bytea,
      given_on date,
      given_how text CHECK (given_how IN ('in_person', 'phone', 'writing')),
      text_version text CHECK (length(text_version) BETWEEN 1 AND 200),
      is_claim boolean NOT NULL GENERATED ALWAYS AS
        (given_by IS NULL OR given_on IS NULL OR given_how IS NULL OR text_version IS NULL) STORED,
      expires_on date,
      -- Set by the worker once the day has passed, which makes the end of the consent a change like any other.
      expiry_noted boolean NOT NULL DEFAULT false,
      withdrawn_at timestamptz,
      withdrawal_reason bytea,
      -- The later consent for the same purpose and recipient that stands in its place.
      replaced_by uuid,
      -- A column of its own, since the planner takes an unmeasured IS NULL for one row in two hundred, and reads an import's table for each row.
      is_live boolean NOT NULL GENERATED ALWAYS AS (withdrawn_at IS NULL AND replaced_by IS NULL) STORED,
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK (CASE purpose WHEN 'share_state' THEN coalesce(recipient ~ '^[A-Z]{3}$', false)
        WHEN 'ask_institution' THEN
          coalesce(recipient IN ('hospital', 'mortuary', 'prison', 'police', 'coast_guard', 'red_cross_red_crescent'), false)
        WHEN 'specialists_abroad' THEN recipient IS NULL OR recipient ~ '^[A-Z]{3}$'
        ELSE recipient IS NULL END))`);
    await db.query(`CREATE INDEX family_consent_report ON family_consent (report_id)`);
    await db.query(
      `CREATE INDEX family_consent_replaced ON family_consent (replaced_by) WHERE replaced_by IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX family_consent_state ON family_consent (recipient, report_id) WHERE purpose = 'share_state'`,
    );
    await db.query(`CREATE UNIQUE INDEX family_consent_one_live ON family_consent (report_id, purpose, coalesce(recipient, ''))
      WHERE is_live`);
    await db.query(`CREATE INDEX family_consent_expiry ON family_consent (expires_on)
      WHERE expires_on IS NOT NULL AND NOT expiry_noted AND is_live`);
    await db.query(`CREATE TABLE family_relative (
      id uuid PRIMARY KEY,
      report_id uuid NOT NULL REFERENCES family_report,
      position smallint NOT NULL,
      -- A label within the report ("P1", "mother"), which samples and profiles refer to.
      person text NOT NULL CHECK (length(person) BETWEEN 1 AND 60),
      father text, mother text,
      sex text NOT NULL DEFAULT 'unknown' CHECK (sex IN ('female', 'male', 'other', 'unknown')),
      is_missing_person boolean NOT NULL DEFAULT false,
      -- Name and relationship, in words.
      identity bytea NOT NULL,
      sample_label text CHECK (length(sample_label) BETWEEN 1 AND 100),
      sample_kind text CHECK (sample_kind IN ('buccal_swab', 'blood', 'hair', 'personal_item', 'other')),
      consent_dna boolean NOT NULL DEFAULT false,
      content_mac bytea NOT NULL,
      CHECK (sample_label IS NOT NULL OR sample_kind IS NULL),
      UNIQUE (report_id, person))`);
    await db.query(
      `CREATE UNIQUE INDEX family_relative_missing ON family_relative (report_id) WHERE is_missing_person`,
    );
  }

  /** The one place that says which consents are in effect now. A claim without its four facts opens the search here only. */
  private async consentsInEffect(db: QueryRunner): Promise<void> {
    await db.query(`CREATE VIEW family_consent_in_effect WITH (security_invoker = true) AS
      SELECT id, report_id, purpose, recipient FROM family_consent
      WHERE is_live AND NOT expiry_noted
        AND (expires_on IS NULL OR expires_on >= (now() AT TIME ZONE 'UTC')::date)
        AND (NOT is_claim OR purpose = 'search_here')`);
  }

  /**
   * A change number for each change that can alter a comparison: what is compared, and whether it may be. The plans are
   * made anew each time: one kept from when the tables were empty reads all of them for every row of an import.
   */
  private async comparisonChanges(db: QueryRunner): Promise<void> {
    const isOpen = `r.status = 'registered' AND EXISTS (SELECT FROM family_consent_in_effect e
      WHERE e.report_id = r.id AND e.purpose = 'search_here')`;
    const note = `PERFORM note_comparison_change('report', r.id, r.country, ${isOpen})`;
    const how = `RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan`;
    await db.query(`CREATE FUNCTION family_report_changed() ${how} AS $$ BEGIN
      IF TG_OP = 'INSERT' THEN
        ${note} FROM after_rows r WHERE r.status = 'registered';
      ELSE
        ${note} FROM after_rows r JOIN before_rows o ON o.id = r.id
          WHERE (r.status = 'registered' OR o.status = 'registered')
            AND (r.status, r.compared_mac, r.do_not_share) IS DISTINCT FROM (o.status, o.compared_mac, o.do_not_share);
      END IF;
      RETURN NULL; END $$`);
    await db.query(`CREATE TRIGGER family_report_added AFTER INSERT ON family_report REFERENCING NEW TABLE AS after_rows
      FOR EACH STATEMENT EXECUTE FUNCTION family_report_changed()`);
    await db.query(`CREATE TRIGGER family_report_changed AFTER UPDATE ON family_report
      REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
      FOR EACH STATEMENT EXECUTE FUNCTION family_report_changed()`);
    // Consents of a report that is not there yet, or a draft, note nothing: its registration does. Nor does a consent
    // that only takes another's place.
    const deciding = `('search_here', 'match_abroad', 'specialists_abroad', 'share_state', 'dna_match_abroad')`;
    await db.query(`CREATE FUNCTION family_consent_changed() ${how} AS $$ BEGIN
      -- Looked up by key: as a join, an import would read every report for each of its sets.
      IF NOT EXISTS (SELECT FROM after_rows c
          WHERE (SELECT r.status FROM family_report r WHERE r.id = c.report_id) = 'registered') THEN
        RETURN NULL;
      END IF;
      IF TG_OP = 'INSERT' THEN
        ${note} FROM family_report r WHERE r.status = 'registered' AND r.id IN (SELECT c.report_id FROM after_rows c
          WHERE c.purpose IN ${deciding} AND (NOT c.is_claim OR c.purpose = 'search_here')
            AND NOT EXISTS (SELECT FROM family_consent was WHERE was.report_id = c.report_id AND was.replaced_by = c.id
              AND NOT was.expiry_noted AND (NOT was.is_claim OR was.purpose = 'search_here')));
      ELSE
        ${note} FROM family_report r WHERE r.status = 'registered' AND r.id IN (SELECT n.report_id
          FROM after_rows n JOIN before_rows o ON o.id = n.id
          WHERE n.purpose IN ${deciding} AND (NOT n.is_claim OR NOT o.is_claim OR n.purpose = 'search_here')
            AND (n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.expiry_noted <> o.expiry_noted
              OR (n.is_claim <> o.is_claim AND n.purpose <> 'search_here')));
      END IF;
      RETURN NULL; END $$`);
    await db.query(`CREATE TRIGGER family_consent_added AFTER INSERT ON family_consent REFERENCING NEW TABLE AS after_rows
      FOR EACH STATEMENT EXECUTE FUNCTION family_consent_changed()`);
    await db.query(`CREATE TRIGGER family_consent_changed AFTER UPDATE ON family_consent
      REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
      FOR EACH STATEMENT EXECUTE FUNCTION family_consent_changed()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP VIEW family_consent_in_effect`);
    await db.query(`DROP TABLE family_relative, family_consent, family_report`);
    await db.query(`DROP FUNCTION family_report_changed, family_consent_changed`);
  }
}
