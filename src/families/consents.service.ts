import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { type Actor, Database, type Fault, NotFoundError, publish, type Tx } from '../platform';
import { ConsentRecords, type ConsentRow, type ConsentToWrite, isClaim } from './consent-records';
import { isRecipientOf } from './core/consent';
import { isOpenTo } from './core/record-access';
import type { ConsentDto, ConsentView, WithdrawalDto } from './families.dto';
import { ConsentRecordedError, ConsentRefusedError, WithdrawnReportError } from './families.errors';
import { familyConsentChanged } from './families.events';
import { ReportRecords, type ReportRow } from './report-records';

/** What a family allows, given and taken back. Both take effect with the act: the next read sees it. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportRecords,
    private readonly consents: ConsentRecords,
  ) {}

  /**
   * Records a consent once. Complete facts sent for a claim confirm it; otherwise a recorded consent is not rewritten,
   * and one for the same purpose and recipient takes its place.
   */
  async give(actor: Actor, reportId: string, consentId: string, dto: ConsentDto): Promise<ConsentView> {
    return this.database.act(actor, async (tx) => {
      const report = await this.heldReport(tx, actor, reportId);
      const wanted = consentFrom(dto, consentId, report);
      const present = await this.consents.find(tx, consentId);
      if (present && present.reportId !== reportId) throw new NotFoundError();
      if (present && (await this.says(tx, report, present, wanted))) return this.view(tx, report, consentId);
      if (report.status === 'withdrawn') throw new WithdrawnReportError();
      if (present) {
        if (!isConfirmation(present, wanted)) throw new ConsentRecordedError();
        await this.consents.confirm(tx, wanted);
      } else {
        const standing = (await this.consents.ofReports(tx, [reportId])).find(
          (row) => row.isLive && row.purpose === wanted.purpose && row.recipient === wanted.recipient,
        );
        if (standing && standing.inEffect && !standing.isClaim && isClaim(wanted))
          throw new ConsentRefusedError([{ path: 'by', code: 'families.consent-stands-already' }]);
        await this.consents.replace(tx, [wanted]);
      }
      await audit(tx, actor, 'families.consent-given', { subject: reportId, fields: [wanted.purpose] });
      if (report.status === 'registered') await publish(tx, familyConsentChanged, { reportId });
      return this.view(tx, report, consentId);
    });
  }

  /** Takes a consent back, with whatever has taken its place since. No reason is asked. */
  async withdraw(actor: Actor, reportId: string, consentId: string, dto: WithdrawalDto): Promise<ConsentView> {
    return this.database.act(actor, async (tx) => {
      const report = await this.heldReport(tx, actor, reportId);
      const consent = await this.consents.find(tx, consentId);
      if (!consent || consent.reportId !== reportId) throw new NotFoundError();
      if (await this.consents.withdraw(tx, report, consent, dto.reason)) {
        await audit(tx, actor, 'families.consent-withdrawn', { subject: reportId, fields: [consent.purpose] });
        if (report.status === 'registered') await publish(tx, familyConsentChanged, { reportId });
      }
      return this.view(tx, report, consentId);
    });
  }

  private async heldReport(tx: Tx, actor: Actor, reportId: string): Promise<ReportRow> {
    const report = await this.reports.lock(tx, reportId);
    if (!report || !isOpenTo(actor, report)) throw new NotFoundError();
    return report;
  }

  private async view(tx: Tx, report: ReportRow, consentId: string): Promise<ConsentView> {
    return (await this.consents.views(tx, report.country, [(await this.consents.find(tx, consentId))!]))[0]!;
  }

  private async says(tx: Tx, report: ReportRow, row: ConsentRow, wanted: ConsentToWrite): Promise<boolean> {
    const [{ by }] = (await this.consents.views(tx, report.country, [row])) as [ConsentView];
    return (
      by === wanted.by &&
      (['purpose', 'recipient', 'on', 'how', 'textVersion', 'expiresOn'] as const).every(
        (fact) => row[fact] === wanted[fact],
      )
    );
  }
}

/** Whether this only adds the facts that a live claim lacked. */
const isConfirmation = (row: ConsentRow, wanted: ConsentToWrite): boolean =>
  row.isLive && row.isClaim && !isClaim(wanted) && row.purpose === wanted.purpose && row.recipient === wanted.recipient;

function consentFrom(dto: ConsentDto, id: string, report: ReportRow): ConsentToWrite {
  const faults: Fault[] = [];
  const recipient = dto.purpose === 'ask_institution' ? (dto.institution ?? null) : (dto.state ?? null);
  const misplaced = dto.purpose === 'ask_institution' ? dto.state : dto.institution;
  if (misplaced !== undefined || !isRecipientOf(dto.purpose, recipient))
    faults.push({
      path: dto.purpose === 'ask_institution' ? 'institution' : 'state',
      code: 'families.consent-recipient',
    });
  // The desk's day may be ahead of ours by some hours.
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  if (dto.on !== undefined && dto.on > tomorrow) faults.push({ path: 'on', code: 'families.consent-lies-ahead' });
  if (dto.on !== undefined && dto.expiresOn !== undefined && dto.expiresOn < dto.on)
    faults.push({ path: 'expiresOn', code: 'families.consent-ends-before' });
  if (faults.length > 0) throw new ConsentRefusedError(faults);
  return {
    ...{ id, reportId: report.id, country: report.country, purpose: dto.purpose, recipient },
    by: dto.by ?? null,
    on: dto.on ?? null,
    how: dto.how ?? null,
    textVersion: dto.textVersion ?? null,
    expiresOn: dto.expiresOn ?? null,
  };
}
