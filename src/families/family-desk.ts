import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { audit } from '../audit';
import {
  type Actor,
  Database,
  decodeCursor,
  encodeCursor,
  NotFoundError,
  publish,
  requireVersion,
  type Tx,
} from '../platform';
import { isDuplicate } from './bulk-registration';
import { ConsentRecords, searchHereOnly } from './consent-records';
import { canonicalJson } from '../description';
import { isOpenTo } from './core/record-access';
import { Desks } from './desks';
import type {
  FamilyReportDto,
  FamilyReportItem,
  FamilyReportsQuery,
  FamilyReportsView,
  FamilyReportView,
  WithdrawalDto,
} from './families.dto';
import { AlreadyRegisteredError, DeskFixedError, ReferenceTakenError, WithdrawnReportError } from './families.errors';
import { familyReportChanged, familyReported, familyReportWithdrawn } from './families.events';
import { RelativeRecords } from './relative-records';
import { clearColumns, ReportRecords, type ReportContent, type ReportRow } from './report-records';

/** What a desk does with its families' reports: one method, one act, one transaction. */
@Injectable()
export class FamilyDesk {
  constructor(
    private readonly database: Database,
    private readonly desks: Desks,
    private readonly reports: ReportRecords,
    private readonly consents: ConsentRecords,
    private readonly relatives: RelativeRecords,
  ) {}

  /** Clear columns only, so that nothing sensitive is read to show a list. Newest first; by reference where one is looked for. */
  async list(actor: Actor, query: FamilyReportsQuery): Promise<FamilyReportsView> {
    const desk = query.mine === 'true' ? actor.contactPointId : null;
    if (query.mine === 'true' && desk === null) return { items: [], next: null };
    const byReference = query.q !== undefined && query.q !== '';
    const parameters: unknown[] = [actor.isSystem ? null : actor.organisationId, desk, query.status ?? null];
    const scope = `($1::uuid IS NULL OR r.organisation_id = $1) AND ($2::uuid IS NULL OR r.contact_point_id = $2)
      AND ($3::text IS NULL OR r.status = $3)`;
    let [page, order] = ['', ''];
    if (byReference) {
      const after = decodeCursor(query.cursor, [z.string(), z.uuid()]);
      parameters.push(`${query.q!.replace(/[\\%_]/g, '\\$&')}%`, after?.[0] ?? null, after?.[1] ?? null);
      page = `r.reference LIKE $4 AND ($5::text IS NULL OR (r.reference, r.id) > ($5, $6::uuid))`;
      order = 'r.reference, r.id';
    } else {
      const after = decodeCursor(query.cursor, [z.iso.datetime({ precision: 6 }), z.uuid()]);
      parameters.push(after?.[0] ?? null, after?.[1] ?? null);
      page = `($4::timestamptz IS NULL OR (r.created_at, r.id) < ($4, $5::uuid))`;
      order = 'r.created_at DESC, r.id DESC';
    }
    return this.database.read(actor, async (tx) => {
      // The page is cut first: planned with all reports in view, their consents would be read for every one of them.
      const rows = (await tx.query(
        `SELECT ${clearColumns}, to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS moment
         FROM (SELECT * FROM family_report r WHERE ${scope} AND ${page} ORDER BY ${order} LIMIT ${query.limit + 1}) r
         JOIN contact_point p ON p.id = r.contact_point_id ORDER BY ${order}`,
        parameters,
      )) as (ReportRow & { moment: string })[];
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      const next =
        rows.length > query.limit && last ? encodeCursor([byReference ? last.reference : last.moment, last.id]) : null;
      return { items: shown.map(itemOf), next };
    });
  }

  /** The whole file, opened for a purpose that the trail keeps. */
  async get(actor: Actor, id: string, purpose: string): Promise<FamilyReportView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.reports.find(tx, id);
      if (!row || !isOpenTo(actor, row)) throw new NotFoundError();
      await audit(tx, actor, 'families.read', { subject: id, purpose });
      return this.view(tx, row);
    });
  }

  /** Registers a report, keeps a draft of one, or changes what it says. The same sent again changes nothing. */
  async put(actor: Actor, id: string, dto: FamilyReportDto, version: number | null): Promise<FamilyReportView> {
    const put = () =>
      this.database.act(actor, async (tx) => {
        const present = await this.reports.lock(tx, id);
        if (!present) await this.write(tx, actor, id, dto);
        else if (!isOpenTo(actor, present)) throw new NotFoundError();
        else await this.change(tx, actor, present, dto, version);
        return this.view(tx, (await this.reports.find(tx, id))!);
      });
    // Sent twice at the same moment, the second finds the id taken: seen anew, the report is there.
    return put().catch((error: unknown) => {
      if (isDuplicate(error)) return put();
      throw error;
    });
  }

  /** The family takes its report back: nothing is compared from now on. The file stays until it is due for erasure. */
  async withdraw(actor: Actor, id: string, dto: WithdrawalDto): Promise<FamilyReportView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.reports.lock(tx, id);
      if (!row || !isOpenTo(actor, row)) throw new NotFoundError();
      if (row.status !== 'withdrawn') {
        await tx.query(
          `UPDATE family_report SET status = 'withdrawn', withdrawal_reason = $2, version = version + 1, updated_at = now() WHERE id = $1`,
          [id, dto.reason === undefined ? null : await this.reports.sealWithdrawalReason(tx, row, dto.reason)],
        );
        // The fact alone: words about a family stay with its file, and go when it goes.
        await audit(tx, actor, 'families.withdrawn', { subject: id, fields: ['status'] });
        // Nobody was told of a draft.
        if (row.status === 'registered') await publish(tx, familyReportWithdrawn, { reportId: id });
      }
      return this.view(tx, (await this.reports.find(tx, id))!);
    });
  }

  private async write(tx: Tx, actor: Actor, id: string, dto: FamilyReportDto): Promise<void> {
    const desk = await this.desks.openTo(tx, actor, dto.contactPointId ?? null);
    if (await this.reports.isReferenceTaken(tx, desk.id, dto.reference, id)) throw new ReferenceTakenError();
    const status = dto.draft ? 'draft' : 'registered';
    // Consents go first, so that the registration is one change to what is compared.
    if (!dto.draft) await this.consents.insert(tx, [searchHereOnly(id, desk.country, randomUUID())]);
    await this.reports.insert(tx, desk, [
      { id, country: desk.country, status, registeredBy: actor.userId, content: contentOf(dto) },
    ]);
    await audit(tx, actor, dto.draft ? 'families.draft-kept' : 'families.registered', {
      subject: id,
      fields: Object.keys(dto.anteMortem),
    });
    if (!dto.draft) await publish(tx, familyReported, { reportId: id });
  }

  private async change(
    tx: Tx,
    actor: Actor,
    present: ReportRow,
    dto: FamilyReportDto,
    version: number | null,
  ): Promise<void> {
    const { id, country } = present;
    if (present.status === 'withdrawn') throw new WithdrawnReportError();
    if (dto.contactPointId !== undefined && dto.contactPointId !== present.contactPointId) throw new DeskFixedError();
    if (dto.draft && present.status === 'registered') throw new AlreadyRegisteredError();
    const isRegistering = present.status === 'draft' && !dto.draft;
    const content = contentOf(dto);
    if (!isRegistering && this.reports.says(present, content)) return;
    const current = version === present.version ? null : await this.view(tx, present);
    requireVersion(version, present.version, () => current);
    if (dto.reference !== present.reference)
      if (await this.reports.isReferenceTaken(tx, present.contactPointId, dto.reference, id))
        throw new ReferenceTakenError();
    const was = await this.reports.open(tx, present);
    if (isRegistering && (await this.consents.ofReports(tx, [id])).length === 0)
      await this.consents.insert(tx, [searchHereOnly(id, country, randomUUID())]);
    const registeredBy = isRegistering ? actor.userId : present.registeredBy;
    await this.reports.update(tx, [{ id, country, status: dto.draft ? 'draft' : 'registered', registeredBy, content }]);
    const act = isRegistering ? 'families.registered' : dto.draft ? 'families.draft-kept' : 'families.changed';
    const before: ReportContent = {
      ...was,
      reference: present.reference,
      registeredOn: present.registeredOn ?? undefined,
      doNotShareWith: present.doNotShareWith,
    };
    await audit(tx, actor, act, { subject: id, fields: fieldsChanged(before, content) });
    if (!dto.draft) await publish(tx, isRegistering ? familyReported : familyReportChanged, { reportId: id });
  }

  private async view(tx: Tx, row: ReportRow): Promise<FamilyReportView> {
    const { anteMortem, enquirer } = await this.reports.open(tx, row);
    const consents = await this.consents.ofReports(tx, [row.id]);
    return {
      ...itemOf(row),
      organisationId: row.organisationId,
      anteMortem,
      enquirer,
      doNotShareWith: row.doNotShareWith,
      withdrawalReason: await this.reports.withdrawalReasonOf(tx, row),
      isOpen: row.isOpen,
      consents: await this.consents.views(tx, row.country, consents),
      relatives: await this.relatives.ofReport(tx, row),
    };
  }
}

const contentOf = ({
  reference,
  registeredOn,
  anteMortem,
  enquirer,
  doNotShareWith,
}: FamilyReportDto): ReportContent => ({
  ...{ reference, registeredOn, anteMortem, enquirer, doNotShareWith },
});

/** Names of the fields that differ, for the trail; never their values. */
function fieldsChanged(before: ReportContent, after: ReportContent): string[] {
  const flat = ({ anteMortem, enquirer, ...rest }: ReportContent): Record<string, unknown> => ({
    ...rest,
    ...anteMortem,
    ...Object.fromEntries(Object.entries(enquirer).map(([name, value]) => [`enquirer.${name}`, value])),
  });
  const [was, is] = [flat(before), flat(after)];
  const text = (value: unknown) => (value === undefined ? '' : canonicalJson(value));
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => text(was[name]) !== text(is[name]));
}

const itemOf = (row: ReportRow): FamilyReportItem => ({
  id: row.id,
  reference: row.reference,
  status: row.status,
  registeredOn: row.registeredOn,
  sex: row.sex,
  birthYearFrom: row.birthYearFrom,
  birthYearTo: row.birthYearTo,
  country: row.country,
  contactPointId: row.contactPointId,
  contactPointName: row.contactPointName,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
