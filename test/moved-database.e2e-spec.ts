import { AuditSealer, AuditVerification } from '../src/audit';
import { CoverageService } from '../src/matching';
import { MovedDatabaseError, settleInCluster } from '../src/moved-database';
import { connectionOf, systemActor } from '../src/platform';
import { Cairn, type Person, servers } from './support/cairn';
import { recordRemains, registerReport } from './support/records';

describe('a database that came from another cluster', () => {
  let cairn: Cairn;
  let adminUrl: string;
  let [desk, team]: Person[] = [];

  beforeEach(async () => {
    cairn = await Cairn.start();
    adminUrl = inThisDatabase(servers().adminUrl);
    desk = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    team = await cairn.aPerson('ESP', 'forensic', ['forensic_officer']);
    await settleInCluster(adminUrl);
  });
  afterEach(() => cairn.close());

  const inThisDatabase = (url: string): string => {
    const parsed = new URL(url);
    parsed.pathname = `/${(cairn.admin.options as { database: string }).database}`;
    return parsed.toString();
  };
  const coverage = () => cairn.app.get(CoverageService).statement(systemActor('test'));
  const comparedPair = async () => {
    await registerReport(desk!);
    await recordRemains(team!);
    await cairn.settle();
    expect((await coverage()).holes).toBe(0);
    await cairn.stopWorker();
  };
  const noteAnother = () => cairn.admin.query(`UPDATE database_cluster SET system_identifier = '1'`);
  /** Ids of a cluster that had given many more than this one: no horizon of here would ever reach them. */
  const asFromAnOlderCluster = async () => {
    await noteAnother();
    await cairn.admin.query(`UPDATE comparison_change SET xid = '9000000000'`);
    await cairn.admin.query(`UPDATE matching_run SET horizon = '9000000001'`);
    await cairn.admin.query(`UPDATE matching_subject SET horizon = '9000000001'`);
  };

  it('counts as compared what never was, until it is settled; then everything is compared again and the trail is whole', async () => {
    await comparedPair();
    await asFromAnOlderCluster();
    // The trap itself: a record of here, not compared with anything, lies below the other cluster's horizon.
    await registerReport(desk!);
    expect((await coverage()).holes).toBe(0);

    expect(await settleInCluster(adminUrl)).toBe('moved');
    expect((await coverage()).holes).toBe(2);
    expect(await settleInCluster(adminUrl)).toBe('ours');
    await cairn.settle();
    const worker = await cairn.startWorker();
    await worker.get(CoverageService).fill();
    expect(await coverage()).toMatchObject({ reports: 2, remains: 1, holes: 0, runsInDoubt: [] });
    while ((await worker.get(AuditSealer).sealOnce()) > 0);
    expect((await worker.get(AuditVerification).verify(systemActor('test'))).faults).toEqual([]);
    const moved = (await cairn.admin.query(`SELECT FROM audit_entry WHERE act = 'database.moved'`)) as unknown[];
    expect(moved).toHaveLength(1);
  });

  it('is told by ids that its cluster has not given yet, even where nobody noted another', async () => {
    await comparedPair();
    await cairn.admin.query(`UPDATE comparison_change SET xid = '9000000000'`);
    expect(await settleInCluster(adminUrl)).toBe('moved');
    expect(await settleInCluster(adminUrl)).toBe('ours');
  });

  it('is refused, and nothing changed, by a login that may not put it right', async () => {
    await comparedPair();
    await noteAnother();
    await expect(settleInCluster(inThisDatabase(servers().appUrl))).rejects.toThrow(MovedDatabaseError);
    expect((await coverage()).holes).toBe(0);
    expect(connectionOf(adminUrl).database).not.toBe(connectionOf(servers().adminUrl).database);
  });

  it('is settled once by many processes that start at the same moment', async () => {
    await comparedPair();
    await noteAnother();
    const found = await Promise.all(Array.from({ length: 5 }, () => settleInCluster(adminUrl)));
    expect(found.filter((one) => one === 'moved')).toHaveLength(1);
  });

  it('has no transaction id that the settling does not know of', async () => {
    const columns = (await cairn.admin.query(
      `SELECT table_name || '.' || column_name AS id FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type IN ('xid', 'xid8', 'pg_snapshot') ORDER BY 1`,
    )) as { id: string }[];
    // A new one belongs into src/moved-database.ts first.
    expect(columns.map(({ id }) => id)).toEqual([
      ...['audit_entry.xid', 'comparison_change.xid', 'dna_change.xid', 'kinship_run.horizon'],
      ...['kinship_subject.changed_in', 'kinship_subject.horizon', 'matching_run.horizon', 'matching_subject.horizon'],
    ]);
  });
});
