import { audit, AuditSealer, AuditVerification } from '../src/audit';
import { Database, systemActor } from '../src/platform';
import { createWorkerApp } from '../src/worker-app';
import { Cairn } from './support/cairn';

describe('the audit trail', () => {
  let cairn: Cairn;
  let worker: Awaited<ReturnType<typeof createWorkerApp>>;
  const actor = { ...systemActor('test'), country: 'GRC' };

  beforeAll(async () => {
    cairn = await Cairn.start();
    worker = await cairn.startWorker();
  });
  afterAll(() => cairn.close());

  const write = (count: number) =>
    worker.get(Database).act(actor, async (tx) => {
      for (let at = 0; at < count; at++) await audit(tx, actor, 'test.act', { subject: String(at), fields: ['name'] });
    });
  const verify = async () => {
    await cairn.settle({ isSealed: true });
    return cairn.app.get(AuditVerification).verify(actor);
  };
  /** Tampers as a database administrator could, with the triggers out of the way. */
  const tamper = async (sql: string, parameters: unknown[] = []) => {
    await cairn.admin.query(`SET session_replication_role = replica`);
    await cairn.admin.query(sql, parameters);
    await cairn.admin.query(`SET session_replication_role = origin`);
  };

  it('is sealed after the act and verifies', async () => {
    await write(20);
    expect(await verify()).toMatchObject({ faults: [], unsealedOverAMinute: 0 });
  });

  it('holds an entry only where its act was stored', async () => {
    const before = (await verify()).entries;
    await worker
      .get(Database)
      .act(actor, async (tx) => {
        await audit(tx, actor, 'test.failed');
        throw new Error('the act failed');
      })
      .catch(() => undefined);
    expect((await verify()).entries).toBe(before);
  });

  it('refuses change and deletion even to the role that seals', async () => {
    const asWorker = (sql: string) =>
      worker.get(Database).act(actor, async (tx) => {
        await tx.query(sql);
      });
    await expect(asWorker(`UPDATE audit_entry SET act = 'x'`)).rejects.toThrow();
    await expect(asWorker(`DELETE FROM audit_entry`)).rejects.toThrow();
    await expect(asWorker(`UPDATE audit_entry SET is_sealed = false`)).rejects.toThrow();
    await expect(asWorker(`DELETE FROM audit_link`)).rejects.toThrow();
  });

  it.each([
    ['an edited entry', `UPDATE audit_entry SET reason = 'nothing happened' WHERE id = $1`],
    ['a deleted entry', `DELETE FROM audit_entry WHERE id = $1`],
    ['a deleted link', `DELETE FROM audit_link WHERE entry_id = $1`],
  ])('names %s', async (_, sql) => {
    await write(5);
    await cairn.settle({ isSealed: true });
    await cairn.stopWorker();
    const [{ id, row, link }] = (await cairn.admin.query(
      `SELECT e.id::text AS id, to_jsonb(e) AS row, to_jsonb(l) AS link FROM audit_entry e JOIN audit_link l ON l.entry_id = e.id ORDER BY e.id DESC OFFSET 2 LIMIT 1`,
    )) as [{ id: string; row: object; link: object }];
    await tamper(sql, [id]);
    const { faults } = await cairn.app.get(AuditVerification).verify(actor);
    expect(faults.length).toBeGreaterThan(0);
    // Put back, so that the next case starts from a whole chain.
    await tamper(`DELETE FROM audit_entry WHERE id = $1`, [id]);
    await tamper(`DELETE FROM audit_link WHERE entry_id = $1`, [id]);
    await tamper(
      `INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM jsonb_populate_record(NULL::audit_entry, $1)`,
      [row],
    );
    await tamper(`INSERT INTO audit_link SELECT * FROM jsonb_populate_record(NULL::audit_link, $1)`, [link]);
    expect((await cairn.app.get(AuditVerification).verify(actor)).faults).toEqual([]);
    worker = await cairn.startWorker();
  });

  it('waits for a lower entry whose act is still open, rather than seal past it', async () => {
    const open = cairn.admin.createQueryRunner();
    await open.startTransaction();
    await open.query(
      `INSERT INTO audit_entry (act, actor_name, roles, via, is_system, request_id) VALUES ('slow', 'x', '{}', 'cli', true, 'r')`,
    );
    await write(3);
    await worker.get(AuditSealer).sealOnce();
    const unsealed = async () =>
      (
        (await cairn.admin.query(`SELECT count(*)::int AS n FROM audit_entry WHERE NOT is_sealed`)) as [{ n: number }]
      )[0].n;
    expect(await unsealed()).toBe(3);
    await open.commitTransaction();
    await open.release();
    expect(await verify()).toMatchObject({ faults: [] });
    expect(await unsealed()).toBe(0);
  });
});
