import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** The audit trail: entries are added with their act and never changed; links are added by the sealer. */
export class AuditTrail1763800200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE audit_entry (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      act text NOT NULL, user_id uuid, actor_name text NOT NULL, organisation_id uuid, country text, roles text[] NOT NULL,
      via text NOT NULL, is_system boolean NOT NULL, request_id text NOT NULL, subject text, fields text[] NOT NULL DEFAULT '{}',
      reason text, purpose text, is_sealed boolean NOT NULL DEFAULT false)`);
    await db.query(`CREATE INDEX audit_unsealed ON audit_entry (id) WHERE NOT is_sealed`);
    await db.query(`CREATE INDEX audit_subject ON audit_entry (subject, id)`);
    await db.query(`CREATE TABLE audit_link (
      entry_id bigint PRIMARY KEY REFERENCES audit_entry, chain text NOT NULL, position int NOT NULL CHECK (position > 0),
      hash bytea NOT NULL, UNIQUE (chain, position))`);
    await db.query(`CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$ BEGIN
      IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'audit_entry' AND NEW.is_sealed AND NOT OLD.is_sealed THEN
        NEW.is_sealed := false;
        IF NEW IS NOT DISTINCT FROM OLD THEN NEW.is_sealed := true; RETURN NEW; END IF;
      END IF;
      RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = '42501'; END $$`);
    await db.query(
      `CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()`,
    );
    await db.query(
      `CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE ON audit_link FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()`,
    );
    for (const table of ['audit_entry', 'audit_link'])
      await db.query(
        `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()`,
      );
    await db.query(`GRANT SELECT, INSERT ON audit_entry TO cairn_app, cairn_worker`);
    await db.query(`GRANT SELECT ON audit_link TO cairn_app, cairn_worker`);
    // Only the sealer, which runs in the worker or an operator's command, links.
    await db.query(`GRANT INSERT ON audit_link TO cairn_worker`);
    await db.query(`GRANT UPDATE (is_sealed) ON audit_entry TO cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE audit_link, audit_entry`);
    await db.query(`DROP FUNCTION audit_is_append_only`);
  }
}
