import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { type Actor, Database, publish } from '../platform';
import { canonicalJson } from '../description';
import { standing } from './core/corrections';
import { refusalOfHandover } from './core/custody';
import { asCustodian } from './custodian';
import type { CustodyDto, RemainsView } from './forensic-remains.dto';
import { AlreadyRecordedError, CustodyRefusedError } from './forensic-remains.errors';
import { remainsCustodyChanged } from './forensic-remains.events';
import { RemainsHistory } from './remains-history';
import { RemainsRecords } from './remains-records';
import { RemainsTable } from './remains-table';

/** The chain of custody: hand to hand, only ever added to. */
@Injectable()
export class Custody {
  constructor(
    private readonly database: Database,
    private readonly table: RemainsTable,
    private readonly history: RemainsHistory,
    private readonly records: RemainsRecords,
  ) {}

  /** Records a hand-over once. The row of the remains is held meanwhile, so that two hand-overs cannot both follow the same one. */
  async handOver(actor: Actor, remainsId: string, handoverId: string, dto: CustodyDto): Promise<RemainsView> {
    return this.database.act(actor, async (tx) => {
      const row = asCustodian(actor, await this.table.lock(tx, remainsId));
      const entered = await this.history.custodyOf(tx, row);
      const chain = standing(entered);
      const recorded = entered.find(({ id }) => id === handoverId);
      if (recorded) {
        const { id: _, seq: __, enteredBy: ___, at: ____, isStruck: _____, ...said } = recorded;
        if (canonicalJson(said) !== canonicalJson(dto)) throw new AlreadyRecordedError();
        await audit(tx, actor, 'forensic-remains.read', { subject: remainsId, purpose: 'repeated' });
        return this.records.fullRecord(tx, remainsId);
      }
      const { from, to, on, place, reason, seal, enteredLater } = dto;
      const refusal = refusalOfHandover(
        chain,
        { from, to, on, reason, isEnteredLater: enteredLater },
        new Date().toISOString().slice(0, 10),
      );
      if (refusal) throw new CustodyRefusedError(refusal);
      const sealed = await this.table.seal(tx, row, 'custody_event', handoverId, { from, to, place, reason, seal });
      const made = (await tx.query(
        `INSERT INTO custody_event (id, remains_id, happened_on, is_from_unknown, is_entered_later, handover, actor_id, actor_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id`,
        [handoverId, remainsId, on, from === null, enteredLater, sealed, actor.userId, actor.name],
      )) as unknown[];
      if (made.length === 0) throw new AlreadyRecordedError();
      await audit(tx, actor, 'forensic-remains.custody-changed', { subject: remainsId, fields: ['custody'] });
      await publish(tx, remainsCustodyChanged, { remainsId });
      return this.records.fullRecord(tx, remainsId);
    });
  }
}
