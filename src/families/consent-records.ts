import { Injectable } from '@nestjs/common';
import { type SealedPlace, Secrets, type Tx } from '../platform';
import type { ConsentWay, Permission, Purpose } from './core/consent';
import type { ConsentView } from './families.dto';

/** A consent as it was given. Without who, when, how and what was shown it is a claim. */
export interface ConsentFacts extends Permission {
  readonly by: string | null;
  /** ISO day. */
  readonly on: string | null;
  readonly how: ConsentWay | null;
  readonly textVersion: string | null;
  readonly expiresOn: string | null;
}

export interface ConsentToWrite extends ConsentFacts {
  readonly id: string;
  readonly reportId: string;
  readonly country: string;
}

export interface ConsentRow extends Omit<ConsentFacts, 'by'> {
  readonly id: string;
  readonly reportId: string;
  readonly givenBy: Buffer | null;
  readonly isClaim: boolean;
  readonly inEffect: boolean;
  readonly isLive: boolean;
  readonly withdrawnAt: Date | null;
  readonly replacedBy: string | null;
  readonly recordedAt: Date;
}

const columns = `c.id, c.report_id AS "reportId", c.purpose, c.recipient, c.given_by AS "givenBy", c.given_on::text AS on, c.given_how AS how,
  c.text_version AS "textVersion", c.expires_on::text AS "expiresOn", c.is_claim AS "isClaim", c.withdrawn_at AS "withdrawnAt",
  c.replaced_by AS "replacedBy", c.recorded_at AS "recordedAt", c.is_live AS "isLive",
  EXISTS (SELECT FROM family_consent_in_effect e WHERE e.id = c.id) AS "inEffect"`;

export const isClaim = ({ by, on, how, textVersion }: ConsentFacts): boolean =>
  by === null || on === null || how === null || textVersion === null;

const placeOf = (row: { readonly id: string; readonly reportId: string }, country: string): SealedPlace => ({
  ...{ scope: row.reportId, country, dataClass: 'contact', table: 'family_consent', id: row.id },
});

/** The rows of consents. They are added, withdrawn and replaced; what was said on a day stays said. */
@Injectable()
export class ConsentRecords {
  constructor(private readonly secrets: Secrets) {}

  async ofReports(tx: Tx, reportIds: readonly string[]): Promise<ConsentRow[]> {
    if (reportIds.length === 0) return [];
    return (await tx.query(
      `SELECT ${columns} FROM family_consent c WHERE c.report_id = ANY($1) ORDER BY c.recorded_at, c.id`,
      [reportIds],
    )) as ConsentRow[];
  }

  async find(tx: Tx, id: string): Promise<ConsentRow | null> {
    const [row] = (await tx.query(`SELECT ${columns} FROM family_consent c WHERE c.id = $1`, [id])) as ConsentRow[];
    return row ?? null;
  }

  /** Writes new consents in the place of those that are live for the same purpose and recipient. */
  async replace(tx: Tx, consents: readonly ConsentToWrite[]): Promise<void> {
    const key = (of: Permission & { readonly reportId: string }) =>
      `${of.reportId}|${of.purpose}|${of.recipient ?? ''}`;
    const successor = new Map(consents.map((consent) => [key(consent), consent.id]));
    const standing = await this.ofReports(tx, [...new Set(consents.map(({ reportId }) => reportId))]);
    const replaced = standing.filter((row) => row.isLive && successor.has(key(row)));
    if (replaced.length > 0)
      await tx.query(
        `UPDATE family_consent c SET replaced_by = w.successor FROM unnest($1::uuid[], $2::uuid[]) AS w(id, successor) WHERE c.id = w.id`,
        [replaced.map(({ id }) => id), replaced.map((row) => successor.get(key(row)))],
      );
    await this.insert(tx, consents);
  }

  /** Writes the first consents of reports. */
  async insert(tx: Tx, consents: readonly ConsentToWrite[]): Promise<void> {
    if (consents.length === 0) return;
    const named = consents.filter(({ by }) => by !== null);
    const sealed = await this.secrets.sealMany(
      tx,
      named.map((consent) => ({ place: placeOf(consent, consent.country), value: consent.by })),
    );
    const givenBy = new Map(named.map(({ id }, index) => [id, sealed[index]]));
    await tx.query(
      `INSERT INTO family_consent (id, report_id, purpose, recipient, given_by, given_on, given_how, text_version, expires_on)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::date[], $7::text[], $8::text[], $9::date[])`,
      [
        consents.map(({ id }) => id),
        consents.map(({ reportId }) => reportId),
        consents.map(({ purpose }) => purpose),
        consents.map(({ recipient }) => recipient),
        consents.map(({ id }) => givenBy.get(id) ?? null),
        consents.map(({ on }) => on),
        consents.map(({ how }) => how),
        consents.map(({ textVersion }) => textVersion),
        consents.map(({ expiresOn }) => expiresOn),
      ],
    );
  }

  /** Adds the facts that a claim lacked. */
  async confirm(tx: Tx, consent: ConsentToWrite): Promise<void> {
    const givenBy = await this.secrets.seal(tx, placeOf(consent, consent.country), consent.by);
    await tx.query(
      `UPDATE family_consent SET given_by = $2, given_on = $3, given_how = $4, text_version = $5, expires_on = $6 WHERE id = $1`,
      [consent.id, givenBy, consent.on, consent.how, consent.textVersion, consent.expiresOn],
    );
  }

  /** Ends whatever is live for this purpose and recipient; answers whether anything was. */
  async withdraw(
    tx: Tx,
    report: { readonly id: string; readonly country: string },
    permission: Permission,
    reason: string | undefined,
  ): Promise<boolean> {
    const live = (await this.ofReports(tx, [report.id])).filter(
      (row) => row.isLive && row.purpose === permission.purpose && row.recipient === permission.recipient,
    );
    for (const { id } of live) {
      const place = placeOf({ id, reportId: report.id }, report.country);
      const sealedReason = reason === undefined ? null : await this.secrets.seal(tx, place, reason);
      await tx.query(
        `UPDATE family_consent SET withdrawn_at = clock_timestamp(), withdrawal_reason = $2 WHERE id = $1`,
        [id, sealedReason],
      );
    }
    return live.length > 0;
  }

  async views(tx: Tx, country: string, rows: readonly ConsentRow[]): Promise<ConsentView[]> {
    const named = rows.filter(({ givenBy }) => givenBy !== null);
    const opened = await this.secrets.openMany<string>(
      tx,
      named.map((row) => ({ place: placeOf(row, country), sealed: row.givenBy! })),
    );
    const by = new Map(named.map(({ id }, index) => [id, opened[index]!]));
    return rows.map((row) => ({
      id: row.id,
      purpose: row.purpose,
      state: row.purpose === 'ask_institution' ? null : row.recipient,
      institution: row.purpose === 'ask_institution' ? (row.recipient as ConsentView['institution']) : null,
      by: by.get(row.id) ?? null,
      on: row.on,
      how: row.how,
      textVersion: row.textVersion,
      expiresOn: row.expiresOn,
      isClaim: row.isClaim,
      inEffect: row.inEffect,
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      replacedBy: row.replacedBy,
      recordedAt: row.recordedAt.toISOString(),
    }));
  }
}

/** What a report without any consent named means: search here, and nothing else. */
export const searchHereOnly = (reportId: string, country: string, id: string): ConsentToWrite => ({
  ...{ id, reportId, country, purpose: 'search_here' satisfies Purpose, recipient: null },
  ...{ by: null, on: null, how: null, textVersion: null, expiresOn: null },
});
