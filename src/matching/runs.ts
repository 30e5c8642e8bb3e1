import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit, auditMany } from '../audit';
import { publish, systemActor, type Tx } from '../platform';
import type { Part } from './core/evidence';
import { mayProposalChange, openProposalStates, type ProposalState } from './core/proposal-state';
import { matchProposed, proposalMoved } from './matching.events';
import { ResidentIndex } from './resident-index';
import type { Lead, RunOutcome } from './searches';

/** A line of evidence without what either side says: all that is stored, and all that a stage below comparison may show. */
export type WeighedPart = Omit<Part, 'anteMortem' | 'postMortem'>;
export const withoutValues = ({ anteMortem: _, postMortem: __, ...part }: Part): WeighedPart => part;

interface Known {
  readonly id: string;
  readonly state: ProposalState;
}

/** Stores what a run found: its proof of coverage, its leads, and what must be recalled, in one transaction. */
@Injectable()
export class Runs {
  private areSettingsStored = false;

  constructor(private readonly index: ResidentIndex) {}

  async store(tx: Tx, outcome: RunOutcome): Promise<void> {
    await this.storeSettings(tx);
    await this.storeCoverage(tx, outcome);
    await this.propose(tx, outcome.leads, { bulk: outcome.isImport });
    for (const { reportId, remainsId, reason } of outcome.recalled) await this.recall(tx, reportId, remainsId, reason);
  }

  private async storeSettings(tx: Tx): Promise<void> {
    if (this.areSettingsStored) return;
    await tx.query(`INSERT INTO matching_settings (id, settings) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      this.index.settingsId,
      this.index.settings,
    ]);
    this.areSettingsStored = true;
  }

  private async storeCoverage(
    tx: Tx,
    { side, horizon, slices, subjects, weighed, excluded }: RunOutcome,
  ): Promise<void> {
    if (subjects.length === 0) return;
    const runId = randomUUID();
    await tx.query(
      `INSERT INTO matching_run (id, side, settings_id, horizon, subjects, weighed, excluded, slices) VALUES ($1, $2, $3, $4::xid8, $5, $6, $7, $8)`,
      [runId, side, this.index.settingsId, horizon, subjects.length, weighed, excluded, JSON.stringify(slices)],
    );
    // An older run that ends later must not take the place of a newer one.
    await tx.query(
      `INSERT INTO matching_subject (record_id, kind, settings_id, change_no, horizon, run_id, weighed)
       SELECT id, $1, $2, change_no, $3::xid8, $4, weighed FROM unnest($5::uuid[], $6::bigint[], $7::int[]) AS subject(id, change_no, weighed) ORDER BY id
       ON CONFLICT (record_id) DO UPDATE SET settings_id = excluded.settings_id, change_no = excluded.change_no, horizon = excluded.horizon,
         run_id = excluded.run_id, weighed = excluded.weighed
       WHERE matching_subject.settings_id <> excluded.settings_id
          OR (excluded.change_no, excluded.horizon) >= (matching_subject.change_no, matching_subject.horizon)`,
      [
        ...[side, this.index.settingsId, horizon, runId, subjects.map(({ id }) => id)],
        ...[subjects.map(({ changeNo }) => changeNo), subjects.map((subject) => subject.weighed)],
      ],
    );
  }

  /** New leads become proposals; known ones get their evidence of today; those that were excluded or recalled come back. */
  private async propose(tx: Tx, leads: readonly Lead[], how: { readonly bulk: boolean }): Promise<void> {
    if (leads.length === 0) return;
    // In one order everywhere, so that two runs that meet the same pairs wait for one another and never lock crosswise.
    const ordered = [...leads].sort((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1));
    const made = (await tx.query(
      `INSERT INTO match_proposal (id, report_id, remains_id, family_organisation_id, family_contact_point_id, family_country,
         remains_organisation_id, remains_contact_point_id, remains_country)
       SELECT gen_random_uuid(), p.* FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::uuid[], $8::text[])
         AS p(report_id, remains_id, family_organisation_id, family_contact_point_id, family_country, remains_organisation_id, remains_contact_point_id, remains_country)
       ORDER BY report_id, remains_id ON CONFLICT (report_id, remains_id) DO NOTHING RETURNING id`,
      [
        ...[ordered.map(({ report }) => report.id), ordered.map(({ remains }) => remains.id)],
        ...[ordered.map(({ report }) => report.organisationId), ordered.map(({ report }) => report.contactPointId)],
        ...[ordered.map(({ report }) => report.country), ordered.map(({ remains }) => remains.organisationId)],
        ...[ordered.map(({ remains }) => remains.contactPointId), ordered.map(({ remains }) => remains.country)],
      ],
    )) as { id: string }[];
    const isNew = new Set(made.map(({ id }) => id));
    const proposals = (await tx.query(
      `SELECT id, state, report_id AS "reportId", remains_id AS "remainsId", family_organisation_id AS "familyOrganisationId" FROM match_proposal
       WHERE (report_id, remains_id) IN (SELECT unnest($1::uuid[]), unnest($2::uuid[])) ORDER BY report_id, remains_id FOR UPDATE`,
      [ordered.map(({ report }) => report.id), ordered.map(({ remains }) => remains.id)],
    )) as (Known & { reportId: string; remainsId: string; familyOrganisationId: string })[];
    const byPair = new Map(proposals.map((proposal) => [`${proposal.reportId} ${proposal.remainsId}`, proposal]));
    const withNewEvidence = await this.storeEvidence(tx, ordered, byPair);
    await this.announce(
      tx,
      proposals.filter(({ id }) => isNew.has(id)),
      how,
    );
    for (const proposal of proposals) {
      const comesBack =
        !isNew.has(proposal.id) &&
        ((proposal.state === 'excluded' && withNewEvidence.has(proposal.id)) || proposal.state === 'withdrawn');
      if (!comesBack || !mayProposalChange('system', proposal.state, 'proposed')) continue;
      await this.move(tx, proposal, 'proposed', 'came-back');
      await publish(tx, matchProposed, { proposalId: proposal.id }, how);
    }
  }

  /** Answers the proposals whose evidence of today was not stored before. */
  private async storeEvidence(
    tx: Tx,
    leads: readonly Lead[],
    byPair: ReadonlyMap<string, Known>,
  ): Promise<Set<string>> {
    const rows = leads.map((lead) => ({
      proposal_id: byPair.get(pairOf(lead))!.id,
      ...{
        report_change: lead.reportChange,
        remains_change: lead.remainsChange,
        log10_lr: lead.evidence.log10Lr,
        posterior: lead.posterior,
      },
      ...{
        prior: lead.prior,
        grade: lead.grade,
        parts: lead.evidence.parts.map(withoutValues),
        groups: lead.evidence.groups,
      },
      digest: lead.digest.toString('hex'),
    }));
    const stored = (await tx.query(
      `INSERT INTO match_evidence (proposal_id, settings_id, report_change, remains_change, log10_lr, posterior, prior, grade, parts, groups, digest)
       SELECT proposal_id, $1, report_change, remains_change, log10_lr, posterior, prior, grade, parts, groups, decode(digest, 'hex')
       FROM jsonb_to_recordset($2::jsonb) AS e(proposal_id uuid, report_change bigint, remains_change bigint, log10_lr double precision,
         posterior double precision, prior jsonb, grade text, parts jsonb, groups jsonb, digest text)
       ON CONFLICT (proposal_id, settings_id, report_change, remains_change) DO NOTHING RETURNING proposal_id AS id`,
      [this.index.settingsId, JSON.stringify(rows)],
    )) as { id: string }[];
    return new Set(stored.map(({ id }) => id));
  }

  /** A new proposal is a disclosure (S1: the family's desk sees coarse features of remains that another may hold), and news. */
  private async announce(
    tx: Tx,
    proposals: readonly (Known & { familyOrganisationId: string })[],
    how: { readonly bulk: boolean },
  ): Promise<void> {
    if (proposals.length === 0) return;
    const ids = proposals.map(({ id }) => id);
    await tx.query(
      `INSERT INTO disclosure (id, proposal_id, stage, fields, recipient_organisation_id, purpose, basis, expires_on)
       SELECT gen_random_uuid(), id, 'S1', '{coarse-features,evidence}', organisation_id, 'match_review', 'custodian-recorded-for-search', current_date + 60
       FROM unnest($1::uuid[], $2::uuid[]) AS p(id, organisation_id)`,
      [ids, proposals.map(({ familyOrganisationId }) => familyOrganisationId)],
    );
    await tx.query(
      `INSERT INTO proposal_event (proposal_id, actor_name, act, to_state) SELECT unnest($1::uuid[]), 'Cairn', 'proposed', 'proposed'`,
      [ids],
    );
    await auditMany(
      tx,
      systemActor('matching'),
      'matching.proposed',
      ids.map((subject) => ({ subject })),
    );
    await publish(
      tx,
      matchProposed,
      ids.map((proposalId) => ({ proposalId })),
      how,
    );
  }

  /** What may no longer be compared is taken back at once, whatever state its review had reached short of a board's word. */
  private async recall(tx: Tx, reportId: string, remainsId: string, reason: string): Promise<void> {
    const [proposal] = (await tx.query(
      `SELECT id, state FROM match_proposal WHERE report_id = $1 AND remains_id = $2 FOR UPDATE`,
      [reportId, remainsId],
    )) as Known[];
    if (!proposal || !mayProposalChange('system', proposal.state, 'withdrawn')) return;
    const wasOpen = openProposalStates.includes(proposal.state);
    await this.move(tx, proposal, 'withdrawn', reason);
    await tx.query(
      `UPDATE match_proposal SET stage = 'S1', family_specialist_id = NULL, remains_specialist_id = NULL, third_specialist_id = NULL WHERE id = $1 AND stage <> 'S6'`,
      [proposal.id],
    );
    await tx.query(`UPDATE disclosure SET ended_at = now() WHERE proposal_id = $1 AND ended_at IS NULL`, [proposal.id]);
    if (wasOpen) await publish(tx, proposalMoved, { proposalId: proposal.id });
  }

  private async move(tx: Tx, proposal: Known, to: ProposalState, act: string): Promise<void> {
    await tx.query(`UPDATE match_proposal SET state = $2, version = version + 1, changed_at = now() WHERE id = $1`, [
      proposal.id,
      to,
    ]);
    await this.note(tx, proposal.id, act, proposal.state, to);
    await audit(tx, systemActor('matching'), `matching.${act}`, { subject: proposal.id });
  }

  private async note(tx: Tx, proposalId: string, act: string, from: string | null, to: string): Promise<void> {
    await tx.query(
      `INSERT INTO proposal_event (proposal_id, actor_name, act, from_state, to_state) VALUES ($1, 'Cairn', $2, $3, $4)`,
      [proposalId, act, from, to],
    );
  }
}

const pairOf = ({ report, remains }: Lead): string => `${report.id} ${remains.id}`;
