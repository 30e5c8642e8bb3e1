import { loadavg } from 'node:os';
import { type AnteMortemProfile, anteMortemProfile, postMortemProfile } from '../src/matching/core/profile';
import { weighPair } from '../src/matching/core/evidence';
import { RemainsIndex } from '../src/matching/core/index/remains';
import { ReportIndex } from '../src/matching/core/index/reports';
import { defaultSettings } from '../src/matching/core/settings';
import { MadeWorld } from './matching-world';

/**
 * Speeds of the matching engine in processor time of one core, each beside a plain loop over the pure function in the same run.
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
/** Milliseconds of this process's own time: other work on the machine does not count. */
const cpuMs = (work: () => void): number => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};
const quantile = (values: number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0;

line(
  'load average at the start',
  loadavg()
    .map((one) => one.toFixed(1))
    .join(' '),
);
const before = memory();
const index = new ReportIndex(defaultSettings);
const sample: AnteMortemProfile[] = [];
const start = process.cpuUsage();
for (let at = 0; at < reports; at++) {
  const record = world.report();
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
}
const used = process.cpuUsage(start);
line(`${reports} reports made, compiled and added`, `${((used.user + used.system) / 1e6).toFixed(1)} s`);
line('memory a report, everything counted', `${((memory() - before) / reports).toFixed(0)} bytes`);
line('of which typed columns', `${(index.columnBytes / reports).toFixed(0)} bytes`);

const remains = Array.from({ length: questions }, () => postMortemProfile(world.remains()));
let checksum = 0;
const first = remains[0] ?? postMortemProfile({});
const pureRate =
  sample.length /
  (cpuMs(() => {
    for (const profile of sample) checksum += weighPair(profile, first, defaultSettings, index.population).log10Lr;
  }) /
    1000);
line('baseline: plain loop over weighPair', `${Math.round(pureRate)} pairs/s (${checksum.toFixed(1)})`);

const allowedClasses = new Uint8Array(7).fill(1);
const ask = (): number[] => remains.map((pm) => cpuMs(() => index.search(pm, { k: 100, allowedClasses })));
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

const bodies = Math.min(100_000, reports);
const population = index.population.copy();
const remainsIndex = new RemainsIndex(defaultSettings, population);
line(
  `${bodies} remains made, compiled and added`,
  `${(
    cpuMs(() => {
      for (let at = 0; at < bodies; at++)
        remainsIndex.put(
          { id: `p${at}`, version: 1, slice: 0, eligibilityClass: 0 },
          postMortemProfile(world.remains()),
        );
    }) / 1000
  ).toFixed(1)} s`,
);
line(
  'first question, which prepares them all',
  `${(cpuMs(() => remainsIndex.search(sample[0] ?? anteMortemProfile({}), { k: 100 })) / 1000).toFixed(1)} s`,
);
const asked = sample.slice(0, questions).map((am) => cpuMs(() => remainsIndex.search(am, { k: 100 })));
line(
  `one report to ${bodies} remains, median / p95`,
  `${quantile(asked, 0.5).toFixed(1)} / ${quantile(asked, 0.95).toFixed(1)} ms`,
);
