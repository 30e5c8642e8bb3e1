import { DuplicateReports } from '../matching';
import type { ExitCode } from './exit-codes';
import { asActor } from './opened-desk';
import { type CommonOptions, csvCell, digits, Lines, print, progress } from './terminal';

interface Options extends CommonOptions {
  readonly out?: string;
  readonly min: number;
}

export async function run(options: Options): Promise<ExitCode> {
  const { out, min, json } = options;
  return asActor<ExitCode>(options, 'reports.read', async ({ app, actor }) => {
    const line = progress((done) => `${done} reports read`);
    const pairs = await app.get(DuplicateReports).pairs(actor, min, (done) => line.show(done));
    line.end();
    if (!json || out !== undefined) {
      const lines = new Lines(out);
      await lines.add('report_a,report_b,log10_lr,posterior');
      for (const { reportA, reportB, log10Lr, posterior } of pairs)
        await lines.add([csvCell(reportA), csvCell(reportB), digits(log10Lr), digits(posterior)].join(','));
      await lines.end();
    }
    if (json) {
      const listed = pairs.map(({ reportA, reportB, log10Lr, posterior }) => ({
        ...{ report_a: reportA, report_b: reportB, log10_lr: log10Lr, posterior },
      }));
      await print(`${JSON.stringify({ pairs: listed })}\n`);
    }
    return 0;
  });
}
