import { createHmac, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeyRing, type SealedPlace, Secrets, type Tx } from '../platform';
import { canonicalJson } from '../description';
import type { Relative } from './families.dto';

interface RelativeRow extends Omit<Relative, keyof Identity> {
  readonly id: string;
  readonly identity: Buffer;
}

/** What is sealed. Lists from before families were asked who is alive do not say it. */
type Identity = Pick<Relative, 'name' | 'relationship'> & Partial<Pick<Relative, 'isAlive'>>;

const placeOf = (reportId: string, country: string, id: string): SealedPlace => ({
  ...{ scope: reportId, country, dataClass: 'contact', table: 'family_relative', id },
});

/** The rows of a report's relatives: a list that is set as a whole. */
@Injectable()
export class RelativeRecords {
  constructor(
    private readonly secrets: Secrets,
    private readonly keyRing: KeyRing,
  ) {}

  async ofReport(tx: Tx, report: { readonly id: string; readonly country: string }): Promise<Relative[]> {
    const rows = (await tx.query(
      `SELECT id, person, father, mother, sex, is_missing_person AS "isMissingPerson", identity, sample_label AS "sampleLabel",
         sample_kind AS "sampleKind", consent_dna AS "consentDna"
       FROM family_relative WHERE report_id = $1 ORDER BY position`,
      [report.id],
    )) as RelativeRow[];
    const identities = await this.secrets.openMany<Identity>(
      tx,
      rows.map(({ id, identity }) => ({ place: placeOf(report.id, report.country, id), sealed: identity })),
    );
    return rows.map(({ id: _, identity: __, ...clear }, index) => ({ ...clear, isAlive: null, ...identities[index]! }));
  }

  async hasAny(tx: Tx, reportId: string): Promise<boolean> {
    const found = (await tx.query(`SELECT FROM family_relative WHERE report_id = $1 LIMIT 1`, [reportId])) as unknown[];
    return found.length > 0;
  }

  /** Sets the list; answers false where it says just this already. */
  async set(
    tx: Tx,
    report: { readonly id: string; readonly country: string },
    relatives: readonly Relative[],
  ): Promise<boolean> {
    const macs = relatives.map((relative, position) => this.mac(report.id, position, relative));
    const present = (await tx.query(
      `SELECT content_mac AS mac FROM family_relative WHERE report_id = $1 ORDER BY position`,
      [report.id],
    )) as { mac: Buffer }[];
    if (present.length === macs.length && present.every(({ mac }, index) => mac.equals(macs[index]!))) return false;
    await tx.query(`DELETE FROM family_relative WHERE report_id = $1`, [report.id]);
    const ids = relatives.map(() => randomUUID());
    const identities = await this.secrets.sealMany(
      tx,
      relatives.map(({ name, relationship, isAlive }, index) => ({
        place: placeOf(report.id, report.country, ids[index]!),
        value: { name, relationship, isAlive } satisfies Identity,
      })),
    );
    await tx.query(
      `INSERT INTO family_relative (report_id, id, position, person, father, mother, sex, is_missing_person, identity, sample_label,
         sample_kind, consent_dna, content_mac)
       SELECT $1, * FROM unnest($2::uuid[], $3::smallint[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean[], $9::bytea[],
         $10::text[], $11::text[], $12::text[], $13::bytea[])`,
      [
        report.id,
        ids,
        relatives.map((_, position) => position),
        relatives.map(({ person }) => person),
        relatives.map(({ father }) => father),
        relatives.map(({ mother }) => mother),
        relatives.map(({ sex }) => sex),
        relatives.map(({ isMissingPerson }) => isMissingPerson),
        identities,
        relatives.map(({ sampleLabel }) => sampleLabel),
        relatives.map(({ sampleKind }) => sampleKind),
        relatives.map(({ consentDna }) => consentDna),
        macs,
      ],
    );
    return true;
  }

  private mac(reportId: string, position: number, { isAlive, ...rest }: Relative): Buffer {
    // What nobody said is left out, so that a list from before it was asked is still the same list.
    const said = isAlive === null ? rest : { ...rest, isAlive };
    return createHmac('sha256', this.keyRing.purposeKey('content'))
      .update(`relative|${reportId}|${position}|${canonicalJson(said)}`)
      .digest();
  }
}
