import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform';
import { inOrder, type Handover } from './core/custody';
import type { Grave } from './core/whereabouts';
import type { ExaminationDto, GravePlace, RemainsView } from './forensic-remains.dto';
import { isoTimeOf, type RemainsRow, RemainsTable } from './remains-table';

type Row = Pick<RemainsRow, 'id' | 'country'>;
type HandoverShown = RemainsView['custody'][number] & Handover;

/** What a hand-over says, sealed as one. */
export interface SealedHandover {
  readonly from: string | null;
  readonly to: string;
  readonly place: string | null;
  readonly reason: string | null;
  readonly seal: string | null;
}
export type SealedFindings = Pick<ExaminationDto, 'by' | 'findings' | 'why'>;
export type ExaminationShown = RemainsView['examinations'][number];

export interface History {
  readonly statusChanges: readonly RemainsView['statusChanges'][number][];
  readonly examinations: readonly ExaminationShown[];
  readonly samples: readonly RemainsView['samples'][number][];
  readonly custody: readonly HandoverShown[];
  readonly graves: readonly Grave[];
}

/** Reads what happened to remains, opened. */
@Injectable()
export class RemainsHistory {
  constructor(private readonly table: RemainsTable) {}

  async of(tx: Tx, row: Row): Promise<History> {
    return {
      statusChanges: await this.statusChangesOf(tx, row),
      examinations: await this.examinationsOf(tx, row),
      samples: await this.samplesOf(tx, row),
      custody: await this.custodyOf(tx, row),
      graves: await this.gravesOf(tx, row),
    };
  }

  async statusChangesOf(tx: Tx, row: Row): Promise<RemainsView['statusChanges']> {
    const rows = (await tx.query(
      `SELECT id, from_status AS "from", to_status AS "to", happened_on::text AS "on", authority_reference AS "authorityReference", disposal,
         is_done_elsewhere AS "doneElsewhere", is_reversal AS reversal, actor_name AS by, ${isoTimeOf('at')} AS at, reason AS sealed
       FROM remains_status_change WHERE remains_id = $1 ORDER BY seq`,
      [row.id],
    )) as (Omit<RemainsView['statusChanges'][number], 'reason'> & { sealed: Buffer })[];
    const reasons = await this.table.openMany<{ reason: string }>(tx, row, 'remains_status_change', rows);
    return rows.map(({ sealed: _, ...change }, index) => ({ ...change, reason: reasons[index]!.reason }));
  }

  async examinationsOf(tx: Tx, row: Row): Promise<ExaminationShown[]> {
    const rows = (await tx.query(
      `SELECT id, kind, state, happened_on::text AS "on", version, ${isoTimeOf('created_at')} AS at, findings AS sealed
       FROM examination WHERE remains_id = $1 ORDER BY created_at, id`,
      [row.id],
    )) as (Omit<ExaminationShown, keyof SealedFindings> & { sealed: Buffer })[];
    const findings = await this.table.openMany<SealedFindings>(tx, row, 'examination', rows);
    return rows.map(({ sealed: _, ...examination }, index) => ({ ...examination, ...findings[index]! }));
  }

  async samplesOf(tx: Tx, row: Pick<Row, 'id'>): Promise<RemainsView['samples']> {
    return (await tx.query(
      `SELECT id, kind, label, taken_on::text AS "takenOn", site, ${isoTimeOf('created_at')} AS at
       FROM remains_sample WHERE remains_id = $1 ORDER BY created_at, label`,
      [row.id],
    )) as RemainsView['samples'];
  }

  /** The chain of custody, first hand-over first. */
  async custodyOf(tx: Tx, row: Row): Promise<HandoverShown[]> {
    const rows = (await tx.query(
      `SELECT id, seq::float8 AS seq, happened_on::text AS "on", is_entered_later AS "enteredLater", actor_name AS "enteredBy",
         ${isoTimeOf('at')} AS at, handover AS sealed FROM custody_event WHERE remains_id = $1`,
      [row.id],
    )) as (Omit<HandoverShown, keyof SealedHandover> & { sealed: Buffer })[];
    const said = await this.table.openMany<SealedHandover>(tx, row, 'custody_event', rows);
    return inOrder(rows.map(({ sealed: _, ...handover }, index) => ({ ...handover, ...said[index]! })));
  }

  async gravesOf(tx: Tx, row: Row): Promise<Grave[]> {
    const rows = (await tx.query(
      `SELECT id, to_on::text AS "to", place AS sealed FROM grave WHERE remains_id = $1 ORDER BY created_at, id`,
      [row.id],
    )) as { id: string; to: string | null; sealed: Buffer }[];
    const places = await this.table.openMany<GravePlace>(tx, row, 'grave', rows);
    return rows.map(({ to }, index) => ({ ...places[index]!, to }));
  }

  /** Past versions of the record, oldest first, with what each said of the location. */
  async versionsOf(tx: Tx, row: Row): Promise<{ validFrom: string; validUntil: string; location: string | null }[]> {
    const rows = (await tx.query(
      `SELECT ${isoTimeOf('valid_from')} AS "validFrom", ${isoTimeOf('valid_until')} AS "validUntil", location
       FROM remains_past_version WHERE remains_id = $1 ORDER BY version`,
      [row.id],
    )) as { validFrom: string; validUntil: string; location: Buffer | null }[];
    const opened = [];
    for (const { location, ...valid } of rows)
      opened.push({ ...valid, location: (await this.table.locationOf(tx, { ...row, location }))?.location ?? null });
    return opened;
  }
}
