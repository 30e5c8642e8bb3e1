import { randomUUID } from 'node:crypto';
import path from 'node:path';
import Redis from 'ioredis';
import { AuditVerification } from '../../src/audit';
import { KeyRing, systemActor } from '../../src/platform';
import { Cairn, eventually, type Person, servers } from '../support/cairn';
import { COUNTING_QUEUE, hearTwice } from './counted-effects';

export type Backend = 'postgres' | 'redis';
export const backends: readonly Backend[] = ['postgres', 'redis'];

/** How many faults of each kind: ten in every test run, a hundred in `npm run test:faults`. */
export const faultCount = process.env.CAIRN_FAULTS === 'full' ? 100 : 10;

/** One Redis database for each test, so that none meets the jobs of another. */
let redisDatabase = 0;

/** A database of its own under load, the environment for processes that serve it, and what happened there. */
export class Ground {
  /** Reports whose registration was answered with 200. */
  readonly acknowledged = new Set<string>();

  private constructor(
    readonly cairn: Cairn,
    readonly officer: Person,
    readonly env: Record<string, string>,
    private readonly backend: Backend,
  ) {}

  static async prepare(backend: Backend): Promise<Ground> {
    hearTwice();
    // One key for the requests made in this process and the workers that read what they wrote.
    const keyFile = path.join(servers().dataFolder, `keys-${randomUUID()}.json`);
    const cairn = await Cairn.start({ keyRing: KeyRing.fromFile(keyFile, { mayCreate: true }) });
    const officer = await cairn.aPerson('SEN', 'family', ['contact_point_officer']);
    const { adminUrl, appUrl, workerUrl, redisUrl, dataFolder } = servers();
    const name = cairn.admin.options.database as string;
    const here = (url: string) => url.replace(/^([^/]+\/\/[^/]+)\/[^?]*/, `$1/${name}`);
    const env: Record<string, string> = {
      DATABASE_URL: here(adminUrl),
      DATABASE_APP_URL: here(appUrl),
      DATABASE_WORKER_URL: here(workerUrl),
      CAIRN_DATA: path.join(dataFolder, name),
      CAIRN_KEY_FILE: keyFile,
      CAIRN_LOCK_MS: '1000',
      CAIRN_RESEND_MS: '1500',
      ...(backend === 'redis' ? { REDIS_URL: `${redisUrl}/${++redisDatabase}` } : {}),
    };
    const ground = new Ground(cairn, officer, env, backend);
    await ground.makeRoomForFaults();
    return ground;
  }

  /**
   * Tables for the effects that are counted, and slowness at the two moments that matter: while the effect is open,
   * and inside the commit, where a client may die without knowing that its work will stand.
   */
  private async makeRoomForFaults(): Promise<void> {
    await this.sql(`CREATE TABLE fault_effect (oid bigint NOT NULL)`);
    await this.sql(`CREATE TABLE naive_effect (thing bigint NOT NULL)`);
    await this.sql(`GRANT SELECT, INSERT ON fault_effect, naive_effect TO cairn_worker`);
    await this.sql(
      `CREATE FUNCTION be_slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(TG_ARGV[0]::float); RETURN NULL; END $$`,
    );
    for (const table of ['missing_person_case', 'family_report', 'fault_effect', 'naive_effect']) {
      await this.sql(`CREATE TRIGGER slow AFTER INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION be_slow(0.03)`);
      await this.sql(`CREATE CONSTRAINT TRIGGER slow_commit AFTER INSERT ON ${table}
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION be_slow(0.1)`);
    }
  }

  async sql<T = Record<string, never>>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.cairn.admin.query(text, values)) as T[];
  }

  async count(text: string, values: unknown[] = []): Promise<number> {
    return Number((await this.sql<{ n: string }>(`SELECT count(*) AS n FROM ${text}`, values))[0]!.n);
  }

  aReport(reference = `R-${randomUUID()}`) {
    return { reference, anteMortem: { givenNames: 'Moussa', familyNames: 'Sanogo', sex: 'male' } };
  }

  /** Registers reports as long as `goesOn`, keeping some twenty waiting for the workers. */
  async keepRegistering(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      if ((await this.count(`outbox_message WHERE done_at IS NULL`)) > 40) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      await Promise.all(Array.from({ length: 6 }, () => this.register()));
    }
  }

  async register(): Promise<void> {
    const id = randomUUID();
    await this.officer.put(`/api/family-reports/${id}`, this.aReport()).expect(200);
    this.acknowledged.add(id);
  }

  /** The queue loses everything at once, as with a Redis without a disk. */
  async loseTheQueue(): Promise<number> {
    if (this.backend === 'redis') {
      const redis = new Redis(this.env.REDIS_URL!);
      const keys = await redis.dbsize();
      await redis.flushdb();
      await redis.quit();
      return keys;
    }
    const tables = await this.sql<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename LIKE '%job%'`,
    );
    let lost = 0;
    for (const { name } of tables) lost += await this.count(name);
    // Against a worker's own locks the fault itself may be the one that gives way: it is made again until it hits.
    for (let made = false; !made;)
      made = await this.sql(`TRUNCATE ${tables.map(({ name }) => name).join(', ')} CASCADE`).then(
        () => true,
        (error: { driverError?: { code?: string } }) => {
          if (error.driverError?.code !== '40P01') throw error;
          return false;
        },
      );
    return lost;
  }

  async untilAllDone(withinMs = 60_000): Promise<void> {
    const isDone = async () =>
      (await this.count(`outbox_message WHERE done_at IS NULL AND dead_at IS NULL`)) === 0 &&
      (await this.count(`audit_entry WHERE NOT is_sealed`)) === 0;
    await eventually(isDone, withinMs).catch(async () => {
      const left = await this.sql(
        `SELECT queue, count(*)::int, max(sends) AS sends, min(created_at)::text AS since FROM outbox_message
         WHERE done_at IS NULL AND dead_at IS NULL GROUP BY queue`,
      );
      throw new Error(`work is left: ${JSON.stringify(left)}, ${await this.whatHolds()}`);
    });
  }

  /** For the reader of a failed run: what was given up and why, and what each connection does. */
  private async whatHolds(): Promise<string> {
    return JSON.stringify([
      await this.sql(`SELECT cause, count(*)::int FROM outbox_message WHERE dead_at IS NOT NULL GROUP BY cause`),
      await this.sql(
        `SELECT application_name, state, wait_event, left(query, 80) AS query, age(now(), xact_start)::text AS age
         FROM pg_stat_activity WHERE datname = current_database() AND xact_start IS NOT NULL`,
      ),
    ]);
  }

  /** The invariants over all that was acknowledged and all that happened; each number must be what its name says. */
  async history() {
    const acknowledged = [...this.acknowledged];
    const verdict = await this.cairn.app.get(AuditVerification).verify(systemActor('fault test'));
    const twice = (rows: string) => `(SELECT 1 FROM ${rows} HAVING count(*) > 1) AS twice`;
    return {
      // I1: every acknowledged act is there, with its case.
      acknowledgedLost: await this.count(
        `unnest($1::uuid[]) id WHERE NOT EXISTS (SELECT FROM family_report r WHERE r.id = id.id AND status = 'registered')`,
        [acknowledged],
      ),
      reportsWithoutCase: await this.count(
        `family_report r WHERE NOT EXISTS (SELECT FROM missing_person_case c WHERE c.id = r.id)`,
      ),
      // I2: every message had its effect, and had it once.
      messagesWithoutEffect: await this.count(
        `outbox_message o WHERE queue = $1 AND NOT EXISTS (SELECT FROM fault_effect e WHERE e.oid = o.id)`,
        [COUNTING_QUEUE],
      ),
      effectsTwice: await this.count(twice('fault_effect GROUP BY oid')),
      casesOpenedTwice: await this.count(twice(`case_event WHERE act = 'opened' GROUP BY case_id`)),
      openingsAuditedTwice: await this.count(twice(`audit_entry WHERE act = 'cases.opened' GROUP BY subject`)),
      registrationsAuditedTwice: await this.count(
        twice(`audit_entry WHERE act = 'families.registered' GROUP BY subject`),
      ),
      toldTwice: await this.count(twice(`outbox_message GROUP BY event, queue, payload`)),
      givenUp: await this.count(`outbox_message WHERE dead_at IS NOT NULL`),
      // I3: no effect out of nothing.
      effectsWithoutMessage: await this.count(
        `fault_effect e WHERE NOT EXISTS (SELECT FROM outbox_message o WHERE o.id = e.oid)`,
      ),
      casesWithoutReport: await this.count(
        `missing_person_case c WHERE NOT EXISTS (SELECT FROM family_report r WHERE r.id = c.id)`,
      ),
      // I4: the trail holds.
      auditFaults: verdict.faults.length,
    };
  }

  async close(): Promise<void> {
    await this.cairn.close();
  }
}

/** What every history must be after every fault. */
export const nothingLostNothingDoubled = {
  acknowledgedLost: 0,
  reportsWithoutCase: 0,
  messagesWithoutEffect: 0,
  effectsTwice: 0,
  casesOpenedTwice: 0,
  openingsAuditedTwice: 0,
  registrationsAuditedTwice: 0,
  toldTwice: 0,
  givenUp: 0,
  effectsWithoutMessage: 0,
  casesWithoutReport: 0,
  auditFaults: 0,
};
