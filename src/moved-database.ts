import type { DataSource, EntityManager } from 'typeorm';
import { audit } from './audit';
import { type ClusterFacts, type ClusterVerdict, openDataSource, systemActor, verdictOn } from './platform';

/** The database came from a dump, and this login may not put it right. */
export class MovedDatabaseError extends Error {
  constructor() {
    super(
      'This database was restored from a dump of another PostgreSQL cluster, whose transaction ids mean nothing here: pairs would ' +
        'count as compared that never were. Nothing was changed. Run "cairn migrate", whose login may put it right.',
    );
  }
}

const CHECK_LOCK = 7_201_843;

/**
 * Sees to it that the transaction ids of a database are those of its cluster, before anything else is done in it. After a
 * dump they are not: then all changes are declared settled, all runs forgotten, so that every pair is compared again, and
 * whatever was handed to a queue is handed over anew. Harmless to repeat; answers what it found.
 */
export async function settleInCluster(adminUrl: string): Promise<ClusterVerdict> {
  const source = await openDataSource(adminUrl, 'cairn-check', 1);
  try {
    if ((await verdict(source)) === 'ours') return 'ours';
    if (!(await mayRepair(source))) throw new MovedDatabaseError();
    return await source.transaction(async (tx) => {
      // Of several processes that start at once, one does it, and the others find it done.
      await tx.query(`SELECT pg_advisory_xact_lock($1)`, [CHECK_LOCK]);
      const found = await verdict(tx);
      if (found === 'ours') return found;
      await tx.query(`SET LOCAL ROLE cairn_owner`);
      await tx.query(`SET LOCAL statement_timeout = 0`);
      if (found === 'moved') await forgetIds(tx);
      await tx.query(
        `INSERT INTO database_cluster (system_identifier) SELECT system_identifier::text FROM pg_control_system()
         ON CONFLICT (is_only) DO UPDATE SET system_identifier = excluded.system_identifier, since = now()`,
      );
      if (found === 'moved')
        process.stderr.write(
          'This database came from another PostgreSQL cluster: its transaction ids were put right, and every pair will be compared again.\n',
        );
      return found;
    });
  } finally {
    await source.destroy();
  }
}

async function verdict(db: DataSource | EntityManager): Promise<ClusterVerdict> {
  const [facts] = (await db.query(
    `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS present,
       (SELECT system_identifier FROM database_cluster) AS noted,
       EXISTS (SELECT FROM comparison_change) OR EXISTS (SELECT FROM matching_run)
         OR EXISTS (SELECT FROM audit_entry WHERE NOT is_sealed) AS "holdsIds",
       EXISTS (SELECT FROM comparison_change WHERE xid >= pg_snapshot_xmax(pg_current_snapshot())) AS "isAhead"`,
  )) as [ClusterFacts];
  return verdictOn(facts);
}

async function mayRepair(db: DataSource): Promise<boolean> {
  const [{ may }] = (await db.query(`SELECT pg_has_role(current_user, 'cairn_owner', 'MEMBER') AS may`)) as [
    { may: boolean },
  ];
  return may;
}

async function forgetIds(tx: EntityManager): Promise<void> {
  // 3 is the first id of any cluster: below every horizon, hence settled.
  await tx.query(`UPDATE comparison_change SET xid = '3' WHERE xid <> '3'`);
  await tx.query(`DELETE FROM matching_subject`);
  await tx.query(`DELETE FROM matching_run`);
  // Of DNA the same; its runs stay as a record of work done, and prove nothing without their horizon.
  await tx.query(`UPDATE dna_change SET xid = '3' WHERE xid <> '3'`);
  await tx.query(`DELETE FROM kinship_subject`);
  await tx.query(`UPDATE kinship_run SET horizon = NULL WHERE horizon IS NOT NULL`);
  // The trail refuses changes by trigger; the transaction id is no part of what is hashed.
  await tx.query(`ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only`);
  await tx.query(`UPDATE audit_entry SET xid = '3' WHERE NOT is_sealed`);
  await tx.query(`ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only`);
  // Jobs of the old queue are gone or stale.
  await tx.query(`UPDATE outbox_message SET sent_at = NULL WHERE done_at IS NULL AND dead_at IS NULL`);
  await audit(tx, systemActor('restore', 'cli'), 'database.moved', { fields: ['comparisonChange', 'matchingRun'] });
}
