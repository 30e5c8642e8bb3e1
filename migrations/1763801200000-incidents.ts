import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** The incident register. Public facts, no persons: nothing here is sealed. */
export class Incidents1763801200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE incident (
      id uuid PRIMARY KEY, source text NOT NULL, main_id text NOT NULL, incident_id text NOT NULL, ordinal int NOT NULL DEFAULT 0,
      reported_on date, route text, region text, country text, location text,
      latitude double precision CHECK (latitude BETWEEN -90 AND 90), longitude double precision CHECK (longitude BETWEEN -180 AND 180),
      dead int, missing int, survivors int, females int, males int, children int, cause text, origin text,
      source_quality smallint CHECK (source_quality BETWEEN 1 AND 5), information_source text, link text,
      version int NOT NULL DEFAULT 1, recorded_at timestamptz NOT NULL DEFAULT now(),
      CHECK ((latitude IS NULL) = (longitude IS NULL)),
      UNIQUE (source, main_id, incident_id, ordinal))`);
    await db.query(`CREATE INDEX incident_day ON incident ((coalesce(reported_on, '0001-01-01'::date)) DESC, id DESC)`);
    await db.query(`CREATE INDEX incident_route ON incident (route, reported_on DESC NULLS LAST, id)`);
    await db.query(`CREATE INDEX incident_reference ON incident (incident_id)`);
    // Figures are revised later; what the register said before stays.
    await db.query(`CREATE TABLE incident_revision (
      incident_id uuid NOT NULL REFERENCES incident, version int NOT NULL, record jsonb NOT NULL,
      replaced_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (incident_id, version))`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON incident TO cairn_app`);
    await db.query(`GRANT SELECT, INSERT ON incident_revision TO cairn_app`);
    await db.query(`GRANT SELECT ON incident TO cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE incident_revision, incident`);
  }
}
