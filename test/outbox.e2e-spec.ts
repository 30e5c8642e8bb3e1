import { randomUUID } from 'node:crypto';
import { publish, Queues } from '../src/platform';
import { Cairn, eventually } from './support/cairn';
import { NoteEffect, QUEUE, somethingHappened, startOutboxApp } from './support/outbox-app';

describe('the outbox', () => {
  let cairn: Cairn;
  let things: Awaited<ReturnType<typeof startOutboxApp>>;

  beforeAll(async () => {
    cairn = await Cairn.start();
    await cairn.admin.query(`CREATE TABLE test_effect (thing_id uuid NOT NULL)`);
    await cairn.admin.query(`GRANT SELECT, INSERT ON test_effect TO cairn_worker`);
    things = await startOutboxApp(cairn.workerResources);
    things.listen();
    things.relay.start();
  });
  afterAll(async () => {
    await things.app.close();
    await cairn.close();
  });

  const effects = async (ids: readonly string[]): Promise<number> =>
    (
      (await cairn.admin.query(`SELECT count(*)::int AS n FROM test_effect WHERE thing_id = ANY($1)`, [ids])) as [
        { n: number },
      ]
    )[0].n;
  const happen = async (how: { bulk?: boolean; fails?: boolean } = {}, count = 1): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => randomUUID());
    await things.database
      .act(things.actor, async (tx) => {
        await publish(
          tx,
          somethingHappened,
          ids.map((thingId) => ({ thingId })),
          how,
        );
        if (how.fails) throw new Error('the act failed');
      })
      .catch((error: unknown) => {
        if (!how.fails) throw error;
      });
    return ids;
  };

  it('gives every committed event its effect, and a failed act none', async () => {
    const failed = await happen({ fails: true });
    const done = await happen({}, 20);
    await eventually(async () => (await effects(done)) === 20);
    expect(await effects(failed)).toBe(0);
  });

  it('carries a thousand rows of an import in few jobs, each with its effect once', async () => {
    const ids = await happen({ bulk: true }, 1000);
    await eventually(async () => (await effects(ids)) === 1000, 30_000);
    const [{ n }] = (await cairn.admin.query(
      `SELECT count(*)::int AS n FROM outbox_message WHERE done_at IS NULL`,
    )) as [{ n: number }];
    expect(n).toBe(0);
  });

  it('has one effect for a message however often it is delivered', async () => {
    const [thingId] = await happen();
    await eventually(async () => (await effects([thingId!])) === 1);
    const [{ id }] = (await cairn.admin.query(`SELECT id::text FROM outbox_message WHERE payload->>'thingId' = $1`, [
      thingId,
    ])) as [{ id: string }];
    await cairn.admin.query(`UPDATE outbox_message SET done_at = NULL WHERE id = $1`, [id]);
    await things.inbox.apply(things.listener, [id]);
    await things.inbox.apply(things.listener, [id]);
    expect(await effects([thingId!])).toBe(1);
  });

  it('sends again what a lost queue had taken', async () => {
    await things.relay.stop();
    const ids = await happen({}, 30);
    // Handed over to a queue that then loses everything, before any worker saw it.
    await cairn.admin.query(
      `UPDATE outbox_message SET sent_at = clock_timestamp() - interval '10 seconds', sends = 1 WHERE done_at IS NULL`,
    );
    await things.app.get(Queues).queue(QUEUE).drain();
    expect(await effects(ids)).toBe(0);
    expect(await things.relay.reconcile()).toBe(30);
    await things.relay.relayOnce();
    await eventually(async () => (await effects(ids)) === 30);
  });

  it('puts a poisoned message aside with its cause, and does not let it hold back its batch', async () => {
    // As many attempts as ever, in less time.
    const { attempts, backoff } = things.app.get(Queues).queue(QUEUE).defaultJobOptions;
    expect([attempts, backoff]).toEqual([5, { type: 'exponential', delay: 500 }]);
    (backoff as { delay: number }).delay = 20;
    const ids = await happen({ bulk: true }, 10);
    NoteEffect.poisoned.add(ids[4]!);
    await things.relay.relayOnce();
    const others = ids.filter((_, at) => at !== 4);
    await eventually(async () => {
      await things.relay.relayOnce();
      return (await effects(others)) === 9;
    }, 40_000);
    const dead = await eventually(async () => {
      const rows = (await cairn.admin.query(`SELECT cause FROM outbox_message WHERE dead_at IS NOT NULL`)) as {
        cause: string;
      }[];
      return rows.length === 1 && rows;
    }, 40_000);
    expect(dead[0]!.cause).toContain('cannot be handled');
    expect(await effects([ids[4]!])).toBe(0);
  }, 90_000);

  it('keeps nothing but ids in the queue', async () => {
    await things.relay.stop();
    const queue = things.app.get(Queues).queue(QUEUE);
    await queue.pause();
    await happen({}, 3);
    await things.relay.relayOnce();
    const jobs = await queue.getJobs(['waiting', 'prioritized', 'delayed']);
    expect(jobs.length).toBeGreaterThanOrEqual(3);
    for (const job of jobs) expect(Object.keys(job.data as object)).toEqual(['oids']);
    await queue.resume();
  });
});
