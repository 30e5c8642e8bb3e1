import { readFileSync } from 'node:fs';
import { compareNames, type NameModel } from '../src/matching/core/names';

/** A labelled pair of names: columns `a b same script_a script_b source` of a TSV file. */
export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly scripts: string;
  readonly source: string;
}

export function readPairs(file: string): LabelledPair[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const columns = header.split('\t');
  const at = (name: string) => columns.indexOf(name);
  return lines.filter(Boolean).map((line) => {
    const cells = line.split('\t');
    const cell = (name: string) => cells[at(name)] ?? '';
    return {
      a: cell('a'),
      b: cell('b'),
      same: cell('same') === '1',
      scripts: [cell('script_a'), cell('script_b')].sort().join('-'),
      source: cell('source'),
    };
  });
}

export interface Judged {
  readonly value: number;
  readonly same: boolean;
}

/** Probability that a pair of one name has the greater value than a pair of two; ties count half. */
export function auc(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((x, y) => x.value - y.value);
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to]!.value === sorted[from]!.value) to++;
    for (let k = from; k < to; k++)
      if (sorted[k]!.same) {
        rankSum += (from + to + 1) / 2;
        positives++;
      }
    from = to;
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}

export function f1At(judged: readonly Judged[], threshold: number): number {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { value, same } of judged) {
    if (value >= threshold && same) right++;
    else if (value >= threshold) wrong++;
    else if (same) missed++;
  }
  return (2 * right) / (2 * right + wrong + missed);
}

/** The threshold of the greatest F1: the middle between the last value taken and the first one left. */
export function bestThreshold(judged: readonly Judged[]): number {
  const sorted = [...judged].sort((x, y) => y.value - x.value);
  const positives = sorted.filter((pair) => pair.same).length;
  let right = 0;
  let best = { f1: -1, threshold: 0 };
  sorted.forEach((pair, at) => {
    if (pair.same) right++;
    const next = sorted[at + 1]?.value ?? -Infinity;
    const f1 = (2 * right) / (at + 1 + positives);
    if (next < pair.value && f1 > best.f1)
      best = { f1, threshold: next === -Infinity ? pair.value : (pair.value + next) / 2 };
  });
  return best.threshold;
}

const FULL_NAMES = /^everypolitician|fullnames/;

/** Groups that the acceptance bar names: all, pairs of scripts, full names, sources. */
export function groupsOf(pair: LabelledPair): string[] {
  return ['all', ...(FULL_NAMES.test(pair.source) ? ['full names'] : []), pair.scripts, pair.source];
}

export function table(pairs: readonly LabelledPair[], values: readonly number[], threshold: number): string {
  const groups = new Map<string, Judged[]>();
  pairs.forEach((pair, at) => {
    for (const group of groupsOf(pair)) {
      const judged = groups.get(group) ?? [];
      judged.push({ value: values[at]!, same: pair.same });
      groups.set(group, judged);
    }
  });
  const rows = [...groups].map(([group, judged]) =>
    [
      group.padEnd(52),
      String(judged.length).padStart(6),
      auc(judged).toFixed(4),
      f1At(judged, threshold).toFixed(3),
      f1At(judged, bestThreshold(judged)).toFixed(3),
    ].join('  '),
  );
  return [`${'group'.padEnd(52)}       n   AUC     F1     F1 at its own best threshold`, ...rows].join('\n');
}

export function log10LrOf(pairs: readonly LabelledPair[], model: NameModel): number[] {
  return pairs.map((pair) => compareNames(pair.a, pair.b, { model }).log10Lr);
}
