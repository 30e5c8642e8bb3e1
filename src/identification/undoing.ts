import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CasesService } from '../cases';
import { RemainsStatusChanges } from '../forensic-remains';
import { ProposalsService } from '../matching';
import type { Actor, Tx } from '../platform';
import { type Planned, planOfReversal } from './core/plan';
import type { IdentificationRow } from './identification-table';
import { LinkedCases } from './linked-cases';

/** The way back from a presumption or an identity, for both sides in one transaction; what was recorded stays recorded. */
@Injectable()
export class Undoing {
  constructor(
    private readonly linked: LinkedCases,
    private readonly cases: CasesService,
    private readonly remains: RemainsStatusChanges,
    private readonly proposals: ProposalsService,
  ) {}

  /** Everything goes back to the search, and the two specialists may take the pair up again where they were. */
  async undoIdentity(tx: Tx, actor: Actor, row: IdentificationRow, reason: string): Promise<void> {
    await tx.query(`UPDATE identification SET state = 'reversed' WHERE id = $1`, [row.id]);
    await this.cases.reopenAfterReversal(tx, actor, row.caseId);
    await this.linked.takeBack(tx, actor, row);
    await this.remains.reverseIdentification(tx, actor, row.remainsId, reason);
    await this.proposals.reopenComparison(tx, actor, row.proposalId, reason);
    await this.plan(tx, row, planOfReversal('identified', row.isTold));
  }

  /** A presumption marked no case: the remains stand where they stood, and who spoke of it takes it back. */
  async undoPresumption(
    tx: Tx,
    actor: Actor,
    row: IdentificationRow,
    how: { readonly to: 'reversed' | 'excluded' | 'inconclusive'; readonly reason: string | null },
  ): Promise<void> {
    await tx.query(`UPDATE identification SET state = $2 WHERE id = $1`, [row.id, how.to]);
    // Without a reason of ours the remains' own desk has set them back, with its own.
    if (how.reason !== null) await this.remains.reversePresumption(tx, actor, row.remainsId, how.reason);
    await this.plan(tx, row, planOfReversal('presumptive', false));
  }

  async plan(tx: Tx, row: Pick<IdentificationRow, 'id'>, tasks: readonly Planned[]): Promise<void> {
    for (const [side, kind, dueInDays] of tasks)
      await tx.query(
        `INSERT INTO identification_task (id, identification_id, side, kind, due_on) VALUES ($1, $2, $3, $4, current_date + $5::int)
         ON CONFLICT DO NOTHING`,
        [randomUUID(), row.id, side, kind, dueInDays],
      );
  }
}
