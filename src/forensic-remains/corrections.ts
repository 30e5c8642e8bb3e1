import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { canonicalJson } from '../description';
import { type Actor, Database, publish, type Tx } from '../platform';
import { refusalOfCorrection } from './core/corrections';
import { asCustodian } from './custodian';
import type { CorrectionDto, RemainsView } from './forensic-remains.dto';
import { AlreadyRecordedError, CorrectionRefusedError, LabelTakenError } from './forensic-remains.errors';
import { remainsChanged, remainsCustodyChanged } from './forensic-remains.events';
import { RemainsHistory } from './remains-history';
import { RemainsRecords } from './remains-records';
import { type RemainsRow, RemainsTable } from './remains-table';

/** Puts right what was entered wrongly of samples and hand-overs: by a new row with its reason, over nothing that was said. */
@Injectable()
export class Corrections {
  constructor(
    private readonly database: Database,
    private readonly table: RemainsTable,
    private readonly history: RemainsHistory,
    private readonly records: RemainsRecords,
  ) {}

  /** Corrects once. The row of the remains is held meanwhile, so that two corrections of one entry follow one another. */
  async correct(actor: Actor, remainsId: string, correctionId: string, dto: CorrectionDto): Promise<RemainsView> {
    return this.database.act(actor, async (tx) => {
      const row = asCustodian(actor, await this.table.lock(tx, remainsId));
      if (await this.wasDone(tx, row, correctionId, dto)) {
        await audit(tx, actor, 'forensic-remains.read', { subject: remainsId, purpose: 'repeated' });
        return this.records.fullRecord(tx, remainsId);
      }
      const entered =
        dto.kind === 'sample' ? await this.history.samplesOf(tx, row) : await this.history.custodyOf(tx, row);
      const handover = dto.kind === 'custody' ? dto.replacement : null;
      const refusal = refusalOfCorrection(entered, dto.corrects, handover, new Date().toISOString().slice(0, 10));
      if (refusal) throw new CorrectionRefusedError(refusal);
      const [table, field] = dto.kind === 'sample' ? ['remains_sample', 'sample'] : ['custody_event', 'custody'];
      await tx.query(`UPDATE ${table} SET is_struck = true WHERE id = $1 AND remains_id = $2`, [
        dto.corrects,
        remainsId,
      ]);
      await this.replace(tx, actor, row, dto);
      const sealed = await this.table.seal(tx, row, 'remains_correction', correctionId, { reason: dto.reason });
      const made = (await tx.query(
        `INSERT INTO remains_correction (id, remains_id, kind, corrects_id, replaced_by, reason, actor_id, actor_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id`,
        [
          ...[correctionId, remainsId, dto.kind, dto.corrects, dto.replacement?.id ?? null],
          ...[sealed, actor.userId, actor.name],
        ],
      )) as unknown[];
      if (made.length === 0) throw new AlreadyRecordedError();
      await audit(tx, actor, 'forensic-remains.corrected', { subject: remainsId, fields: [field!] });
      if (dto.kind === 'custody') await publish(tx, remainsCustodyChanged, { remainsId });
      else if (!row.isDraft) await publish(tx, remainsChanged, { remainsId });
      return this.records.fullRecord(tx, remainsId);
    });
  }

  private async wasDone(tx: Tx, row: RemainsRow, id: string, dto: CorrectionDto): Promise<boolean> {
    const done = (await this.history.correctionsOf(tx, row)).find((one) => one.id === id);
    if (!done) return false;
    const said = { kind: done.kind, corrects: done.corrects, reason: done.reason, replacement: done.replacedBy };
    const asked = {
      kind: dto.kind,
      corrects: dto.corrects,
      reason: dto.reason,
      replacement: dto.replacement?.id ?? null,
    };
    if (canonicalJson(said) !== canonicalJson(asked)) throw new AlreadyRecordedError();
    return true;
  }

  private async replace(tx: Tx, actor: Actor, row: RemainsRow, dto: CorrectionDto): Promise<void> {
    if (dto.replacement === null) return;
    const { id } = dto.replacement;
    let made: unknown[];
    if (dto.kind === 'sample') {
      const { kind, label, takenOn, site } = dto.replacement;
      made = (await tx.query(
        `INSERT INTO remains_sample (id, remains_id, contact_point_id, kind, label, taken_on, site)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [id, row.id, row.contactPointId, kind, label, takenOn, site],
      )) as unknown[];
      const [sameId] = (await tx.query(`SELECT FROM remains_sample WHERE id = $1`, [id])) as unknown[];
      if (made.length === 0 && !sameId) throw new LabelTakenError();
    } else {
      const { from, to, on, place, reason, seal, enteredLater } = dto.replacement;
      const sealed = await this.table.seal(tx, row, 'custody_event', id, { from, to, place, reason, seal });
      made = (await tx.query(
        `INSERT INTO custody_event (id, remains_id, happened_on, is_from_unknown, is_entered_later, handover, actor_id, actor_name, place_seq)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, coalesce(c.place_seq, c.seq) FROM custody_event c WHERE c.id = $9
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [id, row.id, on, from === null, enteredLater, sealed, actor.userId, actor.name, dto.corrects],
      )) as unknown[];
    }
    if (made.length === 0) throw new AlreadyRecordedError();
  }
}
