import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { type Actor, Database, publish, StaleVersionError, VersionRequiredError } from '../platform';
import { canonicalJson } from '../description';
import { asCustodian } from './custodian';
import type { ExaminationDto, RemainsView, SampleDto } from './forensic-remains.dto';
import { AlreadyRecordedError, LabelTakenError } from './forensic-remains.errors';
import { remainsChanged } from './forensic-remains.events';
import { RemainsHistory } from './remains-history';
import { RemainsRecords } from './remains-records';
import { RemainsTable } from './remains-table';

/** What was examined on remains and what was taken from them. */
@Injectable()
export class Examinations {
  constructor(
    private readonly database: Database,
    private readonly table: RemainsTable,
    private readonly history: RemainsHistory,
    private readonly records: RemainsRecords,
  ) {}

  /** Begins an examination or writes how it went; its version is asked for once it exists. */
  async put(
    actor: Actor,
    remainsId: string,
    examinationId: string,
    dto: ExaminationDto,
    version: number | null,
  ): Promise<RemainsView> {
    const { view, stale } = await this.database.act(actor, async (tx) => {
      const row = asCustodian(actor, await this.table.lock(tx, remainsId));
      const present = (await this.history.examinationsOf(tx, row)).find(({ id }) => id === examinationId);
      const { by, findings, why, kind, state, on } = dto;
      if (present) {
        const { id: _, version: presentVersion, at: __, ...said } = present;
        const isSame = canonicalJson(said) === canonicalJson(dto);
        const isStale = !isSame && version !== presentVersion;
        if (isStale && version === null) throw new VersionRequiredError();
        if (isSame || isStale) {
          await audit(tx, actor, 'forensic-remains.read', {
            subject: remainsId,
            purpose: isStale ? 'conflict' : 'repeated',
          });
          return { view: await this.records.fullRecord(tx, remainsId), stale: isStale ? present : null };
        }
      }
      const sealed = await this.table.seal(tx, row, 'examination', examinationId, { by, findings, why });
      const values = [examinationId, remainsId, kind, state, on, sealed];
      if (present)
        await tx.query(
          `UPDATE examination SET kind = $3, state = $4, happened_on = $5, findings = $6, version = version + 1, changed_at = clock_timestamp()
           WHERE id = $1 AND remains_id = $2`,
          values,
        );
      else {
        const made = (await tx.query(
          `INSERT INTO examination (id, remains_id, kind, state, happened_on, findings) VALUES ($1, $2, $3, $4, $5, $6)
           ON CONFLICT (id) DO NOTHING RETURNING id`,
          values,
        )) as unknown[];
        if (made.length === 0) throw new AlreadyRecordedError();
      }
      await audit(tx, actor, 'forensic-remains.examined', { subject: remainsId, fields: ['examination', kind] });
      if (!row.isDraft) await publish(tx, remainsChanged, { remainsId });
      return { view: await this.records.fullRecord(tx, remainsId), stale: null };
    });
    if (stale) throw new StaleVersionError(stale);
    return view;
  }

  /** Records a sample once. Its label follows the tube, so it is never changed and never given twice. */
  async takeSample(actor: Actor, remainsId: string, sampleId: string, dto: SampleDto): Promise<RemainsView> {
    return this.database.act(actor, async (tx) => {
      const row = asCustodian(actor, await this.table.lock(tx, remainsId));
      const present = (await this.history.samplesOf(tx, row)).find(({ id }) => id === sampleId);
      if (present) {
        const { id: _, at: __, isStruck: ___, ...said } = present;
        if (canonicalJson(said) !== canonicalJson(dto)) throw new AlreadyRecordedError();
        await audit(tx, actor, 'forensic-remains.read', { subject: remainsId, purpose: 'repeated' });
        return this.records.fullRecord(tx, remainsId);
      }
      const made = (await tx.query(
        `INSERT INTO remains_sample (id, remains_id, contact_point_id, kind, label, taken_on, site)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id`,
        [sampleId, remainsId, row.contactPointId, dto.kind, dto.label, dto.takenOn, dto.site],
      )) as unknown[];
      if (made.length === 0) {
        const [sameId] = (await tx.query(`SELECT FROM remains_sample WHERE id = $1`, [sampleId])) as unknown[];
        throw sameId ? new AlreadyRecordedError() : new LabelTakenError();
      }
      await audit(tx, actor, 'forensic-remains.sample-taken', { subject: remainsId, fields: ['sample'] });
      if (!row.isDraft) await publish(tx, remainsChanged, { remainsId });
      return this.records.fullRecord(tx, remainsId);
    });
  }
}
