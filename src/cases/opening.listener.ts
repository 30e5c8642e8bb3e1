import { Injectable } from '@nestjs/common';
import { audit, auditMany } from '../audit';
import { familyReported, familyReportWithdrawn, FamiliesService } from '../families';
import { type EventListener, type Heard, Hears, publish, systemActor, type Tx } from '../platform';
import { caseOpened } from './cases.events';
import { REVIEW_DAYS } from './core/status';

export const CASES_QUEUE = 'cases';

/** A registered report opens a case, owned by the officer who registered it, or by nobody yet where a file brought it. */
@Hears(CASES_QUEUE, familyReported)
@Injectable()
export class OpenCaseOnReport implements EventListener<'reportId'> {
  constructor(private readonly families: FamiliesService) {}

  async handle(tx: Tx, heard: readonly Heard<'reportId'>[]): Promise<void> {
    const ids = heard.map(({ ids: { reportId } }) => reportId);
    const reports = await this.families.summaries(tx, ids);
    const opened = (await tx.query(
      `INSERT INTO missing_person_case (id, organisation_id, contact_point_id, country, reference, owner_id, review_on)
       SELECT id, organisation_id, contact_point_id, country, reference, owner_id, current_date + ${REVIEW_DAYS}
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[])
         AS report(id, organisation_id, contact_point_id, country, reference, owner_id)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        reports.map(({ id }) => id),
        reports.map(({ organisationId }) => organisationId),
        reports.map(({ contactPointId }) => contactPointId),
        reports.map(({ country }) => country),
        reports.map(({ reference }) => reference),
        reports.map(({ registeredBy }) => registeredBy),
      ],
    )) as { id: string }[];
    await tx.query(
      `INSERT INTO case_event (case_id, actor_name, act, to_value) SELECT unnest($1::uuid[]), 'Cairn', 'opened', 'open'`,
      [opened.map(({ id }) => id)],
    );
    await auditMany(
      tx,
      systemActor('cases'),
      'cases.opened',
      opened.map(({ id }) => ({ subject: id })),
    );
    await publish(
      tx,
      caseOpened,
      opened.map(({ id }) => ({ caseId: id })),
      { bulk: heard.some(({ bulk }) => bulk) },
    );
  }
}

/** A withdrawn report closes its case; the case stays as a record that somebody once asked. */
@Hears(CASES_QUEUE, familyReportWithdrawn)
@Injectable()
export class CloseCaseOnWithdrawal implements EventListener<'reportId'> {
  async handle(tx: Tx, heard: readonly Heard<'reportId'>[]): Promise<void> {
    for (const { ids } of heard) {
      const closed = (await tx.query(
        `UPDATE missing_person_case SET status = 'closed', shown_status = 'closed', shown_since = now(), version = version + 1
         WHERE id = $1 AND status <> 'identified' RETURNING id`,
        [ids.reportId],
      )) as [unknown[], number];
      if (closed[1] === 0) continue;
      await tx.query(
        `INSERT INTO case_event (case_id, actor_name, act, to_value) VALUES ($1, 'Cairn', 'report-withdrawn', 'closed')`,
        [ids.reportId],
      );
      await audit(tx, systemActor('cases'), 'cases.closed', { subject: ids.reportId });
    }
  }
}
