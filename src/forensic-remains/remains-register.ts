import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import {
  type Actor,
  Database,
  InvalidInputError,
  publish,
  StaleVersionError,
  type Tx,
  VersionRequiredError,
} from '../platform';
import { asCustodian } from './custodian';
import { Desks } from './desks';
import type { RemainsContent, RemainsView } from './forensic-remains.dto';
import { NotADraftAgainError, ReferenceTakenError } from './forensic-remains.errors';
import { remainsChanged, remainsRecorded } from './forensic-remains.events';
import { differenceOf, lacksPlace, namesOf, newRemains, today } from './remains-contents';
import { RemainsRecords } from './remains-records';
import { type RemainsRow, RemainsTable } from './remains-table';

interface Answer {
  readonly view: RemainsView;
  readonly isStale: boolean;
}

/** How remains come into the book one by one, and are changed there. */
@Injectable()
export class RemainsRegister {
  constructor(
    private readonly database: Database,
    private readonly table: RemainsTable,
    private readonly records: RemainsRecords,
    private readonly desks: Desks,
  ) {}

  /**
   * Records remains once, or changes them. The same record sent again, after a lost reply say, changes nothing. Whoever
   * changes an older version than the present one is refused and shown the present one; that showing is in the audit
   * trail too, so it must commit, and the refusal is thrown afterwards.
   */
  async put(actor: Actor, id: string, content: RemainsContent, version: number | null): Promise<RemainsView> {
    const { view, isStale } = await this.database.act(actor, async (tx) => {
      const present = await this.table.lock(tx, id);
      return present ? this.change(tx, actor, present, content, version) : this.record(tx, actor, id, content, version);
    });
    if (isStale) throw new StaleVersionError(view);
    return view;
  }

  private async record(
    tx: Tx,
    actor: Actor,
    id: string,
    content: RemainsContent,
    version: number | null,
  ): Promise<Answer> {
    const desk = await this.desks.ownOf(tx, actor);
    if (lacksPlace(content))
      throw new InvalidInputError([{ path: 'location', code: 'forensic-remains.sighting-without-place' }]);
    const made = await this.table.insert(tx, desk, [newRemains(id, content)]);
    if (!made.has(id)) {
      // The same record was on its way twice, and the other came first; or the reference is another's.
      const other = await this.table.lock(tx, id);
      if (!other) throw new ReferenceTakenError();
      return this.change(tx, actor, other, content, version);
    }
    if (content.grave) await this.table.setGraves(tx, [{ id, country: desk.country, grave: content.grave }], today());
    await audit(tx, actor, 'forensic-remains.recorded', { subject: id, fields: namesOf(content) });
    if (!content.draft) await publish(tx, remainsRecorded, { remainsId: id });
    return { view: await this.records.fullRecord(tx, id), isStale: false };
  }

  private async change(
    tx: Tx,
    actor: Actor,
    row: RemainsRow,
    content: RemainsContent,
    version: number | null,
  ): Promise<Answer> {
    asCustodian(actor, row);
    const { id, country } = row;
    const graveMac = (await this.table.presentGraves(tx, [id])).get(id)?.mac;
    const standing = { row, location: await this.table.locationOf(tx, row), graveMac };
    const difference = differenceOf(standing, content, (value) => this.table.mac(value));
    const isStale = difference.fields.length > 0 && version !== row.version;
    if (isStale && version === null) throw new VersionRequiredError();
    if (difference.fields.length === 0 || isStale) {
      await audit(tx, actor, 'forensic-remains.read', { subject: id, purpose: isStale ? 'conflict' : 'repeated' });
      return { view: await this.records.fullRecord(tx, id), isStale };
    }
    if (content.draft && !row.isDraft) throw new NotADraftAgainError();
    if (row.reference !== content.reference) {
      const [other] = await this.table.lockByReferences(tx, row.contactPointId, [content.reference]);
      if (other) throw new ReferenceTakenError();
    }
    await this.table.change(tx, [difference.row]);
    if (difference.grave !== undefined)
      await this.table.setGraves(tx, [{ id, country, grave: difference.grave }], today());
    await audit(tx, actor, 'forensic-remains.changed', { subject: id, fields: difference.fields });
    if (!content.draft) await publish(tx, row.isDraft ? remainsRecorded : remainsChanged, { remainsId: id });
    return { view: await this.records.fullRecord(tx, id), isStale: false };
  }
}
