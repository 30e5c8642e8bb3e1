import { Ranking, type RankedPair } from '../matching';
import { type ExitCode, UsageError } from './exit-codes';
import { asActor } from './opened-desk';
import { type CommonOptions, csvCell, digits, Lines, print, progress } from './terminal';

interface Options extends CommonOptions {
  readonly remains?: string;
  readonly report?: string;
  readonly top?: number;
  readonly out?: string;
}

export async function run(options: Options): Promise<ExitCode> {
  const { remains, report, top = 10, json, out } = options;
  if ((remains === undefined) === (report === undefined))
    throw new UsageError('Say for whom: --remains REF|all, or --report REF|all');
  return asActor<ExitCode>(options, 'proposals.read', async ({ app, actor }) => {
    const line = progress((done, all) => `${done} of ${all} searched`);
    const ranking = app.get(Ranking);
    const show = (done: number, all: number) => line.show(done, all);
    const ranked =
      remains !== undefined
        ? ranking.forRemains(actor, remains, top, show)
        : ranking.forReports(actor, report!, top, show);
    const pairs: object[] = [];
    const lines = json && out === undefined ? null : new Lines(out);
    await lines?.add('remains,report,rank,log10_lr,posterior,grade');
    for await (const pair of ranked) {
      if (json) pairs.push(documentOf(pair));
      await lines?.add(rowOf(pair));
    }
    line.end();
    await lines?.end();
    if (json) await print(`${JSON.stringify({ pairs })}\n`);
    return 0;
  });
}

const documentOf = ({ remains, report, rank, log10Lr, posterior, grade }: RankedPair) => ({
  ...{ remains, report, rank, log10_lr: log10Lr, posterior, grade },
});

const rowOf = ({ remains, report, rank, log10Lr, posterior, grade }: RankedPair): string =>
  [csvCell(remains), csvCell(report), rank, digits(log10Lr), digits(posterior), csvCell(grade)].join(',');
