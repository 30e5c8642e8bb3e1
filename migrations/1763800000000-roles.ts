import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The database roles. `cairn_owner` owns every table and nobody logs in as it; `cairn_migrator` may become it;
 * `cairn_app` serves HTTP and the command line, `cairn_worker` runs the jobs, and neither owns anything. Roles belong to
 * the whole PostgreSQL cluster, so they may be there already, and the way down leaves them.
 */
export class Roles1763800000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DO $$ DECLARE name text; BEGIN
      FOREACH name IN ARRAY ARRAY['cairn_owner', 'cairn_migrator', 'cairn_app', 'cairn_worker'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
          EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS', name);
        END IF;
      END LOOP; END $$`);
    await db.query(`GRANT cairn_owner TO cairn_migrator`);
    // A migrating login that is no superuser must be able to become the owner and, with one URL only, the serving roles.
    await db.query(`DO $$ BEGIN
      IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT cairn_owner, cairn_app, cairn_worker TO %I', current_user);
      END IF; END $$`);
    await db.query(`REVOKE ALL ON SCHEMA public FROM PUBLIC`);
    await db.query(`GRANT USAGE, CREATE ON SCHEMA public TO cairn_owner`);
    await db.query(`GRANT USAGE ON SCHEMA public TO cairn_app, cairn_worker`);
    await db.query(
      `DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$`,
    );
    await db.query(`GRANT SELECT, INSERT, DELETE ON migrations TO cairn_owner`);
    await db.query(`GRANT USAGE ON SEQUENCE migrations_id_seq TO cairn_owner`);
    await db.query(`GRANT SELECT ON migrations TO cairn_app, cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`REVOKE ALL ON migrations FROM cairn_owner, cairn_app, cairn_worker`);
    await db.query(`REVOKE ALL ON SCHEMA public FROM cairn_owner, cairn_app, cairn_worker`);
  }
}
