import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
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
    for (const lead of outcome.leads) await this.propose(tx, lead);
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

  /** A new lead becomes a proposal; a known one gets its evidence of today; one that was excluded or recalled comes back. */
  private async propose(tx: Tx, lead: Lead): Promise<void> {
    const { report, remains } = lead;
    const made = (await tx.query(
      `INSERT INTO match_proposal (id, report_id, remains_id, family_organisation_id, family_contact_point_id, family_country,
         remains_organisation_id, remains_contact_point_id, remains_country)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (report_id, remains_id) DO NOTHING RETURNING id, state`,
      [
        ...[randomUUID(), report.id, remains.id, report.organisationId, report.contactPointId, report.country],
        ...[remains.organisationId, remains.contactPointId, remains.country],
      ],
    )) as Known[];
    const [proposal] =
      made.length > 0
        ? made
        : ((await tx.query(`SELECT id, state FROM match_proposal WHERE report_id = $1 AND remains_id = $2 FOR UPDATE`, [
            report.id,
            remains.id,
          ])) as Known[]);
    if (!proposal) return;
    const isNewEvidence = await this.storeEvidence(tx, proposal.id, lead);
    if (made.length > 0) {
      await this.discloseToFamily(tx, proposal.id, report.organisationId);
      await this.note(tx, proposal.id, 'proposed', null, 'proposed');
      await audit(tx, systemActor('matching'), 'matching.proposed', { subject: proposal.id });
      await publish(tx, matchProposed, { proposalId: proposal.id });
      return;
    }
    const comesBack = (proposal.state === 'excluded' && isNewEvidence) || proposal.state === 'withdrawn';
    if (comesBack && mayProposalChange('system', proposal.state, 'proposed')) {
      await this.move(tx, proposal, 'proposed', 'came-back');
      await publish(tx, matchProposed, { proposalId: proposal.id });
    }
  }

  private async storeEvidence(tx: Tx, proposalId: string, lead: Lead): Promise<boolean> {
    const { evidence, prior } = lead;
    const stored = (await tx.query(
      `INSERT INTO match_evidence (proposal_id, settings_id, report_change, remains_change, log10_lr, posterior, prior, grade, parts, groups, digest)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       ON CONFLICT (proposal_id, settings_id, report_change, remains_change) DO NOTHING RETURNING proposal_id`,
      [
        ...[
          proposalId,
          this.index.settingsId,
          lead.reportChange,
          lead.remainsChange,
          evidence.log10Lr,
          lead.posterior,
          prior,
          lead.grade,
        ],
        ...[JSON.stringify(evidence.parts.map(withoutValues)), JSON.stringify(evidence.groups), lead.digest],
      ],
    )) as unknown[];
    return stored.length > 0;
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
      `UPDATE match_proposal SET stage = 'S1', family_specialist_id = NULL, remains_specialist_id = NULL WHERE id = $1 AND stage <> 'S6'`,
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

  /** S1 is a disclosure too: the family's desk sees coarse features of remains that another may hold. */
  private async discloseToFamily(tx: Tx, proposalId: string, organisationId: string): Promise<void> {
    await tx.query(
      `INSERT INTO disclosure (id, proposal_id, stage, fields, recipient_organisation_id, purpose, basis, expires_on)
       VALUES ($1, $2, 'S1', '{coarse-features,evidence}', $3, 'match_review', 'custodian-recorded-for-search', current_date + 60)`,
      [randomUUID(), proposalId, organisationId],
    );
  }
}
