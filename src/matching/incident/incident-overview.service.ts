import { Injectable } from '@nestjs/common';
import { isAllowed } from '../../access';
import { audit } from '../../audit';
import { CasesService } from '../../cases';
import { FamiliesService } from '../../families';
import { RemainsRecords } from '../../forensic-remains';
import { IncidentsService } from '../../incidents';
import { type Actor, Database, NotFoundError, type Tx } from '../../platform';
import { ProposalsService } from '../proposals.service';
import { IncidentMentions } from './incident-mentions';
import type { IncidentOverviewView } from './incident-overview.dto';

/** One event of the register, with the records of the reader's own organisation that name it. */
@Injectable()
export class IncidentOverviewService {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentsService,
    private readonly mentions: IncidentMentions,
    private readonly cases: CasesService,
    private readonly families: FamiliesService,
    private readonly records: RemainsRecords,
    private readonly proposals: ProposalsService,
  ) {}

  async of(actor: Actor, incidentId: string): Promise<IncidentOverviewView> {
    return this.database.act(actor, async (tx) => {
      const incident = await this.incidents.find(tx, incidentId);
      if (!incident) throw new NotFoundError();
      const isFamily = !actor.isSystem && isAllowed(actor, 'cases.read');
      const isForensic = !actor.isSystem && isAllowed(actor, 'remains.read');
      const own =
        (isFamily || isForensic) && actor.organisationId
          ? await this.mentions.of(tx, actor.organisationId, [incident.mainId, incident.incidentId, incident.id])
          : { reports: [], remains: [] };
      const reportIds = isFamily ? own.reports : [];
      const remainsIds = isForensic ? own.remains : [];
      const open = await this.proposals.openAmong(tx, actor, { reportIds, remainsIds });
      if (isFamily || isForensic)
        await audit(tx, actor, 'matching.incident-read', { subject: incidentId, purpose: 'match_review' });
      return {
        incident,
        cases: isFamily ? await this.casesOf(tx, actor, reportIds, open) : null,
        remains: isForensic ? await this.remainsOf(tx, remainsIds, open) : null,
        coverage: await this.coverageOf(tx, [...reportIds, ...remainsIds]),
      };
    });
  }

  private async casesOf(tx: Tx, actor: Actor, ids: readonly string[], open: ReadonlyMap<string, number>) {
    const names = await this.families.displayNames(tx, ids);
    const items: NonNullable<IncidentOverviewView['cases']> = [];
    for (const id of ids) {
      const row = await this.cases.find(tx, id, actor);
      if (!row || row.organisationId !== actor.organisationId) continue;
      items.push({
        ...{ id, reference: row.reference, name: names.get(id) ?? null },
        // An identification that the family has not been told of is known to those alone who brought it about.
        status: row.isPrivy ? row.status : row.shownStatus,
        openProposals: open.get(id) ?? 0,
      });
    }
    return items.sort((a, b) => (a.reference < b.reference ? -1 : 1));
  }

  private async remainsOf(tx: Tx, ids: readonly string[], open: ReadonlyMap<string, number>) {
    return (await this.records.summaries(tx, ids))
      .map(({ id, reference, status }) => ({ id, reference, status, openProposals: open.get(id) ?? 0 }))
      .sort((a, b) => (a.reference < b.reference ? -1 : 1));
  }

  private async coverageOf(tx: Tx, ids: readonly string[]): Promise<IncidentOverviewView['coverage']> {
    const [row] = (await tx.query(
      `SELECT count(*)::int AS open, count(s.record_id)::int AS compared,
         to_char(min(r.finished_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "asOf"
       FROM (SELECT DISTINCT ON (record_id) record_id, change_no, is_open FROM comparison_change
             WHERE record_id = ANY($1) ORDER BY record_id, change_no DESC) c
       LEFT JOIN matching_subject s ON s.record_id = c.record_id AND s.change_no = c.change_no
       LEFT JOIN matching_run r ON r.id = s.run_id WHERE c.is_open`,
      [ids],
    )) as IncidentOverviewView['coverage'][];
    return row ?? { open: 0, compared: 0, asOf: null };
  }
}
