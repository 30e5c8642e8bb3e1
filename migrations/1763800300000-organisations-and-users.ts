import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Organisations, their desks and their people: who may log in, with which roles and qualifications. */
export class OrganisationsAndUsers1763800300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE organisation (
      id uuid PRIMARY KEY, name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200), country text NOT NULL CHECK (country ~ '^[A-Z]{3}$'),
      agency text NOT NULL CHECK (agency IN ('family', 'forensic', 'consulate', 'network')),
      version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(), UNIQUE (name, country))`);
    await db.query(`CREATE TABLE contact_point (
      id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation,
      code text NOT NULL UNIQUE CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
      name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200), country text NOT NULL CHECK (country ~ '^[A-Z]{3}$'),
      kind text NOT NULL CHECK (kind IN ('family', 'forensic', 'consulate')),
      languages text[] NOT NULL DEFAULT '{}', countries text[] NOT NULL DEFAULT '{}', routes text[] NOT NULL DEFAULT '{}',
      places text NOT NULL DEFAULT '', reached_by text NOT NULL DEFAULT '', is_open boolean NOT NULL DEFAULT true,
      version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now())`);
    await db.query(`CREATE TABLE app_user (
      id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, contact_point_id uuid REFERENCES contact_point,
      email text NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'), name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
      language text NOT NULL DEFAULT 'en', roles text[] NOT NULL DEFAULT '{}', password_hash text, is_disabled boolean NOT NULL DEFAULT false,
      failed_logins int NOT NULL DEFAULT 0, last_failed_at timestamptz,
      version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now(),
      CHECK (roles <@ ARRAY['contact_point_officer', 'forensic_officer', 'consular_officer', 'coordinator', 'administrator', 'auditor']))`);
    await db.query(`CREATE TABLE qualification (
      id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES app_user,
      method text NOT NULL CHECK (method IN ('dna', 'dental', 'fingerprint', 'pathology', 'anthropology', 'reconciliation')),
      mandate text NOT NULL CHECK (length(mandate) BETWEEN 1 AND 500), granted_by text NOT NULL, valid_until date, withdrawn_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now())`);
    await db.query(`CREATE TABLE user_session (
      token_hash bytea PRIMARY KEY, user_id uuid NOT NULL REFERENCES app_user, created_at timestamptz NOT NULL DEFAULT now(),
      seen_at timestamptz NOT NULL DEFAULT now(), ended_at timestamptz)`);
    await db.query(`CREATE INDEX user_session_user ON user_session (user_id) WHERE ended_at IS NULL`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON organisation, contact_point, app_user, qualification TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON user_session TO cairn_app`);
    await db.query(`GRANT SELECT ON organisation, contact_point, qualification TO cairn_worker`);
    await db.query(
      `GRANT SELECT (id, organisation_id, contact_point_id, name, language, roles, is_disabled) ON app_user TO cairn_worker`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE user_session, qualification, app_user, contact_point, organisation`);
  }
}
