import { Injectable } from '@nestjs/common';
import { CasesService } from '../cases';
import { matchProposed, proposalMoved, type ProposalRow, ProposalsService } from '../matching';
import { type EventListener, type Heard, Hears, type Role, type Tx } from '../platform';
import { InboxService, type Notice } from './inbox.service';

export const NOTIFICATIONS_QUEUE = 'notifications';

/** A new lead waits for the owner of the case, or for the whole desk while nobody owns it. */
@Hears(NOTIFICATIONS_QUEUE, matchProposed)
@Injectable()
export class TellOfProposals implements EventListener<'proposalId'> {
  constructor(
    private readonly inbox: InboxService,
    private readonly proposals: ProposalsService,
    private readonly cases: CasesService,
  ) {}

  async handle(tx: Tx, heard: readonly Heard<'proposalId'>[]): Promise<void> {
    const proposals = await proposalsOf(tx, this.proposals, heard);
    // Whoever took one up meanwhile knows of it.
    const waiting = proposals.filter(({ state }) => state === 'proposed');
    const owners = await this.cases.ownersOf(
      tx,
      waiting.map(({ reportId }) => reportId),
    );
    const notices: Notice[] = [];
    for (const { id, reportId, familyContactPointId } of waiting) {
      const owner = owners.get(reportId)?.ownerId ?? null;
      const userIds = owner === null ? await officersOf(tx, familyContactPointId, familyDesk) : [owner];
      notices.push({ kind: 'matching.proposed', subject: { kind: 'proposal', id }, userIds });
    }
    await this.inbox.deliver(tx, notices);
  }
}

/**
 * A question waits for the custodian's desk, released files for the two specialists. Of any other move nothing is told
 * here: that a proposal is decided may mean a death, of which the identification's own listeners tell those who may know.
 */
@Hears(NOTIFICATIONS_QUEUE, proposalMoved)
@Injectable()
export class TellOfMoves implements EventListener<'proposalId'> {
  constructor(
    private readonly inbox: InboxService,
    private readonly proposals: ProposalsService,
  ) {}

  async handle(tx: Tx, heard: readonly Heard<'proposalId'>[]): Promise<void> {
    const notices: Notice[] = [];
    for (const { id, stage, state, ...proposal } of await proposalsOf(tx, this.proposals, heard)) {
      if (state !== 'comparison_requested') continue;
      const subject = { kind: 'proposal' as const, id };
      if (stage === 'S2') {
        const userIds = await officersOf(tx, proposal.remainsContactPointId, custodianDesk);
        notices.push({ kind: 'matching.interest-expressed', subject, userIds });
      }
      if (stage === 'S5a') {
        const userIds = [proposal.familySpecialistId, proposal.remainsSpecialistId];
        notices.push({ kind: 'matching.released', subject, userIds });
      }
    }
    await this.inbox.deliver(tx, notices);
  }
}

const familyDesk: readonly Role[] = ['contact_point_officer', 'coordinator'];
const custodianDesk: readonly Role[] = ['forensic_officer', 'coordinator'];

async function officersOf(tx: Tx, contactPointId: string, roles: readonly Role[]): Promise<string[]> {
  const rows = (await tx.query(
    `SELECT id FROM app_user WHERE contact_point_id = $1 AND roles && $2::text[] AND NOT is_disabled ORDER BY id LIMIT 500`,
    [contactPointId, roles],
  )) as { id: string }[];
  return rows.map(({ id }) => id);
}

async function proposalsOf(
  tx: Tx,
  proposals: ProposalsService,
  heard: readonly Heard<'proposalId'>[],
): Promise<ProposalRow[]> {
  const found: ProposalRow[] = [];
  for (const id of new Set(heard.map(({ ids }) => ids.proposalId))) {
    const proposal = await proposals.find(tx, id);
    if (proposal) found.push(proposal);
  }
  return found;
}
