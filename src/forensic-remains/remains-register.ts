import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isAllowed } from '../access';
import { audit, auditMany } from '../audit';
import { ContactPointsService } from '../contact-points';
import {
  type Actor,
  Database,
  type Fault,
  faultsOf,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  publish,
  StaleVersionError,
  type Tx,
  VersionRequiredError,
} from '../platform';
import { asCustodian } from './custodian';
import {
  type GravePlace,
  remainsContent,
  type RemainsContent,
  type RemainsView,
  sampleContent,
} from './forensic-remains.dto';
import { DeskNeededError, LabelTakenError, NotADraftAgainError, ReferenceTakenError } from './forensic-remains.errors';
import { remainsChanged, remainsRecorded } from './forensic-remains.events';
import { RemainsRecords } from './remains-records';
import { type ChangedRemains, type Desk, type RemainsRow, RemainsTable, type SealedLocation } from './remains-table';

/** Remains as a file brings them: what a desk says of them, and the samples that were taken. */
export const remainsDraft = remainsContent.extend({ samples: z.array(sampleContent).max(100).default([]) });
export type RemainsDraft = z.input<typeof remainsDraft>;
type ReadDraft = z.output<typeof remainsDraft>;

export type RegisterOutcome =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly reference: string; readonly id: string }
  | {
      readonly outcome: 'rejected';
      readonly reference: string;
      readonly code: string;
      readonly faults: readonly Fault[];
    };

const CHUNK = 500;

interface Difference {
  /** Names of what changed; empty where nothing did. */
  readonly fields: readonly string[];
  readonly row: ChangedRemains;
  readonly grave: GravePlace | null | undefined;
}

/** How remains come into the book and are changed there: one by one at a desk, or many from a file. */
@Injectable()
export class RemainsRegister {
  constructor(
    private readonly database: Database,
    private readonly table: RemainsTable,
    private readonly records: RemainsRecords,
    private readonly contactPoints: ContactPointsService,
  ) {}

  /**
   * Records remains once, or changes them. The same record sent again, after a lost reply say, changes nothing. Whoever
   * changes an older version than the present one is refused and shown the present one; that showing is in the audit
   * trail too, so it must commit, and the refusal is thrown afterwards.
   */
  async put(actor: Actor, id: string, content: RemainsContent, version: number | null): Promise<RemainsView> {
    const { view, isStale } = await this.database.act(actor, async (tx) => {
      const present = await this.table.lock(tx, id);
      if (present) return this.change(tx, actor, asCustodian(actor, present), content, version);
      const desk = await this.deskOf(tx, actor);
      requirePlaceOfSighting(content);
      const made = await this.table.insert(tx, desk, [newRemains(id, content)]);
      if (made.size === 0) {
        const other = await this.table.lock(tx, id);
        if (other) return this.change(tx, actor, asCustodian(actor, other), content, version);
        throw new ReferenceTakenError();
      }
      if (content.grave) await this.table.setGraves(tx, [{ id, country: desk.country, grave: content.grave }], today());
      await audit(tx, actor, 'forensic-remains.recorded', { subject: id, fields: namesOf(content) });
      if (!content.draft) await publish(tx, remainsRecorded, { remainsId: id });
      return { view: await this.records.fullRecord(tx, id), isStale: false };
    });
    if (isStale) throw new StaleVersionError(view);
    return view;
  }

  private async change(
    tx: Tx,
    actor: Actor,
    present: RemainsRow,
    content: RemainsContent,
    version: number | null,
  ): Promise<{ view: RemainsView; isStale: boolean }> {
    const { id } = present;
    const grave = (await this.table.presentGraves(tx, [id])).get(id);
    const difference = this.differenceOf(present, await this.table.locationOf(tx, present), grave?.mac, content);
    const isStale = difference.fields.length > 0 && version !== present.version;
    if (isStale && version === null) throw new VersionRequiredError();
    if (difference.fields.length === 0 || isStale) {
      await audit(tx, actor, 'forensic-remains.read', { subject: id, purpose: isStale ? 'conflict' : 'repeated' });
      return { view: await this.records.fullRecord(tx, id), isStale };
    }
    if (content.draft && !present.isDraft) throw new NotADraftAgainError();
    if (present.reference !== content.reference) await this.requireFreeReference(tx, present, content.reference);
    await this.table.change(tx, [difference.row]);
    if (difference.grave !== undefined)
      await this.table.setGraves(tx, [{ id, country: present.country, grave: difference.grave }], today());
    await audit(tx, actor, 'forensic-remains.changed', { subject: id, fields: difference.fields });
    if (!content.draft) await publish(tx, present.isDraft ? remainsRecorded : remainsChanged, { remainsId: id });
    return { view: await this.records.fullRecord(tx, id), isStale: false };
  }

  /**
   * Registers many remains of one desk, each known again by its reference; the same file twice changes nothing. Works in
   * transactions of at most 500, so that a long file does not hold others up.
   */
  async registerMany(
    actor: Actor,
    contactPointId: string,
    drafts: readonly RemainsDraft[],
    how: { readonly bulk?: boolean } = {},
  ): Promise<RegisterOutcome[]> {
    const outcomes: RegisterOutcome[] = [];
    const seen = new Set<string>();
    for (let start = 0; start < drafts.length; start += CHUNK) {
      const chunk = drafts.slice(start, start + CHUNK);
      // An act may be repeated after a deadlock, so what it marks as seen counts only once it has committed.
      const { marked, made } = await this.database.act(actor, async (tx) => {
        const marks = new Set(seen);
        const desk = await this.openDesk(tx, actor, contactPointId);
        return { made: await this.registerChunk(tx, actor, desk, chunk, how, marks), marked: marks };
      });
      marked.forEach((reference) => seen.add(reference));
      outcomes.push(...made);
    }
    return outcomes;
  }

  /** The same in a transaction of the caller's, who may want all rows or none. */
  async registerManyIn(
    tx: Tx,
    actor: Actor,
    contactPointId: string,
    drafts: readonly RemainsDraft[],
    how: { readonly bulk?: boolean } = {},
  ): Promise<RegisterOutcome[]> {
    const desk = await this.openDesk(tx, actor, contactPointId);
    const outcomes: RegisterOutcome[] = [];
    const seen = new Set<string>();
    for (let start = 0; start < drafts.length; start += CHUNK)
      outcomes.push(...(await this.registerChunk(tx, actor, desk, drafts.slice(start, start + CHUNK), how, seen)));
    return outcomes;
  }

  private async registerChunk(
    tx: Tx,
    actor: Actor,
    desk: Desk,
    drafts: readonly RemainsDraft[],
    how: { readonly bulk?: boolean },
    seen: Set<string>,
  ): Promise<RegisterOutcome[]> {
    const outcomes = drafts.map((draft) => readDraft(draft, seen));
    const read = outcomes.flatMap((one) => ('content' in one ? [one.content] : []));
    const samples = await this.samplesOf(tx, desk, read);
    const done = new Map<string, RegisterOutcome>();
    const present = new Map(
      (
        await this.table.lockByReferences(
          tx,
          desk.id,
          read.map(({ reference }) => reference),
        )
      ).map((row) => [row.reference, row]),
    );
    const accepted = read.filter((draft) => {
      const code = refusalOf(draft, present.get(draft.reference), samples);
      if (code) done.set(draft.reference, { outcome: 'rejected', reference: draft.reference, code, faults: [] });
      return !code;
    });
    const fresh = accepted.filter(({ reference }) => !present.has(reference));
    await this.createMany(tx, actor, desk, fresh, how, done);
    const known = accepted.flatMap((draft) => present.get(draft.reference) ?? []);
    await this.changeMany(tx, actor, known, accepted, how, done);
    const added = await this.addSamples(tx, desk, accepted, done);
    for (const reference of added) {
      const outcome = done.get(reference)!;
      if (outcome.outcome === 'unchanged') done.set(reference, { ...outcome, outcome: 'updated' });
    }
    return outcomes.map((one) => ('content' in one ? done.get(one.content.reference)! : one));
  }

  private async createMany(
    tx: Tx,
    actor: Actor,
    desk: Desk,
    drafts: readonly ReadDraft[],
    how: { readonly bulk?: boolean },
    done: Map<string, RegisterOutcome>,
  ): Promise<void> {
    const rows = drafts.map((draft) => ({ draft, row: newRemains(randomUUID(), draft) }));
    const made = await this.table.insert(
      tx,
      desk,
      rows.map(({ row }) => row),
    );
    const created = rows.filter(({ row }) => made.has(row.id));
    await this.table.setGraves(
      tx,
      created.flatMap(({ draft, row }) =>
        draft.grave ? [{ id: row.id, country: desk.country, grave: draft.grave }] : [],
      ),
      today(),
    );
    await auditMany(
      tx,
      actor,
      'forensic-remains.recorded',
      created.map(({ draft, row }) => ({ subject: row.id, fields: namesOf(draft) })),
    );
    const finished = created.filter(({ row }) => !row.isDraft).map(({ row }) => ({ remainsId: row.id }));
    await publish(tx, remainsRecorded, finished, how);
    // A reference that another session took a moment ago is refused like one that was there.
    for (const { row } of rows)
      done.set(
        row.reference,
        made.has(row.id)
          ? { outcome: 'created', reference: row.reference, id: row.id }
          : { outcome: 'rejected', reference: row.reference, code: new ReferenceTakenError().code, faults: [] },
      );
  }

  private async changeMany(
    tx: Tx,
    actor: Actor,
    rows: readonly RemainsRow[],
    drafts: readonly ReadDraft[],
    how: { readonly bulk?: boolean },
    done: Map<string, RegisterOutcome>,
  ): Promise<void> {
    if (rows.length === 0) return;
    const byReference = new Map(drafts.map((draft) => [draft.reference, draft]));
    const graves = await this.table.presentGraves(
      tx,
      rows.map(({ id }) => id),
    );
    const saying = rows.filter((row) => saysLocation(byReference.get(row.reference)!));
    const locations = await this.table.locationsOf(tx, saying);
    const differing = rows.flatMap((row) => {
      const draft = byReference.get(row.reference)!;
      const difference = this.differenceOf(row, locations.get(row.id) ?? null, graves.get(row.id)?.mac, draft);
      const isChanged = difference.fields.length > 0;
      done.set(row.reference, { outcome: isChanged ? 'updated' : 'unchanged', reference: row.reference, id: row.id });
      return isChanged ? [{ ...difference, wasDraft: row.isDraft }] : [];
    });
    await this.table.change(
      tx,
      differing.map(({ row }) => row),
    );
    await this.table.setGraves(
      tx,
      differing.flatMap(({ row, grave }) => (grave === undefined ? [] : [{ ...row, grave }])),
      today(),
    );
    await auditMany(
      tx,
      actor,
      'forensic-remains.changed',
      differing.map(({ row, fields }) => ({ subject: row.id, fields })),
    );
    const finished = differing.filter(({ row }) => !row.isDraft);
    for (const wasDraft of [true, false])
      await publish(
        tx,
        wasDraft ? remainsRecorded : remainsChanged,
        finished.filter((one) => one.wasDraft === wasDraft).map(({ row }) => ({ remainsId: row.id })),
        how,
      );
  }

  /** Which remains of the desk bear the labels of these drafts already. */
  private async samplesOf(tx: Tx, desk: Desk, drafts: readonly ReadDraft[]): Promise<Map<string, string>> {
    const labels = drafts.flatMap(({ samples }) => samples.map(({ label }) => label));
    if (labels.length === 0) return new Map();
    const rows = (await tx.query(
      `SELECT s.label, r.reference FROM remains_sample s JOIN forensic_remains r ON r.id = s.remains_id
       WHERE s.contact_point_id = $1 AND s.label = ANY($2)`,
      [desk.id, labels],
    )) as { label: string; reference: string }[];
    const owners = new Map(rows.map(({ label, reference }) => [label, reference]));
    // Two rows of one file with one label: the first keeps it.
    for (const { reference, samples } of drafts)
      for (const { label } of samples) if (!owners.has(label)) owners.set(label, reference);
    return owners;
  }

  /** Adds samples that are not there yet; answers the references of the remains that got one. */
  private async addSamples(
    tx: Tx,
    desk: Desk,
    drafts: readonly ReadDraft[],
    done: ReadonlyMap<string, RegisterOutcome>,
  ): Promise<Set<string>> {
    const wanted = drafts.flatMap(({ reference, samples }) => {
      const outcome = done.get(reference)!;
      return outcome.outcome === 'rejected'
        ? []
        : samples.map((sample) => ({ ...sample, reference, remainsId: outcome.id }));
    });
    if (wanted.length === 0) return new Set();
    const rows = (await tx.query(
      `INSERT INTO remains_sample (id, remains_id, contact_point_id, kind, label)
       SELECT n.id, n.remains_id, $1, n.kind, n.label FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS n(id, remains_id, kind, label)
       ON CONFLICT DO NOTHING RETURNING label, remains_id AS "remainsId"`,
      [
        ...[desk.id, wanted.map(() => randomUUID()), wanted.map(({ remainsId }) => remainsId)],
        ...[wanted.map(({ kind }) => kind), wanted.map(({ label }) => label)],
      ],
    )) as { label: string; remainsId: string }[];
    const added = new Set(rows.map(({ label }) => label));
    return new Set(wanted.filter(({ label }) => added.has(label)).map(({ reference }) => reference));
  }

  private differenceOf(
    present: RemainsRow,
    location: SealedLocation | null,
    graveMac: Buffer | undefined,
    content: RemainsContent,
  ): Difference {
    const said = saysLocation(content) ? locationSaid(content, location) : undefined;
    const reviewOn = content.sighting?.reviewOn ?? present.reviewOn;
    const same = (a: Buffer | null | undefined, b: Buffer | null) => (a && b ? a.equals(b) : !a && !b);
    const isGraveChanged =
      content.grave !== undefined && !same(graveMac, content.grave && this.table.mac(content.grave));
    const fields = [
      ...(present.reference === content.reference ? [] : ['reference']),
      ...(present.isDraft === content.draft ? [] : ['draft']),
      ...(present.reviewOn === reviewOn ? [] : ['reviewOn']),
      ...(present.evidenceMac.equals(this.table.mac(content.postMortem)) ? [] : ['postMortem']),
      ...(said === undefined || same(present.locationMac, said && this.table.mac(said)) ? [] : ['location']),
      ...(isGraveChanged ? ['grave'] : []),
    ];
    const { id, country } = present;
    const { reference, draft: isDraft, postMortem, grave } = content;
    const row = { id, country, reference, isDraft, reviewOn, postMortem, location: said };
    return { fields, row, grave: isGraveChanged ? grave : undefined };
  }

  private async requireFreeReference(tx: Tx, present: RemainsRow, reference: string): Promise<void> {
    const [other] = await this.table.lockByReferences(tx, present.contactPointId, [reference]);
    if (other) throw new ReferenceTakenError();
  }

  private async deskOf(tx: Tx, actor: Actor): Promise<Desk> {
    if (actor.contactPointId === null) throw new DeskNeededError();
    return this.openDesk(tx, actor, actor.contactPointId);
  }

  private async openDesk(tx: Tx, actor: Actor, contactPointId: string): Promise<Desk> {
    if (!isAllowed(actor, 'remains.write')) throw new ForbiddenError('remains.write');
    const desk = await this.contactPoints.find(tx, contactPointId);
    if (!desk || !(actor.isSystem || desk.organisationId === actor.organisationId)) throw new NotFoundError();
    if (desk.kind !== 'forensic') throw new DeskNeededError();
    return desk;
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);
const namesOf = (content: RemainsContent): string[] => [
  ...Object.keys(content.postMortem),
  ...(content.location ? ['location'] : []),
  ...(content.grave ? ['grave'] : []),
];
const saysLocation = (content: RemainsContent): boolean =>
  content.location !== undefined || content.sighting !== undefined;

function locationSaid(content: RemainsContent, present: SealedLocation | null): SealedLocation | null {
  const location = content.location === undefined ? (present?.location ?? null) : content.location;
  const source = content.sighting?.source ?? present?.source ?? null;
  return location === null && source === null ? null : { location, source };
}

const newRemains = (id: string, content: RemainsContent) => ({
  id,
  reference: content.reference,
  status: content.sighting ? ('reported' as const) : ('recorded' as const),
  isDraft: content.draft,
  reviewOn: content.sighting?.reviewOn ?? null,
  postMortem: content.postMortem,
  location: locationSaid(content, null),
});

/** What was only seen must be found again: a place is needed. */
function requirePlaceOfSighting(content: RemainsContent): void {
  if (content.sighting && !content.location && content.postMortem.recoveryPlace === undefined)
    throw new InvalidInputError([{ path: 'location', code: 'forensic-remains.sighting-without-place' }]);
}

function readDraft(draft: RemainsDraft, seen: Set<string>): RegisterOutcome | { readonly content: ReadDraft } {
  const read = remainsDraft.safeParse(draft);
  const reference = typeof draft.reference === 'string' ? draft.reference : '';
  if (!read.success)
    return { outcome: 'rejected', reference, code: 'platform.invalid-input', faults: faultsOf(read.error) };
  if (seen.has(read.data.reference))
    return { outcome: 'rejected', reference, code: 'forensic-remains.reference-repeated', faults: [] };
  seen.add(read.data.reference);
  return { content: read.data };
}

function refusalOf(
  draft: ReadDraft,
  present: RemainsRow | undefined,
  owners: ReadonlyMap<string, string>,
): string | null {
  if (draft.samples.some(({ label }) => owners.get(label) !== draft.reference)) return new LabelTakenError().code;
  if (present && draft.draft && !present.isDraft) return new NotADraftAgainError().code;
  return null;
}
