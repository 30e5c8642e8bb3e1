/**
 * Judges the comparison of names on labelled pairs and measures its speed.
 *
 * Usage: npx tsx bench/names.ts PAIRS.tsv
 */
import {
  answerNamesFile,
  compileName,
  defaultModel,
  nameSettings,
  tokenSimilarity,
  type TokenForm,
} from '../src/matching/core/names';
import { log10LrOf, readPairs, table } from './names-pairs';

const file = process.argv[2];
if (!file) throw new Error('usage: npx tsx bench/names.ts PAIRS.tsv');
const pairs = readPairs(file);
const started = performance.now();
const values = log10LrOf(pairs, defaultModel);
const seconds = (performance.now() - started) / 1000;
console.log(`settings ${nameSettings.version}, threshold ${nameSettings.threshold} log10 LR`);
console.log(table(pairs, values, nameSettings.threshold));
console.log(`\nnot a number: ${values.filter(Number.isNaN).length}`);
console.log(`whole names: ${((seconds * 1e6) / pairs.length).toFixed(1)} us a pair`);

const asFile = ['a\tb', ...pairs.map((pair) => `${pair.a}\t${pair.b}`)].join('\n');
const fileStarted = performance.now();
answerNamesFile(asFile);
console.log(`file of ${pairs.length} rows: ${((performance.now() - fileStarted) / 1000).toFixed(2)} s`);

const distinct = new Map<string, TokenForm>();
for (const pair of pairs)
  for (const form of [...compileName(pair.a), ...compileName(pair.b)]) distinct.set(form.text, form);
const words = [...distinct.values()];
const DICTIONARY = 100_000;
const dictionary = Array.from({ length: DICTIONARY }, (_, at) => words[at % words.length]!);
for (const query of ['Mohamed', 'عبدالرحمن', 'ተስፋለም', 'Gebreselassie']) {
  const [form] = compileName(query);
  let total = 0;
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now();
    for (const other of dictionary) total += tokenSimilarity(form!, other, defaultModel.costs);
    return performance.now() - from;
  }).sort((x, y) => x - y);
  console.log(
    `${query} against ${DICTIONARY} words: median ${times[3]!.toFixed(1)} ms (mean similarity ${(total / 7 / DICTIONARY).toFixed(4)})`,
  );
}
