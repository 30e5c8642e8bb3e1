/**
 * Everything `npm test` promises, stage by stage, with its own set-up. A missing Chromium or Redis is said loudly and
 * counted as skipped; with CI=true nothing may be skipped. The last line is `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const isCi = process.env.CI === 'true';
const only = process.argv.slice(2);

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

const stages = [
  { name: 'format', run: [bin('prettier'), '--check', '.', '--log-level', 'warn'] },
  { name: 'lint', run: [bin('eslint'), '.', '--max-warnings', '0'] },
  { name: 'architecture', run: [bin('depcruise'), 'src', 'migrations', '--config', '.dependency-cruiser.cjs'] },
  { name: 'types', run: [bin('tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'types of the interface', run: [bin('tsc'), '--noEmit', '-p', 'web/tsconfig.json'] },
  { name: 'OpenAPI file is current', run: [process.execPath, 'scripts/openapi.mjs', '--check'] },
  { name: 'client of the interface is current', run: [process.execPath, 'scripts/web-client.mjs', '--check'] },
  { name: 'unit', jest: 'jest.unit.config.cjs' },
  {
    name: 'end to end, PostgreSQL queue',
    jest: 'test/jest.e2e.config.cjs',
    env: { CAIRN_TEST_QUEUE: 'postgres' },
    inBand: true,
  },
  {
    name: 'end to end, Redis queue',
    jest: 'test/jest.e2e.config.cjs',
    env: { CAIRN_TEST_QUEUE: 'redis' },
    inBand: true,
    needs: hasRedis || 'redis-server',
    // These start databases, commands or hostile requests of their own and meet no queue.
    args: ['--testPathIgnorePatterns', 'test/embedded', 'test/fuzz', 'test/cli'],
  },
  {
    name: 'browser',
    jest: 'test/jest.browser.config.cjs',
    env: { CAIRN_CHROMIUM: chromium ?? '' },
    inBand: true,
    needs: chromium ? true : 'chromium',
  },
  {
    name: 'faults (smoke)',
    jest: 'test/jest.faults.config.cjs',
    env: { CAIRN_FAULTS: 'smoke' },
    inBand: true,
    needs: hasRedis || 'redis-server',
  },
];

const totals = { passed: 0, failed: 0, skipped: 0 };
const scratch = mkdtempSync(join(tmpdir(), 'cairn-results-'));

await setUp();
for (const stage of stages) {
  if (only.length > 0 && !only.some((word) => stage.name.includes(word))) continue;
  if (stage.needs !== undefined && stage.needs !== true) {
    process.stdout.write(`\n!!!! ${stage.name}: SKIPPED, there is no ${stage.needs} on this machine !!!!\n`);
    if (isCi) totals.failed++;
    else totals.skipped++;
    continue;
  }
  const began = Date.now();
  process.stdout.write(`\n==== ${stage.name}\n`);
  const outcome = stage.jest ? await runJest(stage) : await runCommand(stage);
  totals.passed += outcome.passed;
  totals.failed += outcome.failed;
  totals.skipped += outcome.skipped;
  if (isCi && outcome.skipped > 0) totals.failed += outcome.skipped;
  process.stdout.write(
    `==== ${stage.name}: ${outcome.passed} passed, ${outcome.failed} failed (${Math.round((Date.now() - began) / 1000)} s)\n`,
  );
}
rmSync(scratch, { recursive: true, force: true });
process.stdout.write(
  `\n${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}\n`,
);
process.exitCode = totals.failed > 0 ? 1 : 0;

async function runCommand(stage) {
  const ok = (await run(stage.run, {})) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

async function runJest(stage) {
  const file = join(scratch, `${stage.name.replace(/[^a-z]/g, '-')}.json`);
  const code = await run(
    [
      bin('jest'),
      '--config',
      stage.jest,
      '--json',
      '--outputFile',
      file,
      ...(stage.inBand ? ['--runInBand'] : []),
      ...(stage.args ?? []),
      ...(isCi ? ['--ci'] : []),
    ],
    stage.env ?? {},
  );
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  // A file that does not load fails no test of its own, and jest may fail without one: both count.
  const broken = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  ).length;
  const failed = result.numFailedTests + broken;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function run([command, ...args], env) {
  return new Promise((resolve) => {
    // Results go to the file; of what jest prints there, only the readable part (standard error) is shown.
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', args.includes('--json') ? 'ignore' : 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('exit', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(1));
  });
}
