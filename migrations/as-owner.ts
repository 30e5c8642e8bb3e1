import type { QueryRunner } from 'typeorm';

/** What a migration makes belongs to `cairn_owner`, whoever runs it. Holds to the end of the migration's transaction. */
export async function asOwner(db: QueryRunner): Promise<void> {
  await db.query(`SET LOCAL ROLE cairn_owner`);
}
