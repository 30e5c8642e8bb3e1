/**
 * The fault tests at their full counts (a hundred of each kind), which take too long for `npm test`; each says how far it
 * is. Writes what they counted to docs/results/faults.md, to be committed. The last line is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, setUp } from './setup.mjs';
import { countsOf, stopAfter } from './test-stages.mjs';

/** Nothing hangs for ever: the full counts take about half an hour on two quiet cores. */
const LIMIT_MINUTES = 180;

const scratch = mkdtempSync(join(tmpdir(), 'cairn-faults-'));
const [numbersFile, resultsFile] = [join(scratch, 'numbers.jsonl'), join(scratch, 'results.json')];
const counts = process.env.CAIRN_FAULTS ?? 'full';

await setUp();
const began = Date.now();
const code = await new Promise((resolve) => {
  const words = ['--config', 'test/jest.faults.config.cjs', '--runInBand', '--json', '--outputFile', resultsFile];
  const jest = spawn(join(root, 'node_modules', '.bin', 'jest'), [...words, ...process.argv.slice(2)], {
    cwd: root,
    // Results go to the file; what jest says to people goes to standard error.
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, CAIRN_FAULTS: counts, CAIRN_FAULTS_RESULTS: numbersFile },
  });
  const stop = stopAfter(LIMIT_MINUTES, jest, () =>
    process.stderr.write(`\n!!!! stopped after ${LIMIT_MINUTES} minutes !!!!\n`),
  );
  jest.on('exit', (status) => {
    clearTimeout(stop);
    resolve(status ?? 1);
  });
});
const totals = countsOf(existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : null, code);
const runs = existsSync(numbersFile) ? readFileSync(numbersFile, 'utf8').trim().split('\n').map(JSON.parse) : [];
rmSync(scratch, { recursive: true, force: true });
mkdirSync(join(root, 'docs', 'results'), { recursive: true });
writeFileSync(join(root, 'docs', 'results', 'faults.md'), page());
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed > 0 ? 1 : 0;

function page() {
  const load = loadavg()
    .map((one) => one.toFixed(1))
    .join(', ');
  return [
    '# Fault tests: the last run',
    '',
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, counts: ${counts}, ${code === 0 ? 'all passed' : 'NOT all passed'}, ` +
      `${Math.round((Date.now() - began) / 1000)} s on ${cpus().length} cores, Node ${process.version}, load average at the end ${load}.`,
    '',
    'Written by `npm run test:faults`. What the words mean: `vacuous` faults hit no work in flight and must be 0; `naive…` is',
    'the negative control, which must lose or double; every other number after it counts a broken promise and must be 0.',
    ...runs.flatMap(({ test, numbers }) => [
      '',
      `## ${test}`,
      '',
      '| counted | number |',
      '| --- | ---: |',
      ...Object.entries(numbers).map(([name, value]) => `| ${words(name)} | ${value} |`),
    ]),
    '',
  ].join('\n');
}

function words(name) {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
