import { FamiliesService } from '../families';
import { RemainsRecords } from '../forensic-remains';
import { CoverageService } from '../matching';
import { Database } from '../platform';
import type { ExitCode } from './exit-codes';
import { asActor } from './opened-desk';
import { answer, type CommonOptions } from './terminal';

export async function run(options: CommonOptions): Promise<ExitCode> {
  return asActor<ExitCode>(options, 'coverage.read', async ({ app, actor }) => {
    const said = await app.get(CoverageService).statement(actor);
    const names = await app.get(Database).read(actor, async (tx) => {
      const reports = await app
        .get(FamiliesService)
        .summaries(tx, [...new Set(said.listed.map((hole) => hole.reportId))]);
      const remains = await app
        .get(RemainsRecords)
        .summaries(tx, [...new Set(said.listed.map((hole) => hole.remainsId))]);
      return new Map([...reports, ...remains].map(({ id, reference }) => [id, reference]));
    });
    const listed = said.listed.map((hole) => ({
      ...hole,
      report: names.get(hole.reportId) ?? hole.reportId,
      remains: names.get(hole.remainsId) ?? hole.remainsId,
    }));
    const isWhole = said.holes === 0 && said.runsInDoubt.length === 0;
    await answer(options, { ...said, listed }, () => {
      const lines = [
        `As of ${said.asOf}: ${said.reports} open reports, ${said.remains} open remains, ${said.pairs} pairs that may be compared`,
        ...Object.entries(said.ineligible).map(([reason, pairs]) => `${pairs} pairs may not be compared: ${reason}`),
        ...listed.map(({ report, remains }) => `hole: report ${report}, remains ${remains}`),
        ...(said.holes > listed.length ? [`... and ${said.holes - listed.length} more`] : []),
        ...said.runsInDoubt.map((id) => `in doubt: run ${id} states other records than the tables show`),
        isWhole
          ? 'Every pair was compared at its present versions.'
          : `${said.holes} pair(s) not compared at their present versions; ${said.runsInDoubt.length} run(s) in doubt.`,
      ];
      return `${lines.join('\n')}\n`;
    });
    return isWhole ? 0 : 2;
  });
}
