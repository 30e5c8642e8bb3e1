/**
 * Case and list pages under a steady load, on the embedded database, with as many cases as reports were registered in
 * bulk and opened by the queue. Prints milliseconds, and each as a ratio to /health on the same server at the same rate;
 * and the memory of the idle API and of the worker that holds all reports, which run as processes of their own.
 *
 *   npm run bench -- http [cases=100000] [seconds=20] [requests a second=50]
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { ContactPointsService } from '../src/contact-points';
import { openDesk } from '../src/desk';
import { BulkRegistration, type FamilyReportDraft } from '../src/families';
import { createHttpApp } from '../src/http-app';
import { Config, openDataSource, systemActor } from '../src/platform';

const [cases = 100_000, seconds = 20, rate = 50] = process.argv.slice(2).map(Number);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const since = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);
const dist = path.resolve(path.dirname(process.argv[1]!), '../src');

async function main(): Promise<void> {
  say(
    `${new Date().toISOString()}, Node ${process.version}, load average ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
  const data = mkdtempSync(path.join(tmpdir(), 'cairn-bench-'));
  const desk = await openDesk(Config.from({ LOG_LEVEL: 'silent', CAIRN_DATA: data }), 'cairn-api');
  const admin = await openDataSource(desk.database.adminUrl, 'bench', 2);
  const app = await createHttpApp(desk.resources);
  await app.init();
  const operator = systemActor('bench', 'cli');
  const { desk: point } = await app
    .get(ContactPointsService)
    .add(operator, { code: 'SEN-BENCH', name: 'Bench desk', country: 'SEN', kind: 'family' });
  const children: ChildProcess[] = [];
  try {
    let began = performance.now();
    const outcomes = await app.get(BulkRegistration).registerMany(
      operator,
      point.id,
      Array.from({ length: cases }, (_, at) => aDraft(at)),
      { bulk: true },
    );
    say(`registered ${outcomes.filter(({ outcome }) => outcome === 'created').length} reports in ${since(began)} s`);

    began = performance.now();
    const worker = start('worker.js', { CAIRN_DATA: data });
    children.push(worker);
    const left = async (): Promise<number> =>
      Number(
        (
          (await admin.query(
            `SELECT count(*) AS n FROM outbox_message WHERE queue IN ('cases', 'matching') AND done_at IS NULL AND dead_at IS NULL`,
          )) as [{ n: string }]
        )[0].n,
      );
    while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 500));
    const [{ opened }] = (await admin.query(`SELECT count(*)::int AS opened FROM missing_person_case`)) as [
      { opened: number },
    ];
    say(`the queue opened ${opened} cases in ${since(began)} s`);
    say(`worker with ${cases} reports: ${memoryMb(worker)} MB resident`);
    // What it may still be looking for (duplicates) is not what is measured from here on.
    await stop(worker);

    const port = await freePort();
    const api = start('main.js', { CAIRN_DATA: data, PORT: String(port) });
    children.push(api);
    const origin = `http://127.0.0.1:${port}`;
    while (!(await fetch(`${origin}/health/ready`).catch(() => null))?.ok)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => setTimeout(resolve, 5000));
    say(`API idle: ${memoryMb(api)} MB resident`);

    const cookie = await signIn(admin, point.id);
    const ids = (
      (await admin.query(`SELECT id FROM missing_person_case ORDER BY md5(id::text) LIMIT 2000`)) as { id: string }[]
    ).map(({ id }) => id);
    const health = await measure(origin, cookie, ['/health']);
    say(line('/health', health, health));
    for (const [name, paths] of [
      ['a case', ids.map((id) => `/api/cases/${id}`)],
      ['its timeline', ids.map((id) => `/api/cases/${id}/timeline`)],
      ['list of cases', ['/api/cases', '/api/cases?limit=100', '/api/cases?status=open']],
      ['list of reports', ['/api/family-reports', '/api/family-reports?limit=100', '/api/family-reports?q=REF-77']],
    ] as const)
      say(line(name, await measure(origin, cookie, paths), health));
    say(`API after the load: ${memoryMb(api)} MB resident`);
  } finally {
    await Promise.all(children.map(stop));
    await admin.destroy();
    await app.close();
    await desk.release();
    rmSync(data, { recursive: true, force: true });
  }
}

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly failed: number;
  readonly answered: number;
}

/** The latencies of every answer, not autocannon's histogram, which has no 95th percentile. */
async function measure(origin: string, cookie: string, paths: readonly string[]): Promise<Times> {
  const times: number[] = [];
  let [failed, next] = [0, 0];
  const run = autocannon({
    ...{ url: origin, connections: 10, overallRate: rate, duration: seconds },
    requests: [
      {
        method: 'GET',
        setupRequest: (request) => ({ ...request, path: paths[next++ % paths.length]!, headers: { cookie } }),
      },
    ],
  });
  run.on('response', (_client, status, _bytes, milliseconds) => {
    times.push(milliseconds);
    if (status !== 200) failed++;
  });
  await run;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), failed, answered: times.length };
}

const line = (name: string, { p50, p95, failed, answered }: Times, health: Times): string =>
  `${name.padEnd(16)} p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${(p50 / health.p50).toFixed(1)} and ` +
  `${(p95 / health.p95).toFixed(1)} times /health), ${answered} answers, ${failed} failed`;

/** A session of an officer of the desk; the sign-in itself is not what is measured. */
async function signIn(admin: Awaited<ReturnType<typeof openDataSource>>, contactPointId: string): Promise<string> {
  const [userId, token] = [randomUUID(), randomBytes(32).toString('base64url')];
  await admin.query(
    `INSERT INTO app_user (id, organisation_id, contact_point_id, email, name, roles)
     SELECT $1, organisation_id, id, $2, 'Bench', '{contact_point_officer}' FROM contact_point WHERE id = $3`,
    [userId, `${userId}@example.org`, contactPointId],
  );
  await admin.query(`INSERT INTO user_session (token_hash, user_id) VALUES ($1, $2)`, [
    createHash('sha256').update(token).digest(),
    userId,
  ]);
  return `cairn=${token}`;
}

const aDraft = (at: number): FamilyReportDraft => ({
  reference: `REF-${at}`,
  registeredOn: '2024-03-05',
  anteMortem: {
    ...{ givenNames: `Moussa ${at}`, familyNames: `Sanogo ${at % 977}`, sex: at % 3 ? 'male' : 'female' },
    ...{
      birthDate: `19${70 + (at % 30)}-04-11`,
      nationalities: ['MLI'],
      originPlace: 'Kayes, Mali',
      languages: ['bm'],
    },
    heightCm: { from: 165 + (at % 20), to: 170 + (at % 20) },
    marks: [{ type: 'scar', site: 'forearm', side: 'left', words: 'a long scar from a burn' }],
    clothing: ['blue jacket', 'jeans'],
    ...{ lastContactOn: '2023-11', route: 'Central Mediterranean', intendedDestination: 'ITA' },
  },
  enquirer: { name: `Fatoumata ${at}`, relationship: 'mother', phone: '+221 77 123 45 67', language: 'fr' },
  consents: {
    ...{ purposes: ['search_here', 'match_abroad'], claimed: [], by: 'Fatoumata', on: '2024-03-05' },
    ...{ how: 'in_person', text: 'fr-3' },
  },
});

const start = (file: string, env: Record<string, string>): ChildProcess =>
  fork(path.join(dist, file), [], {
    env: { ...process.env, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** Resident memory as the kernel counts it. */
function memoryMb(child: ChildProcess): string {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) / 1024).toFixed(0);
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
