import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { ContactPointsService } from '../contact-points';
import { FamiliesService } from '../families';
import { type Actor, Database } from '../platform';
import { findDuplicates } from './core/duplicates';
import type { AnteMortemProfile } from './core/profile';
import { profileOfReport, ResidentIndex } from './resident-index';

/** One line of what `cairn duplicates` prints. */
export interface DuplicateReportsPair {
  readonly reportA: string;
  readonly reportB: string;
  readonly log10Lr: number;
  readonly posterior: number;
}

const PAGE = 2000;

/**
 * Pairs of open reports that may be about one person: of the actor's own organisation, or of all for the operator of an
 * embedded desk. Suggested and audited; nothing is stored, and linking stays an act of people.
 */
@Injectable()
export class DuplicateReports {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly contactPoints: ContactPointsService,
    private readonly index: ResidentIndex,
  ) {}

  async pairs(
    actor: Actor,
    minLog10Lr: number,
    onProgress: (reports: number) => void = () => undefined,
  ): Promise<DuplicateReportsPair[]> {
    const reports: { id: string; reference: string; contactPointId: string; profile: AnteMortemProfile }[] = [];
    const codes = await this.database.act(actor, async (tx) => {
      await audit(tx, actor, 'matching.duplicates-sought', { purpose: 'search' });
      for (let afterId: string | null = null; ;) {
        const page = await this.families.allForMatching(tx, { afterId, limit: PAGE });
        for (const report of page)
          if (actor.isSystem || report.organisationId === actor.organisationId)
            reports.push({
              ...{ id: report.id, reference: report.reference, contactPointId: report.contactPointId },
              profile: profileOfReport(report, this.index.settings),
            });
        onProgress(reports.length);
        if (page.length < PAGE) break;
        afterId = page.at(-1)!.id;
      }
      const desks = new Map<string, string>();
      for (const { contactPointId } of reports)
        if (!desks.has(contactPointId))
          desks.set(contactPointId, (await this.contactPoints.find(tx, contactPointId))?.code ?? '');
      return desks;
    });
    const uses = new Map<string, number>();
    for (const { reference } of reports) uses.set(reference, (uses.get(reference) ?? 0) + 1);
    const names = new Map(
      reports.map(({ id, reference, contactPointId }) => [
        id,
        uses.get(reference) === 1 ? reference : `${codes.get(contactPointId)}/${reference}`,
      ]),
    );
    return findDuplicates(reports, { minLog10Lr, settings: this.index.settings }).map(
      ({ a, b, log10Lr, posterior }) => ({ reportA: names.get(a)!, reportB: names.get(b)!, log10Lr, posterior }),
    );
  }
}
