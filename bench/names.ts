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
  TokenDictionary,
  type TokenForm,
} from '../src/matching/core/names';
import { log10LrOf, readPairs, table } from './names-pairs';

const file = process.argv[2];
if (!file) throw new Error('usage: npx tsx bench/names.ts PAIRS.tsv');
const pairs = readPairs(file);
const started = process.cpuUsage();
const values = log10LrOf(pairs, defaultModel);
const seconds = process.cpuUsage(started).user / 1e6;
console.log(`settings ${nameSettings.version}, threshold ${nameSettings.threshold} log10 LR`);
console.log(table(pairs, values, nameSettings.threshold));
console.log(`\nnot a number: ${values.filter(Number.isNaN).length}`);
console.log(`whole names: ${((seconds * 1e6) / pairs.length).toFixed(1)} us of processor time a pair`);

const asFile = ['a\tb', ...pairs.map((pair) => `${pair.a}\t${pair.b}`)].join('\n');
const fileStarted = process.cpuUsage();
answerNamesFile(asFile);
console.log(
  `file of ${pairs.length} rows: ${(process.cpuUsage(fileStarted).user / 1e6).toFixed(2)} s of processor time`,
);

const distinct = new Map<string, TokenForm>();
for (const pair of pairs)
  for (const form of [...compileName(pair.a), ...compileName(pair.b)]) distinct.set(form.text, form);
const words = [...distinct.values()];
const DICTIONARY = 100_000;
const dictionary = new TokenDictionary(
  Array.from({ length: DICTIONARY }, (_, at) => words[at % words.length]!),
  defaultModel.costs,
);
console.log(`one word against ${DICTIONARY} (${words.length} distinct), processor time, median of 9:`);
for (const query of ['Mohamed', 'عبدالرحمن', 'ተስፋለም', 'Gebreselassie']) {
  const [form] = compileName(query);
  const median = (above: number) =>
    Array.from({ length: 9 }, () => {
      const from = process.cpuUsage();
      dictionary.similarities(form!, above);
      return process.cpuUsage(from).user / 1000;
    }).sort((x, y) => x - y)[4]!;
  console.log(`  ${query}: all ${median(0).toFixed(1)} ms, similarities above .5 only ${median(0.5).toFixed(1)} ms`);
}
