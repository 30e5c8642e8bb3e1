/**
 * The job queue under load, end to end on the embedded database: 20,000 reports imported while 2,000 remains are there,
 * until coverage is whole; a live remains record meanwhile; then one new remains record against N reports until its
 * proposal can be read. Prints seconds, and the live record's delay as a ratio to the same record on an idle queue.
 *
 *   npx tsx bench/coverage.ts [reports=20000] [remains=2000]
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { BulkRegistration, type FamilyReportDraft } from '../src/families';
import { RemainsBulkRegistration, type RemainsDraft, RemainsRegister } from '../src/forensic-remains';
import { ContactPointsService } from '../src/contact-points';
import { CoverageService } from '../src/matching';
import { Config, Database, type Actor, systemActor } from '../src/platform';
import { createHttpApp } from '../src/http-app';
import { openDesk } from '../src/desk';
import { MadeWorld } from './matching-world';

const [reports = 20_000, remains = 2_000] = process.argv.slice(2).map(Number);
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'cairn-bench-'));
  const config = Config.from({ LOG_LEVEL: 'silent', CAIRN_DATA: data });
  const apiDesk = await openDesk(config, 'cairn-api');
  const api = await createHttpApp(apiDesk.resources);
  await api.init();
  const operator: Actor = systemActor('bench', 'cli');
  const contactPoints = api.get(ContactPointsService);
  const family = (
    await contactPoints.add(operator, { code: 'SEN-BENCH', name: 'Bench desk', country: 'SEN', kind: 'family' })
  ).desk;
  const forensic = (
    await contactPoints.add(operator, { code: 'ESP-BENCH', name: 'Bench team', country: 'ESP', kind: 'forensic' })
  ).desk;
  const made = new MadeWorld(7);
  const proof = { by: 'A relative', on: '2026-01-05', how: 'in_person', text: 'v1' } as const;
  const familyReports = Array.from({ length: reports! }, (_, at) => ({
    reference: `B-${at}`,
    registeredOn: '2026-01-05',
    anteMortem: made.report(),
    enquirer: { name: 'A relative', relationship: 'sibling', language: 'fr' },
    consents: { purposes: ['search_here', 'match_abroad'], claimed: [], ...proof },
    doNotShareWith: [],
  })) as unknown as FamilyReportDraft[];
  const recorded = Array.from({ length: remains! }, (_, at) => ({
    reference: `PM-${at}`,
    postMortem: made.remains(),
  })) as unknown as RemainsDraft[];

  await api.get(RemainsBulkRegistration).registerMany(operator, forensic.id, recorded, { bulk: true });
  // The worker is a process of its own, as it is in use.
  const worker = spawn(process.execPath, [path.join(path.dirname(process.argv[1]!), '../src/worker.js')], {
    env: { ...process.env, CAIRN_DATA: data, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const database = api.get(Database);
  const undone = async (): Promise<number> =>
    (
      (await database.read(operator, (tx) =>
        tx.query(
          `SELECT count(*)::int AS n FROM outbox_message WHERE queue = 'matching' AND done_at IS NULL AND dead_at IS NULL`,
        ),
      )) as [{ n: number }]
    )[0].n;
  const idle = async (): Promise<void> => {
    while ((await undone()) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  await idle();

  /** Records remains and waits until they were compared; milliseconds. */
  const live = async (): Promise<number> => {
    const id = randomUUID();
    const began = performance.now();
    const team: Actor = {
      ...operator,
      organisationId: forensic.organisationId,
      contactPointId: forensic.id,
      country: 'ESP',
      agency: 'forensic',
    };
    await api
      .get(RemainsRegister)
      .put(team, id, { reference: `LIVE-${id}`, draft: false, postMortem: made.remains() }, null);
    for (;;) {
      const found = (await database.read(operator, (tx) =>
        tx.query(`SELECT FROM matching_subject WHERE record_id = $1`, [id]),
      )) as unknown[];
      if (found.length > 0) return performance.now() - began;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  say(
    `load average ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  );
  const began = performance.now();
  const importing = api.get(BulkRegistration).registerMany(operator, family.id, familyReports, { bulk: true });
  const during: number[] = [];
  let isImporting = true;
  void importing.then(() => (isImporting = false));
  while (isImporting) {
    during.push(await live());
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  await importing;
  say(`${reports} reports committed: ${seconds(began)} s`);
  while ((await undone()) > 0) {
    during.push(await live());
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  const coverage = api.get(CoverageService);
  let statement = await coverage.statement(operator);
  const open = statement.holes;
  while (statement.holes > 0) {
    // The worker's own watch finds and fills them.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    statement = await coverage.statement(operator);
  }
  say(
    `coverage whole: ${seconds(began)} s after the start (${open} holes when the queue was empty; ${statement.pairs} pairs)`,
  );
  during.sort((a, b) => a - b);
  const median = (list: number[]): number => list[Math.floor(list.length / 2)] ?? NaN;
  const quiet: number[] = [];
  for (let at = 0; at < 11; at++) quiet.push(await live());
  quiet.sort((a, b) => a - b);
  say(
    `live remains during the import: median ${median(during).toFixed(0)} ms, worst ${during.at(-1)?.toFixed(0)} ms (${during.length})`,
  );
  say(
    `live remains on an idle queue against ${reports} reports: median ${median(quiet).toFixed(0)} ms, worst ${quiet.at(-1)?.toFixed(0)} ms; ratio ${(median(during) / median(quiet)).toFixed(1)}`,
  );
  const clock = readFileSync(`/proc/${worker.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  say(`processor time of the worker: ${((Number(clock[11]) + Number(clock[12])) / 100).toFixed(0)} s`);
  const rss = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${worker.pid}/status`, 'utf8'))?.[1];
  say(`resident memory of the worker: ${Math.round(Number(rss) / 1000)} MB`);
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGTERM');
  await ended;
  await api.close();
  await apiDesk.release();
  rmSync(data, { recursive: true, force: true });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
