import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { type Actor, Database, InvalidInputError, NotFoundError, publish, type Tx } from '../platform';
import { canonicalJson } from '../description';
import {
  type Disposal,
  missingEvidence,
  refusalOfStatus,
  type RemainsStatus,
  statusAfterPresumption,
  statusAfterReversal,
  type StatusRequest,
} from './core/status';
import { asCustodian } from './custodian';
import type { RemainsView, StatusChangeDto } from './forensic-remains.dto';
import { AlreadyRecordedError, StatusRefusedError } from './forensic-remains.errors';
import { remainsStatusChanged } from './forensic-remains.events';
import { type History, RemainsHistory } from './remains-history';
import { RemainsRecords, type RemainsSummary } from './remains-records';
import { type RemainsRow, RemainsTable } from './remains-table';

/** A decision of the competent authority where the body lies. */
export interface AuthorityDecision {
  readonly authorityReference: string;
  /** ISO day. */
  readonly decidedOn: string;
}

interface Change extends StatusRequest {
  readonly id: string;
  readonly on: string;
  readonly reason: string;
  readonly isReversal: boolean;
}

/** Changes of the status of remains: by their desk, and by the identification module when the authority has decided. */
@Injectable()
export class RemainsStatusChanges {
  constructor(
    private readonly database: Database,
    private readonly table: RemainsTable,
    private readonly history: RemainsHistory,
    private readonly records: RemainsRecords,
  ) {}

  /** Changes the status once: the same change sent again answers what stands. */
  async change(actor: Actor, remainsId: string, changeId: string, dto: StatusChangeDto): Promise<RemainsView> {
    return this.database.act(actor, async (tx) => {
      const row = asCustodian(actor, await this.table.lock(tx, remainsId));
      const kept = await this.history.of(tx, row);
      const recorded = kept.statusChanges.find(({ id }) => id === changeId);
      if (recorded) {
        const { id: _, from: __, by: ___, at: ____, reversal, ...said } = recorded;
        if (reversal || canonicalJson(said) !== canonicalJson({ ...dto, disposal: disposalOf(dto) }))
          throw new AlreadyRecordedError();
        await audit(tx, actor, 'forensic-remains.read', { subject: remainsId, purpose: 'repeated' });
        return this.records.fullRecord(tx, remainsId);
      }
      if (dto.on > new Date().toISOString().slice(0, 10))
        throw new InvalidInputError([{ path: 'on', code: 'forensic-remains.in-the-future' }]);
      const { to, on, reason, authorityReference, disposal, doneElsewhere } = dto;
      const said = { to, on, reason, authorityReference, disposal, isDoneElsewhere: doneElsewhere };
      await this.apply(tx, actor, row, kept, { ...said, id: changeId, by: 'desk', isReversal: false });
      return this.records.fullRecord(tx, remainsId);
    });
  }

  /** Marks a presumed identity, which visual recognition, documents and effects may give. Repeating changes nothing. */
  async markPresumptive(
    tx: Tx,
    actor: Actor,
    remainsId: string,
    decision: { readonly authorityReference?: string | null; readonly decidedOn: string },
  ): Promise<RemainsSummary> {
    return this.mark(tx, actor, remainsId, 'presumptive', {
      authorityReference: decision.authorityReference ?? null,
      decidedOn: decision.decidedOn,
    });
  }

  /** Marks remains as identified by the decision of the competent authority. The same decision twice changes nothing. */
  async markIdentified(tx: Tx, actor: Actor, remainsId: string, decision: AuthorityDecision): Promise<RemainsSummary> {
    return this.mark(tx, actor, remainsId, 'identified', decision);
  }

  /** Takes an identification back; the change that made it stays in the history. */
  async reverseIdentification(tx: Tx, actor: Actor, remainsId: string, reason: string): Promise<RemainsSummary> {
    const row = await this.mustLock(tx, remainsId);
    const kept = await this.history.of(tx, row);
    const made = kept.statusChanges.findLast(({ to, reversal }) => to === 'identified' && !reversal);
    if (!row.isIdentified || !made) throw new StatusRefusedError('forensic-remains.status-not-reachable');
    await this.write(tx, actor, row, {
      ...{
        id: randomUUID(),
        to: statusAfterReversal(row.status, made.from),
        on: new Date().toISOString().slice(0, 10),
      },
      ...{ reason, isReversal: true, by: 'identification' },
    });
    return (await this.records.summary(tx, remainsId))!;
  }

  /** Takes a presumption back, where it still stands; the change that recorded it stays in the history. */
  async reversePresumption(tx: Tx, actor: Actor, remainsId: string, reason: string): Promise<void> {
    const row = await this.mustLock(tx, remainsId);
    const [made] = (await tx.query(
      `SELECT from_status AS "from" FROM remains_status_change WHERE remains_id = $1 AND to_status = 'presumptive' AND NOT is_reversal
       ORDER BY seq DESC LIMIT 1`,
      [remainsId],
    )) as { from: RemainsStatus }[];
    const to = statusAfterPresumption(row.status, made?.from ?? 'examined');
    if (to === row.status) return;
    await this.write(tx, actor, row, {
      ...{ id: randomUUID(), to, on: new Date().toISOString().slice(0, 10) },
      ...{ reason, isReversal: true, by: 'identification' },
    });
  }

  /** Whether the last that was said of a presumption of these remains is that it no longer holds. */
  async isPresumptionSetBack(tx: Tx, remainsId: string): Promise<boolean> {
    const [last] = (await tx.query(
      `SELECT to_status AS "to" FROM remains_status_change WHERE remains_id = $1
         AND (to_status = 'presumptive' OR (from_status = 'presumptive' AND to_status <> 'buried')) ORDER BY seq DESC LIMIT 1`,
      [remainsId],
    )) as { to: RemainsStatus }[];
    return last !== undefined && last.to !== 'presumptive' && last.to !== 'identified';
  }

  private async mark(
    tx: Tx,
    actor: Actor,
    remainsId: string,
    to: 'presumptive' | 'identified',
    decision: { readonly authorityReference: string | null; readonly decidedOn: string },
  ): Promise<RemainsSummary> {
    const row = await this.mustLock(tx, remainsId);
    const kept = await this.history.of(tx, row);
    const standing = kept.statusChanges.findLast((change) => change.to === to && !change.reversal);
    const isRepeated = row.status === to && standing?.authorityReference === decision.authorityReference;
    if (!isRepeated)
      await this.apply(tx, actor, row, kept, {
        ...{ id: randomUUID(), to, on: decision.decidedOn, authorityReference: decision.authorityReference },
        ...{ reason: `identification: ${to}`, by: 'identification', isReversal: false },
      });
    return (await this.records.summary(tx, remainsId))!;
  }

  private async apply(tx: Tx, actor: Actor, row: RemainsRow, kept: History, change: Change): Promise<void> {
    const [postMortem] = await this.table.postMortems(tx, [row]);
    const missing = missingEvidence({
      examinations: kept.examinations,
      sampleKinds: kept.samples.map(({ kind }) => kind),
      fingerprints: postMortem!.fingerprints,
    });
    const isCremated = kept.statusChanges.some(({ disposal }) => disposal === 'cremation');
    const refusal = refusalOfStatus({ ...row, isCremated, missingEvidence: missing }, change);
    if (refusal)
      throw new StatusRefusedError(refusal, refusal === 'forensic-remains.cremation-needs-evidence' ? missing : []);
    await this.write(tx, actor, row, change);
  }

  private async write(tx: Tx, actor: Actor, row: RemainsRow, change: Change): Promise<void> {
    const { id, to, on, reason, isReversal } = change;
    const disposal = isReversal ? null : disposalOf(change);
    const sealed = await this.table.seal(tx, row, 'remains_status_change', id, { reason });
    const made = (await tx.query(
      `INSERT INTO remains_status_change (id, remains_id, from_status, to_status, happened_on, authority_reference, disposal,
         is_done_elsewhere, is_reversal, reason, actor_id, actor_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        ...[id, row.id, row.status, to, on, change.authorityReference ?? null, disposal],
        ...[change.isDoneElsewhere ?? false, isReversal, sealed, actor.userId, actor.name],
      ],
    )) as unknown[];
    if (made.length === 0) throw new AlreadyRecordedError();
    await this.table.setStatus(tx, row.id, to, isIdentifiedAfter(row, to, isReversal));
    await audit(
      tx,
      actor,
      isReversal
        ? row.isIdentified
          ? 'forensic-remains.identification-reversed'
          : 'forensic-remains.presumption-reversed'
        : 'forensic-remains.status-changed',
      {
        subject: row.id,
        fields: ['status', to],
      },
    );
    await publish(tx, remainsStatusChanged, { remainsId: row.id });
  }

  private async mustLock(tx: Tx, id: string): Promise<RemainsRow> {
    const row = await this.table.lock(tx, id);
    if (!row) throw new NotFoundError();
    return row;
  }
}

/** Who says nothing of the manner says burial; of any other status it says nothing. */
const disposalOf = ({ to, disposal }: Pick<StatusRequest, 'to' | 'disposal'>): Disposal | null =>
  to === 'buried' ? (disposal ?? 'burial') : null;

const isIdentifiedAfter = (row: RemainsRow, to: RemainsStatus, isReversal: boolean): boolean =>
  !isReversal && (row.isIdentified || to === 'identified');
