/**
 * Fits the settings of the comparison of names and writes `src/matching/core/names/fitted.ts`.
 *
 * Usage: npx tsx bench/names-fit.ts PAIRS.tsv [--check sources|folds]
 * With `--check` nothing is written: the pairs of each source (or of each of five parts) are judged by settings fitted
 * on all others. The same file gives the same settings: nothing is random but a shuffle with a fixed seed.
 *
 * Three steps, each on what the step before says of pairs that it was not fitted on:
 * 1. costs of phones: logistic loss of the weight of the best alignment, by gradient (AdaGrad), pulled to the prior;
 * 2. levels of two words, then weights of several words: logistic regression with signs that make them monotone;
 * 3. calibration for each pair of scripts: intercept and slope, shrunk to those over all scripts.
 */
import { writeFileSync } from 'node:fs';
import { alignNames, type NameAlignment } from '../src/matching/core/names/name-alignment';
import { nameEvidence, nameFeatures, scriptPair } from '../src/matching/core/names/name-evidence';
import { clippingOf } from '../src/matching/core/names/clipped-form';
import { alignPhones, gapContext } from '../src/matching/core/names/phone-alignment';
import {
  COSTS_PER_NAT,
  type CostTable,
  GAP_BITS,
  gapName,
  phoneCosts,
  type LearntCost,
  type PhoneCosts,
} from '../src/matching/core/names/phone-costs';
import { PHONE_BITS, phones } from '../src/matching/core/names/phones';
import { type NameSettings, nameModel, type NameWeights, type TokenLevels } from '../src/matching/core/names/settings';
import { compileToken, type TokenForm } from '../src/matching/core/names/token-form';
import { type Token, tokenise } from '../src/matching/core/names/tokens';
import { looseKey, phoneKey } from '../src/matching/core/names/phone-key';
import type { AgreementLevels } from '../src/matching/core/names/token-agreement';
import { tokenSimilarity } from '../src/matching/core/names/token-similarity';
import { type FrequencyOf, frequencyOfCommonNames } from '../src/matching/core/names/name-frequency';
import { type Script } from '../src/matching/core/names/script';
import { auc, bestThreshold, f1At, type LabelledPair, log10LrOf, readPairs, table } from './names-pairs';

interface Example extends LabelledPair {
  readonly tokensA: readonly Token[];
  readonly tokensB: readonly Token[];
}

/** Pairs of nicknames teach nothing about sounds. */
const NICKNAMES = /nickname/;
const FOLDS = 5;

// ---- 1. costs of phones ------------------------------------------------------------------------------------------

interface WordPair {
  readonly a: TokenForm;
  readonly b: TokenForm;
  readonly same: boolean;
  /** How much the pair counts beside a labelled one. */
  readonly share: number;
}

/**
 * What a pair counts that nobody labelled but two labels imply. Less than 1, because one name in two spellings may be
 * among them, and because there are many.
 */
const IMPLIED_SHARE = 0.35;

/**
 * Different names with the same consonants (Hussein and Hassan, ግርማ and ግርማይ), which the labelled pairs lack by
 * construction: their hard negatives were required to differ in consonants, and costs fitted on them alone would take
 * vowels for free. Two labelled spellings of two names, different on both sides, give them within a script and across.
 */
function impliedPairs(examples: readonly Example[], costs: PhoneCosts): WordPair[] {
  interface Spelt {
    readonly a: TokenForm;
    readonly b: TokenForm;
    readonly keyA: string;
    readonly keyB: string;
  }
  const groups = new Map<string, Spelt[]>();
  for (const { tokensA, tokensB, same, source } of examples) {
    const [a, b] = [tokensA[0], tokensB[0]];
    if (
      !same ||
      NICKNAMES.test(source) ||
      tokensA.length !== 1 ||
      tokensB.length !== 1 ||
      !a ||
      !b ||
      a.script === b.script
    )
      continue;
    const forms = { a: compileToken(a, costs), b: compileToken(b, costs) };
    const consonants = looseKey(forms.b.phones);
    if (consonants === undefined) continue;
    const group = `${a.script} ${consonants}`;
    groups.set(group, [
      ...(groups.get(group) ?? []),
      { ...forms, keyA: phoneKey(forms.a.phones), keyB: phoneKey(forms.b.phones) },
    ]);
  }
  const implied: WordPair[] = [];
  for (const group of groups.values()) {
    const together = new Set(group.map((one) => `${one.keyA} ${one.keyB}`));
    group.forEach((one, at) => {
      for (const other of group.slice(at + 1)) {
        const isOneName =
          one.keyA === other.keyA ||
          one.keyB === other.keyB ||
          together.has(`${one.keyA} ${other.keyB}`) ||
          together.has(`${other.keyA} ${one.keyB}`);
        if (isOneName) continue;
        for (const [a, b] of [
          [one.a, other.b],
          [other.a, one.b],
          [one.a, other.a],
          [one.b, other.b],
        ] as const)
          implied.push({ a, b, same: false, share: IMPLIED_SHARE });
      }
    });
  }
  return implied;
}

/** Words that the labels speak of: whole names of one word, and the words of longer names that surely go (or do not go) together. */
function wordPairs(examples: readonly Example[], costs: PhoneCosts): WordPair[] {
  const SURELY_SAME = 0.55;
  const SURELY_NOT = 0.5;
  return examples.flatMap((example): WordPair[] => {
    if (NICKNAMES.test(example.source)) return [];
    const alignment = align(example, costs);
    if (isOneWord(alignment)) return alignment.pairs.map(({ a, b }) => ({ a, b, same: example.same, share: 1 }));
    return alignment.pairs
      .filter(
        (pair) => !pair.isInitial && (example.same ? pair.similarity > SURELY_SAME : pair.similarity < SURELY_NOT),
      )
      .map(({ a, b }) => ({ a, b, same: example.same, share: 1 }));
  });
}

function align(example: Example, costs: PhoneCosts): NameAlignment {
  return alignNames(
    example.tokensA.map((token) => compileToken(token, costs)),
    example.tokensB.map((token) => compileToken(token, costs)),
    costs,
  );
}

const isOneWord = (alignment: NameAlignment) =>
  alignment.a.length === 1 && alignment.b.length === 1 && alignment.pairs.length === 1;

function fitCosts(pairs: readonly WordPair[]): PhoneCosts {
  const EPOCHS = 12;
  const RATE = 0.6;
  const SCALE = 0.7;
  const PULL = 0.01;
  /** A gap may speak for two words a little, not much: else it would be free to insert. */
  const GREATEST_GAP = 0.5;
  const prior = inNats(phoneCosts([]));
  const costs = inNats(phoneCosts([]));
  const substitutionSquares = new Float64Array(costs.substitution.length);
  const gapSquares = new Float64Array(costs.gap.length);
  let bias = -3;
  let biasSquares = 1;
  const order = pairs.map((_, at) => at);
  const random = seeded(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { a, b, same, share } = pairs[at]!;
      const steps = stepKeys(a, b, costs);
      const weight =
        steps.substitutions.reduce((sum, key) => sum + costs.substitution[key]!, 0) +
        steps.gaps.reduce((sum, key) => sum + costs.gap[key]!, 0);
      const error = share * (1 / (1 + Math.exp(-(SCALE * weight + bias))) - (same ? 1 : 0));
      biasSquares += error * error;
      bias -= ((RATE / 9) * error) / Math.sqrt(biasSquares);
      for (const key of steps.substitutions) {
        const slope = SCALE * error + PULL * (costs.substitution[key]! - prior.substitution[key]!);
        const mirrored = ((key & ((1 << PHONE_BITS) - 1)) << PHONE_BITS) | (key >> PHONE_BITS);
        substitutionSquares[key]! += slope * slope;
        substitutionSquares[mirrored] = substitutionSquares[key]!;
        costs.substitution[key]! -= (RATE * slope) / Math.sqrt(1 + substitutionSquares[key]!);
        costs.substitution[mirrored] = costs.substitution[key]!;
      }
      for (const key of steps.gaps) {
        const slope = SCALE * error + PULL * (costs.gap[key]! - prior.gap[key]!);
        gapSquares[key]! += slope * slope;
        costs.gap[key] = Math.min(GREATEST_GAP, costs.gap[key]! - (RATE * slope) / Math.sqrt(1 + gapSquares[key]!));
      }
    }
  }
  const hundredths = (table: CostTable) => Int32Array.from(table, (nats) => Math.round(COSTS_PER_NAT * nats));
  return { substitution: hundredths(costs.substitution), gap: hundredths(costs.gap) };
}

function inNats(costs: PhoneCosts): PhoneCosts {
  const nats = (table: CostTable) => Float32Array.from(table, (cost) => cost / COSTS_PER_NAT);
  return { substitution: nats(costs.substitution), gap: nats(costs.gap) };
}

function stepKeys(a: TokenForm, b: TokenForm, costs: PhoneCosts): { substitutions: number[]; gaps: number[] } {
  const substitutions: number[] = [];
  const gaps: number[] = [];
  let atA = 0;
  let atB = 0;
  for (const step of alignPhones(a.phones, a.isAbjad, b.phones, b.isAbjad, costs)) {
    if (step.a >= 0 && step.b >= 0) substitutions.push((step.a << PHONE_BITS) | step.b);
    else if (step.a >= 0) gaps.push((step.a << GAP_BITS) | gapContext(atA, a.phones.length, b.isAbjad && !a.isAbjad));
    else gaps.push((step.b << GAP_BITS) | gapContext(atB, b.phones.length, a.isAbjad && !b.isAbjad));
    if (step.a >= 0) atA++;
    if (step.b >= 0) atB++;
  }
  return { substitutions, gaps };
}

/** Costs that moved from the prior, as settings hold them. */
function learntCosts(costs: PhoneCosts): LearntCost[] {
  const prior = phoneCosts([]);
  const learnt: LearntCost[] = [];
  const moved = (now: number, before: number) => now !== before;
  const nats = (cost: number) => cost / COSTS_PER_NAT;
  for (let a = 0; a < phones.length; a++) {
    for (let b = a; b < phones.length; b++) {
      const key = (a << PHONE_BITS) | b;
      if (moved(costs.substitution[key]!, prior.substitution[key]!))
        learnt.push([phones[a]!, phones[b]!, nats(costs.substitution[key]!)]);
    }
    for (let context = 0; context < 1 << GAP_BITS; context++) {
      if ((context & 3) === 3) continue;
      const key = (a << GAP_BITS) | context;
      if (moved(costs.gap[key]!, prior.gap[key]!)) learnt.push([phones[a]!, gapName(context), nats(costs.gap[key]!)]);
    }
  }
  return learnt;
}

/** As `compareNames` does: a name of one word is not discounted. */
const frequencyIn = (alignment: NameAlignment): FrequencyOf =>
  alignment.pairs.filter((pair) => !pair.isInitial).length > 1 ? frequencyOfCommonNames : () => undefined;

// ---- 2. levels and weights ---------------------------------------------------------------------------------------

interface Aligned {
  readonly example: Example;
  readonly alignment: NameAlignment;
}

const KNOTS = [0, 0.15, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

interface WordSimilarity {
  readonly similarity: number;
  readonly same: boolean;
  readonly share: number;
}

/** Evidence by similarity: a logistic regression on the knots of a line that never falls; relations by their own odds. */
function fitLevels(aligned: readonly Aligned[], implied: readonly WordSimilarity[]): TokenLevels {
  const words = aligned.filter(({ alignment }) => isOneWord(alignment));
  const judged = [
    ...words
      .filter(({ alignment }) => alignment.pairs[0]!.nickname === 'none' || alignment.pairs[0]!.nickname === 'loose')
      .map(({ example, alignment }) => ({ similarity: alignment.pairs[0]!.similarity, same: example.same, share: 1 })),
    ...implied,
  ];
  // A column for each stretch between two knots: how far into it the similarity reaches.
  const rows = judged.map(({ similarity }) => [
    1,
    ...KNOTS.slice(1).map((to, k) => Math.min(to - KNOTS[k]!, Math.max(0, similarity - KNOTS[k]!))),
  ]);
  const [base = 0, ...slopes] = logistic(
    rows,
    judged.map((one) => one.same),
    [false, ...KNOTS.slice(1).map(() => true)],
    judged.map((one) => one.share),
  );
  const nats = [base];
  slopes.forEach((slope, k) => nats.push(nats[k]! + slope * (KNOTS[k + 1]! - KNOTS[k]!)));
  return { similarity: KNOTS, nats: nats.map(round), ...relationLevels(words) };
}

/** Log odds among words that are alike in no more than a relation; with half a pair added on each side. */
function relationLevels(words: readonly Aligned[]): Omit<TokenLevels, 'similarity' | 'nats'> {
  const UNLIKE = 0.55;
  const odds = (is: (pair: NameAlignment['pairs'][number]) => boolean) => {
    const found = words.filter(({ alignment }) => alignment.pairs[0]!.similarity < UNLIKE && is(alignment.pairs[0]!));
    const same = found.filter(({ example }) => example.same).length;
    return round(Math.log((same + 0.5) / (found.length - same + 0.5)));
  };
  const isLatin = (pair: NameAlignment['pairs'][number]) =>
    pair.a.script === 'Latn' && pair.b.script === 'Latn' && pair.nickname === 'none';
  return {
    fullForms: odds((pair) => pair.nickname === 'full forms'),
    shortForm: odds((pair) => pair.nickname === 'short form'),
    twoShortForms: odds((pair) => pair.nickname === 'two short forms'),
    loose: odds((pair) => pair.nickname === 'loose'),
    clippedBeginning: odds((pair) => isLatin(pair) && clippingOf(pair.a.phones, pair.b.phones) === 'beginning'),
    clippedEnd: odds((pair) => isLatin(pair) && clippingOf(pair.a.phones, pair.b.phones) === 'end'),
  };
}

function fitWeights(aligned: readonly Aligned[], levels: TokenLevels): NameWeights {
  const rows: number[][] = [];
  const labels: boolean[] = [];
  for (const { example, alignment } of aligned) {
    const f = nameFeatures(alignment, levels, frequencyIn(alignment));
    if (!f || f.isSingle) continue;
    rows.push([1, f.mean, f.least, f.sum, f.pairs, -f.alone, f.initialAgrees, f.initialDisagrees]);
    labels.push(example.same);
  }
  const w = logistic(rows, labels, [false, true, true, true, false, true, false, false]).map(round);
  return {
    constant: w[0]!,
    mean: w[1]!,
    least: w[2]!,
    sum: w[3]!,
    pairs: w[4]!,
    alone: -w[5]!,
    initialAgrees: w[6]!,
    initialDisagrees: w[7]!,
  };
}

/** Logistic regression by gradient with momentum on standardised columns; marked weights never go below 0. */
function logistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  isNonNegative: readonly boolean[],
  shares?: readonly number[],
): number[] {
  const STEPS = 3000;
  const RATE = 0.5;
  const RIDGE = 1e-4;
  const width = isNonNegative.length;
  const scale = Array.from(
    { length: width },
    (_, k) => Math.sqrt(rows.reduce((sum, row) => sum + row[k]! ** 2, 0) / rows.length) || 1,
  );
  const w = new Float64Array(width);
  const speed = new Float64Array(width);
  const flat = Float64Array.from(rows.flatMap((row) => row.map((value, k) => value / scale[k]!)));
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(width);
    for (let row = 0; row < rows.length; row++) {
      let z = 0;
      for (let k = 0; k < width; k++) z += w[k]! * flat[row * width + k]!;
      const error = (shares?.[row] ?? 1) * (1 / (1 + Math.exp(-z)) - (labels[row] ? 1 : 0));
      for (let k = 0; k < width; k++) slope[k]! += error * flat[row * width + k]!;
    }
    for (let k = 0; k < width; k++) {
      speed[k] = 0.9 * speed[k]! - RATE * (slope[k]! / rows.length + RIDGE * w[k]!);
      w[k]! += speed[k]!;
      if (isNonNegative[k] && w[k]! < 0) w[k] = speed[k] = 0;
    }
  }
  return [...w].map((weight, k) => weight / scale[k]!);
}

/** How often each level of similarity is met between spellings of one name, and between names drawn at random. */
function fitAgreement(aligned: readonly Aligned[], costs: PhoneCosts): AgreementLevels {
  const from = [0, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 0.98];
  const DRAWS = 30_000;
  const FEWEST = 100;
  const words = aligned.filter(
    ({ example, alignment }) => isOneWord(alignment) && !NICKNAMES.test(example.source) && example.same,
  );
  const levelOf = (similarity: number) => from.findLastIndex((least) => similarity >= least);
  const shares = (similarities: readonly number[]) => {
    const counts = from.map(() => 0.5);
    for (const similarity of similarities) counts[levelOf(similarity)]!++;
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => Number((count / total).toPrecision(3)));
  };
  const same: Record<string, number[]> = {
    other: shares(words.map(({ alignment }) => alignment.pairs[0]!.similarity)),
  };
  const random: Record<string, number[]> = {};

  const strangers = (some: readonly Aligned[]) => {
    const next = seeded(11);
    const forms = some.map(
      ({ alignment }) => [recompiled(alignment.a[0]!, costs), recompiled(alignment.b[0]!, costs)] as const,
    );
    const any = () => forms[Math.floor(next() * forms.length)]!;
    return Array.from({ length: DRAWS }, () => [any(), any()] as const)
      .filter(([one, other]) => one[0].text !== other[0].text && one[1].text !== other[1].text)
      .map(([one, other]) => tokenSimilarity(one[0], other[1], costs));
  };
  random['other'] = shares(strangers(words));
  const pairOf = ({ alignment }: Aligned) => scriptPair(alignment.a[0]!.script, alignment.b[0]!.script);
  for (const pair of [...new Set(words.map(pairOf))].sort()) {
    const some = words.filter((word) => pairOf(word) === pair);
    if (some.length < FEWEST) continue;
    same[pair] = shares(some.map(({ alignment }) => alignment.pairs[0]!.similarity));
    random[pair] = shares(strangers(some));
  }
  return { from, same, random };
}

// ---- 3. calibration ----------------------------------------------------------------------------------------------

/** Intercept and slope for each pair of scripts; a pair counts for itself as far as it has examples. */
function fitCalibration(
  judged: readonly { nats: number; same: boolean; pair: string }[],
): Record<string, [number, number]> {
  /** Examples that the numbers over all scripts count for beside a script's own. */
  const SHRINKAGE = 300;
  const platt = (some: typeof judged, prior?: [number, number]): [number, number] => {
    const same = some.filter((one) => one.same).length;
    const priorOdds = Math.log((same + 1) / (some.length - same + 1));
    const [a = 0, b = 1] = logistic(
      some.map((one) => [1, one.nats]),
      some.map((one) => one.same),
      [false, true],
    );
    const fitted: [number, number] = [(a - priorOdds) / Math.LN10, b / Math.LN10];
    if (!prior) return fitted;
    const own = some.length / (some.length + SHRINKAGE);
    return [own * fitted[0] + (1 - own) * prior[0], own * fitted[1] + (1 - own) * prior[1]];
  };
  const all = platt(judged);
  const calibration: Record<string, [number, number]> = { other: [round(all[0]), round(all[1])] };
  const pairs = [...new Set(judged.map((one) => one.pair))].sort();
  for (const pair of pairs) {
    const some = judged.filter((one) => one.pair === pair);
    if (some.length < 50) continue;
    const [intercept, slope] = platt(some, all);
    calibration[pair] = [round(intercept), round(slope)];
  }
  return calibration;
}

// ---- all three ---------------------------------------------------------------------------------------------------

function fit(examples: readonly Example[]): NameSettings {
  const prior = phoneCosts([]);
  const implied = impliedPairs(examples, prior);
  const learn = (some: readonly Example[]) => {
    const known = new Set(some.flatMap((example) => [example.a, example.b]));
    return fitCosts([
      ...wordPairs(some, prior),
      ...implied.filter(({ a, b }) => known.has(a.text) && known.has(b.text)),
    ]);
  };
  // What is fitted later must see similarities of pairs that the costs were not fitted on.
  const impliedSimilarities: WordSimilarity[] = [];
  const aligned = Array.from({ length: FOLDS }, (_, fold) => {
    const held = examples.filter((example) => foldOf(example) === fold);
    const costs = learn(examples.filter((example) => foldOf(example) !== fold));
    const words = new Set(held.filter((example) => example.same).flatMap((example) => [example.a, example.b]));
    for (const { a, b, same, share } of implied)
      if (words.has(a.text) && words.has(b.text))
        impliedSimilarities.push({
          similarity: tokenSimilarity(recompiled(a, costs), recompiled(b, costs), costs),
          same,
          share,
        });
    return held.map((example) => ({ example, alignment: align(example, costs) }));
  }).flat();
  const tokenLevels = fitLevels(aligned, impliedSimilarities);
  const nameWeights = fitWeights(aligned, tokenLevels);
  const costs = learn(examples);
  const unfinished: NameSettings = {
    version: '2026-11-22',
    source: `${examples.length} labelled pairs of names`,
    learntCosts: [],
    tokenLevels,
    nameWeights,
    agreement: fitAgreement(aligned, costs),
    calibration: {},
    threshold: 0,
  };
  const judged = aligned.flatMap(({ example, alignment }) => {
    const features = nameFeatures(alignment, tokenLevels, frequencyIn(alignment));
    if (!features) return [];
    const scripts = [alignment.a, alignment.b].map((forms) => forms[0]?.script ?? 'None') as [Script, Script];
    return [{ nats: nameEvidence(features, unfinished), same: example.same, pair: scriptPair(...scripts) }];
  });
  const calibration = fitCalibration(judged);
  const outOfFold = judged.map((one) => {
    const [intercept, slope] = calibration[one.pair] ?? calibration['other']!;
    return { value: intercept + slope * one.nats, same: one.same };
  });
  // Nobody would understand names called the same against the evidence, so the threshold is never below 0.
  const threshold = Math.max(0, Math.round(bestThreshold(outOfFold) * 100) / 100);
  console.error(
    `out of fold: AUC ${auc(outOfFold).toFixed(4)}, F1 ${f1At(outOfFold, threshold).toFixed(3)} at ${threshold}`,
  );
  return { ...unfinished, learntCosts: learntCosts(costs), calibration, threshold };
}

const recompiled = (form: TokenForm, costs: PhoneCosts): TokenForm => compileToken(form, costs);

function foldOf(example: Example): number {
  let hash = 2166136261;
  for (const character of example.a) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) % FOLDS;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function written(settings: NameSettings): string {
  const { learntCosts: costs, ...rest } = settings;
  const lines: string[] = [];
  for (const [phone, other, nats] of costs) {
    const entry = `${phone} ${other} ${nats};`;
    if (lines.length > 0 && lines[lines.length - 1]!.length + entry.length < 116) lines[lines.length - 1] += entry;
    else lines.push(entry);
  }
  return `import type { AgreementLevels } from './token-agreement';

/**
 * Numbers that the comparison of names learnt; meaning and units in \`settings.ts\`.
 *
 * Written by \`bench/names-fit.ts\` from ${rest.source}; do not edit by hand.
 */
export const fitted = {
  version: ${JSON.stringify(rest.version)},
  source: ${JSON.stringify(rest.source)},
  tokenLevels: ${JSON.stringify(rest.tokenLevels)},
  nameWeights: ${JSON.stringify(rest.nameWeights)},
  agreement: ${JSON.stringify(rest.agreement)} as AgreementLevels,
  calibration: ${JSON.stringify(rest.calibration)} as Record<string, readonly [number, number]>,
  threshold: ${rest.threshold},
  learntCosts: \`
${lines.join('\n')}
\`,
};
`;
}

function main(): void {
  const [file, option, by] = process.argv.slice(2);
  if (!file) throw new Error('usage: npx tsx bench/names-fit.ts PAIRS.tsv [--check sources|folds]');
  const examples: Example[] = readPairs(file).map((pair) => ({
    ...pair,
    tokensA: tokenise(pair.a),
    tokensB: tokenise(pair.b),
  }));
  if (option !== '--check') {
    writeFileSync('src/matching/core/names/fitted.ts', written(fit(examples)));
    return;
  }
  const partOf = (example: Example) => (by === 'sources' ? example.source : String(foldOf(example)));
  const values = new Map<Example, number>();
  for (const part of new Set(examples.map(partOf))) {
    const settings = fit(examples.filter((example) => partOf(example) !== part));
    const held = examples.filter((example) => partOf(example) === part);
    // The threshold travels with its settings, so held-out values are put where 0 is the threshold of their fit.
    log10LrOf(held, nameModel(settings)).forEach((value, at) => values.set(held[at]!, value - settings.threshold));
    console.error(`held out: ${part}`);
  }
  console.log(
    table(
      examples,
      examples.map((example) => values.get(example)!),
      0,
    ),
  );
}

main();
