/**
 * `npm run demo` and `npm start`: sets up what is missing, starts the database, migrates, keeps API and worker running,
 * and on Ctrl-C stops worker, API and database, in this order. If this process is killed without a word, API and worker
 * notice by themselves and a watchdog stops the database.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { root, setUp } from './setup.mjs';
import { Supervised, trimLog } from './supervised.mjs';

/** Together with the database's 8 s they stay under 25 s. */
const WORKER_PATIENCE_MS = 9000;
const API_PATIENCE_MS = 6000;
const HEARTBEAT_MS = 2000;
const READY_HINT_MS = 120_000;
const DEATHS_BEFORE_READY = 5;

const mode = process.argv[2];
if (mode !== 'demo' && mode !== 'start') {
  console.error('usage: node scripts/run.mjs demo|start');
  process.exit(64);
}

const dataFolder = resolve(process.env.INIT_CWD || process.cwd(), process.env.CAIRN_DATA || '.cairn');
let database = null;
let step = null;
let api = null;
let worker = null;
let stopping = null;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
// A closed terminal or pipe must not end us before we have stopped the rest.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

try {
  await main();
} catch (error) {
  if (stopping === null) {
    console.error(error.message);
    await stop(1);
  }
}

async function main() {
  await setUp(say);
  if (stopping !== null) return;
  // Before anything is started, so that a wrong PORT costs nothing.
  const port = await choosePort();
  const env = { ...process.env, CAIRN_DATA: dataFolder, PORT: String(port) };
  await openDatabase();
  await runStep('migrate', ['migrate'], env);
  if (mode === 'demo') await runStep('demo data', ['demo', '--if-empty'], env);
  if (stopping !== null) return;

  api = supervised('API', 'main.js', env);
  worker = supervised('worker', 'worker.js', env);
  api.start();
  worker.start();
  await waitUntilReady(port);
  if (stopping !== null) return;
  console.log(`Cairn is ready: http://localhost:${port}`);
  tellLogins();
  console.log(`Data lie in ${dataFolder}. Ctrl-C stops Cairn; the data stay.`);
  await lookAfterIt();
}

/** Our own lease on the embedded database: with it the server outlives a restart of API or worker. */
async function openDatabase() {
  if (process.env.DATABASE_URL) return;
  say('Starting PostgreSQL ...');
  const { default: embedded } = await import(pathToFileURL(join(root, 'dist/src/platform/embedded/index.js')).href);
  const lease = await embedded.openEmbeddedDatabase({ dataFolder });
  if (stopping === null) database = lease;
  else await lease.release();
}

/** One `cairn` command to its end. */
async function runStep(what, words, env) {
  if (stopping !== null) return;
  step = spawn(process.execPath, [join(root, 'dist/src/cli.js'), ...words], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [code, signal] = await new Promise((done, fail) => {
    step.once('error', fail);
    step.once('exit', (...end) => done(end));
  });
  step = null;
  if (code !== 0 && stopping === null)
    throw new Error(`Cairn cannot start: "cairn ${words.join(' ')}" ended with ${signal ?? `exit ${code}`} (${what})`);
}

function supervised(name, script, env) {
  const logFile = join(dataFolder, 'logs', `${name.toLowerCase()}.log`);
  return new Supervised({ name, script: join(root, 'dist/src', script), env, logFile, say });
}

async function waitUntilReady(port) {
  const start = Date.now();
  let hasHinted = false;
  while (stopping === null && !(await isReady(port))) {
    if (api.deaths >= DEATHS_BEFORE_READY) throw new Error(`The API does not start. It said:\n${api.tail()}`);
    if (!hasHinted && Date.now() - start > READY_HINT_MS) {
      hasHinted = true;
      say(`Still not ready; what it does stands in ${api.logFile}`);
    }
    await delay(100);
  }
}

async function isReady(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function tellLogins() {
  const logins = join(dataFolder, 'demo-logins.json');
  if (mode === 'demo' && existsSync(logins)) {
    const rows = JSON.parse(readFileSync(logins, 'utf8'));
    const columns = ['role', 'country', 'desk', 'email', 'password'];
    const widths = columns.map((column) =>
      Math.max(column.length, ...rows.map((row) => String(row[column] ?? '').length)),
    );
    const line = (row) =>
      columns
        .map((column, n) => String(row[column] ?? '').padEnd(widths[n]))
        .join('  ')
        .trimEnd();
    console.log('The people and remains in it are fictitious. You can sign in as:');
    for (const row of [Object.fromEntries(columns.map((column) => [column, column])), ...rows])
      console.log(`  ${line(row)}`);
  }
  const code = join(dataFolder, 'first-administrator-code');
  if (mode === 'start' && existsSync(code)) {
    console.log(
      `There is no administrator yet. Open that address and enter this one-time code: ${readFileSync(code, 'utf8').trim()}`,
    );
  }
}

/** Until the end: brings the database back if it dies under us, and keeps the logs within bounds. */
async function lookAfterIt() {
  while (stopping === null) {
    await delay(HEARTBEAT_MS);
    for (const log of [api.logFile, worker.logFile, join(dataFolder, 'embedded', 'postgres.log')]) trimLog(log);
    if (database === null || stopping !== null) continue;
    try {
      const hasMoved = await database.revive();
      if (!hasMoved) continue;
      say('PostgreSQL came back at another port; API and worker follow');
      api.restart();
      worker.restart();
    } catch (error) {
      say(`PostgreSQL is down: ${error.message}`);
    }
  }
}

/** Once; a second Ctrl-C, or a supervisor that fails while it stops, changes nothing. */
function stop(code) {
  stopping ??= (async () => {
    if (api !== null) say('Stopping ...');
    step?.kill('SIGTERM');
    await worker?.stop(WORKER_PATIENCE_MS);
    await api?.stop(API_PATIENCE_MS);
    try {
      await database?.release();
    } catch (error) {
      console.error(`PostgreSQL could not be stopped: ${error.message}`);
    }
    process.exit(code);
  })();
  return stopping;
}

async function choosePort() {
  if (process.env.PORT) {
    const port = Number(process.env.PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65535)
      throw new Error(`PORT is ${process.env.PORT}, which is no port`);
    if (await isTaken(port)) throw new Error(`Port ${port} is taken by another program; choose another PORT`);
    return port;
  }
  for (let port = 3000; port < 3100; port++) if (!(await isTaken(port))) return port;
  throw new Error('All ports from 3000 to 3099 are taken; choose a PORT');
}

/** Somebody listens there on any address, or we may not. */
async function isTaken(port) {
  const answers = await new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => (socket.destroy(), done(true)));
    socket.once('error', () => done(false));
  });
  if (answers) return true;
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(true));
    probe.listen(port, () => probe.close(() => done(false)));
  });
}

function say(line) {
  console.log(line);
}
