import { type AnteMortemProfile, anteMortemProfile, postMortemProfile } from '../src/matching/core/profile';
import { weighPair } from '../src/matching/core/evidence';
import { ReportIndex } from '../src/matching/core/index/reports';
import { defaultSettings } from '../src/matching/core/settings';
import { MadeWorld } from './matching-world';

/**
 * Speeds of the matching engine on one core, each beside a plain loop over the pure function in the same run.
 * `npx tsx --expose-gc bench/matching.ts [reports] [questions]`; 1,000,000 and 40 unless given.
 */
const reports = Number(process.argv[2] ?? 1_000_000);
const questions = Number(process.argv[3] ?? 40);
const world = new MadeWorld(1);
const line = (what: string, value: string): void => console.log(`${what.padEnd(64)} ${value}`);
const memory = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const quantile = (values: number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0;

const before = memory();
const index = new ReportIndex(defaultSettings);
const sample: AnteMortemProfile[] = [];
let inProfiles = 0;
const start = performance.now();
for (let at = 0; at < reports; at++) {
  const record = world.report();
  const began = performance.now();
  const profile = anteMortemProfile(record, { registeredOn: '2026-01-01' });
  if (sample.length < 2000) sample.push(profile);
  index.put(
    {
      id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      version: 1,
      slice: at % 64,
      eligibilityClass: at % 7,
    },
    profile,
  );
  inProfiles += performance.now() - began;
}
line(
  `${reports} reports compiled and added`,
  `${(inProfiles / 1000).toFixed(1)} s (${((performance.now() - start) / 1000).toFixed(1)} s with making them)`,
);
line('memory a report, everything counted', `${((memory() - before) / reports).toFixed(0)} bytes`);
line('of which typed columns', `${(index.columnBytes / reports).toFixed(0)} bytes`);

const remains = Array.from({ length: questions }, () => postMortemProfile(world.remains()));
const pure = performance.now();
let checksum = 0;
for (const profile of sample)
  checksum += weighPair(profile, remains[0] ?? postMortemProfile({}), defaultSettings, index.population).log10Lr;
const pureRate = sample.length / ((performance.now() - pure) / 1000);
line('baseline: plain loop over weighPair', `${Math.round(pureRate)} pairs/s (${checksum.toFixed(1)})`);

const allowedClasses = new Uint8Array(7).fill(1);
const ask = (): number[] =>
  remains.map((pm) => {
    const began = performance.now();
    index.search(pm, { k: 100, allowedClasses });
    return performance.now() - began;
  });
const cold = ask();
const warm = ask();
const rate = (reports * questions) / (warm.reduce((sum, ms) => sum + ms, 0) / 1000);
line(
  `one question to ${reports} reports, median / p95, first time`,
  `${quantile(cold, 0.5).toFixed(0)} / ${quantile(cold, 0.95).toFixed(0)} ms`,
);
line('the same again (words known)', `${quantile(warm, 0.5).toFixed(0)} / ${quantile(warm, 0.95).toFixed(0)} ms`);
line(
  'batch, all comparisons on',
  `${(rate / 1e6).toFixed(1)} million pairs/s, ${Math.round(rate / pureRate)} times the baseline`,
);
