/**
 * The fault tests at their full counts (a hundred of each kind), which take too long for `npm test`. Writes what they
 * counted to docs/results/faults.md, to be committed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'cairn-faults-'));
const results = join(scratch, 'results.jsonl');
const counts = process.env.CAIRN_FAULTS ?? 'full';

await setUp();
const began = Date.now();
const code = await new Promise((resolve) => {
  spawn(
    join(root, 'node_modules', '.bin', 'jest'),
    ['--config', 'test/jest.faults.config.cjs', '--runInBand', ...process.argv.slice(2)],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CAIRN_FAULTS: counts, CAIRN_FAULTS_RESULTS: results } },
  ).on('exit', (status) => resolve(status ?? 1));
});
const runs = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n').map(JSON.parse) : [];
rmSync(scratch, { recursive: true, force: true });
mkdirSync(join(root, 'docs', 'results'), { recursive: true });
writeFileSync(join(root, 'docs', 'results', 'faults.md'), page());
process.exitCode = code;

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
