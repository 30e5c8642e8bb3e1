import { Injectable } from '@nestjs/common';
import { caseReviewDue, CasesService, caseTaskDue, DueDates } from '../cases';
import { DueTasks, IdentificationReaders, identificationTaskDue } from '../identification';
import { type EventListener, type Heard, Hears, type Tx } from '../platform';
import { InboxService, type Notice } from './inbox.service';
import { NOTIFICATIONS_QUEUE } from './proposal.listeners';

/** The owner of a case hears that its review is due. */
@Hears(NOTIFICATIONS_QUEUE, caseReviewDue)
@Injectable()
export class TellOfReviews implements EventListener<'caseId'> {
  constructor(
    private readonly inbox: InboxService,
    private readonly cases: CasesService,
  ) {}

  async handle(tx: Tx, heard: readonly Heard<'caseId'>[]): Promise<void> {
    const ids = heard.map(({ ids: { caseId } }) => caseId);
    const owners = await this.cases.ownersOf(tx, ids);
    await this.inbox.deliver(
      tx,
      ids.map((id) => ({
        kind: 'cases.due',
        subject: { kind: 'case', id },
        userIds: [owners.get(id)?.ownerId ?? null],
      })),
    );
  }
}

/** Whoever a task of a case was given to, else the owner of the case. */
@Hears(NOTIFICATIONS_QUEUE, caseTaskDue)
@Injectable()
export class TellOfTasks implements EventListener<'taskId'> {
  constructor(
    private readonly inbox: InboxService,
    private readonly dueDates: DueDates,
  ) {}

  async handle(tx: Tx, heard: readonly Heard<'taskId'>[]): Promise<void> {
    const notices: Notice[] = [];
    for (const { ids } of heard) {
      const held = await this.dueDates.holderOfTask(tx, ids.taskId);
      if (held)
        notices.push({ kind: 'cases.task-due', subject: { kind: 'case', id: held.caseId }, userIds: [held.userId] });
    }
    await this.inbox.deliver(tx, notices);
  }
}

/** A task after a decision waits for the owner of the case, or for the custodian's specialist and board: never for others. */
@Hears(NOTIFICATIONS_QUEUE, identificationTaskDue)
@Injectable()
export class TellOfIdentificationTasks implements EventListener<'taskId'> {
  constructor(
    private readonly inbox: InboxService,
    private readonly tasks: DueTasks,
    private readonly readers: IdentificationReaders,
  ) {}

  async handle(tx: Tx, heard: readonly Heard<'taskId'>[]): Promise<void> {
    const notices: Notice[] = [];
    for (const { ids } of heard) {
      const task = await this.tasks.find(tx, ids.taskId);
      const privy = task && (await this.readers.privyTo(tx, task.identificationId));
      if (!privy) continue;
      const userIds = task.side === 'family' ? [privy.caseOwnerId] : [privy.custodianSpecialistId, ...privy.boardIds];
      notices.push({
        kind: 'identification.task-due',
        subject: { kind: 'identification', id: task.identificationId },
        userIds,
      });
    }
    await this.inbox.deliver(tx, notices);
  }
}
