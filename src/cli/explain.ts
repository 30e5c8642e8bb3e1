import { Ranking } from '../matching';
import type { ExitCode } from './exit-codes';
import { asActor } from './opened-desk';
import { answer, type CommonOptions } from './terminal';

type Told = Awaited<ReturnType<Ranking['explain']>>;

export async function run(options: CommonOptions, remains: string, report: string): Promise<ExitCode> {
  return asActor<ExitCode>(options, 'proposals.read', async ({ app, actor }) => {
    const told = await app.get(Ranking).explain(actor, remains, report);
    await answer(options, told, () => wordsOf(told));
    return 0;
  });
}

function wordsOf(told: Told): string {
  const { evidence, prior } = told;
  const head = [`Remains ${told.remains}, report ${told.report} (settings ${told.settingsId.slice(0, 12)})`];
  if (told.incompatibility !== null) head.push(`This pair may not be compared now: ${told.incompatibility}`);
  if (evidence.exclusion) head.push(`Excluded by logic: ${JSON.stringify(evidence.exclusion)}`);
  const rows = [
    ['comparison', 'state', 'log10 LR', 'if same', 'if other', 'family says | remains show'],
    ...evidence.parts.map(rowOf),
  ];
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  );
  const capped = evidence.groups.filter(({ isCapped }) => isCapped);
  const foot = [
    ...capped.map(
      ({ group, sumLog10, log10Lr }) =>
        `${group}: ${signed(sumLog10)} counts as ${signed(log10Lr)}, since these depend on one another`,
    ),
    `log10 LR ${signed(evidence.log10Lr)}, posterior ${told.posterior.toPrecision(3)}, grade: ${told.grade}`,
    `Prior: one of ${prior.persons} open persons with probability ${prior.reported.toPrecision(3)} (${prior.source})`,
    `Of that many random reports about ${told.expectedRandom.toPrecision(3)} would reach this.`,
  ];
  return `${[...head, '', ...lines, '', ...foot].join('\n')}\n`;
}

function rowOf(part: Told['evidence']['parts'][number]): string[] {
  const { comparison, state, level, log10Lr, likelihoodIfSame, likelihoodIfOther, anteMortem, postMortem } = part;
  return [
    comparison,
    level === null ? state : `${state}, ${level}`,
    signed(log10Lr),
    likelihoodIfSame?.toPrecision(3) ?? '',
    likelihoodIfOther?.toPrecision(3) ?? '',
    `${anteMortem ?? '-'} | ${postMortem ?? '-'}`,
  ];
}

const signed = (value: number): string => (value >= 0 ? '+' : '') + value.toFixed(3);
