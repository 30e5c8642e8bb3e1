import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** A reversal is asked of what stands at that moment: who asked to take back a presumption has not asked to take back an identity. */
export class PresumptionsReversed1764001500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`ALTER TABLE identification_reversal
      ADD COLUMN of_state text NOT NULL DEFAULT 'identified' CHECK (of_state IN ('presumptive', 'identified')),
      DROP CONSTRAINT identification_reversal_identification_id_actor_id_key,
      ADD UNIQUE (identification_id, actor_id, of_state)`);
    // The remains' desk sets a presumption back by hand; the worker lets the identification follow.
    await db.query(`GRANT UPDATE (state) ON identification TO cairn_worker`);
    await db.query(`CREATE INDEX identification_remains ON identification (remains_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP INDEX identification_remains`);
    await db.query(`REVOKE UPDATE (state) ON identification FROM cairn_worker`);
    await db.query(`DELETE FROM identification_reversal WHERE of_state = 'presumptive'`);
    await db.query(
      `ALTER TABLE identification_reversal DROP COLUMN of_state, ADD UNIQUE (identification_id, actor_id)`,
    );
  }
}
