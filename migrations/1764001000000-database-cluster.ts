import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Which cluster gave the transaction ids that this database holds. Empty until a process looks at it at its start. */
export class DatabaseCluster1764001000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`CREATE TABLE database_cluster (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      system_identifier text NOT NULL, since timestamptz NOT NULL DEFAULT now())`);
    await db.query(`GRANT SELECT ON database_cluster TO cairn_app, cairn_worker`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`DROP TABLE database_cluster`);
  }
}
