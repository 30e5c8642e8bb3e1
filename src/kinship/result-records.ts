import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type SealedPlace, Secrets, type Tx } from '../platform';
import type { Band, Comparison, RemainsInputs } from './core/family/comparison';
import { type FamilyInputs, hashOf } from './core/family/family-inputs';
import type { FamilyDna, RemainsDna } from './family-dna';
import type { Basis } from './frequencies.service';

/** The engine that made a number; changes whenever one could come out otherwise. */
export const ENGINE = 'cairn-kinship/1';

/** Question and answer whole, as they were: enough to compute the number again years later. */
export interface ResultContent {
  readonly family: FamilyInputs;
  readonly remains: RemainsInputs;
  readonly comparison: Comparison;
}

export interface ResultRow {
  readonly id: string;
  readonly reportId: string;
  readonly remainsId: string;
  readonly familyOrganisationId: string;
  readonly familyCountry: string;
  readonly remainsOrganisationId: string;
  readonly remainsCountry: string;
  readonly settingsId: string;
  readonly band: Band;
  readonly isClaimUnsupported: boolean;
  readonly engine: string;
  readonly isCurrent: boolean;
  readonly isSealedForReview: boolean;
  readonly concludedAt: string | null;
  readonly version: number;
  readonly computedAt: string;
  readonly content: Buffer;
}

const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const columns = `r.id, r.report_id AS "reportId", r.remains_id AS "remainsId", r.family_organisation_id AS "familyOrganisationId",
  r.family_country AS "familyCountry", r.remains_organisation_id AS "remainsOrganisationId", r.remains_country AS "remainsCountry",
  r.settings_id AS "settingsId", r.band, r.is_claim_unsupported AS "isClaimUnsupported", r.engine, r.is_current AS "isCurrent",
  r.is_sealed_for_review AS "isSealedForReview", ${iso('r.concluded_at')} AS "concludedAt", r.version, ${iso('r.computed_at')} AS "computedAt", r.content`;

/** The rows of results. One question has one result; a later question about the same pair stands in its place. */
@Injectable()
export class ResultRecords {
  constructor(private readonly secrets: Secrets) {}

  async store(
    tx: Tx,
    found: {
      readonly basis: Basis;
      readonly family: FamilyDna;
      readonly remains: RemainsDna;
      readonly comparison: Comparison;
    },
  ): Promise<void> {
    const { basis, family, remains, comparison } = found;
    const { reportId } = family;
    const { country } = family.eligibility!;
    const { id: remainsId, sex, genotypes } = remains;
    const inputsHash = hashOf(family.inputs, { remainsId, sex, genotypes }, basis.id, ENGINE);
    await tx.query(
      `UPDATE kinship_result SET is_current = inputs_hash = $3 AND NOT is_sealed_for_review
       WHERE report_id = $1 AND remains_id = $2 AND is_current <> (inputs_hash = $3 AND NOT is_sealed_for_review)`,
      [reportId, remainsId, inputsHash],
    );
    const id = randomUUID();
    const content: ResultContent = { family: family.inputs!, remains: { id: remainsId, sex, genotypes }, comparison };
    const sealed = await this.secrets.seal(tx, placeOf({ id, reportId, familyCountry: country }), content);
    await tx.query(
      `INSERT INTO kinship_result (id, report_id, remains_id, family_organisation_id, family_country, remains_organisation_id, remains_country,
         settings_id, inputs_hash, band, is_claim_unsupported, content, profile_ids, engine)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       ON CONFLICT (report_id, remains_id, inputs_hash) DO NOTHING`,
      [
        ...[id, reportId, remainsId, family.organisationId, country, remains.organisationId, remains.country],
        ...[basis.id, inputsHash],
        ...[comparison.band, comparison.isClaimUnsupported, sealed],
        ...[[...family.inputs!.profileIds, ...remains.profileIds], ENGINE],
      ],
    );
  }

  async find(tx: Tx, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<ResultRow | null> {
    const [row] = (await tx.query(`SELECT ${columns} FROM kinship_result r WHERE r.id = $1 ${lock}`, [
      id,
    ])) as ResultRow[];
    return row ?? null;
  }

  async where(tx: Tx, condition: string, values: readonly unknown[]): Promise<ResultRow[]> {
    return (await tx.query(`SELECT ${columns} FROM kinship_result r WHERE ${condition}`, [...values])) as ResultRow[];
  }

  async open(tx: Tx, rows: readonly ResultRow[]): Promise<ResultContent[]> {
    return this.secrets.openMany<ResultContent>(
      tx,
      rows.map((row) => ({ place: placeOf(row), sealed: row.content })),
    );
  }
}

export const placeOf = ({
  id,
  reportId,
  familyCountry,
}: Pick<ResultRow, 'id' | 'reportId' | 'familyCountry'>): SealedPlace => ({
  ...{ scope: reportId, country: familyCountry, dataClass: 'dna', table: 'kinship_result', id },
});
