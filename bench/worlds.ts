import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { alpha3Of } from '../src/exchange/core';
import { comparisonNames, type ComparisonName } from '../src/matching/core/comparison';
import { evaluate, type RankedCandidate, type TruePair } from '../src/matching/core/evaluate';
import { exclusionOf } from '../src/matching/core/exclusion';
import { weighPair } from '../src/matching/core/evidence';
import type { SearchResult } from '../src/matching/core/index/scan';
import { ReportIndex } from '../src/matching/core/index/reports';
import { decoysOf } from '../src/matching/core/decoys';
import { posterior, reportedShare, statedPrior } from '../src/matching/core/posterior';
import { anteMortemProfile, type PostMortemProfile, postMortemProfile } from '../src/matching/core/profile';
import { defaultSettings } from '../src/matching/core/settings';
import { defaultParameters, simulate, simulatedIncidents } from '../src/matching/core/simulation';

/**
 * Judges the engine on made worlds: recall, mean reciprocal rank, calibration, wrongful exclusions, sliced by script and evidence, and
 * what each comparison is worth. `npx tsx bench/worlds.ts [reports] [remains] [seeds] [--ablation] [--parts] [--reported=0.6]`
 */
const [reports = 3000, remains = 600, seeds = 3] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('-'))
  .map(Number);
const share = process.argv.find((word) => word.startsWith('--reported='))?.slice(11);
const parameters = { ...defaultParameters, reported: Number(share ?? defaultParameters.reported) };
const has = (flag: string): boolean => process.argv.includes(flag);
const rows = parse(gunzipSync(readFileSync('data/iom-missing-migrants.csv.gz')), {
  columns: true,
  bom: true,
}) as Record<string, string>[];
const incidents = simulatedIncidents(rows, (name) => alpha3Of(name) ?? undefined);

/** The facet of the remains that a comparison looks at, taken away. */
const silenced: Partial<Record<ComparisonName, keyof PostMortemProfile>> = {
  ...{
    sex: 'sex',
    age: 'age',
    stature: 'stature',
    build: 'build',
    hair: 'hair',
    eyes: 'eyes',
    'blood-group': 'blood',
    time: 'death',
  },
  ...{
    place: 'place',
    incident: 'incident',
    names: 'names',
    phones: 'phones',
    documents: 'documents',
    origin: 'origin',
  },
  ...{ marks: 'marks', teeth: 'teeth', belongings: 'items', medical: 'medical' },
};
const percent = (value: number): string => (100 * value).toFixed(1).padStart(5);
const sums = new Map<string, number[]>();
const note = (what: string, value: number): void => void sums.set(what, [...(sums.get(what) ?? []), value]);
const pooled: RankedCandidate[] = [];
const pooledTruth: TruePair[] = [];
const slices = new Map<string, { pairs: number; hits: number }>();
const partsOfTrue = new Map<ComparisonName, { same: number[]; other: number[] }>();
let excludedPairs = 0;
let truePairs = 0;

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
  const rank = (without: ComparisonName | null): { ranked: RankedCandidate[]; reported: number } => {
    const field = without === null ? undefined : silenced[without];
    const found = bodies.map(({ body, pm: whole }) => {
      const pm = field === undefined ? whole : { ...whole, [field]: null };
      return { body, pm, ...index.search(pm, { k: 50 }) };
    });
    const sumOf = (result: SearchResult) => ({
      sumOfLr: result.sumOfLr,
      persons: result.sumOfShares,
      found: result.found,
    });
    const decoys = decoysOf(found.map(({ pm }) => pm)).map(({ pm, body, event }) => ({
      ...sumOf(index.search(pm, { k: 50 })),
      body,
      event,
    }));
    const reported = reportedShare(found.map(sumOf), decoys);
    const ranked = found.flatMap(({ body, found: candidates, sumOfLr, sumOfShares }) => {
      const prior = statedPrior(sumOfShares, reported, 'made world');
      return candidates.map(({ id, log10Lr }, at) => ({
        remains: body.reference,
        report: id,
        rank: at + 1,
        posterior: posterior(log10Lr, 1, sumOfLr, prior),
      }));
    });
    return { ranked, reported };
  };
  const { ranked, reported } = rank(null);
  const found = evaluate(ranked, world.truth);
  for (const candidate of ranked)
    pooled.push({ ...candidate, remains: `${seed} ${candidate.remains}`, report: `${seed} ${candidate.report}` });
  for (const pair of world.truth)
    pooledTruth.push({ remains: `${seed} ${pair.remains}`, report: `${seed} ${pair.report}` });
  console.log(
    `seed ${seed}: recall ${percent(found.recallAt[1])} ${percent(found.recallAt[10])} ${percent(found.recallAt[50])}  MRR ${found.meanReciprocalRank.toFixed(3)}  ECE from .1 ${found.expectedCalibrationErrorFrom01.toFixed(3)} of ${found.candidatesFrom01}  log loss ${found.logLoss.toFixed(5)}  reported ${reported.toFixed(2)}`,
  );
  note('recall 1', found.recallAt[1]);
  note('recall 10', found.recallAt[10]);
  note('recall 50', found.recallAt[50]);
  note('MRR', found.meanReciprocalRank);
  note('ECE', found.expectedCalibrationErrorFrom01);
  note('reported', reported);
  const hits = new Set(
    ranked.filter((candidate) => candidate.rank <= 10).map(({ remains: body, report }) => `${body} ${report}`),
  );
  const reportOf = new Map(world.reports.map((report) => [report.reference, report]));
  const bodyOf = new Map(bodies.map((one) => [one.body.reference, one]));
  for (const { remains: reference, report } of world.truth) {
    truePairs++;
    const body = bodyOf.get(reference);
    const profile = profiles.get(report);
    if (body === undefined || profile === undefined) continue;
    if (exclusionOf(profile.contact, body.pm.death, defaultSettings) !== null) excludedPairs++;
    const hit = hits.has(`${reference} ${report}`) ? 1 : 0;
    const strong = body.pm.names !== null || body.pm.phones !== null || body.pm.documents !== null;
    for (const slice of [
      `script ${reportOf.get(report)?.script}`,
      `people ${body.body.person.people}`,
      `tissue ${body.body.tissue}`,
      strong ? 'evidence name, phone or paper' : 'evidence of the body alone',
      body.body.person.isWoman ? 'woman' : 'man',
      body.pm.names === null ? 'no name found' : `name found, report in ${reportOf.get(report)?.script}`,
    ]) {
      const at = slices.get(slice) ?? { pairs: 0, hits: 0 };
      at.pairs++;
      at.hits += hit;
      slices.set(slice, at);
    }
    if (has('--parts')) {
      const all = world.reports;
      const pairs = [
        ['same', profile],
        ['other', profiles.get(all[(truePairs * 7919) % all.length]?.reference ?? '')],
      ] as const;
      for (const [kind, am] of pairs)
        if (am !== undefined)
          for (const part of weighPair(am, body.pm, defaultSettings, index.population).parts)
            if (part.level !== null) {
              const entry = partsOfTrue.get(part.comparison) ?? { same: [], other: [] };
              entry[kind].push(part.log10Lr);
              partsOfTrue.set(part.comparison, entry);
            }
    }
  }
  if (has('--ablation'))
    for (const name of comparisonNames) {
      const less = evaluate(rank(name).ranked, world.truth);
      note(`without ${name}`, less.recallAt[10] - found.recallAt[10]);
      note(`MRR without ${name}`, less.meanReciprocalRank - found.meanReciprocalRank);
    }
}
const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
const all = evaluate(pooled, pooledTruth);
console.log(
  `all: recall at 1, 10, 50 ${percent(all.recallAt[1])} ${percent(all.recallAt[10])} ${percent(all.recallAt[50])}  MRR ${all.meanReciprocalRank.toFixed(3)}  ECE from .1 ${all.expectedCalibrationErrorFrom01.toFixed(3)} of ${all.candidatesFrom01}  log loss ${all.logLoss.toFixed(5)}  reported ${mean(sums.get('reported') ?? []).toFixed(3)}`,
);
console.log(
  `true pairs excluded: ${excludedPairs} of ${truePairs}, under ${((100 * (excludedPairs + 3)) / truePairs).toFixed(2)} % or so`,
);
for (const bin of all.bins)
  if (bin.from >= 0.05)
    console.log(
      `  stated ${bin.from.toFixed(1)}+  ${String(bin.candidates).padStart(5)}  mean ${bin.meanStated.toFixed(3)}  observed ${bin.observed.toFixed(3)}`,
    );
for (const [slice, { pairs, hits }] of [...slices].sort())
  console.log(`  ${slice.padEnd(40)} ${String(pairs).padStart(5)} pairs, recall at 10 ${percent(hits / pairs)}`);
if (has('--ablation'))
  for (const name of comparisonNames)
    console.log(
      `  without ${name.padEnd(12)} recall at 10 ${percent(mean(sums.get(`without ${name}`) ?? []))}  MRR ${mean(sums.get(`MRR without ${name}`) ?? []).toFixed(4)}`,
    );
if (has('--parts'))
  for (const [name, { same, other }] of partsOfTrue) {
    const sorted = [...same].sort((a, b) => a - b);
    const lr = mean(other.map((value) => 10 ** value));
    console.log(
      `  ${name.padEnd(12)} n ${String(same.length).padStart(5)}  mean log10 true ${mean(same).toFixed(3)} (5 % ${(sorted[Math.floor(sorted.length / 20)] ?? 0).toFixed(2)})  mean LR of others ${lr.toFixed(2)}  E[1/LR | true] ${mean(same.map((value) => 10 ** -value)).toFixed(2)}`,
    );
  }
