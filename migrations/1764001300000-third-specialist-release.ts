import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** The custodian's release to a third specialist, who sees nothing before it. Who has signed already was shown the evidence. */
export class ThirdSpecialistRelease1764001300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`ALTER TABLE match_proposal ADD COLUMN third_specialist_id uuid REFERENCES app_user`);
    await db.query(
      `CREATE INDEX match_proposal_specialists3 ON match_proposal (third_specialist_id) WHERE third_specialist_id IS NOT NULL`,
    );
    await db.query(`ALTER TABLE identification ADD COLUMN is_third_released boolean NOT NULL DEFAULT false,
      ADD CHECK (third_specialist_id IS NOT NULL OR NOT is_third_released)`);
    // Touches no identity, so its guard need not look again.
    await db.query(`ALTER TABLE identification DISABLE TRIGGER identity_is_signed_and_decided`);
    await db.query(`UPDATE identification i SET is_third_released = true WHERE third_specialist_id IS NOT NULL
      AND EXISTS (SELECT FROM identification_signature s WHERE s.identification_id = i.id AND s.seat = 'third')`);
    await db.query(`ALTER TABLE identification ENABLE TRIGGER identity_is_signed_and_decided`);
    await db.query(`GRANT UPDATE (is_third_released) ON identification TO cairn_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`ALTER TABLE identification DROP COLUMN is_third_released`);
    await db.query(`ALTER TABLE match_proposal DROP COLUMN third_specialist_id`);
  }
}
