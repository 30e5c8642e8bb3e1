-- After a dump was restored into another PostgreSQL cluster, before API and worker start; as the superuser. Harmless to repeat.
-- Transaction ids are of the cluster that gave them. Here they begin anew, so that "below the snapshot horizon" would be wrong
-- both ways: old changes might never count as settled, and old runs would seem to have seen changes yet to come.
BEGIN;
-- 3 is the first id of any cluster: below every horizon, hence settled.
UPDATE comparison_change SET xid = '3' WHERE xid <> '3';
-- What was compared is no longer proved; the worker finds every pair open and compares it again.
DELETE FROM matching_subject;
DELETE FROM matching_run;
-- The trail refuses changes by trigger; the transaction id is no part of what is hashed.
SET LOCAL session_replication_role = replica;
UPDATE audit_entry SET xid = '3' WHERE NOT is_sealed;
-- Jobs of the old queue are gone or stale: whatever is not done is handed over again.
UPDATE outbox_message SET sent_at = NULL WHERE done_at IS NULL AND dead_at IS NULL;
COMMIT;
