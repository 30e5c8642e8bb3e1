import { Injectable, type Type } from '@nestjs/common';
import {
  identificationConcluded,
  identificationDecided,
  identificationOpened,
  IdentificationReaders,
  identificationReversed,
  identificationSigned,
  identificationTold,
  type Privy,
  reversalAsked,
  thirdSpecialistAsked,
  thirdSpecialistNamed,
} from '../identification';
import { type EventDefinition, type EventListener, type Heard, Hears, type Tx } from '../platform';
import type { InboxKind } from './inbox.dto';
import { InboxService } from './inbox.service';
import { NOTIFICATIONS_QUEUE } from './proposal.listeners';

const specialists = (privy: Privy) => [privy.familySpecialistId, privy.custodianSpecialistId, privy.thirdSpecialistId];
const everybody = (privy: Privy) => [
  ...[...specialists(privy), ...privy.boardIds, privy.caseOwnerId, ...privy.linkedOwnerIds],
];

/**
 * Who is told of what. All come from `Privy`, which holds those only who may know at the moment of telling: before the
 * family is told that is nobody else of its desk, no consulate, no other desk.
 */
const told: readonly (readonly [
  EventDefinition<'identificationId'>,
  InboxKind,
  (privy: Privy) => (string | null)[],
])[] = [
  [
    identificationOpened,
    'identification.opened',
    (privy) => [...specialists(privy), privy.caseOwnerId].filter((userId) => userId !== privy.openedBy),
  ],
  [
    thirdSpecialistAsked,
    'identification.third-specialist-asked',
    (privy) => [privy.custodianSpecialistId, ...privy.boardIds],
  ],
  [thirdSpecialistNamed, 'identification.third-specialist-named', (privy) => [privy.thirdSpecialistId]],
  [
    identificationSigned,
    'identification.signed',
    (privy) => [privy.familySpecialistId, privy.custodianSpecialistId, ...privy.boardIds],
  ],
  [identificationConcluded, 'identification.concluded', everybody],
  [identificationDecided, 'identification.decided', everybody],
  [identificationTold, 'identification.told', (privy) => [...specialists(privy), ...privy.boardIds]],
  [reversalAsked, 'identification.reversal-asked', everybody],
  [identificationReversed, 'identification.reversed', everybody],
];

function listenerOf([event, kind, recipients]: (typeof told)[number]): Type<EventListener<'identificationId'>> {
  @Hears(NOTIFICATIONS_QUEUE, event)
  @Injectable()
  class TellOfIdentification implements EventListener<'identificationId'> {
    constructor(
      private readonly inbox: InboxService,
      private readonly readers: IdentificationReaders,
    ) {}

    async handle(tx: Tx, heard: readonly Heard<'identificationId'>[]): Promise<void> {
      for (const id of new Set(heard.map(({ ids }) => ids.identificationId))) {
        const privy = await this.readers.privyTo(tx, id);
        if (!privy) continue;
        await this.inbox.deliver(tx, [{ kind, subject: { kind: 'identification', id }, userIds: recipients(privy) }]);
      }
    }
  }
  return TellOfIdentification;
}

export const identificationListeners = told.map(listenerOf);
