/**
 * Everything `npm test` promises, with its own set-up; words choose stages (`npm test -- unit lint`). The last line is
 * `N passed, N failed`.
 */
import { availableParallelism } from 'node:os';
import { root, setUp } from './setup.mjs';
import { lackOf, programsHere, runStages, stagesWith } from './test-stages.mjs';

const isCi = process.env.CI === 'true';
const words = process.argv.slice(2);
const stages = stagesWith(programsHere(process.env)).filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const say = (text) => process.stdout.write(text);

let totals = { passed: 0, failed: 1, skipped: 0 };
try {
  if (stages.length === 0) throw new Error(`No stage is called ${words.join(' or ')}`);
  if (stages.some((stage) => lackOf(stage) === undefined)) await setUp();
  totals = await runStages(stages, { root, isCi, say, lanes: Math.min(2, availableParallelism()) });
} catch (fault) {
  say(`${fault.message}\n`);
}
say(`\n${totals.skipped > 0 ? `${totals.skipped} skipped\n` : ''}${totals.passed} passed, ${totals.failed} failed\n`);
process.exitCode = totals.failed > 0 ? 1 : 0;
