import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform';
import { type CorrectedKind, standing } from './core/corrections';
import { inOrder, type Handover } from './core/custody';
import type { Grave } from './core/whereabouts';
import type { ExaminationDto, GravePlace, RemainsView } from './forensic-remains.dto';
import { isoTimeOf, type RemainsRow, RemainsTable } from './remains-table';

type Row = Pick<RemainsRow, 'id' | 'country'>;
type HandoverShown = RemainsView['custody'][number] & Handover;
/** A correction, with what it struck in a few words. */
export interface CorrectionKept {
  readonly id: string;
  readonly kind: CorrectedKind;
  readonly corrects: string;
  readonly replacedBy: string | null;
  readonly what: string;
  readonly on: string | null;
  readonly enteredAt: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

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
  readonly corrections: readonly CorrectionKept[];
}

/** Reads what happened to remains, opened. */
@Injectable()
export class RemainsHistory {
  constructor(private readonly table: RemainsTable) {}

  async of(tx: Tx, row: Row): Promise<History> {
    return {
      statusChanges: await this.statusChangesOf(tx, row),
      examinations: await this.examinationsOf(tx, row),
      // What was struck is no longer said of these remains; it is among the corrections.
      samples: standing(await this.samplesOf(tx, row)).map(({ isStruck: _, ...sample }) => sample),
      custody: standing(await this.custodyOf(tx, row)).map(({ isStruck: _, ...handover }) => handover),
      graves: await this.gravesOf(tx, row),
      corrections: await this.correctionsOf(tx, row),
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

  /** All that were ever entered, struck or not. */
  async samplesOf(tx: Tx, row: Pick<Row, 'id'>): Promise<(RemainsView['samples'][number] & { isStruck: boolean })[]> {
    return (await tx.query(
      `SELECT id, kind, label, taken_on::text AS "takenOn", site, is_struck AS "isStruck", ${isoTimeOf('created_at')} AS at
       FROM remains_sample WHERE remains_id = $1 ORDER BY created_at, label`,
      [row.id],
    )) as (RemainsView['samples'][number] & { isStruck: boolean })[];
  }

  /** All hand-overs that were ever entered, struck or not, first one first. */
  async custodyOf(tx: Tx, row: Row): Promise<(HandoverShown & { isStruck: boolean })[]> {
    const rows = (await tx.query(
      `SELECT id, coalesce(place_seq, seq)::float8 AS seq, is_struck AS "isStruck", happened_on::text AS "on", is_entered_later AS "enteredLater", actor_name AS "enteredBy",
         ${isoTimeOf('at')} AS at, handover AS sealed FROM custody_event WHERE remains_id = $1`,
      [row.id],
    )) as (Omit<HandoverShown, keyof SealedHandover> & { isStruck: boolean; sealed: Buffer })[];
    const said = await this.table.openMany<SealedHandover>(tx, row, 'custody_event', rows);
    return inOrder(rows.map(({ sealed: _, ...handover }, index) => ({ ...handover, ...said[index]! })));
  }

  /** Corrections in the order in which they were made, each with what it struck. */
  async correctionsOf(tx: Tx, row: Row): Promise<CorrectionKept[]> {
    const rows = (await tx.query(
      `SELECT id, kind, corrects_id AS corrects, replaced_by AS "replacedBy", actor_name AS by, ${isoTimeOf('at')} AS at, reason AS sealed
       FROM remains_correction WHERE remains_id = $1 ORDER BY seq`,
      [row.id],
    )) as (Omit<CorrectionKept, 'what' | 'on' | 'enteredAt' | 'reason'> & { sealed: Buffer })[];
    if (rows.length === 0) return [];
    const reasons = await this.table.openMany<{ reason: string }>(tx, row, 'remains_correction', rows);
    const samples = (await this.samplesOf(tx, row)).map(({ id, kind, label, takenOn, at }) => ({
      ...{ id, what: `${kind} ${label}`, on: takenOn, enteredAt: at },
    }));
    const custody = (await this.custodyOf(tx, row)).map(({ id, from, to, on, at }) => ({
      ...{ id, what: `${from ?? '?'} → ${to}`, on, enteredAt: at },
    }));
    const struck = new Map([...samples, ...custody].map(({ id, ...entered }) => [id, entered]));
    return rows.map(({ sealed: _, ...correction }, index) => ({
      ...{ ...correction, ...struck.get(correction.corrects)!, reason: reasons[index]!.reason },
    }));
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
