/**
 * The stages of `npm test`, and how they are run: two beside each other, each with servers of its own, what a stage said
 * shown when it ends. A stage that a missing program makes impossible is said loudly and counted as skipped; with
 * CI=true nothing may be skipped.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Nothing hangs for ever: some five times what the longest stage takes. */
const LIMIT_MINUTES = 20;

/** What this machine offers; CAIRN_CHROMIUM names the only browser that is looked at. */
export function programsHere(env) {
  const browsers = env.CAIRN_CHROMIUM
    ? [env.CAIRN_CHROMIUM]
    : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return {
    redis: spawnSync('redis-server', ['--version'], { env }).status === 0,
    chromium: browsers.find((path) => existsSync(path)) ?? null,
  };
}

/** In the order in which they are begun: long ones early, so that both lanes end at about the same time. */
export function stagesWith({ redis, chromium }) {
  const bin = (name) => join('node_modules', '.bin', name);
  return [
    {
      name: 'end to end, PostgreSQL queue',
      jest: 'test/jest.e2e.config.cjs',
      env: { CAIRN_TEST_QUEUE: 'postgres' },
    },
    { name: 'format', run: [bin('prettier'), '--check', '.', '--log-level', 'warn'] },
    { name: 'lint', run: [bin('eslint'), '.', '--max-warnings', '0'] },
    { name: 'architecture', run: [bin('depcruise'), 'src', 'migrations', '--config', '.dependency-cruiser.cjs'] },
    { name: 'types', run: [bin('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
    { name: 'types of the interface', run: [bin('tsc'), '--noEmit', '-p', 'web/tsconfig.json'] },
    { name: 'OpenAPI file is current', run: [process.execPath, 'scripts/openapi.mjs', '--check'] },
    { name: 'client of the interface is current', run: [process.execPath, 'scripts/web-client.mjs', '--check'] },
    {
      name: 'faults (smoke)',
      jest: 'test/jest.faults.config.cjs',
      env: { CAIRN_FAULTS: 'smoke' },
      needs: { 'redis-server': redis },
    },
    {
      name: 'browser',
      jest: 'test/jest.browser.config.cjs',
      env: { CAIRN_CHROMIUM: chromium ?? '' },
      needs: { chromium: chromium !== null },
    },
    {
      name: 'end to end, Redis queue',
      jest: 'test/jest.e2e.config.cjs',
      env: { CAIRN_TEST_QUEUE: 'redis' },
      needs: { 'redis-server': redis },
      // These start databases, commands or hostile requests of their own and meet no queue.
      args: ['--testPathIgnorePatterns', 'test/embedded', 'test/fuzz', 'test/cli'],
    },
    { name: 'unit', jest: 'jest.unit.config.cjs' },
  ];
}

/** The program that a stage lacks here, if any. */
export function lackOf(stage) {
  return Object.entries(stage.needs ?? {}).find(([, isHere]) => !isHere)?.[0];
}

/** Runs the stages in so many lanes; answers how many tests passed, failed and were skipped. */
export async function runStages(stages, { root, lanes, isCi, say }) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const waiting = [...stages];
  const lane = async () => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
      const outcome = await runStage(stage, { root, isCi, say });
      totals.passed += outcome.passed;
      totals.failed += outcome.failed;
      totals.skipped += outcome.skipped;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  // Where nothing may be skipped, what was skipped has failed.
  return isCi ? { passed: totals.passed, failed: totals.failed + totals.skipped, skipped: 0 } : totals;
}

async function runStage(stage, { root, isCi, say }) {
  const lack = lackOf(stage);
  if (lack !== undefined) {
    say(`\n!!!! ${stage.name}: SKIPPED, there is no ${lack} on this machine !!!!\n`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const began = Date.now();
  say(`---- ${stage.name} ...\n`);
  const { said, ...outcome } = stage.jest ? await runJest(stage, root, isCi) : await runCommand(stage, root);
  const { passed, failed, skipped } = outcome;
  const seconds = Math.round((Date.now() - began) / 1000);
  const more = skipped > 0 ? `, ${skipped} skipped` : '';
  say(`\n${said}==== ${stage.name}: ${passed} passed, ${failed} failed${more} (${seconds} s)\n`);
  return outcome;
}

async function runCommand(stage, root) {
  const { code, said } = await run(stage.run, root, {}, stage.limitMinutes);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, said };
}

async function runJest(stage, root, isCi) {
  const scratch = mkdtempSync(join(tmpdir(), 'cairn-results-'));
  try {
    const file = join(scratch, 'results.json');
    // Once all results are there nothing more is waited for: a server that a test left open held a whole run back.
    const words = [
      '--config',
      stage.jest,
      '--runInBand',
      '--forceExit',
      '--json',
      '--outputFile',
      file,
      ...(isCi ? ['--ci'] : []),
    ];
    const program = [join(root, 'node_modules', '.bin', 'jest'), ...words, ...(stage.args ?? [])];
    const { code, said } = await run(program, root, stage.env ?? {}, stage.limitMinutes);
    const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
    return { ...countsOf(results, code), said };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What jest's results say. A file that does not load fails no test of its own, and jest may fail without one: both count. */
export function countsOf(results, code) {
  if (results === null) return { passed: 0, failed: 1, skipped: 0 };
  const broken = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  ).length;
  const failed = results.numFailedTests + broken;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

/** Runs a program to its end or its limit; of what jest prints beside its results file only the readable part is kept. */
function run([command, ...args], cwd, env, limitMinutes = LIMIT_MINUTES) {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', args.includes('--json') ? 'ignore' : 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
    const stop = stopAfter(limitMinutes, child, () => (said += `\n!!!! stopped after ${limitMinutes} minutes !!!!\n`));
    const end = (code) => {
      clearTimeout(stop);
      resolve({ code: code ?? 1, said });
    };
    child.on('close', end);
    // A grandchild that was left behind may hold the pipes open.
    child.on('exit', (code) => setTimeout(end, 2000, code).unref());
    child.on('error', (fault) => {
      said += `${fault.message}\n`;
      end(1);
    });
  });
}

/** Ends a process and all that it started when its time is up. */
export function stopAfter(minutes, child, tell) {
  return setTimeout(() => {
    tell();
    for (const pid of withDescendants(child.pid)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
  }, minutes * 60_000);
}

function withDescendants(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return [pid, ...(children === '' ? [] : children.split(' ').map(Number).flatMap(withDescendants))];
  } catch {
    return [pid];
  }
}
