import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Runs and what they covered, proposals with the history of their evidence, and every step of disclosure. */
export class Matching1763801400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(
      `CREATE TABLE matching_settings (id text PRIMARY KEY, settings jsonb NOT NULL, first_used_at timestamptz NOT NULL DEFAULT now())`,
    );
    await db.query(`CREATE TABLE matching_run (
      id uuid PRIMARY KEY, side text NOT NULL CHECK (side IN ('report', 'remains')), settings_id text NOT NULL REFERENCES matching_settings,
      -- Every change of the other side below this transaction id was in the index.
      horizon xid8 NOT NULL, subjects int NOT NULL, weighed bigint NOT NULL, excluded bigint NOT NULL,
      -- The other side as it was compared: records and order-free digest of (id, change number) for each country and slice.
      slices jsonb NOT NULL, finished_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await db.query(`CREATE INDEX matching_run_time ON matching_run (finished_at)`);
    // The newest run of each record: two numbers a record prove all its pairs, never a row a pair.
    await db.query(`CREATE TABLE matching_subject (
      record_id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('report', 'remains')), settings_id text NOT NULL, change_no bigint NOT NULL,
      horizon xid8 NOT NULL, run_id uuid NOT NULL REFERENCES matching_run, weighed int NOT NULL)`);
    await db.query(`CREATE TABLE match_proposal (
      id uuid PRIMARY KEY, report_id uuid NOT NULL, remains_id uuid NOT NULL,
      family_organisation_id uuid NOT NULL REFERENCES organisation, family_contact_point_id uuid NOT NULL REFERENCES contact_point, family_country text NOT NULL,
      remains_organisation_id uuid NOT NULL REFERENCES organisation, remains_contact_point_id uuid NOT NULL REFERENCES contact_point, remains_country text NOT NULL,
      state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'in_review', 'needs_information', 'comparison_requested', 'supported',
        'excluded', 'inconclusive', 'withdrawn')),
      stage text NOT NULL DEFAULT 'S1' CHECK (stage IN ('S1', 'S2', 'S5a', 'S6')),
      family_specialist_id uuid REFERENCES app_user, remains_specialist_id uuid REFERENCES app_user,
      reviewed_by uuid REFERENCES app_user,
      -- What was compared when people excluded the pair: it comes back only when this changes.
      excluded_evidence bytea,
      version int NOT NULL DEFAULT 1, proposed_at timestamptz NOT NULL DEFAULT now(), changed_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (report_id, remains_id))`);
    await db.query(
      `CREATE INDEX match_proposal_family ON match_proposal (family_organisation_id, changed_at DESC, id)`,
    );
    await db.query(
      `CREATE INDEX match_proposal_custodian ON match_proposal (remains_organisation_id, changed_at DESC, id) WHERE stage <> 'S1'`,
    );
    await db.query(`CREATE INDEX match_proposal_remains ON match_proposal (remains_id)`);
    await db.query(
      `CREATE INDEX match_proposal_specialists ON match_proposal (family_specialist_id) WHERE family_specialist_id IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX match_proposal_specialists2 ON match_proposal (remains_specialist_id) WHERE remains_specialist_id IS NOT NULL`,
    );
    await db.query(`CREATE TABLE match_evidence (
      proposal_id uuid NOT NULL REFERENCES match_proposal, settings_id text NOT NULL REFERENCES matching_settings,
      report_change bigint NOT NULL, remains_change bigint NOT NULL,
      log10_lr double precision NOT NULL, posterior double precision NOT NULL, prior jsonb NOT NULL, grade text NOT NULL,
      -- A line a comparison: state, level, weights. No value of either side.
      parts jsonb NOT NULL, groups jsonb NOT NULL, digest bytea NOT NULL, computed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (proposal_id, settings_id, report_change, remains_change))`);
    await db.query(`CREATE INDEX match_evidence_newest ON match_evidence (proposal_id, computed_at DESC)`);
    await db.query(`CREATE TABLE proposal_event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, proposal_id uuid NOT NULL REFERENCES match_proposal, act_id uuid UNIQUE,
      at timestamptz NOT NULL DEFAULT clock_timestamp(), actor_id uuid, actor_name text NOT NULL, act text NOT NULL, from_state text, to_state text,
      reason bytea)`);
    await db.query(`CREATE INDEX proposal_event_proposal ON proposal_event (proposal_id, id)`);
    await db.query(`CREATE TABLE disclosure (
      id uuid PRIMARY KEY, proposal_id uuid NOT NULL REFERENCES match_proposal, stage text NOT NULL CHECK (stage IN ('S1', 'S2', 'S5a', 'S6')),
      fields text[] NOT NULL, recipient_organisation_id uuid NOT NULL REFERENCES organisation, recipient_user_id uuid REFERENCES app_user,
      purpose text NOT NULL, basis text NOT NULL, agreement text, approver_id uuid REFERENCES app_user, made_at timestamptz NOT NULL DEFAULT now(),
      expires_on date NOT NULL, ended_at timestamptz)`);
    await db.query(`CREATE INDEX disclosure_proposal ON disclosure (proposal_id, stage)`);
    await db.query(
      `GRANT SELECT, INSERT ON matching_settings, matching_run, match_evidence, proposal_event TO cairn_app, cairn_worker`,
    );
    await db.query(
      `GRANT SELECT, INSERT, UPDATE ON matching_subject, match_proposal, disclosure TO cairn_app, cairn_worker`,
    );
    await db.query(`GRANT DELETE ON matching_run TO cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(
      `DROP TABLE disclosure, proposal_event, match_evidence, match_proposal, matching_subject, matching_run, matching_settings`,
    );
  }
}
