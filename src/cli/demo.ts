import { createReadStream, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import type { INestApplicationContext } from '@nestjs/common';
import type { Desk } from '../desk';
import { Demonstration, DemonstrationDailyWork, type DemonstrationLogin, type Filled } from '../exchange';
import { createWorkerApp, untilIdle } from '../worker-app';
import { type ExitCode, RefusedError } from './exit-codes';
import { emptiedDatabase } from './demo-reset';
import { actorOf, withDesk, workerResources } from './opened-desk';
import { answer, type CommonOptions } from './terminal';

interface Options extends CommonOptions {
  readonly ifEmpty?: boolean;
  readonly reset?: boolean;
}

export async function run(options: Options): Promise<ExitCode> {
  if (options.reset) await withDesk(async ({ app, held }) => reset(app, held), 'error');
  return withDesk<ExitCode>(async ({ app, held }) => {
    const state = await app.get(Demonstration).state();
    if (state === 'filled' || state === 'in-use') {
      const words = state === 'filled' ? 'The demonstration data are there already.' : 'This system is in use.';
      if (!options.ifEmpty && state === 'in-use')
        throw new RefusedError('cli.not-empty', `${words} Only an empty one can be filled with demonstration data.`);
      await answer(options, { state, filled: null }, () => `${words} Nothing was changed.\n`);
      return 0;
    }
    const begun = Date.now();
    const filled = await fill(app, held);
    await answer(options, { state: 'filled', filled }, () => wordsOf(filled, Date.now() - begun, loginsFile(held)));
    return 0;
    // Two applications in one process are meant here, of which TypeORM warns.
  }, 'error');
}

async function fill(app: INestApplicationContext, held: Desk): Promise<Filled> {
  const operator = await actorOf(app, held, {});
  const demonstration = app.get(Demonstration);
  const logins = demonstration.logins(keptLogins(held));
  // Before the first account is made: a password that nobody has is lost.
  writeLogins(held, logins);
  const say = (what: string) => process.stderr.write(`  ${what}\n`);
  const filled = await demonstration.fill(operator, register(), logins, say);
  say('cases, comparisons and proposals');
  const worker = await createWorkerApp(workerResources(held));
  try {
    await untilIdle(worker);
    await app.get(DemonstrationDailyWork).do();
    await untilIdle(worker, { isSealed: true });
  } finally {
    await worker.close();
  }
  await demonstration.finish(operator);
  return filled;
}

/** The IOM register that comes with Cairn, beside the built server. */
const register = () =>
  createReadStream(path.resolve(path.dirname(process.argv[1]!), '../../data/iom-missing-migrants.csv.gz')).pipe(
    createGunzip(),
  );

const loginsFile = (held: Desk): string => path.join(held.resources.config.dataFolder, 'demo-logins.json');

function keptLogins(held: Desk): DemonstrationLogin[] {
  const file = loginsFile(held);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemonstrationLogin[]) : [];
}

function writeLogins(held: Desk, logins: readonly DemonstrationLogin[]): void {
  const draft = `${loginsFile(held)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(logins, null, 1)}\n`, { mode: 0o600 });
  renameSync(draft, loginsFile(held));
}

async function reset(app: INestApplicationContext, held: Desk): Promise<void> {
  const state = await app.get(Demonstration).state();
  if (state === 'empty') return;
  if (state === 'in-use')
    throw new RefusedError(
      'cli.not-a-demonstration',
      'There is more in this system than a demonstration: it is not emptied',
    );
  await emptiedDatabase(held);
}

const wordsOf = (filled: Filled, ms: number, logins: string): string =>
  [
    `Filled with fictitious data in ${(ms / 1000).toFixed(1)} s: ${filled.organisations} organisations, ${filled.users} users,`,
    `${filled.incidents} real incidents (IOM Missing Migrants Project, CC BY 4.0), ${filled.reports} family reports, ${filled.remains} remains,`,
    `${filled.truePairs} of them of persons who were reported. The logins are in ${logins}`,
  ].join('\n') + '\n';
