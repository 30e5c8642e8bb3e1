import { readFile } from 'node:fs/promises';
import { readTable } from '../exchange';
import {
  type ComparisonName,
  comparisonNames,
  evaluate,
  evaluateSlices,
  type Evaluation,
  type RankedCandidate,
  Ranking,
  type Slice,
  type TruePair,
  upperBound,
} from '../matching';
import type { Actor } from '../platform';
import { type ExitCode, RefusedError } from './exit-codes';
import { asActor } from './opened-desk';
import { answer, type CommonOptions, fileFrom, progress } from './terminal';

interface Options extends CommonOptions {
  readonly truth: string;
  readonly ablation?: boolean;
}

const CANDIDATES = 50;
/** Remains with a true report that an ablation looks at: enough to see a point of recall, few enough to wait for. */
const ABLATED = 400;

interface Ablation {
  readonly without: ComparisonName;
  /** Change of recall at 10 and of the mean reciprocal rank when this comparison says nothing. */
  readonly recallAt10: number;
  readonly meanReciprocalRank: number;
}
interface Judgement extends Evaluation {
  readonly exclusions: { readonly pairs: number; readonly excluded: number; readonly upperBound: number };
  readonly slices: readonly Slice[];
  readonly ablation: readonly Ablation[] | null;
}

export async function run(options: Options): Promise<ExitCode> {
  const told = await truthFrom(options.truth);
  return asActor<ExitCode>(options, 'proposals.read', async ({ app, actor }) => {
    const line = progress((done, all) => `${done} of ${all} searched`);
    const show = (done: number, all: number) => line.show(done, all);
    const ranking = app.get(Ranking);
    const ranked = await ranking.lists(actor, CANDIDATES, show);
    const truth = namedAlike(told, ranked);
    const facts = await ranking.factsOf(actor, truth);
    const excluded = [...facts.values()].filter(({ isExcluded }) => isExcluded).length;
    const found: Judgement = {
      ...evaluate(ranked, truth),
      exclusions: { pairs: facts.size, excluded, upperBound: upperBound(excluded, facts.size) },
      slices: evaluateSlices(ranked, truth, (pair) => facts.get(pair) ?? null),
      ablation: options.ablation ? await ablated(ranking, actor, truth, show) : null,
    };
    line.end();
    await answer(options, found, () => wordsOf(found));
    return 0;
  });
}

/** Searches again without each comparison, for the same remains. */
async function ablated(
  ranking: Ranking,
  actor: Actor,
  truth: readonly TruePair[],
  show: (done: number, all: number) => void,
): Promise<Ablation[]> {
  const chosen = new Set([...new Set(truth.map(({ remains }) => remains))].slice(0, ABLATED));
  const pairs = truth.filter(({ remains }) => chosen.has(remains));
  const judged = async (without?: ComparisonName) =>
    evaluate(await ranking.lists(actor, CANDIDATES, show, without, chosen), pairs);
  const whole = await judged();
  const losses: Ablation[] = [];
  for (const without of comparisonNames) {
    const less = await judged(without);
    losses.push({
      without,
      recallAt10: less.recallAt[10] - whole.recallAt[10],
      meanReciprocalRank: less.meanReciprocalRank - whole.meanReciprocalRank,
    });
  }
  return losses;
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
function namedAlike(truth: readonly TruePair[], ranked: readonly RankedCandidate[]): TruePair[] {
  const remains = new Set(ranked.map((pair) => pair.remains));
  const reports = new Set(ranked.map((pair) => pair.report));
  const alike = (name: string, known: ReadonlySet<string>) => {
    const short = name.slice(name.indexOf('/') + 1);
    return known.has(name) || !known.has(short) ? name : short;
  };
  return truth.map((pair) => ({ remains: alike(pair.remains, remains), report: alike(pair.report, reports) }));
}

function wordsOf(found: Judgement): string {
  const { recallAt, bins, exclusions, slices, ablation } = found;
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
    '',
    `true pairs excluded          ${exclusions.excluded} of ${exclusions.pairs} (at most ${(100 * exclusions.upperBound).toFixed(3)} %, at 97.5 % confidence)`,
    '',
    `${'slice'.padEnd(34)}  remains  recall 1  at 10  at 50     MRR`,
    ...slices.map(
      ({ by, value, remains, recallAt: at, meanReciprocalRank }) =>
        `${`${by} ${value}`.padEnd(34)}  ${String(remains).padStart(7)}  ${at[1].toFixed(4).padStart(8)} ${at[10].toFixed(4)} ${at[50].toFixed(4)}  ${meanReciprocalRank.toFixed(4)}`,
    ),
    ...(ablation === null
      ? []
      : [
          '',
          'without        recall at 10      MRR',
          ...ablation.map(
            ({ without, recallAt10, meanReciprocalRank }) =>
              `${without.padEnd(12)}  ${signed(recallAt10).padStart(13)}  ${signed(meanReciprocalRank)}`,
          ),
        ]),
  ];
  return `${lines.join('\n')}\n`;
}

const signed = (value: number): string => (value >= 0 ? '+' : '') + value.toFixed(4);
