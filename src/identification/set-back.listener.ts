import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { remainsStatusChanged, RemainsStatusChanges } from '../forensic-remains';
import { type EventListener, type Heard, Hears, publish, systemActor, type Tx } from '../platform';
import { identificationReversed } from './identification.events';
import { identificationColumns, type IdentificationRow } from './identification-table';
import { IDENTIFICATION_QUEUE } from './linked-cases.listener';
import { Undoing } from './undoing';

/**
 * The remains' own desk may set a presumption back by hand, with its reason in the history of the remains. The
 * identification then does not go on saying what the remains no longer say: it is taken back too, and both sides told.
 */
@Hears(IDENTIFICATION_QUEUE, remainsStatusChanged)
@Injectable()
export class TakeBackWithRemains implements EventListener<'remainsId'> {
  constructor(
    private readonly undoing: Undoing,
    private readonly remains: RemainsStatusChanges,
  ) {}

  async handle(tx: Tx, heard: readonly Heard<'remainsId'>[]): Promise<void> {
    const ids = [...new Set(heard.map(({ ids }) => ids.remainsId))];
    const rows = (await tx.query(
      `SELECT ${identificationColumns} FROM identification i WHERE i.remains_id = ANY($1) AND i.state = 'presumptive' ORDER BY i.id FOR UPDATE`,
      [ids],
    )) as IdentificationRow[];
    const actor = systemActor('identification');
    for (const row of rows) {
      // A burial leaves a presumption standing, and an exhumation does not end it.
      if (!(await this.remains.isPresumptionSetBack(tx, row.remainsId))) continue;
      await this.undoing.undoPresumption(tx, actor, row, { to: 'reversed', reason: null });
      await audit(tx, actor, 'identification.reversed', { subject: row.id, fields: ['remainsStatus'] });
      await publish(tx, identificationReversed, { identificationId: row.id });
    }
  }
}
