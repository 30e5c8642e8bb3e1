import { Injectable } from '@nestjs/common';
import { isAllowed } from '../access';
import { type ContactPointView, ContactPointsService } from '../contact-points';
import { type Actor, ForbiddenError, NotFoundError, type Tx } from '../platform';
import { DeskNeededError } from './forensic-remains.errors';

/** Desks at which remains are recorded: those of forensic teams, by their own people or the system. */
@Injectable()
export class Desks {
  constructor(private readonly contactPoints: ContactPointsService) {}

  async ownOf(tx: Tx, actor: Actor): Promise<ContactPointView> {
    if (actor.contactPointId === null) throw new DeskNeededError();
    return this.openTo(tx, actor, actor.contactPointId);
  }

  async openTo(tx: Tx, actor: Actor, contactPointId: string): Promise<ContactPointView> {
    if (!isAllowed(actor, 'remains.write')) throw new ForbiddenError('remains.write');
    const desk = await this.contactPoints.find(tx, contactPointId);
    if (!desk || !(actor.isSystem || desk.organisationId === actor.organisationId)) throw new NotFoundError();
    if (desk.kind !== 'forensic') throw new DeskNeededError();
    return desk;
  }
}
