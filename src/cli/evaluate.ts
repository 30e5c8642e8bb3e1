import { readFile } from 'node:fs/promises';
import { readTable } from '../exchange';
import { evaluate, Ranking, type RankedPair, type TruePair } from '../matching';
import { type ExitCode, RefusedError } from './exit-codes';
import { asActor } from './opened-desk';
import { answer, type CommonOptions, fileFrom, progress } from './terminal';

interface Options extends CommonOptions {
  readonly truth: string;
}

const CANDIDATES = 50;

export async function run(options: Options): Promise<ExitCode> {
  const truth = await truthFrom(options.truth);
  return asActor<ExitCode>(options, 'proposals.read', async ({ app, actor }) => {
    const line = progress((done, all) => `${done} of ${all} searched`);
    const ranked: RankedPair[] = [];
    const pairs = app.get(Ranking).forRemains(actor, 'all', CANDIDATES, (done, all) => line.show(done, all));
    for await (const pair of pairs) ranked.push(pair);
    line.end();
    const found = evaluate(ranked, namedAlike(truth, ranked));
    await answer(options, found, () => wordsOf(found));
    return 0;
  });
}

async function truthFrom(file: string): Promise<TruePair[]> {
  const bytes = await readFile(fileFrom(file)).catch(() => {
    throw new RefusedError('cli.file-not-read', `The file ${file} cannot be read`);
  });
  const columns = { known: ['remains', 'report'], required: ['remains', 'report'] };
  const pairs: TruePair[] = [];
  const whole = (async function* () {
    yield bytes;
  })();
  for await (const event of readTable(whole, columns, { ignoreUnknownColumns: true })) {
    const { remains, report } = event.row?.cells ?? {};
    if (remains === undefined || report === undefined)
      throw new RefusedError(
        'cli.truth-not-read',
        `Line ${event.row?.line ?? event.reject?.line} of ${file} names no pair`,
      );
    pairs.push({ remains, report });
  }
  return pairs;
}

/** A file may write DESK/REF where the ranking needs no desk to be clear. */
function namedAlike(truth: readonly TruePair[], ranked: readonly RankedPair[]): TruePair[] {
  const remains = new Set(ranked.map((pair) => pair.remains));
  const reports = new Set(ranked.map((pair) => pair.report));
  const alike = (name: string, known: ReadonlySet<string>) => {
    const short = name.slice(name.indexOf('/') + 1);
    return known.has(name) || !known.has(short) ? name : short;
  };
  return truth.map((pair) => ({ remains: alike(pair.remains, remains), report: alike(pair.report, reports) }));
}

function wordsOf(found: ReturnType<typeof evaluate>): string {
  const { recallAt, bins } = found;
  const lines = [
    `remains with a true report  ${found.remains}`,
    `recall at 1                 ${recallAt[1].toFixed(4)}`,
    `recall at 10                ${recallAt[10].toFixed(4)}`,
    `recall at 50                ${recallAt[50].toFixed(4)}`,
    `mean reciprocal rank        ${found.meanReciprocalRank.toFixed(4)}`,
    `calibration error           ${found.expectedCalibrationError.toFixed(4)} (stated at 0.1 or more: ${found.expectedCalibrationErrorFrom01.toFixed(4)} of ${found.candidatesFrom01})`,
    `log loss                    ${found.logLoss.toFixed(4)}`,
    '',
    'stated        candidates  mean stated  observed',
    ...bins
      .filter(({ candidates }) => candidates > 0)
      .map(
        ({ from, to, candidates, meanStated, observed }) =>
          `${from.toFixed(1)} to ${to.toFixed(1)}    ${String(candidates).padStart(9)}  ${meanStated.toFixed(4).padStart(11)}  ${observed.toFixed(4).padStart(8)}`,
      ),
  ];
  return `${lines.join('\n')}\n`;
}
