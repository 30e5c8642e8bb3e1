import type { Actor, Tx } from '../platform';
import type { WeighedPart } from './runs';
import type { ProposalState, Stage } from './core/proposal-state';
import type { StatedPrior } from './core/posterior';

/** A proposal as its table holds it. */
export interface ProposalRow {
  readonly id: string;
  readonly reportId: string;
  readonly remainsId: string;
  readonly state: ProposalState;
  readonly stage: Stage;
  readonly familyOrganisationId: string;
  readonly familyContactPointId: string;
  readonly familyCountry: string;
  readonly remainsOrganisationId: string;
  readonly remainsContactPointId: string;
  readonly remainsCountry: string;
  readonly familySpecialistId: string | null;
  readonly remainsSpecialistId: string | null;
  /** Called in by an identification, and released to by the custodian. */
  readonly thirdSpecialistId: string | null;
  readonly reviewedBy: string | null;
  readonly proposedOn: string;
  readonly changedOn: string;
  readonly version: number;
}

export const proposalColumns = `m.id, m.report_id AS "reportId", m.remains_id AS "remainsId", m.state, m.stage,
  m.family_organisation_id AS "familyOrganisationId", m.family_contact_point_id AS "familyContactPointId", m.family_country AS "familyCountry",
  m.remains_organisation_id AS "remainsOrganisationId", m.remains_contact_point_id AS "remainsContactPointId", m.remains_country AS "remainsCountry",
  m.family_specialist_id AS "familySpecialistId", m.remains_specialist_id AS "remainsSpecialistId",
  m.third_specialist_id AS "thirdSpecialistId", m.reviewed_by AS "reviewedBy",
  m.proposed_at::date::text AS "proposedOn", m.changed_at::date::text AS "changedOn", m.version`;

/** From which side this person sees the proposal: one of them, both, or not at all. */
export type Side = 'family' | 'remains' | 'both';

export function sideOf(actor: Actor, row: ProposalRow): Side | null {
  if (row.familyOrganisationId === row.remainsOrganisationId && actor.organisationId === row.familyOrganisationId)
    return 'both';
  // The named specialists see both files, from the release on and while it lasts.
  if (isNamedIn(row, actor.userId) && (row.stage === 'S5a' || row.stage === 'S6') && row.state !== 'withdrawn')
    return 'both';
  if (actor.organisationId === row.familyOrganisationId) return 'family';
  // Before interest the remains' side does not learn that a comparison took place.
  if (actor.organisationId === row.remainsOrganisationId && row.stage !== 'S1') return 'remains';
  return null;
}

export const isNamedIn = (row: ProposalRow, userId: string | null): boolean =>
  userId !== null && [row.familySpecialistId, row.remainsSpecialistId, row.thirdSpecialistId].includes(userId);

export async function findProposal(tx: Tx, id: string, lock = ''): Promise<ProposalRow | null> {
  const [row] = (await tx.query(`SELECT ${proposalColumns} FROM match_proposal m WHERE m.id = $1 ${lock}`, [
    id,
  ])) as ProposalRow[];
  return row ?? null;
}

/** The newest evidence of a proposal, without values of either side. */
export interface StoredEvidence {
  readonly proposalId: string;
  readonly log10Lr: number;
  readonly posterior: number;
  readonly prior: StatedPrior;
  readonly grade: string;
  readonly parts: readonly WeighedPart[];
  readonly groups: readonly { group: string; sumLog10: number; log10Lr: number; isCapped: boolean }[];
  readonly settingsId: string;
  readonly digest: Buffer;
  readonly computedAt: string;
}

export async function newestEvidence(tx: Tx, proposalIds: readonly string[]): Promise<Map<string, StoredEvidence>> {
  const rows = (await tx.query(
    `SELECT DISTINCT ON (proposal_id) proposal_id AS "proposalId", log10_lr AS "log10Lr", posterior, prior, grade, parts, groups, settings_id AS "settingsId",
       digest, to_char(computed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "computedAt"
     FROM match_evidence WHERE proposal_id = ANY($1) ORDER BY proposal_id, computed_at DESC`,
    [proposalIds],
  )) as StoredEvidence[];
  return new Map(rows.map((row) => [row.proposalId, row]));
}

/** Which classes of evidence agree: what the remains' side is told at S2. */
export const agreeingOf = (evidence: StoredEvidence | undefined): string[] =>
  (evidence?.parts ?? [])
    .filter(({ state, log10Lr }) => state === 'agrees' && log10Lr > 0)
    .map(({ comparison }) => comparison);
