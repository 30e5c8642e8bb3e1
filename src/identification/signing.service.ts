import { Injectable } from '@nestjs/common';
import { UsersService } from '../access';
import { audit } from '../audit';
import { RemainsStatusChanges } from '../forensic-remains';
import { ProposalsService } from '../matching';
import { type Actor, Database, publish, requireVersion, type Tx } from '../platform';
import { areBothSigned, type Seat } from './core/signatures';
import type { IdentificationView, OutcomeDto, SignatureDto } from './identification.dto';
import { AlreadyRecordedError } from './identification.errors';
import { identificationConcluded, identificationSigned } from './identification.events';
import { type IdentificationRow, IdentificationTable } from './identification-table';
import { Undoing } from './undoing';
import { IdentificationWork, shortOf, visibleTo } from './identification-work';

/** Conclusions, each recorded before its signer may see another's, and what two of them amount to. */
@Injectable()
export class SigningService {
  constructor(
    private readonly database: Database,
    private readonly work: IdentificationWork,
    private readonly table: IdentificationTable,
    private readonly users: UsersService,
    private readonly proposals: ProposalsService,
    private readonly remains: RemainsStatusChanges,
    private readonly undoing: Undoing,
  ) {}

  /**
   * Records a conclusion. It changes nothing that the other signatory can see before his own is recorded: not the
   * version, not a list, not a notice. The first signature of a version is no event; the one that completes it is.
   */
  async sign(
    actor: Actor,
    id: string,
    signatureId: string,
    dto: SignatureDto,
    version: number | null,
  ): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'signatures');
      const { row } = kept;
      const recorded = kept.signatures.find((one) => one.id === signatureId && one.personId === actor.userId);
      if (recorded) {
        const { method, conclusion, statement } = recorded;
        if (method !== dto.method || conclusion !== dto.conclusion || statement !== dto.statement)
          throw new AlreadyRecordedError();
        return this.work.viewOf(tx, kept, asker);
      }
      requireVersion(version, row.version, () => shortOf(row));
      const qualification = await this.users.qualificationFor(tx, actor.userId ?? '', dto.qualificationId);
      const seat = seatOf(row, asker.personId);
      const board = this.work.step(kept, {
        kind: 'sign',
        signature: {
          ...{
            id: signatureId,
            personId: asker.personId,
            organisationId: asker.organisationId,
            seat,
            roles: actor.roles,
          },
          ...{ method: dto.method, qualification, conclusion: dto.conclusion, version: row.version },
        },
      });
      const { conclusion, statement } = dto;
      const made = (await tx.query(
        `INSERT INTO identification_signature (id, identification_id, seat, signer_id, signer_name, organisation_id, roles, method, qualification_id,
           qualified_for, mandate, version, conclusion)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[signatureId, id, seat, actor.userId, actor.name, actor.organisationId, [...actor.roles], dto.method],
          ...[dto.qualificationId, qualification?.method, qualification?.mandate, row.version],
          await this.table.seal(tx, row, 'identification_signature', signatureId, { conclusion, statement }),
        ],
      )) as unknown[];
      if (made.length === 0) throw new AlreadyRecordedError();
      await audit(tx, actor, 'identification.signed', { subject: id, fields: ['signature', dto.method] });
      if (areBothSigned(board.signatures, row.version))
        await publish(tx, identificationSigned, { identificationId: id });
      return this.work.show(tx, actor, id);
    });
  }

  /** What two signatures that are no identity amount to: a presumption, an exclusion that is remembered, or no answer yet. */
  async conclude(
    actor: Actor,
    id: string,
    outcomeId: string,
    dto: OutcomeDto,
    version: number | null,
  ): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'outcomes');
      const { row } = kept;
      const recorded = kept.outcomes.find((one) => one.id === outcomeId);
      if (recorded) {
        if (recorded.outcome !== dto.outcome || recorded.reason !== dto.reason) throw new AlreadyRecordedError();
        return this.work.viewOf(tx, kept, asker);
      }
      requireVersion(version, row.version, () => shortOf(row));
      const { state } = this.work.step(visibleTo(kept, asker), { kind: 'conclude', outcome: dto.outcome });
      const { outcome, reason } = dto;
      const made = (await tx.query(
        `INSERT INTO identification_outcome (id, identification_id, outcome, version, reason, actor_id, actor_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[outcomeId, id, outcome, row.version],
          await this.table.seal(tx, row, 'identification_outcome', outcomeId, { reason }),
          ...[actor.userId, actor.name],
        ],
      )) as unknown[];
      if (made.length === 0) throw new AlreadyRecordedError();
      // What was presumed no longer is: the remains and both desks hear it in this transaction.
      if (row.state === 'presumptive' && outcome !== 'presumptive')
        await this.undoing.undoPresumption(tx, actor, row, { to: outcome, reason });
      else await tx.query(`UPDATE identification SET state = $2 WHERE id = $1`, [id, state]);
      if (outcome === 'presumptive') await this.presume(tx, actor, row.remainsId, dto.authorityReference);
      else await this.proposals.changeByBoard(tx, actor, row.proposalId, { to: outcome, reason });
      if (outcome === 'excluded') await this.proposals.concludeOutcome(tx, actor, row.proposalId, 'excluded');
      await audit(tx, actor, 'identification.concluded', { subject: id, fields: [outcome] });
      await publish(tx, identificationConcluded, { identificationId: id });
      return this.work.show(tx, actor, id);
    });
  }

  private async presume(tx: Tx, actor: Actor, remainsId: string, authorityReference: string | null): Promise<void> {
    await this.remains.markPresumptive(tx, actor, remainsId, {
      authorityReference,
      decidedOn: new Date().toISOString().slice(0, 10),
    });
  }
}

function seatOf(row: IdentificationRow, userId: string): Seat {
  if (userId === row.familySpecialistId) return 'family';
  return userId === row.custodianSpecialistId ? 'custodian' : 'third';
}
