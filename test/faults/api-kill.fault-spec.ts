import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { eventually } from '../support/cairn';
import { faultCount, Ground, nothingLostNothingDoubled } from './ground';
import { ApiVictim, pause, WorkerVictim } from './processes';
import { progress, report } from './results';

describe('the API, with families registering', () => {
  let ground: Ground;
  let serving: ApiVictim;
  let spare: Promise<ApiVictim>;
  let worker: WorkerVictim;
  /** Requests sent whose answer has not come. */
  const inFlight = new Set<string>();
  let isOver = false;
  /** Clients wait while nobody could take the place of the process that is killed: work is for the kills, not a load test. */
  let isWorthwhile = true;
  const worthwhile = () => eventually(async () => isWorthwhile || isOver, 120_000);
  beforeAll(async () => {
    ground = await Ground.prepare('postgres');
    serving = await (await ApiVictim.start(ground.env)).ready();
    worker = await WorkerVictim.start(ground.env).ready();
  });
  afterAll(async () => {
    isOver = true;
    // Where the start failed, what did start must end all the same: jest would wait for it for ever.
    await Promise.all([serving?.kill9(), worker?.kill9()]);
    await ground?.close();
  });

  /** One attempt: the status, or null where the reply was lost. */
  const put = (path: string, body: object): Promise<{ status: number; body: string } | null> =>
    new Promise((resolve) => {
      const key = randomUUID();
      const done = (answer: { status: number; body: string } | null) => (inFlight.delete(key), resolve(answer));
      const sent = request(
        {
          ...{ host: '127.0.0.1', port: serving.port, path, method: 'PUT', agent: false, timeout: 20_000 },
          headers: { 'Content-Type': 'application/json', Cookie: ground.officer.cookie },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (text += part));
          response.on('end', () => done({ status: response.statusCode!, body: text }));
          response.on('error', () => done(null));
        },
      );
      sent.on('error', () => done(null));
      sent.on('timeout', () => sent.destroy());
      sent.end(JSON.stringify(body), () => inFlight.add(key));
    });

  /** What every client does: repeat until it is answered. */
  const registerUntilAnswered = async (
    attempt: (nth: number) => { id: string; reference: string },
    answers: Record<string, number>,
    bodies: string[] = [],
  ): Promise<string> => {
    for (let nth = 0; ; nth++) {
      const { id, reference } = attempt(nth);
      const answer = await put(`/api/family-reports/${id}`, ground.aReport(reference));
      const kind = answer === null ? 'lost' : String(answer.status);
      answers[kind] = (answers[kind] ?? 0) + 1;
      if (answer && answer.status !== 200) bodies.push(answer.body);
      if (answer?.status === 200) return id;
      if (nth > 500)
        throw new Error(
          `a registration was refused 500 times: ${JSON.stringify(answers)} ${serving.complaints.slice(-4000)}`,
        );
      await pause(20);
    }
  };

  /** Families' desks at work, each repeating what was not answered. */
  const clients = (answers: Record<string, number>, bodies: string[] = []) =>
    Array.from({ length: 4 }, async () => {
      while (!isOver) {
        await worthwhile();
        const [id, reference] = [randomUUID(), `R-${randomUUID()}`];
        ground.acknowledged.add(await registerUntilAnswered(() => ({ id, reference }), answers, bodies));
      }
    });

  it('killed with kill -9 in mid-request has one effect for each registration repeated, and many for a client without an id of its own', async () => {
    const answers: Record<string, number> = {};
    const naiveAnswers: Record<string, number> = {};
    const naiveIntents: string[] = [];
    const load = clients(answers);
    // The negative control: each attempt is a new record to it, as with POST and an id made by the server.
    const naive = Array.from({ length: 3 }, async () => {
      while (!isOver) {
        await worthwhile();
        const intent = randomUUID().slice(0, 8);
        naiveIntents.push(intent);
        await registerUntilAnswered((nth) => ({ id: randomUUID(), reference: `N-${intent}-${nth}` }), naiveAnswers);
      }
    });
    const naiveDoubled = () =>
      ground.count(
        `(SELECT split_part(reference, '-', 2) FROM family_report WHERE reference LIKE 'N-%' GROUP BY 1 HAVING count(*) > 1) AS twice`,
      );
    spare = ApiVictim.start(ground.env).then((api) => api.ready());
    const kills = { inFlight: 0, vacuous: 0, requestsHit: 0 };
    // The control speaks when a kill comes between its commit and its reply, which on a slow machine is a rare moment.
    const isControlSilent = async () => kills.inFlight < faultCount * 2 && (await naiveDoubled()) === 0;
    for (let goesOn = true; goesOn;) {
      isWorthwhile = false;
      const next = await spare;
      isWorthwhile = true;
      const victim = serving;
      await haltInMidRequest(victim, kills.inFlight % 2 === 0 ? 'anywhere' : 'in a commit');
      // From here every new attempt goes to the next process; those in flight are lost with this one.
      const hit = inFlight.size;
      serving = next;
      await victim.kill9();
      kills.inFlight++;
      kills.requestsHit += hit;
      if (hit === 0) kills.vacuous++;
      progress('the API killed', kills.inFlight, faultCount);
      goesOn = kills.inFlight < faultCount || (await isControlSilent());
      if (goesOn) spare = ApiVictim.start(ground.env).then((api) => api.ready());
    }
    isOver = true;
    await Promise.all([...load, ...naive]);
    await ground.untilAllDone().catch((error: unknown) => {
      throw new Error(`${String(error)} ${worker.complaints.slice(-4000)}`);
    });
    const history = await ground.history();
    const reports = await ground.count(`family_report WHERE reference LIKE 'R-%'`);
    report('kill -9 of the API in mid-request', {
      ...kills,
      registrations: ground.acknowledged.size,
      reportsStored: reports,
      repliesLost: answers['lost'] ?? 0,
      naiveRegistrations: naiveIntents.length,
      naiveDoubled: await naiveDoubled(),
      ...history,
    });
    expect(kills.vacuous).toBe(0);
    expect(answers['lost']).toBeGreaterThan(0);
    expect(Object.keys(answers).sort()).toEqual(['200', 'lost']);
    expect(reports).toBe(ground.acknowledged.size);
    expect(history).toEqual(nothingLostNothingDoubled);
    expect(await naiveDoubled()).toBeGreaterThan(0);
  });

  it('with its database connections cut in mid-act answers 503 or by the repeated request, never a fault with its insides', async () => {
    isOver = false;
    const answers: Record<string, number> = {};
    const bodies: string[] = [];
    const load = clients(answers, bodies);
    const cuts = { inAct: 0, connections: 0 };
    // Some cuts are mended by our own repetition, unseen; it goes on until one was told.
    const isUntold = () => (answers['503'] ?? 0) === 0 && cuts.inAct < faultCount * 10;
    while (cuts.inAct < faultCount * 2 || isUntold()) {
      await pause(Math.random() * 120);
      const cut = await ground.sql<{ inAct: boolean }>(
        `SELECT xact_start IS NOT NULL AS "inAct", pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND application_name IN ('cairn-api', 'cairn-worker')`,
      );
      cuts.connections += cut.length;
      const inActs = cut.filter(({ inAct }) => inAct).length;
      cuts.inAct += inActs;
      if (inActs > 0) progress('connections cut', cuts.inAct, faultCount * 2);
    }
    isOver = true;
    await Promise.all(load);
    await ground.untilAllDone().catch((error: unknown) => {
      throw new Error(`${String(error)} ${worker.complaints.slice(-4000)}`);
    });
    const history = await ground.history();
    const reports = await ground.count(`family_report WHERE reference LIKE 'R-%'`);
    report('PostgreSQL connections cut in mid-act', { ...cuts, ...prefixed('answers', answers), reports, ...history });
    const unexpected = Object.keys(answers).filter((kind) => !['200', '503'].includes(kind));
    const ids = bodies.map((body) => JSON.parse(body) as { status: number; requestId: string });
    const told = ids
      .filter(({ status }) => status !== 503)
      .flatMap(({ requestId }) => serving.complaints.split('\n').filter((line) => line.includes(requestId)));
    if (unexpected.length > 0) throw new Error(`answered ${unexpected.join(', ')}: ${told.join('\n')}`);
    expect(answers['503'] ?? 0).toBeGreaterThan(0);
    for (const body of bodies) {
      expect(JSON.parse(body)).toMatchObject({ status: 503, code: 'platform.unavailable' });
      expect(body).not.toMatch(/\bat .*\.(js|ts):\d|SELECT |INSERT |postgres/);
    }
    expect(reports).toBe(ground.acknowledged.size);
    // Named first: why a message was given up says more than that one was.
    expect(await ground.sql(`SELECT DISTINCT cause FROM outbox_message WHERE dead_at IS NOT NULL`)).toEqual([]);
    expect(history).toEqual(nothingLostNothingDoubled);
    expect([serving.isAlive, worker.isAlive]).toEqual([true, true]);
  });

  async function haltInMidRequest(victim: ApiVictim, where: 'anywhere' | 'in a commit'): Promise<void> {
    for (;;) {
      await eventually(async () => inFlight.size > 0);
      await pause(Math.random() * 200);
      if (where === 'in a commit') await untilCommitting();
      victim.halt();
      // Answers that had left it before it was stopped are still on their way.
      await pause(20);
      if (inFlight.size > 0) return;
      victim.goOn();
    }
  }

  /** The server is writing down what a client has not been told yet. */
  const untilCommitting = () =>
    eventually(
      () =>
        ground
          .count(
            `pg_stat_activity WHERE datname = current_database() AND application_name = 'cairn-api'
             AND state = 'active' AND query = 'COMMIT'`,
          )
          .then((n) => n > 0),
      60_000,
    );
});

const prefixed = (prefix: string, counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [`${prefix} ${key}`, count]));
