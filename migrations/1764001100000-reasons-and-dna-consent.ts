import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asOwner } from './as-owner';

/** Why a family took its report back, sealed with the report; and a relative's answer about DNA in four words instead of two. */
export class ReasonsAndDnaConsent1764001100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`ALTER TABLE family_report ADD COLUMN withdrawal_reason bytea`);
    // A "no" of before was written for "nobody asked" too: of which kind it was is not known, so nobody is said to have refused.
    await db.query(`ALTER TABLE family_relative ALTER COLUMN consent_dna DROP DEFAULT,
      ALTER COLUMN consent_dna TYPE text USING CASE WHEN consent_dna THEN 'given' ELSE 'not_asked' END,
      ALTER COLUMN consent_dna SET DEFAULT 'not_asked',
      ADD CONSTRAINT family_relative_consent_dna CHECK (consent_dna IN ('not_asked', 'asked', 'given', 'refused'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await asOwner(db);
    await db.query(`ALTER TABLE family_relative DROP CONSTRAINT family_relative_consent_dna,
      ALTER COLUMN consent_dna DROP DEFAULT,
      ALTER COLUMN consent_dna TYPE boolean USING consent_dna = 'given',
      ALTER COLUMN consent_dna SET DEFAULT false`);
    await db.query(`ALTER TABLE family_report DROP COLUMN withdrawal_reason`);
  }
}
