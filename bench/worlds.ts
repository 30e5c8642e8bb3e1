import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { alpha3Of } from '../src/exchange/core';
import { comparisonNames, type ComparisonName } from '../src/matching/core/comparison';
import { evaluate, type RankedCandidate, type TruePair } from '../src/matching/core/evaluate';
import { silenced } from '../src/matching/core/evaluate-ablation';
import { evaluateSlices, type PairFacts, pairFacts, upperBound } from '../src/matching/core/evaluate-slices';
import { weighPair } from '../src/matching/core/evidence';
import { decoysOf } from '../src/matching/core/decoys';
import type { SearchResult } from '../src/matching/core/index/scan';
import { ReportIndex } from '../src/matching/core/index/reports';
import { posterior, reportedShare, statedPrior } from '../src/matching/core/posterior';
import { anteMortemProfile, postMortemProfile } from '../src/matching/core/profile';
import { defaultSettings } from '../src/matching/core/settings';
import { defaultParameters, Optimum, simulate, simulatedIncidents } from '../src/matching/core/simulation';

/**
 * Judges the engine on made worlds beside the Bayes-optimal ranking of the same worlds: recall, mean reciprocal rank, calibration, log loss,
 * wrongful exclusions, in slices, with 95 % intervals over the seeds; and what each comparison is worth.
 * `npx tsx bench/worlds.ts [reports] [remains] [seeds] [--ablation] [--reported=0.6]`. The goal is judged with 3000 900 10.
 */
const [reports = 3000, remains = 900, seeds = 10] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('-'))
  .map(Number);
const stated = process.argv.find((word) => word.startsWith('--reported='))?.slice(11);
const parameters = { ...defaultParameters, reported: Number(stated ?? defaultParameters.reported) };
const isAblated = process.argv.includes('--ablation');
const rows = parse(gunzipSync(readFileSync('data/iom-missing-migrants.csv.gz')), {
  columns: true,
  bom: true,
}) as Record<string, string>[];
const incidents = simulatedIncidents(rows, (name) => alpha3Of(name) ?? undefined);

const KEPT = 200;
const LISTED = 50;
const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);
const measured = new Map<string, number[]>();
const note = (what: string, value: number): void => void measured.set(what, [...(measured.get(what) ?? []), value]);
const pooled: Record<'engine' | 'optimum', RankedCandidate[]> = { engine: [], optimum: [] };
const pooledTruth: TruePair[] = [];
const factsOf = new Map<string, PairFacts>();
let optimumRatios = 0;
let unrelated = 0;

for (let seed = 1; seed <= seeds; seed++) {
  const world = simulate(seed, { incidents, reports, remains, parameters });
  const index = new ReportIndex(defaultSettings);
  const profiles = new Map(
    world.reports.map((report) => [
      report.reference,
      anteMortemProfile(report.anteMortem, {
        registeredOn: report.registeredOn,
        enquirerName: report.enquirer.name,
        enquirerPhones: [{ written: report.enquirer.phone }],
      }),
    ]),
  );
  for (const [id, profile] of profiles) index.put({ id, version: 1, slice: 0, eligibilityClass: 0 }, profile);
  const bodies = world.remains.map((body) => ({ body, pm: postMortemProfile(body.postMortem) }));
  const trueReports = new Map<string, Set<string>>();
  for (const pair of world.truth)
    trueReports.set(pair.remains, (trueReports.get(pair.remains) ?? new Set()).add(pair.report));

  const search = (without: ComparisonName | null, k: number) => {
    const pms = bodies.map(({ pm }) => (without === null ? pm : silenced(pm, without)));
    const found = bodies.map(({ body }, at) => ({ reference: body.reference, ...index.search(pms[at]!, { k }) }));
    const sumOf = ({ sumOfLr, sumOfShares, found: list }: SearchResult) => ({
      ...{ sumOfLr, persons: sumOfShares, found: list.slice(0, LISTED) },
    });
    const decoys = decoysOf(pms).map(({ pm, body, event }) => ({
      ...sumOf(index.search(pm, { k: LISTED })),
      ...{ body, event },
    }));
    const reported = reportedShare(found.map(sumOf), decoys);
    return { found, reported };
  };
  const { found, reported } = search(null, KEPT);
  note('reported', reported);
  const listOf = ({ found: list, reported: share }: ReturnType<typeof search>): RankedCandidate[] =>
    list.flatMap(({ reference, found: candidates, sumOfLr, sumOfShares }) =>
      candidates.slice(0, LISTED).map(({ id, log10Lr }, at) => ({
        ...{ remains: reference, report: id, rank: at + 1 },
        posterior: posterior(log10Lr, 1, sumOfLr, statedPrior(sumOfShares, share, 'made world')),
      })),
    );
  const engine = listOf({ found, reported });

  const optimum = new Optimum(incidents, parameters, world.reports, world.remains);
  const best: RankedCandidate[] = [];
  const each = (parameters.reported * (1 + parameters.secondReport)) / world.reports.length;
  let engineLoss = 0;
  let optimumLoss = 0;
  bodies.forEach(({ body, pm }, at) => {
    const ratios = optimum.weigh(at).map((log10) => 10 ** Math.min(300, log10));
    const sum = ratios.reduce((all, ratio) => all + ratio, 0);
    const known = trueReports.get(body.reference);
    world.reports.forEach(({ reference }, number) => {
      if (known?.has(reference) === true) return;
      // Unrelated pairs average to a ratio of 1 where the optimum is right; one outlier in ten thousand would hide it.
      optimumRatios += Math.min(1e4, ratios[number]!);
      unrelated++;
    });
    const optimal = (number: number): number => (each * ratios[number]!) / (1 - parameters.reported + each * sum);
    const order = [...ratios.keys()].sort((a, b) => ratios[b]! - ratios[a]!).slice(0, LISTED);
    order.forEach((number, place) =>
      best.push({
        ...{ remains: body.reference, report: world.reports[number]!.reference, rank: place + 1 },
        posterior: optimal(number),
      }),
    );
    // Both are charged for the same pairs: those that either lists, and the true ones.
    const { found: list, sumOfLr, sumOfShares } = found[at]!;
    const prior = statedPrior(sumOfShares, reported, 'made world');
    const byEngine = new Map(list.map(({ id, log10Lr }) => [id, log10Lr]));
    const numberOf = (reference: string) => Number(reference.slice(-6)) - 1;
    const charged = new Set([
      ...order,
      ...list.slice(0, LISTED).map(({ id }) => numberOf(id)),
      ...[...(known ?? [])].map(numberOf),
    ]);
    for (const number of charged) {
      const { reference } = world.reports[number]!;
      const log10Lr =
        byEngine.get(reference) ?? weighPair(profiles.get(reference)!, pm, defaultSettings, index.population).log10Lr;
      const isTrue = known?.has(reference) === true;
      const loss = (said: number) => -Math.log(Math.max(1e-9, isTrue ? said : 1 - said));
      engineLoss += loss(posterior(log10Lr, 1, sumOfLr, prior));
      optimumLoss += loss(optimal(number));
    }
  });
  note('log loss, times the optimum’s', engineLoss / optimumLoss);
  for (const [name, list] of [
    ['engine', engine],
    ['optimum', best],
  ] as const) {
    const judged = evaluate(list, world.truth);
    for (const k of [1, 10, 50] as const) note(`${name} recall at ${k}`, judged.recallAt[k]);
    note(`${name} mean reciprocal rank`, judged.meanReciprocalRank);
    for (const candidate of list)
      pooled[name].push({
        ...candidate,
        remains: `${seed} ${candidate.remains}`,
        report: `${seed} ${candidate.report}`,
      });
  }
  for (const k of [1, 10, 50] as const)
    note(
      `share of the optimum at ${k}`,
      measured.get(`engine recall at ${k}`)!.at(-1)! / measured.get(`optimum recall at ${k}`)!.at(-1)!,
    );
  const pmOf = new Map(bodies.map(({ body, pm }) => [body.reference, pm]));
  for (const pair of world.truth) {
    const named = { remains: `${seed} ${pair.remains}`, report: `${seed} ${pair.report}` };
    pooledTruth.push(named);
    factsOf.set(
      `${named.remains} ${named.report}`,
      pairFacts(profiles.get(pair.report)!, pmOf.get(pair.remains)!, defaultSettings),
    );
  }
  if (isAblated) {
    const whole = evaluate(engine, world.truth);
    for (const name of comparisonNames) {
      const less = evaluate(listOf(search(name, LISTED)), world.truth);
      note(`without ${name}, recall at 10`, less.recallAt[10] - whole.recallAt[10]);
      note(`without ${name}, mean reciprocal rank`, less.meanReciprocalRank - whole.meanReciprocalRank);
    }
  }
  console.log(
    `seed ${seed}: recall at 1, 10, 50: engine ${[1, 10, 50].map((k) => percent(measured.get(`engine recall at ${k}`)!.at(-1)!)).join(' ')}, optimum ${[1, 10, 50].map((k) => percent(measured.get(`optimum recall at ${k}`)!.at(-1)!)).join(' ')}; log loss ${(engineLoss / optimumLoss).toFixed(3)} times the optimum’s`,
  );
}

/** Two-sided 95 % quantiles of Student's distribution by degrees of freedom. */
const students = [Infinity, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];
for (const [what, values] of measured) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1));
  const half = ((students[values.length - 1] ?? 1.96) * sd) / Math.sqrt(values.length);
  console.log(`${what.padEnd(44)} ${mean.toFixed(4)}  (${(mean - half).toFixed(4)} to ${(mean + half).toFixed(4)})`);
}
for (const name of ['engine', 'optimum'] as const) {
  const all = evaluate(pooled[name], pooledTruth);
  console.log(
    `${name}: calibration error over ${all.candidatesFrom01} candidates stated at .1 or more ${all.expectedCalibrationErrorFrom01.toFixed(4)}, over all ${all.candidates} ${all.expectedCalibrationError.toFixed(5)}; log loss of its own lists ${all.logLoss.toFixed(5)}`,
  );
  for (const bin of all.bins)
    console.log(
      `  stated ${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}  ${String(bin.candidates).padStart(7)}  mean ${bin.meanStated.toFixed(4)}  observed ${bin.observed.toFixed(4)}`,
    );
}
console.log(
  `mean ratio of the optimum over unrelated pairs (1 where it is right): ${(optimumRatios / unrelated).toFixed(3)}`,
);
const excluded = [...factsOf.values()].filter(({ isExcluded }) => isExcluded).length;
console.log(
  `true pairs wrongly excluded: ${excluded} of ${factsOf.size}, at most ${(100 * upperBound(excluded, factsOf.size)).toFixed(3)} %`,
);
const sliced = (list: RankedCandidate[]) =>
  evaluateSlices(list, pooledTruth, (pair) => factsOf.get(`${pair.remains} ${pair.report}`) ?? null, 20);
const optimal = new Map(sliced(pooled.optimum).map((slice) => [`${slice.by} ${slice.value}`, slice]));
console.log(`${'slice'.padEnd(34)} remains  engine at 1, 10, 50    optimum at 1, 10, 50   share at 10`);
for (const { by, value, remains: count, recallAt } of sliced(pooled.engine)) {
  const other = optimal.get(`${by} ${value}`)!.recallAt;
  console.log(
    `${`${by} ${value}`.padEnd(34)} ${String(count).padStart(7)}  ${[1, 10, 50].map((k) => percent(recallAt[k as 1])).join(' ')}      ${[1, 10, 50].map((k) => percent(other[k as 1])).join(' ')}      ${(recallAt[10] / other[10]).toFixed(3)}`,
  );
}
console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
