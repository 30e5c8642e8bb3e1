import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { CasesService } from '../cases';
import { canonicalJson } from '../description';
import { RemainsStatusChanges } from '../forensic-remains';
import { ProposalsService } from '../matching';
import { type Actor, Database, NotFoundError, publish, requireVersion, type Tx } from '../platform';
import type {
  AuthorityDecisionDto,
  IdentificationView,
  ReversalDto,
  TaskDoneDto,
  TellingDto,
} from './identification.dto';
import { AlreadyRecordedError, IdentificationRefusedError, InTheFutureError } from './identification.errors';
import {
  identificationDecided,
  identificationReversed,
  identificationTold,
  reversalAsked,
} from './identification.events';
import { IdentificationReaders } from './identification-readers';
import { LinkedCases } from './linked-cases';
import { Undoing } from './undoing';
import { planOfIdentity } from './core/plan';
import { type IdentificationRow, IdentificationTable, type Task } from './identification-table';
import { isOfSide } from './identification-views';
import { mayTellOf } from './core/next';
import { IdentificationWork, NotYourActError, shortOf, visibleTo } from './identification-work';

/** What follows the signatures: the authority's decision, the telling, and the way back. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly database: Database,
    private readonly work: IdentificationWork,
    private readonly table: IdentificationTable,
    private readonly readers: IdentificationReaders,
    private readonly linked: LinkedCases,
    private readonly undoing: Undoing,
    private readonly cases: CasesService,
    private readonly remains: RemainsStatusChanges,
    private readonly proposals: ProposalsService,
  ) {}

  /**
   * Records the decision of the competent authority where the body lies. Confirmed, it makes the identity: case,
   * remains, proposal, audit trail and events say so in this one transaction or not at all.
   */
  async decide(
    actor: Actor,
    id: string,
    dto: AuthorityDecisionDto,
    version: number | null,
  ): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'authority-decision');
      const { row } = kept;
      const recorded = kept.decisions.find(
        (one) => one.authority === dto.authority && one.reference === dto.reference && one.decidedOn === dto.decidedOn,
      );
      if (recorded) {
        if (recorded.decision !== dto.decision) throw new AlreadyRecordedError();
        return this.work.viewOf(tx, kept, asker);
      }
      requireVersion(version, row.version, () => shortOf(row));
      const isIdentified = dto.decision === 'confirmed';
      if (dto.decidedOn > today()) throw new InTheFutureError();
      const after = this.work.step(visibleTo(kept, asker), {
        ...{ kind: 'decide', decision: dto, isIdentified, today: today() },
      });
      await tx.query(
        `INSERT INTO authority_decision (identification_id, authority, reference, decided_on, decision, version, actor_id, actor_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, dto.authority, dto.reference, dto.decidedOn, dto.decision, row.version, actor.userId, actor.name],
      );
      await tx.query(`UPDATE identification SET state = $2, version = $3 WHERE id = $1`, [
        id,
        after.state,
        after.version,
      ]);
      await audit(tx, actor, 'identification.decided', { subject: id, fields: ['authorityDecision', dto.decision] });
      if (isIdentified) await this.identify(tx, actor, row, dto);
      await publish(tx, identificationDecided, { identificationId: id });
      return this.work.show(tx, actor, id);
    });
  }

  /** The family was told, in person. From here on the two desks may see it, and the outside what follows from it. */
  async recordTelling(actor: Actor, id: string, dto: TellingDto): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'telling');
      const { row, telling } = kept;
      if (!mayTellOf(asker, row.caseId)) throw new NotYourActError();
      if (telling) {
        const isSame =
          telling.toldOn === dto.toldOn &&
          telling.by === dto.by &&
          telling.how === dto.how &&
          telling.place === dto.place;
        if (!isSame) throw new AlreadyRecordedError();
        return this.work.viewOf(tx, kept, asker);
      }
      if (dto.toldOn > today()) throw new InTheFutureError();
      this.work.step(kept, { kind: 'tell' });
      const { by, how, place } = dto;
      await tx.query(
        `INSERT INTO identification_telling (identification_id, told_on, telling, actor_id, actor_name) VALUES ($1, $2, $3, $4, $5)`,
        [
          ...[id, dto.toldOn, await this.table.seal(tx, row, 'identification_telling', id, { by, how, place })],
          ...[actor.userId, actor.name],
        ],
      );
      await tx.query(`UPDATE identification SET is_told = true WHERE id = $1`, [id]);
      await this.finishTask(tx, actor, id, { side: 'family', kind: 'tell-the-family' });
      await this.cases.showIdentified(tx, actor, row.caseId);
      await audit(tx, actor, 'identification.told', { subject: id, fields: ['telling'] });
      await publish(tx, identificationTold, { identificationId: id });
      return this.work.show(tx, actor, id);
    });
  }

  /** The family of a case that followed was told, in person: from here on that case shows it, and no other. */
  async recordTellingOf(actor: Actor, id: string, caseId: string, dto: TellingDto): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'telling');
      const { row } = kept;
      if (!kept.linkedCases.some((one) => one.caseId === caseId)) throw new NotFoundError();
      if (!mayTellOf(asker, caseId)) throw new NotYourActError();
      const { toldOn, by, how, place } = dto;
      const recorded = kept.linkedCases.find((one) => one.caseId === caseId && one.toldOn !== null);
      if (recorded) {
        if (
          canonicalJson({ toldOn: recorded.toldOn, ...recorded.telling }) !== canonicalJson({ toldOn, by, how, place })
        )
          throw new AlreadyRecordedError();
        return this.work.viewOf(tx, kept, asker);
      }
      if (toldOn > today()) throw new InTheFutureError();
      if (row.state !== 'identified') throw new IdentificationRefusedError(['identification.not-identified']);
      const sealed = await this.table.seal(tx, row, 'identification_case', caseId, { by, how, place });
      await tx.query(
        `UPDATE identification_case SET told_on = $3, telling = $4, told_by = $5, told_by_name = $6, told_at = clock_timestamp()
         WHERE identification_id = $1 AND case_id = $2`,
        [id, caseId, toldOn, sealed, actor.userId, actor.name],
      );
      await this.finishTask(tx, actor, id, { side: 'family', kind: 'tell-the-family' }, caseId);
      await this.cases.showIdentified(tx, actor, caseId);
      await audit(tx, actor, 'identification.told', { subject: id, fields: ['telling', 'linkedCase'] });
      return this.work.show(tx, actor, id);
    });
  }

  /**
   * Asks for the reversal, or seconds what a person of another organisation asked. Always possible: told or not,
   * buried or gone home, and whoever's mandate has ended since.
   */
  async reverse(actor: Actor, id: string, reversalId: string, dto: ReversalDto): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'reversal');
      const { row } = kept;
      const ofState = row.state === 'presumptive' ? 'presumptive' : 'identified';
      const own = kept.reversals.find(
        (one) =>
          one.id === reversalId ||
          (one.personId === actor.userId && (one.ofState === ofState || row.state === 'reversed')),
      );
      if (own) {
        if (own.id !== reversalId || own.personId !== actor.userId || own.reason !== dto.reason)
          throw new AlreadyRecordedError();
        return this.work.viewOf(tx, kept, asker);
      }
      const { personId, organisationId } = asker;
      const { state } = this.work.step(kept, { kind: 'reverse', personId, organisationId });
      const { reason } = dto;
      const made = (await tx.query(
        `INSERT INTO identification_reversal (id, identification_id, reason, actor_id, actor_name, organisation_id, of_state)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[reversalId, id, await this.table.seal(tx, row, 'identification_reversal', reversalId, { reason })],
          ...[actor.userId, actor.name, organisationId, ofState],
        ],
      )) as unknown[];
      if (made.length === 0) throw new AlreadyRecordedError();
      if (state === 'reversed' && ofState === 'identified') await this.undoing.undoIdentity(tx, actor, row, reason);
      if (state === 'reversed' && ofState === 'presumptive')
        await this.undoing.undoPresumption(tx, actor, row, { to: 'reversed', reason });
      await audit(tx, actor, state === 'reversed' ? 'identification.reversed' : 'identification.reversal-asked', {
        ...{ subject: id, fields: ['reversal'] },
      });
      await publish(tx, state === 'reversed' ? identificationReversed : reversalAsked, { identificationId: id });
      return this.work.show(tx, actor, id);
    });
  }

  /** A task of the plan is done, or not yet after all. */
  async setTaskDone(actor: Actor, id: string, taskId: string, dto: TaskDoneDto): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { row, asker } = await this.readers.open(tx, actor, id, 'FOR UPDATE');
      const kept = await this.table.kept(tx, row);
      const task = kept.tasks.find((one) => one.id === taskId);
      if (!task) throw new NotFoundError();
      if (!isOfSide(asker, task.side) || asker.relations.every((relation) => relation === 'desk'))
        throw new NotYourActError();
      if ((task.doneAt !== null) === dto.isDone) return this.work.viewOf(tx, kept, asker);
      await tx.query(
        `UPDATE identification_task SET done_at = CASE WHEN $2 THEN clock_timestamp() END, done_by = CASE WHEN $2 THEN $3::uuid END,
           done_by_name = CASE WHEN $2 THEN $4 END WHERE id = $1`,
        [taskId, dto.isDone, actor.userId, actor.name],
      );
      await audit(tx, actor, 'identification.task-done', { subject: id, fields: [task.kind] });
      return this.work.show(tx, actor, id);
    });
  }

  private async identify(tx: Tx, actor: Actor, row: IdentificationRow, dto: AuthorityDecisionDto): Promise<void> {
    const privy = await this.readers.privyTo(tx, row.id);
    const specialists = [
      row.familySpecialistId,
      row.custodianSpecialistId,
      row.isThirdReleased ? row.thirdSpecialistId : null,
    ];
    await this.cases.makePrivy(
      tx,
      row.caseId,
      [...new Set([...specialists, ...(privy?.boardIds ?? [])])].filter((one) => one !== null),
    );
    await this.cases.markIdentified(tx, actor, row.caseId);
    await this.linked.follow(tx, actor, row, await this.readers.privyIds(tx, row.id), 'refuse');
    await this.remains.markIdentified(tx, actor, row.remainsId, {
      ...{ authorityReference: dto.reference, decidedOn: dto.decidedOn },
    });
    await this.proposals.changeByBoard(tx, actor, row.proposalId, { to: 'supported', reason: dto.reference });
    await this.proposals.concludeOutcome(tx, actor, row.proposalId, 'identified');
    await this.undoing.plan(tx, row, planOfIdentity);
  }

  private async finishTask(
    tx: Tx,
    actor: Actor,
    id: string,
    task: Pick<Task, 'side' | 'kind'>,
    caseId: string | null = null,
  ): Promise<void> {
    await tx.query(
      `UPDATE identification_task SET done_at = clock_timestamp(), done_by = $4, done_by_name = $5
       WHERE identification_id = $1 AND side = $2 AND kind = $3 AND case_id IS NOT DISTINCT FROM $6 AND done_at IS NULL`,
      [id, task.side, task.kind, actor.userId, actor.name, caseId],
    );
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);
