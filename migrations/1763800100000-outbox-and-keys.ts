import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Outbox and inbox (acts and their effects), the keys that seal values, and the change numbers of what is compared. */
export class OutboxAndKeys1763800100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE outbox_message (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      event text NOT NULL,
      queue text NOT NULL,
      payload jsonb NOT NULL,
      bulk boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      sent_at timestamptz,
      sends int NOT NULL DEFAULT 0,
      done_at timestamptz,
      -- Given up after the last attempt; waits for a person.
      dead_at timestamptz,
      cause text)`);
    await db.query(
      `CREATE INDEX outbox_unsent ON outbox_message (bulk, id) WHERE sent_at IS NULL AND done_at IS NULL AND dead_at IS NULL`,
    );
    await db.query(`CREATE INDEX outbox_undone ON outbox_message (sent_at) WHERE done_at IS NULL AND dead_at IS NULL`);
    await db.query(
      `CREATE TABLE inbox_message (oid bigint PRIMARY KEY, done_at timestamptz NOT NULL DEFAULT clock_timestamp())`,
    );
    // Wakes the relay at commit, so that a live record does not wait for its next look.
    await db.query(`CREATE FUNCTION outbox_wake() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS
      $$ BEGIN PERFORM pg_notify('outbox_message', ''); RETURN NULL; END $$`);
    await db.query(
      `CREATE TRIGGER outbox_wake AFTER INSERT ON outbox_message FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake()`,
    );
    await db.query(`CREATE TABLE data_key (
      scope uuid NOT NULL, data_class text NOT NULL, country text NOT NULL, wrapped bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (scope, data_class))`);
    await this.changes(db);
    await db.query(`GRANT SELECT, INSERT ON outbox_message TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON outbox_message TO cairn_worker`);
    await db.query(`GRANT SELECT ON inbox_message TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON inbox_message TO cairn_worker`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON data_key TO cairn_app, cairn_worker`);
    await db.query(`GRANT SELECT ON comparison_change TO cairn_app, cairn_worker`);
  }

  /**
   * Every change that can alter a comparison gets the next number in the transaction that makes it. Numbers do not
   * commit in order; \`xid\` says, against the snapshot horizon, which are settled. Rows are only ever added: a run's
   * digest is recomputed from them.
   */
  private async changes(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE comparison_change (
      change_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('report', 'remains')),
      record_id uuid NOT NULL,
      country text NOT NULL,
      slice smallint NOT NULL CHECK (slice BETWEEN 0 AND 63),
      -- False once the record is no longer there to be compared (draft, withdrawn).
      is_open boolean NOT NULL,
      xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
      at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await db.query(`CREATE INDEX comparison_change_record ON comparison_change (record_id, change_no DESC)`);
    await db.query(`CREATE INDEX comparison_change_xid ON comparison_change (xid)`);
    // Called by the triggers of the tables that are compared. Runs as its owner, so that nobody can write a number by hand.
    await db.query(`CREATE FUNCTION note_comparison_change(kind text, record_id uuid, country text, is_open boolean) RETURNS bigint
      LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
      $$ INSERT INTO comparison_change (kind, record_id, country, slice, is_open)
         VALUES (kind, record_id, country, get_byte(uuid_send(record_id), 15) & 63, is_open) RETURNING change_no $$`);
    await db.query(`REVOKE ALL ON FUNCTION note_comparison_change FROM PUBLIC`);
    await db.query(`GRANT EXECUTE ON FUNCTION note_comparison_change TO cairn_app, cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP FUNCTION note_comparison_change`);
    await db.query(`DROP TABLE comparison_change, data_key, inbox_message, outbox_message`);
    await db.query(`DROP FUNCTION outbox_wake`);
  }
}
