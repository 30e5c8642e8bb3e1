import { backends, faultCount, Ground, nothingLostNothingDoubled } from './ground';
import { pause, WorkerVictim } from './processes';
import { progress, report } from './results';
import { eventually } from '../support/cairn';

/** Three at work, so that others take over while the killed one is replaced. */
const WORKERS = 3;

describe.each(backends)('workers killed with kill -9 while they hold work, queue in %s', (backend) => {
  let ground: Ground;
  let pool: WorkerVictim[] = [];
  let isOver = false;
  beforeEach(() => void (isOver = false));
  // A failed test must not leave its load to the next.
  afterEach(() => void (isOver = true));
  beforeAll(async () => {
    ground = await Ground.prepare(backend);
  });
  afterAll(async () => {
    await Promise.all(pool.map((worker) => worker.kill9()));
    await ground.close();
  });

  it('lose nothing and double nothing, while a handler without inbox doubles', async () => {
    pool = await Promise.all(Array.from({ length: WORKERS }, () => WorkerVictim.start(ground.env).ready()));
    let naiveJobs = 0;
    const load = ground.keepRegistering(() => !isOver);

    const kills = { inFlight: 0, vacuous: 0, beforeCommit: 0, afterCommit: 0, heldMessages: 0, heldNaive: 0 };
    while (kills.inFlight < faultCount) {
      const adder = await eventually(async () => pool.find((worker) => worker.takesWork), 60_000);
      await adder.addNaiveJobs(naiveJobs, (naiveJobs += 15));
      const [victim, holding] = await killOneInFlight(pool);
      pool[pool.indexOf(victim)] = WorkerVictim.start(ground.env);
      const messages = holding.filter((work) => work.startsWith('outbox ')).map((work) => work.slice(7));
      kills.inFlight++;
      if (holding.length === 0) kills.vacuous++;
      if (messages.length > 0) kills.heldMessages++;
      if (holding.length > messages.length) kills.heldNaive++;
      // The server may still be committing for its dead client; which moment was hit is told apart once it is done.
      await pause(80);
      const committed = await ground.count(`inbox_message WHERE oid = ANY($1::bigint[])`, [messages]);
      kills.afterCommit += committed;
      kills.beforeCommit += messages.length - committed;
      progress(`workers killed, queue in ${backend}`, kills.inFlight, faultCount);
    }
    isOver = true;
    await load;
    await Promise.all(pool.map((worker) => worker.ready()));
    await ground.untilAllDone();

    const history = await ground.history();
    const naiveTwice = await naiveEffectsDoubled(ground, 0, naiveJobs);
    report(`kill -9 of a worker in mid-job, queue in ${backend}`, {
      ...kills,
      reports: ground.acknowledged.size,
      naiveEffectsDoubled: naiveTwice,
      ...history,
    });
    expect(kills.vacuous).toBe(0);
    expect(kills.heldMessages).toBeGreaterThan(faultCount / 2);
    expect(history).toEqual(nothingLostNothingDoubled);
    // The negative control: were it silent, the kills would have proved nothing.
    expect(naiveTwice).toBeGreaterThan(0);
  });

  it('that stop for longer than their lock and then go on change nothing twice, while a handler without inbox does', async () => {
    const naiveBefore = await ground.count(`naive_effect`);
    let naiveJobs = 1_000_000;
    const load = ground.keepRegistering(() => !isOver);
    const stops = { zombies: 0, heldMessages: 0, messagesDoneByOthers: 0 };
    while (stops.zombies < Math.ceil(faultCount / 4)) {
      await pool[0]!.addNaiveJobs(naiveJobs, (naiveJobs += 30));
      const victim = await haltOneInFlight(pool);
      const messages = [...victim.inFlight].filter((work) => work.startsWith('outbox ')).map((work) => work.slice(7));
      stops.zombies++;
      stops.heldMessages += messages.length;
      // Three times the lock: its jobs are taken from it and given to the others.
      await pause(3000);
      stops.messagesDoneByOthers += await ground.count(`inbox_message WHERE oid = ANY($1::bigint[])`, [messages]);
      victim.goOn();
      await pause(300);
      progress(`workers stopped, queue in ${backend}`, stops.zombies, Math.ceil(faultCount / 4));
    }
    isOver = true;
    await load;
    await ground.untilAllDone();
    const history = await ground.history();
    const naiveTwice = await naiveEffectsDoubled(ground, 1_000_000, naiveJobs);
    report(`worker stopped beyond its lock and continued, queue in ${backend}`, {
      ...stops,
      naiveEffects: (await ground.count(`naive_effect`)) - naiveBefore,
      naiveEffectsDoubled: naiveTwice,
      ...history,
    });
    expect(stops.heldMessages).toBeGreaterThan(0);
    expect(history).toEqual(nothingLostNothingDoubled);
    expect(naiveTwice).toBeGreaterThan(0);
  });

  it('do all work after the queue lost everything under load, while jobs without an outbox row are gone', async () => {
    const losses = Math.ceil(faultCount / 4);
    let [lostEntries, from] = [0, 2_000_000];
    const load = ground.keepRegistering(() => !isOver);
    for (let at = 0; at < losses; at++) {
      await pool[0]!.addNaiveJobs(from, (from += 200));
      await eventually(async () => pool.some((worker) => worker.inFlight.size > 0));
      lostEntries += await ground.loseTheQueue();
      progress(`queues lost in ${backend}`, at + 1, losses);
      await pause(200);
    }
    isOver = true;
    await load;
    const began = Date.now();
    await ground.untilAllDone(60_000);
    const naiveLost =
      from -
      2_000_000 -
      (await ground.count(`(SELECT DISTINCT thing FROM naive_effect WHERE thing >= 2000000) AS done`));
    const history = await ground.history();
    report(`the whole queue lost under load, queue in ${backend}`, {
      losses,
      entriesLost: lostEntries,
      secondsUntilAllDone: ((Date.now() - began) / 1000).toFixed(1),
      naiveJobsLost: naiveLost,
      ...history,
    });
    expect(history).toEqual(nothingLostNothingDoubled);
    expect(naiveLost).toBeGreaterThan(0);
  });
});

/** Stops a worker for good while it holds work: looked at when it can no longer finish anything, not before. */
async function haltOneInFlight(pool: readonly WorkerVictim[]): Promise<WorkerVictim> {
  for (;;) {
    const victim = await eventually(async () => {
      const busy = pool.filter((worker) => worker.finished >= 3 && worker.inFlight.size > 0);
      return busy[Math.floor(Math.random() * busy.length)];
    }, 60_000);
    await pause(Math.random() * 150);
    victim.halt();
    // What it said before it was stopped is still on its way to us.
    await pause(20);
    if (victim.inFlight.size > 0) return victim;
    victim.goOn();
  }
}

/** How many jobs of the control had their effect more than once, when all that the queue still knows are done. */
async function naiveEffectsDoubled(ground: Ground, from: number, to: number): Promise<number> {
  const things = `naive_effect WHERE thing >= ${from} AND thing < ${to}`;
  let before = -1;
  for (let now = 0; now !== before; now = await ground.count(things)) {
    before = now;
    await pause(2500);
  }
  return ground.count(`(SELECT thing FROM ${things} GROUP BY thing HAVING count(*) > 1) AS twice`);
}

async function killOneInFlight(pool: readonly WorkerVictim[]): Promise<[WorkerVictim, string[]]> {
  const victim = await haltOneInFlight(pool);
  await victim.kill9();
  return [victim, [...victim.inFlight]];
}
