import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { auditMany } from '../audit';
import { words } from '../description';
import { type Actor, Database, faultsOf, publish, type Tx } from '../platform';
import { ConsentRecords, type ConsentToWrite, isClaim, searchHereOnly } from './consent-records';
import { canonicalJson } from '../description';
import { consentWays, readPermission } from './core/consent';
import { Desks } from './desks';
import { reportContent } from './families.dto';
import { familyConsentChanged, familyReportChanged, familyReported } from './families.events';
import { ReportRecords, type ReportRow, type ReportToWrite } from './report-records';

const permission = z.string().refine((text) => readPermission(text) !== null, { error: 'families.purpose-unknown' });

const draftShape = z.strictObject({
  ...reportContent,
  consents: z
    .strictObject({
      purposes: z.array(permission).max(300).default([]),
      claimed: z.array(permission).max(300).default([]),
      by: words(500).optional(),
      on: z.iso.date().optional(),
      how: z.enum(consentWays).optional(),
      text: words(200).optional(),
    })
    .default({ purposes: [], claimed: [] }),
});

/** A report as a file brings it: with its consents, and known by its reference at the desk. */
export type FamilyReportDraft = z.input<typeof draftShape>;
type Draft = z.infer<typeof draftShape>;

/** What became of one row. */
export type RegistrationOutcome =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly reference: string; readonly reportId: string }
  | { readonly outcome: 'rejected'; readonly reference: string; readonly code: string; readonly path: string };

const CHUNK_ROWS = 500;
/** How often a chunk is tried when somebody else registers one of its references at the same moment. */
const TRIES = 4;

/** Registers the reports of a file: set by set, one outcome for each row, the same file twice changing nothing. */
@Injectable()
export class BulkRegistration {
  constructor(
    private readonly database: Database,
    private readonly desks: Desks,
    private readonly reports: ReportRecords,
    private readonly consents: ConsentRecords,
  ) {}

  /** One transaction for each 500 rows: what is answered is committed. `onProgress` hears the rows done so far. */
  async registerMany(
    actor: Actor,
    contactPointId: string,
    drafts: readonly FamilyReportDraft[],
    how: { readonly bulk?: boolean; readonly onProgress?: (done: number) => void } = {},
  ): Promise<RegistrationOutcome[]> {
    const sorted = sortOut(drafts);
    for (let at = 0; at < sorted.accepted.length; at += CHUNK_ROWS) {
      const chunk = sorted.accepted.slice(at, at + CHUNK_ROWS);
      await this.once(actor, async (tx) => {
        for (const [index, outcome] of await this.write(tx, actor, contactPointId, chunk, how))
          sorted.outcomes.set(index, outcome);
      });
      how.onProgress?.(Math.min(at + CHUNK_ROWS, sorted.accepted.length));
    }
    return sorted.answer();
  }

  /** The same inside the caller's transaction: for a file that is stored whole or not at all, or only tried. */
  async registerIn(
    tx: Tx,
    actor: Actor,
    contactPointId: string,
    drafts: readonly FamilyReportDraft[],
    how: { readonly bulk?: boolean } = {},
  ): Promise<RegistrationOutcome[]> {
    const sorted = sortOut(drafts);
    for (let at = 0; at < sorted.accepted.length; at += CHUNK_ROWS) {
      const chunk = sorted.accepted.slice(at, at + CHUNK_ROWS);
      for (const [index, outcome] of await this.write(tx, actor, contactPointId, chunk, how))
        sorted.outcomes.set(index, outcome);
    }
    return sorted.answer();
  }

  private async once(actor: Actor, work: (tx: Tx) => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.database.act(actor, work);
      } catch (error) {
        if (attempt === TRIES || !isDuplicate(error)) throw error;
      }
    }
  }

  private async write(
    tx: Tx,
    actor: Actor,
    contactPointId: string,
    chunk: readonly (readonly [number, Draft])[],
    how: { readonly bulk?: boolean },
  ): Promise<Map<number, RegistrationOutcome>> {
    const desk = await this.desks.openTo(tx, actor, contactPointId);
    const references = chunk.map(([, { reference }]) => reference);
    const rows = await this.reports.lockByReferences(tx, desk.id, references);
    const present = new Map(rows.map((row) => [row.reference, row]));
    const outcomes = new Map<number, RegistrationOutcome>();
    const created: ReportToWrite[] = [];
    const changed: ReportToWrite[] = [];
    const registered: string[] = [];
    const consents: ConsentToWrite[] = [];
    const held = new Map<string, { reportId: string; index: number; draft: Draft }>();
    for (const [index, draft] of chunk) {
      const row = present.get(draft.reference);
      const { reference } = draft;
      const { consents: _, ...content } = draft;
      if (row?.status === 'withdrawn') {
        outcomes.set(index, { outcome: 'rejected', reference, code: 'families.report-withdrawn', path: 'reference' });
        continue;
      }
      if (!row) {
        const id = randomUUID();
        created.push({ id, country: desk.country, status: 'registered', registeredBy: null, content });
        consents.push(...consentsOf(draft, id, desk.country));
        outcomes.set(index, { outcome: 'created', reference, reportId: id });
        continue;
      }
      held.set(row.id, { reportId: row.id, index, draft });
      const isDraft = row.status === 'draft';
      if (isDraft) registered.push(row.id);
      if (isDraft || !this.reports.says(row, content)) {
        const { id, country, registeredBy } = row;
        changed.push({ id, country, status: 'registered', registeredBy, content });
        outcomes.set(index, { outcome: 'updated', reference, reportId: row.id });
      } else outcomes.set(index, { outcome: 'unchanged', reference, reportId: row.id });
    }
    const added = await this.consentsAdded(tx, rows, held);
    for (const { reportId } of added) {
      const { index, draft } = held.get(reportId)!;
      outcomes.set(index, { outcome: 'updated', reference: draft.reference, reportId });
    }
    // Consents go first, so that a report's registration is one change to what is compared.
    await this.consents.insert(tx, consents);
    await this.consents.replace(tx, added);
    await this.reports.insert(tx, desk, created);
    await this.reports.update(tx, changed);
    await this.tell(tx, actor, how, {
      reported: [...created.map(({ id }) => id), ...registered],
      changed: changed.map(({ id }) => id).filter((id) => !registered.includes(id)),
      consented: [...new Set(added.map(({ reportId }) => reportId))].filter((id) => !registered.includes(id)),
    });
    return outcomes;
  }

  /** A file adds consents and confirms claims. It takes none back, and does not give again what a family withdrew. */
  private async consentsAdded(
    tx: Tx,
    rows: readonly ReportRow[],
    held: ReadonlyMap<string, { readonly draft: Draft }>,
  ): Promise<ConsentToWrite[]> {
    const present = await this.consents.ofReports(tx, [...held.keys()]);
    const key = (of: { reportId: string; purpose: string; recipient: string | null }) =>
      `${of.reportId}|${of.purpose}|${of.recipient ?? ''}`;
    const withdrawn = new Set(present.filter(({ withdrawnAt }) => withdrawnAt !== null).map(key));
    const live = new Map(present.filter(({ isLive }) => isLive).map((row) => [key(row), row]));
    return rows
      .filter(({ id }) => held.has(id))
      .flatMap((row) => consentsOf(held.get(row.id)!.draft, row.id, row.country))
      .filter((wanted) => {
        const standing = live.get(key(wanted));
        return standing ? standing.isClaim && !isClaim(wanted) : !withdrawn.has(key(wanted));
      });
  }

  private async tell(
    tx: Tx,
    actor: Actor,
    how: { readonly bulk?: boolean },
    ids: { readonly reported: string[]; readonly changed: string[]; readonly consented: string[] },
  ): Promise<void> {
    for (const [act, event, reportIds] of [
      ['families.registered', familyReported, ids.reported],
      ['families.changed', familyReportChanged, ids.changed],
      ['families.consent-given', familyConsentChanged, ids.consented],
    ] as const) {
      const subjects = reportIds.map((subject) => ({ subject }));
      await auditMany(tx, actor, act, subjects);
      const messages = reportIds.map((reportId) => ({ reportId }));
      await publish(tx, event, messages, { bulk: how.bulk ?? false });
    }
  }
}

/** Another act has just taken a reference or an id of ours: seen anew, it is there. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';

function consentsOf({ consents }: Draft, reportId: string, country: string): ConsentToWrite[] {
  const { purposes, claimed, by = null, on = null, how = null, text: textVersion = null } = consents;
  const named = [...new Set([...purposes, ...claimed])];
  if (named.length === 0) return [searchHereOnly(reportId, country, randomUUID())];
  return named.map((name) => ({
    ...{ id: randomUUID(), reportId, country, ...readPermission(name)! },
    ...{ by, on, how, textVersion, expiresOn: null },
  }));
}

/** Parts the rows that can be written from those that cannot. Of a reference that comes twice the first stands. */
function sortOut(drafts: readonly FamilyReportDraft[]) {
  const outcomes = new Map<number, RegistrationOutcome>();
  const accepted: (readonly [number, Draft])[] = [];
  const first = new Map<string, { readonly index: number; readonly draft: Draft }>();
  const repeats: (readonly [number, number])[] = [];
  for (const [index, given] of drafts.entries()) {
    const read = draftShape.safeParse(given);
    const reference = read.success ? read.data.reference : given.reference;
    if (!read.success) {
      const [fault] = faultsOf(read.error);
      const { code, path } = fault ?? { code: 'platform.invalid-input', path: '' };
      outcomes.set(index, { outcome: 'rejected', reference, code, path });
      continue;
    }
    const earlier = first.get(reference);
    if (!earlier) {
      first.set(reference, { index, draft: read.data });
      accepted.push([index, read.data]);
    } else if (canonicalJson(earlier.draft) === canonicalJson(read.data)) repeats.push([index, earlier.index]);
    else
      outcomes.set(index, { outcome: 'rejected', reference, code: 'families.reference-repeated', path: 'reference' });
  }
  return {
    outcomes,
    accepted,
    answer: (): RegistrationOutcome[] => {
      for (const [index, earlier] of repeats) {
        const outcome = outcomes.get(earlier)!;
        outcomes.set(index, outcome.outcome === 'rejected' ? outcome : { ...outcome, outcome: 'unchanged' });
      }
      return drafts.map((_, index) => outcomes.get(index)!);
    },
  };
}
