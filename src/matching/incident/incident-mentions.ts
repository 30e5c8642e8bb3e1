import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FamiliesService, familyReportChanged, familyReported, familyReportWithdrawn } from '../../families';
import { RemainsRecords, remainsChanged, remainsRecorded } from '../../forensic-remains';
import { type EventListener, type Heard, Hears, KeyRing, type Tx } from '../../platform';

/** A queue of its own: noting which event a record names never makes a comparison wait. */
export const INCIDENT_MENTIONS_QUEUE = 'incident-mentions';

interface Mention {
  readonly id: string;
  readonly kind: 'report' | 'remains';
  readonly organisationId: string;
  readonly reference: string | undefined;
}

/**
 * Which event a record names is sealed with the rest of it. A keyed hash beside it lets an organisation list its own records of one
 * event; keyed by organisation too, so that equal hashes at two desks tell nobody that they speak of one wreck.
 */
@Injectable()
export class IncidentMentions {
  constructor(private readonly keyRing: KeyRing) {}

  async note(tx: Tx, mentions: readonly Mention[]): Promise<void> {
    if (mentions.length === 0) return;
    await tx.query(`DELETE FROM incident_mention WHERE record_id = ANY($1)`, [mentions.map(({ id }) => id)]);
    const named = mentions.flatMap(({ reference, ...one }) =>
      reference?.trim() ? [{ ...one, key: this.keyOf(one.organisationId, reference) }] : [],
    );
    await tx.query(
      `INSERT INTO incident_mention (record_id, kind, organisation_id, key)
       SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::uuid[]), unnest($4::bytea[])
       ON CONFLICT (record_id) DO UPDATE SET organisation_id = excluded.organisation_id, key = excluded.key`,
      [
        ...[named.map(({ id }) => id), named.map(({ kind }) => kind)],
        ...[named.map(({ organisationId }) => organisationId), named.map(({ key }) => key)],
      ],
    );
  }

  /** The organisation's own records that name an event by one of these references. */
  async of(
    tx: Tx,
    organisationId: string,
    references: readonly string[],
  ): Promise<{ reports: string[]; remains: string[] }> {
    const rows = (await tx.query(
      `SELECT record_id AS id, kind FROM incident_mention WHERE organisation_id = $1 AND key = ANY($2::bytea[]) ORDER BY record_id LIMIT 500`,
      [organisationId, [...new Set(references)].map((one) => this.keyOf(organisationId, one))],
    )) as { id: string; kind: Mention['kind'] }[];
    const idsOf = (kind: Mention['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
    return { reports: idsOf('report'), remains: idsOf('remains') };
  }

  private keyOf(organisationId: string, reference: string): Buffer {
    const key = this.keyRing.purposeKey(`incident-mentions|${organisationId}`);
    return createHmac('sha256', key).update(reference.trim().toLowerCase()).digest().subarray(0, 16);
  }
}

@Injectable()
abstract class NoteReports implements EventListener<'reportId', undefined> {
  protected readonly isForgetting: boolean = false;

  constructor(
    private readonly mentions: IncidentMentions,
    private readonly families: FamiliesService,
  ) {}

  async handle(tx: Tx, heard: readonly Heard<'reportId'>[]): Promise<void> {
    const ids = [...new Set(heard.map(({ ids: { reportId } }) => reportId))];
    await this.mentions.note(
      tx,
      (await this.families.reportsForMatching(tx, ids)).map(({ id, organisationId, anteMortem }) => ({
        ...{ id, kind: 'report' as const, organisationId },
        reference: this.isForgetting ? undefined : anteMortem.incidentReference,
      })),
    );
  }
}

@Injectable()
abstract class NoteRemains implements EventListener<'remainsId', undefined> {
  constructor(
    private readonly mentions: IncidentMentions,
    private readonly records: RemainsRecords,
  ) {}

  async handle(tx: Tx, heard: readonly Heard<'remainsId'>[]): Promise<void> {
    const ids = [...new Set(heard.map(({ ids: { remainsId } }) => remainsId))];
    await this.mentions.note(
      tx,
      (await this.records.remainsForMatching(tx, ids)).map(({ id, organisationId, postMortem }) => ({
        ...{ id, kind: 'remains' as const, organisationId, reference: postMortem.incidentReference },
      })),
    );
  }
}

@Hears(INCIDENT_MENTIONS_QUEUE, familyReported)
@Injectable()
export class NoteNewReport extends NoteReports {}

@Hears(INCIDENT_MENTIONS_QUEUE, familyReportChanged)
@Injectable()
export class NoteChangedReport extends NoteReports {}

@Hears(INCIDENT_MENTIONS_QUEUE, familyReportWithdrawn)
@Injectable()
export class ForgetWithdrawnReport extends NoteReports {
  protected override readonly isForgetting = true;
}

@Hears(INCIDENT_MENTIONS_QUEUE, remainsRecorded)
@Injectable()
export class NoteNewRemains extends NoteRemains {}

@Hears(INCIDENT_MENTIONS_QUEUE, remainsChanged)
@Injectable()
export class NoteChangedRemains extends NoteRemains {}

export const incidentMentionListeners = [
  ...[NoteNewReport, NoteChangedReport, ForgetWithdrawnReport, NoteNewRemains, NoteChangedRemains],
];
