import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Cases: a missing person sought, with owner, status, review date, search log, tasks, links and who may know early. */
export class Cases1763801300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE missing_person_case (
      -- The id of the report that opened it.
      id uuid PRIMARY KEY, organisation_id uuid NOT NULL REFERENCES organisation, contact_point_id uuid NOT NULL REFERENCES contact_point,
      country text NOT NULL, reference text NOT NULL, owner_id uuid REFERENCES app_user,
      status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'tracing', 'suspended', 'located_alive', 'identified', 'fate_clarified', 'closed')),
      -- What those see who may not know of an identification before the family has been told.
      shown_status text NOT NULL DEFAULT 'open', shown_since timestamptz NOT NULL DEFAULT now(),
      review_on date NOT NULL, opened_at timestamptz NOT NULL DEFAULT now(), version int NOT NULL DEFAULT 1,
      CHECK (shown_status = status OR status = 'identified'))`);
    await db.query(`CREATE INDEX case_of_organisation ON missing_person_case (organisation_id, review_on, id)`);
    await db.query(
      `CREATE INDEX case_of_owner ON missing_person_case (owner_id, review_on, id) WHERE owner_id IS NOT NULL`,
    );
    await db.query(`CREATE INDEX case_reference ON missing_person_case (organisation_id, reference text_pattern_ops)`);
    await db.query(`CREATE TABLE case_event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, case_id uuid NOT NULL REFERENCES missing_person_case,
      at timestamptz NOT NULL DEFAULT clock_timestamp(), actor_id uuid, actor_name text NOT NULL, act text NOT NULL,
      -- Client-made, so that a repeated act is told from a new one.
      act_id uuid UNIQUE, from_value text, to_value text, reason bytea,
      -- Shown only to those who may know of an identification before the telling.
      is_privy boolean NOT NULL DEFAULT false)`);
    await db.query(`CREATE INDEX case_event_case ON case_event (case_id, id)`);
    await db.query(`CREATE TABLE case_search_entry (
      id uuid PRIMARY KEY, case_id uuid NOT NULL REFERENCES missing_person_case, done_on date NOT NULL, minutes int CHECK (minutes BETWEEN 0 AND 100000),
      actor_id uuid, actor_name text NOT NULL, entry bytea NOT NULL, recorded_at timestamptz NOT NULL DEFAULT now())`);
    await db.query(`CREATE INDEX case_search_entry_case ON case_search_entry (case_id, done_on)`);
    await db.query(`CREATE TABLE case_task (
      id uuid PRIMARY KEY, case_id uuid NOT NULL REFERENCES missing_person_case, due_on date NOT NULL, assignee_id uuid REFERENCES app_user,
      done_at timestamptz, what bytea NOT NULL, version int NOT NULL DEFAULT 1, recorded_at timestamptz NOT NULL DEFAULT now())`);
    await db.query(`CREATE INDEX case_task_case ON case_task (case_id, due_on)`);
    await db.query(`CREATE INDEX case_task_assignee ON case_task (assignee_id, due_on) WHERE done_at IS NULL`);
    await db.query(`CREATE TABLE case_duplicate (
      case_a uuid NOT NULL REFERENCES missing_person_case, case_b uuid NOT NULL REFERENCES missing_person_case, log10_lr real,
      decision text CHECK (decision IN ('same_person', 'different_persons')), decided_by uuid, decided_at timestamptz, reason bytea,
      suggested_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (case_a, case_b), CHECK (case_a < case_b))`);
    await db.query(`CREATE INDEX case_duplicate_b ON case_duplicate (case_b)`);
    await db.query(`CREATE TABLE case_privy (
      case_id uuid NOT NULL REFERENCES missing_person_case, user_id uuid NOT NULL REFERENCES app_user, since timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (case_id, user_id))`);
    await db.query(
      `GRANT SELECT, INSERT, UPDATE ON missing_person_case, case_task, case_duplicate TO cairn_app, cairn_worker`,
    );
    await db.query(`GRANT SELECT, INSERT ON case_event, case_search_entry, case_privy TO cairn_app, cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(
      `DROP TABLE case_privy, case_duplicate, case_task, case_search_entry, case_event, missing_person_case`,
    );
  }
}
