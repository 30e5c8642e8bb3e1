import { Injectable } from '@nestjs/common';
import { ContactPointsService } from '../contact-points';
import { type Actor, NotFoundError, type Tx } from '../platform';
import { isOpenTo } from './core/record-access';
import { DeskNeededError } from './families.errors';
import type { Desk } from './report-records';

/** The desks at which an actor may register a family's report. */
@Injectable()
export class Desks {
  constructor(private readonly contactPoints: ContactPointsService) {}

  /** A family desk of the actor's organisation: the one named, or the actor's own. */
  async openTo(tx: Tx, actor: Actor, contactPointId: string | null): Promise<Desk> {
    const id = contactPointId ?? actor.contactPointId;
    if (id === null) throw new DeskNeededError();
    const desk = await this.contactPoints.find(tx, id);
    if (!desk || desk.kind !== 'family' || !isOpenTo(actor, desk)) throw new NotFoundError();
    return { id: desk.id, organisationId: desk.organisationId, country: desk.country };
  }
}
