import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/**
 * Identifications: the evidence as it was reconciled, who signed what of it, what the competent authority decided, the
 * telling and a reversal. Only the identification itself is ever updated; all that people recorded in it is added to.
 */
export class Identification1763801500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE identification (
      id uuid PRIMARY KEY, proposal_id uuid NOT NULL REFERENCES match_proposal, case_id uuid NOT NULL, remains_id uuid NOT NULL,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'presumptive', 'excluded', 'inconclusive', 'identified', 'reversed')),
      -- Of the evidence: a signature leaves it, so that nobody reads from it that another has signed.
      version int NOT NULL DEFAULT 1,
      family_organisation_id uuid NOT NULL REFERENCES organisation, family_country text NOT NULL,
      custodian_organisation_id uuid NOT NULL REFERENCES organisation, custodian_country text NOT NULL,
      family_specialist_id uuid NOT NULL REFERENCES app_user, custodian_specialist_id uuid NOT NULL REFERENCES app_user,
      third_specialist_id uuid REFERENCES app_user,
      -- Who made or reviewed the proposal, and so signs nothing here.
      reviewers uuid[] NOT NULL, is_told boolean NOT NULL DEFAULT false,
      opened_by uuid NOT NULL REFERENCES app_user, opened_at timestamptz NOT NULL DEFAULT now(),
      CHECK (family_specialist_id <> custodian_specialist_id),
      CHECK (third_specialist_id IS NULL OR third_specialist_id NOT IN (family_specialist_id, custodian_specialist_id)))`);
    await db.query(
      `CREATE UNIQUE INDEX identification_of_proposal ON identification (proposal_id) WHERE state IN ('open', 'presumptive', 'identified')`,
    );
    for (const column of ['case_id', 'family_specialist_id', 'custodian_specialist_id', 'third_specialist_id'])
      await db.query(`CREATE INDEX identification_${column} ON identification (${column}, opened_at DESC, id)`);
    for (const side of ['family', 'custodian'])
      await db.query(
        `CREATE INDEX identification_${side} ON identification (${side}_organisation_id, opened_at DESC, id)`,
      );
    // A row for each wording a line ever had; the last one stands.
    await db.query(`CREATE TABLE identification_line (
      identification_id uuid NOT NULL REFERENCES identification, line_id uuid NOT NULL, revision int NOT NULL,
      kind text NOT NULL, finding text NOT NULL CHECK (finding IN ('agrees', 'discrepancy', 'no_information')), rests_on uuid,
      is_withdrawn boolean NOT NULL, version int NOT NULL, words bytea NOT NULL,
      actor_id uuid NOT NULL, actor_name text NOT NULL, organisation_id uuid NOT NULL, written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (identification_id, line_id, revision))`);
    await db.query(`CREATE TABLE identification_signature (
      id uuid PRIMARY KEY, no bigint GENERATED ALWAYS AS IDENTITY, identification_id uuid NOT NULL REFERENCES identification,
      seat text NOT NULL CHECK (seat IN ('family', 'custodian', 'third')), signer_id uuid NOT NULL REFERENCES app_user, signer_name text NOT NULL,
      organisation_id uuid NOT NULL REFERENCES organisation, roles text[] NOT NULL,
      method text NOT NULL, qualification_id uuid NOT NULL REFERENCES qualification, qualified_for text NOT NULL, mandate text NOT NULL,
      version int NOT NULL, conclusion bytea NOT NULL, signed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK (method = qualified_for), UNIQUE (identification_id, signer_id, version))`);
    await db.query(`CREATE TABLE identification_attestation (
      id uuid PRIMARY KEY, identification_id uuid NOT NULL REFERENCES identification, report_version int NOT NULL, statement bytea NOT NULL,
      actor_id uuid NOT NULL, actor_name text NOT NULL, attested_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await db.query(`CREATE INDEX identification_attestation_of ON identification_attestation (identification_id)`);
    await db.query(`CREATE TABLE identification_outcome (
      id uuid PRIMARY KEY, identification_id uuid NOT NULL REFERENCES identification,
      outcome text NOT NULL CHECK (outcome IN ('presumptive', 'excluded', 'inconclusive')), version int NOT NULL, reason bytea NOT NULL,
      actor_id uuid NOT NULL, actor_name text NOT NULL, concluded_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await db.query(`CREATE INDEX identification_outcome_of ON identification_outcome (identification_id)`);
    await db.query(`CREATE TABLE authority_decision (
      identification_id uuid NOT NULL REFERENCES identification, authority text NOT NULL CHECK (authority ~ '\\S'),
      reference text NOT NULL CHECK (reference ~ '\\S'), decided_on date NOT NULL, decision text NOT NULL CHECK (decision IN ('confirmed', 'refused')),
      version int NOT NULL, actor_id uuid NOT NULL, actor_name text NOT NULL, recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (identification_id, authority, reference, decided_on))`);
    await db.query(
      `CREATE UNIQUE INDEX authority_decision_confirmed ON authority_decision (identification_id) WHERE decision = 'confirmed'`,
    );
    await db.query(`CREATE TABLE identification_telling (
      identification_id uuid PRIMARY KEY REFERENCES identification, told_on date NOT NULL, telling bytea NOT NULL,
      actor_id uuid NOT NULL, actor_name text NOT NULL, recorded_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await db.query(`CREATE TABLE identification_reversal (
      id uuid PRIMARY KEY, identification_id uuid NOT NULL REFERENCES identification, reason bytea NOT NULL,
      actor_id uuid NOT NULL, actor_name text NOT NULL, organisation_id uuid NOT NULL REFERENCES organisation,
      asked_at timestamptz NOT NULL DEFAULT clock_timestamp(), UNIQUE (identification_id, actor_id))`);
    await db.query(`CREATE TABLE identification_task (
      id uuid PRIMARY KEY, identification_id uuid NOT NULL REFERENCES identification, side text NOT NULL CHECK (side IN ('family', 'custodian')),
      kind text NOT NULL, due_on date NOT NULL, done_at timestamptz, done_by uuid, done_by_name text, UNIQUE (identification_id, side, kind))`);
    // The rules' last ditch: whatever wrote it, an identity has two signers of two organisations and an authority's decision.
    await db.query(`CREATE FUNCTION identity_is_signed_and_decided() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
      BEGIN
        IF NOT EXISTS (
             SELECT FROM identification_signature a JOIN identification_signature b USING (identification_id, version)
             WHERE identification_id = NEW.id AND version = NEW.version AND a.seat = 'family' AND b.seat = 'custodian'
               AND a.signer_id <> b.signer_id AND a.organisation_id <> b.organisation_id)
           OR NOT EXISTS (SELECT FROM authority_decision d WHERE d.identification_id = NEW.id AND d.decision = 'confirmed' AND d.version = NEW.version)
        THEN RAISE EXCEPTION 'identification % is not signed and decided', NEW.id USING ERRCODE = 'check_violation'; END IF;
        RETURN NEW;
      END $$`);
    await db.query(`CREATE TRIGGER identity_is_signed_and_decided BEFORE INSERT OR UPDATE ON identification FOR EACH ROW
      WHEN (NEW.state = 'identified') EXECUTE FUNCTION identity_is_signed_and_decided()`);
    await db.query(`GRANT SELECT, INSERT ON identification, identification_line, identification_signature, identification_attestation,
      identification_outcome, authority_decision, identification_telling, identification_reversal, identification_task TO cairn_app`);
    await db.query(`GRANT UPDATE (state, version, third_specialist_id, is_told) ON identification TO cairn_app`);
    await db.query(`GRANT UPDATE (done_at, done_by, done_by_name) ON identification_task TO cairn_app`);
    // The worker tells those who may know that something waits for them; it opens nothing.
    await db.query(`GRANT SELECT ON identification, identification_reversal TO cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE identification_task, identification_reversal, identification_telling, authority_decision, identification_outcome,
      identification_attestation, identification_signature, identification_line, identification`);
    await db.query(`DROP FUNCTION identity_is_signed_and_decided()`);
  }
}
