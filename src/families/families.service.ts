import { Injectable } from '@nestjs/common';
import type { Sex } from '../description';
import { Secrets, type Tx } from '../platform';
import type { AnteMortem } from './core/ante-mortem';
import { isWithheldFrom, type Purpose } from './core/consent';
import { type CompletedPerson, completedPedigree } from './core/pedigree';
import type { Enquirer, Relative, ReportStatus } from './families.dto';
import { RelativeRecords } from './relative-records';
import { anteMortemPlace, clearColumns, enquirerPlace, fromReports, type ReportRow } from './report-records';

/** A report in its clear columns. */
export interface ReportSummary {
  readonly id: string;
  readonly organisationId: string;
  readonly contactPointId: string;
  /** Of the desk, whose key opens the report. */
  readonly country: string;
  readonly reference: string;
  readonly status: ReportStatus;
  readonly isOpen: boolean;
  readonly registeredOn: string | null;
  readonly registeredBy: string | null;
  readonly sex: Sex | null;
  readonly birthYearFrom: number | null;
  readonly birthYearTo: number | null;
  readonly version: number;
  readonly createdAt: Date;
}

/** What may be done with a report at this moment. `isOpen`: registered, and a consent to search is in effect. */
export interface Eligibility {
  readonly id: string;
  readonly version: number;
  /** Last change of what is compared or of whether it may be; null for a draft. A clerical edit leaves it. */
  readonly changeNo: string | null;
  readonly country: string;
  readonly isOpen: boolean;
  readonly consents: {
    readonly matchAbroad: boolean;
    /** Specialists of which states may compare the files. */
    readonly specialistsAbroad: 'any' | readonly string[];
    readonly shareStates: readonly string[];
    readonly dnaMatchAbroad: boolean;
  };
  /** States, `state_of_nationality`, `all`: goes before every consent (see `isWithheldFrom`). */
  readonly doNotShareWith: readonly string[];
}

/** A report opened for comparison. */
export interface ReportForMatching extends Eligibility {
  readonly organisationId: string;
  readonly contactPointId: string;
  readonly reference: string;
  readonly registeredOn: string | null;
  readonly anteMortem: AnteMortem;
  /** Who asks: a number on a body is more often a relative's than the person's own. */
  readonly enquirer: Enquirer;
}

type MatchingRow = Omit<ReportForMatching, 'consents' | 'anteMortem' | 'enquirer'> & {
  readonly consents: readonly { readonly purpose: Purpose; readonly recipient: string | null }[];
  readonly sealed: Buffer;
  readonly sealedEnquirer: Buffer;
};

const eligibilityColumns = `r.id, r.version, r.country, r.do_not_share AS "doNotShareWith",
  (SELECT change_no FROM comparison_change n WHERE n.record_id = r.id ORDER BY change_no DESC LIMIT 1) AS "changeNo",
  coalesce(allowed.list, '[]') AS consents, r.status = 'registered' AND coalesce(allowed.search, false) AS "isOpen"`;
const withAllowed = `FROM family_report r LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('purpose', c.purpose, 'recipient', c.recipient) ORDER BY c.recipient) AS list,
      bool_or(c.purpose = 'search_here') AS search
    FROM family_consent_in_effect c WHERE c.report_id = r.id) allowed ON true`;
const matchingColumns = `${eligibilityColumns}, r.organisation_id AS "organisationId", r.contact_point_id AS "contactPointId", r.reference,
  r.registered_on AS "registeredOn", r.ante_mortem AS sealed, r.enquirer AS "sealedEnquirer"`;

/**
 * Family reports as the modules above see them, inside their own transaction. These are reads for the system's work:
 * whoever shows what they answer to a person decides who may see it, and writes the audit entry.
 */
@Injectable()
export class FamiliesService {
  constructor(
    private readonly secrets: Secrets,
    private readonly relatives: RelativeRecords,
  ) {}

  async summaries(tx: Tx, ids: readonly string[]): Promise<ReportSummary[]> {
    const rows = (await tx.query(`SELECT ${clearColumns} ${fromReports} WHERE r.id = ANY($1) ORDER BY r.id`, [
      ids,
    ])) as ReportRow[];
    return rows.map(summaryOf);
  }

  async reportSummary(tx: Tx, id: string): Promise<ReportSummary | null> {
    return (await this.summaries(tx, [id]))[0] ?? null;
  }

  /** Every report under this reference; more than one desk may use it, and only the desk's code tells them apart. */
  async findByReference(
    tx: Tx,
    where: { readonly contactPointCode?: string | undefined; readonly reference: string },
  ): Promise<ReportSummary[]> {
    const rows = (await tx.query(
      `SELECT ${clearColumns} ${fromReports} WHERE r.reference = $1 AND ($2::text IS NULL OR p.code = $2) ORDER BY r.id LIMIT 100`,
      [where.reference, where.contactPointCode ?? null],
    )) as ReportRow[];
    return rows.map(summaryOf);
  }

  /** What may be done with these reports now, read live and without opening them. */
  async eligibility(tx: Tx, ids: readonly string[]): Promise<Eligibility[]> {
    const rows = (await tx.query(`SELECT ${eligibilityColumns} ${withAllowed} WHERE r.id = ANY($1) ORDER BY r.id`, [
      ids,
    ])) as MatchingRow[];
    return rows.map(({ consents, ...row }) => ({ ...row, consents: allowedBy(consents) }));
  }

  /** Reports opened for comparison, drafts left out. */
  async reportsForMatching(tx: Tx, ids: readonly string[]): Promise<ReportForMatching[]> {
    return this.opened(
      tx,
      (await tx.query(
        `SELECT ${matchingColumns} ${withAllowed} WHERE r.id = ANY($1) AND r.status <> 'draft' ORDER BY r.id`,
        [ids],
      )) as MatchingRow[],
    );
  }

  /** The open reports in the order of their ids, a page at a time, to build the index from. */
  async allForMatching(
    tx: Tx,
    page: {
      readonly afterId: string | null;
      readonly limit: number;
      /** Only of desks in these countries. */
      readonly countries?: readonly string[];
      /** Only of these slices, 0 to 63. */
      readonly slices?: readonly number[];
    },
  ): Promise<ReportForMatching[]> {
    return this.opened(
      tx,
      (await tx.query(
        `SELECT ${matchingColumns} ${withAllowed}
         WHERE r.status = 'registered' AND allowed.search AND ($1::uuid IS NULL OR r.id > $1)
           AND ($3::text[] IS NULL OR r.country = ANY($3))
           AND ($4::int[] IS NULL OR get_byte(uuid_send(r.id), 15) & 63 = ANY($4))
         ORDER BY r.id LIMIT $2`,
        [page.afterId, page.limit, page.countries ?? null, page.slices ?? null],
      )) as MatchingRow[],
    );
  }

  /**
   * Whether the family allows this, to this recipient, at this moment. Asked when it is done, not when it is planned.
   * "Not with that state" goes before every consent.
   */
  async isConsentGiven(tx: Tx, reportId: string, purpose: Purpose, recipient: string | null = null): Promise<boolean> {
    const found = (await tx.query(
      `SELECT FROM family_consent_in_effect c JOIN family_report r ON r.id = c.report_id
       WHERE c.report_id = $1 AND r.status = 'registered' AND c.purpose = $2
         AND (c.recipient IS NULL OR c.recipient = $3)`,
      [reportId, purpose, recipient],
    )) as unknown[];
    if (found.length === 0) return false;
    return recipient === null || purpose === 'ask_institution' || !(await this.isKeptFrom(tx, reportId, recipient));
  }

  /** Whether the family asked that this state does not learn of the report, whatever was consented. */
  async isKeptFrom(tx: Tx, reportId: string, state: string): Promise<boolean> {
    const [row] = (await tx.query(
      `SELECT id, country, do_not_share AS "doNotShareWith", ante_mortem AS sealed FROM family_report WHERE id = $1`,
      [reportId],
    )) as { id: string; country: string; doNotShareWith: string[]; sealed: Buffer }[];
    if (!row) return true;
    return (await this.keptFrom(tx, [row], state)).has(row.id);
  }

  /** Reports whose family named this state in a consent in effect and asked for no protection from it; ids in order. */
  async sharedWithState(
    tx: Tx,
    state: string,
    page: { readonly afterId: string | null; readonly limit: number },
  ): Promise<string[]> {
    const shared: string[] = [];
    let { afterId } = page;
    for (;;) {
      const rows = (await tx.query(
        `SELECT r.id, r.country, r.do_not_share AS "doNotShareWith", r.ante_mortem AS sealed
         FROM family_consent_in_effect c JOIN family_report r ON r.id = c.report_id
         WHERE c.purpose = 'share_state' AND c.recipient = $1 AND r.status = 'registered' AND ($2::uuid IS NULL OR c.report_id > $2)
           AND NOT r.do_not_share && ARRAY['all', $1]
         ORDER BY c.report_id LIMIT $3`,
        [state, afterId, page.limit],
      )) as { id: string; country: string; doNotShareWith: string[]; sealed: Buffer }[];
      const kept = await this.keptFrom(tx, rows, state);
      shared.push(...rows.map(({ id }) => id).filter((id) => !kept.has(id)));
      if (rows.length < page.limit || shared.length >= page.limit) return shared.slice(0, page.limit);
      afterId = rows.at(-1)!.id;
    }
  }

  /** The sought person's name as written, for the desk that owns the report; null where no name is known. */
  async displayName(tx: Tx, id: string): Promise<string | null> {
    return (await this.displayNames(tx, [id])).get(id) ?? null;
  }

  async displayNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    if (ids.length === 0) return names;
    const rows = (await tx.query(`SELECT id, country, ante_mortem AS sealed FROM family_report WHERE id = ANY($1)`, [
      ids,
    ])) as { id: string; country: string; sealed: Buffer }[];
    for (const [at, am] of (await this.openAnteMortem(tx, rows)).entries()) {
      const name = [am.givenNames, am.familyNames].filter(Boolean).join(' ') || am.otherNames?.[0];
      if (name) names.set(rows[at]!.id, name);
    }
    return names;
  }

  /** Who asks; for the desk that owns the report only. */
  async enquirerOf(tx: Tx, id: string): Promise<Enquirer | null> {
    const [row] = (await tx.query(`SELECT id, country, enquirer AS sealed FROM family_report WHERE id = $1`, [id])) as {
      id: string;
      country: string;
      sealed: Buffer;
    }[];
    return row ? this.secrets.open<Enquirer>(tx, enquirerPlace(row), row.sealed) : null;
  }

  /** The relatives as the desk set them, and the same tree with both parents or neither for each person. */
  async relativesOf(
    tx: Tx,
    id: string,
  ): Promise<{ readonly persons: Relative[]; readonly pedigree: CompletedPerson[] }> {
    const [row] = (await tx.query(`SELECT id, country FROM family_report WHERE id = $1`, [id])) as {
      id: string;
      country: string;
    }[];
    const persons = row ? await this.relatives.ofReport(tx, row) : [];
    const pedigree = completedPedigree(
      persons.map(({ person, father, mother, sex, isMissingPerson }) => ({
        ...{ person, father, mother, sex, isMissingPerson },
      })),
    );
    return { persons, pedigree };
  }

  private async keptFrom(
    tx: Tx,
    rows: readonly { id: string; country: string; doNotShareWith: readonly string[]; sealed: Buffer }[],
    state: string,
  ): Promise<Set<string>> {
    // Only where it turns on the nationality is anything opened.
    const byNationality = rows.filter(({ doNotShareWith }) => doNotShareWith.includes('state_of_nationality'));
    const opened = await this.openAnteMortem(tx, byNationality);
    const nationalities = new Map(byNationality.map(({ id }, at) => [id, opened[at]!.nationalities]));
    return new Set(
      rows
        .filter(({ id, doNotShareWith }) =>
          isWithheldFrom(state, { doNotShareWith, nationalities: nationalities.get(id) }),
        )
        .map(({ id }) => id),
    );
  }

  private async openAnteMortem(
    tx: Tx,
    rows: readonly { readonly id: string; readonly country: string; readonly sealed: Buffer }[],
  ): Promise<AnteMortem[]> {
    return this.secrets.openMany<AnteMortem>(
      tx,
      rows.map((row) => ({ place: anteMortemPlace(row), sealed: row.sealed })),
    );
  }

  private async opened(tx: Tx, rows: readonly MatchingRow[]): Promise<ReportForMatching[]> {
    const opened = await this.secrets.openMany<AnteMortem | Enquirer>(tx, [
      ...rows.map((row) => ({ place: anteMortemPlace(row), sealed: row.sealed })),
      ...rows.map((row) => ({ place: enquirerPlace(row), sealed: row.sealedEnquirer })),
    ]);
    return rows.map(({ sealed: _, sealedEnquirer: __, consents, ...row }, at) => ({
      ...row,
      anteMortem: opened[at] as AnteMortem,
      enquirer: opened[rows.length + at] as Enquirer,
      consents: allowedBy(consents),
    }));
  }
}

function allowedBy(consents: MatchingRow['consents']): Eligibility['consents'] {
  const recipients = (purpose: Purpose) =>
    consents.filter((consent) => consent.purpose === purpose).map(({ recipient }) => recipient);
  const specialists = recipients('specialists_abroad');
  return {
    matchAbroad: recipients('match_abroad').length > 0,
    specialistsAbroad: specialists.includes(null) ? 'any' : specialists.filter((state) => state !== null),
    shareStates: recipients('share_state').filter((state) => state !== null),
    dnaMatchAbroad: recipients('dna_match_abroad').length > 0,
  };
}

const summaryOf = (row: ReportRow): ReportSummary => ({
  id: row.id,
  organisationId: row.organisationId,
  contactPointId: row.contactPointId,
  country: row.country,
  reference: row.reference,
  status: row.status,
  isOpen: row.isOpen,
  registeredOn: row.registeredOn,
  registeredBy: row.registeredBy,
  sex: row.sex,
  birthYearFrom: row.birthYearFrom,
  birthYearTo: row.birthYearTo,
  version: row.version,
  createdAt: row.createdAt,
});
