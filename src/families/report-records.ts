import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Sex } from '../description';
import { KeyRing, type SealedPlace, Secrets, type Tx } from '../platform';
import type { AnteMortem } from './core/ante-mortem';
import { canonicalJson } from '../description';
import { clearColumnsOf } from './core/clear-columns';
import type { Enquirer, ReportStatus } from './families.dto';

/** What a desk writes down of one family's report. */
export interface ReportContent {
  readonly reference: string;
  /** EDTF. */
  readonly registeredOn?: string | undefined;
  readonly anteMortem: AnteMortem;
  readonly enquirer: Enquirer;
  readonly doNotShareWith: readonly string[];
}

/** A report as its row shows it, without opening anything. */
export interface ReportRow {
  readonly id: string;
  readonly organisationId: string;
  readonly contactPointId: string;
  readonly contactPointName: string;
  readonly country: string;
  readonly reference: string;
  readonly status: ReportStatus;
  readonly registeredOn: string | null;
  readonly sex: Sex | null;
  readonly birthYearFrom: number | null;
  readonly birthYearTo: number | null;
  readonly doNotShareWith: string[];
  readonly isOpen: boolean;
  /** The officer who registered it; null where a file brought it. */
  readonly registeredBy: string | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly contentMac: Buffer;
  readonly anteMortem: Buffer;
  readonly enquirer: Buffer;
  readonly withdrawalReason: Buffer | null;
}

/** Where a report is written: its desk, whose country's key seals it. */
export interface Desk {
  readonly id: string;
  readonly organisationId: string;
  readonly country: string;
}

export interface ReportToWrite {
  readonly id: string;
  readonly country: string;
  readonly status: 'draft' | 'registered';
  readonly registeredBy: string | null;
  readonly content: ReportContent;
}

/** Clear columns only; `r` is the report, `p` its desk. */
export const clearColumns = `r.id, r.organisation_id AS "organisationId", r.contact_point_id AS "contactPointId", p.name AS "contactPointName",
  r.country, r.reference, r.status, r.registered_on AS "registeredOn", r.sex, r.birth_year_from AS "birthYearFrom",
  r.birth_year_to AS "birthYearTo", r.do_not_share AS "doNotShareWith", r.registered_by AS "registeredBy", r.version, r.created_at AS "createdAt", r.updated_at AS "updatedAt",
  r.status = 'registered' AND EXISTS (SELECT FROM family_consent_in_effect c
    WHERE c.report_id = r.id AND c.purpose = 'search_here') AS "isOpen"`;
const allColumns = `${clearColumns}, r.content_mac AS "contentMac", r.ante_mortem AS "anteMortem", r.enquirer, r.withdrawal_reason AS "withdrawalReason"`;
export const fromReports = `FROM family_report r JOIN contact_point p ON p.id = r.contact_point_id`;

type Sealing = Pick<ReportToWrite, 'id' | 'country'>;
export const anteMortemPlace = ({ id, country }: Sealing): SealedPlace => ({
  ...{ scope: id, country, dataClass: 'ante_mortem', table: 'family_report', id },
});
export const enquirerPlace = ({ id, country }: Sealing): SealedPlace => ({
  ...{ scope: id, country, dataClass: 'contact', table: 'family_report', id },
});
const withdrawalPlace = ({ id, country }: Sealing): SealedPlace => ({
  ...{ scope: id, country, dataClass: 'contact', table: 'family_report', id: `${id}:withdrawal` },
});

/** The rows of family reports: sealed on the way in, found and locked on the way out. One report is a list of one. */
@Injectable()
export class ReportRecords {
  constructor(
    private readonly secrets: Secrets,
    private readonly keyRing: KeyRing,
  ) {}

  async find(tx: Tx, id: string): Promise<ReportRow | null> {
    const [row] = (await tx.query(`SELECT ${allColumns} ${fromReports} WHERE r.id = $1`, [id])) as ReportRow[];
    return row ?? null;
  }

  /** Finds a report and keeps others from changing it until this act is done. */
  async lock(tx: Tx, id: string): Promise<ReportRow | null> {
    await tx.query(`SELECT FROM family_report WHERE id = $1 FOR UPDATE`, [id]);
    return this.find(tx, id);
  }

  /** The reports that a desk already has under these references, locked. */
  async lockByReferences(tx: Tx, contactPointId: string, references: readonly string[]): Promise<ReportRow[]> {
    await tx.query(
      `SELECT FROM family_report WHERE contact_point_id = $1 AND reference = ANY($2) ORDER BY id FOR UPDATE`,
      [contactPointId, references],
    );
    return (await tx.query(
      `SELECT ${allColumns} ${fromReports} WHERE r.contact_point_id = $1 AND r.reference = ANY($2)`,
      [contactPointId, references],
    )) as ReportRow[];
  }

  sealWithdrawalReason(tx: Tx, row: Sealing, reason: string): Promise<Buffer> {
    return this.secrets.seal(tx, withdrawalPlace(row), reason);
  }

  async withdrawalReasonOf(tx: Tx, row: Sealing & Pick<ReportRow, 'withdrawalReason'>): Promise<string | null> {
    return row.withdrawalReason && (await this.secrets.open<string>(tx, withdrawalPlace(row), row.withdrawalReason));
  }

  /** Whether the row says just this already. */
  says(row: ReportRow, content: ReportContent): boolean {
    return row.contentMac.equals(this.contentMac(row.id, content));
  }

  async open(tx: Tx, row: ReportRow): Promise<{ anteMortem: AnteMortem; enquirer: Enquirer }> {
    const [am, enquirer] = await this.secrets.openMany<unknown>(tx, [
      { place: anteMortemPlace(row), sealed: row.anteMortem },
      { place: enquirerPlace(row), sealed: row.enquirer },
    ]);
    return { anteMortem: am as AnteMortem, enquirer: enquirer as Enquirer };
  }

  async insert(tx: Tx, desk: Desk, reports: readonly ReportToWrite[]): Promise<void> {
    if (reports.length === 0) return;
    await tx.query(
      `INSERT INTO family_report (organisation_id, contact_point_id, country, id, reference, status, registered_on, sex,
         birth_year_from, birth_year_to, do_not_share, ante_mortem, enquirer, content_mac, compared_mac,
         registered_by)
       SELECT $1, $2, $3, w.id, w.reference, w.status, w.registered_on, w.sex, w.born_from, w.born_to,
         string_to_array(w.do_not_share, ','), w.ante_mortem, w.enquirer, w.content_mac, w.compared_mac, w.registered_by
       FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::smallint[], $10::smallint[], $11::text[],
         $12::bytea[], $13::bytea[], $14::bytea[], $15::bytea[], $16::uuid[]) AS w(id, reference, status, registered_on, sex, born_from,
         born_to, do_not_share, ante_mortem, enquirer, content_mac, compared_mac, registered_by)`,
      [desk.organisationId, desk.id, desk.country, ...(await this.columnsOf(tx, reports))],
    );
  }

  async update(tx: Tx, reports: readonly ReportToWrite[]): Promise<void> {
    if (reports.length === 0) return;
    await tx.query(
      `UPDATE family_report r SET reference = w.reference, status = w.status, registered_on = w.registered_on, sex = w.sex,
         birth_year_from = w.born_from, birth_year_to = w.born_to, do_not_share = string_to_array(w.do_not_share, ','),
         ante_mortem = w.ante_mortem, enquirer = w.enquirer, content_mac = w.content_mac, compared_mac = w.compared_mac,
         registered_by = w.registered_by, version = r.version + 1, updated_at = now()
       FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::smallint[], $8::text[],
         $9::bytea[], $10::bytea[], $11::bytea[], $12::bytea[], $13::uuid[]) AS w(id, reference, status, registered_on, sex, born_from,
         born_to, do_not_share, ante_mortem, enquirer, content_mac, compared_mac, registered_by)
       WHERE r.id = w.id`,
      await this.columnsOf(tx, reports),
    );
  }

  /** Whether another report of the desk goes by this reference. */
  async isReferenceTaken(tx: Tx, contactPointId: string, reference: string, id: string): Promise<boolean> {
    const found = (await tx.query(
      `SELECT FROM family_report WHERE contact_point_id = $1 AND reference = $2 AND id <> $3`,
      [contactPointId, reference, id],
    )) as unknown[];
    return found.length > 0;
  }

  private async columnsOf(tx: Tx, reports: readonly ReportToWrite[]): Promise<unknown[][]> {
    const sealed = await this.secrets.sealMany(
      tx,
      reports.flatMap((report) => [
        { place: anteMortemPlace(report), value: report.content.anteMortem },
        { place: enquirerPlace(report), value: report.content.enquirer },
      ]),
    );
    const clear = reports.map(({ content }) => clearColumnsOf(content.anteMortem));
    return [
      reports.map(({ id }) => id),
      reports.map(({ content }) => content.reference),
      reports.map(({ status }) => status),
      reports.map(({ content }) => content.registeredOn ?? null),
      clear.map(({ sex }) => sex),
      clear.map(({ birthYearFrom }) => birthYearFrom),
      clear.map(({ birthYearTo }) => birthYearTo),
      reports.map(({ content }) => withheldFrom(content).join(',')),
      reports.map((_, index) => sealed[2 * index]),
      reports.map((_, index) => sealed[2 * index + 1]),
      reports.map(({ id, content }) => this.contentMac(id, content)),
      reports.map(({ id, content }) => this.comparedMac(id, content)),
      reports.map(({ registeredBy }) => registeredBy),
    ];
  }

  private contentMac(id: string, content: ReportContent): Buffer {
    const { reference, registeredOn, anteMortem, enquirer } = content;
    const doNotShareWith = withheldFrom(content);
    return this.mac(`all|${id}|${canonicalJson({ reference, registeredOn, anteMortem, enquirer, doNotShareWith })}`);
  }

  /** Of what is compared: the person sought, and the name and number of who asks. */
  private comparedMac(id: string, { anteMortem, enquirer: { name, phone } }: ReportContent): Buffer {
    const asking = name === undefined && phone === undefined ? '' : `|${canonicalJson({ name, phone })}`;
    return this.mac(`compared|${id}|${canonicalJson(anteMortem)}${asking}`);
  }

  private mac(text: string): Buffer {
    return createHmac('sha256', this.keyRing.purposeKey('content')).update(text).digest();
  }
}

const withheldFrom = ({ doNotShareWith }: ReportContent): string[] => [...new Set(doNotShareWith)].sort();
