import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { auditMany } from '../audit';
import { type Actor, Database, faultsOf, publish, type Tx } from '../platform';
import { canonicalJson } from '../description';
import { Desks } from './desks';
import { remainsContent, sampleContent } from './forensic-remains.dto';
import { LabelTakenError, NotADraftAgainError } from './forensic-remains.errors';
import { remainsChanged, remainsRecorded } from './forensic-remains.events';
import { differenceOf, lacksPlace, namesOf, newRemains, saysLocation, today } from './remains-contents';
import { type Desk, type RemainsRow, RemainsTable } from './remains-table';

const draftShape = remainsContent.extend({ samples: z.array(sampleContent).max(100).default([]) });

/** Remains as a file brings them: what the team says of them, and the samples it took. */
export type RemainsDraft = z.input<typeof draftShape>;
type Draft = z.output<typeof draftShape>;

/** What became of one row. */
export type RemainsOutcome =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly reference: string; readonly remainsId: string }
  | { readonly outcome: 'rejected'; readonly reference: string; readonly code: string; readonly path: string };

interface How {
  /** Behind live records in the queues. */
  readonly bulk?: boolean;
}

const CHUNK_ROWS = 500;

/** Registers the remains of a file: set by set, one outcome for each row, the same file twice changing nothing. */
@Injectable()
export class RemainsBulkRegistration {
  constructor(
    private readonly database: Database,
    private readonly table: RemainsTable,
    private readonly desks: Desks,
  ) {}

  /** One transaction for each 500 rows: what is answered is committed. `onProgress` hears the rows done so far. */
  async registerMany(
    actor: Actor,
    contactPointId: string,
    drafts: readonly RemainsDraft[],
    how: How & { readonly onProgress?: (done: number) => void } = {},
  ): Promise<RemainsOutcome[]> {
    const sorted = sortOut(drafts);
    for (let at = 0; at < sorted.accepted.length; at += CHUNK_ROWS) {
      const chunk = sorted.accepted.slice(at, at + CHUNK_ROWS);
      sorted.add(await this.database.act(actor, (tx) => this.write(tx, actor, contactPointId, chunk, how)));
      how.onProgress?.(Math.min(at + CHUNK_ROWS, sorted.accepted.length));
    }
    return sorted.answer();
  }

  /** The same inside the caller's transaction: for a file that is stored whole or not at all, or only tried. */
  async registerIn(
    tx: Tx,
    actor: Actor,
    contactPointId: string,
    drafts: readonly RemainsDraft[],
    how: How = {},
  ): Promise<RemainsOutcome[]> {
    const sorted = sortOut(drafts);
    for (let at = 0; at < sorted.accepted.length; at += CHUNK_ROWS)
      sorted.add(await this.write(tx, actor, contactPointId, sorted.accepted.slice(at, at + CHUNK_ROWS), how));
    return sorted.answer();
  }

  private async write(
    tx: Tx,
    actor: Actor,
    contactPointId: string,
    chunk: readonly Draft[],
    how: How,
  ): Promise<RemainsOutcome[]> {
    const desk = await this.desks.openTo(tx, actor, contactPointId);
    const outcomes = new Map<string, RemainsOutcome>();
    const owners = await this.labelOwners(tx, desk, chunk);
    const present = await this.presentOf(tx, desk, chunk);
    const accepted = chunk.filter((draft) => {
      const refusal = refusalOf(draft, present.get(draft.reference), owners);
      if (refusal) outcomes.set(draft.reference, { outcome: 'rejected', reference: draft.reference, ...refusal });
      return !refusal;
    });
    const fresh = accepted.filter(({ reference }) => !present.has(reference));
    const late = await this.create(tx, actor, desk, fresh, how, outcomes);
    // Another session recorded these references while this one did; they are there now and may differ.
    for (const [reference, row] of await this.presentOf(tx, desk, late)) present.set(reference, row);
    const known = accepted.filter(({ reference }) => present.has(reference));
    await this.change(
      tx,
      actor,
      known.map((draft) => ({ draft, row: present.get(draft.reference)! })),
      how,
      outcomes,
    );
    for (const reference of await this.addSamples(tx, desk, accepted, outcomes)) {
      const done = outcomes.get(reference)!;
      if (done.outcome === 'unchanged') outcomes.set(reference, { ...done, outcome: 'updated' });
    }
    return [...outcomes.values()];
  }

  /** Answers the drafts that were not created, since somebody else did in this moment. */
  private async create(
    tx: Tx,
    actor: Actor,
    desk: Desk,
    drafts: readonly Draft[],
    how: How,
    outcomes: Map<string, RemainsOutcome>,
  ): Promise<Draft[]> {
    const rows = drafts.map((draft) => ({ draft, row: newRemains(randomUUID(), draft) }));
    const ids = await this.table.insert(
      tx,
      desk,
      rows.map(({ row }) => row),
    );
    const made = rows.filter(({ row }) => ids.has(row.id));
    const graves = made.flatMap(({ draft: { grave }, row: { id } }) =>
      grave ? [{ id, country: desk.country, grave }] : [],
    );
    await this.table.setGraves(tx, graves, today());
    const entries = made.map(({ draft, row }) => ({ subject: row.id, fields: namesOf(draft) }));
    await auditMany(tx, actor, 'forensic-remains.recorded', entries);
    const finished = made.filter(({ row }) => !row.isDraft).map(({ row }) => ({ remainsId: row.id }));
    await publish(tx, remainsRecorded, finished, how);
    for (const { row } of made)
      outcomes.set(row.reference, { outcome: 'created', reference: row.reference, remainsId: row.id });
    return rows.filter(({ row }) => !ids.has(row.id)).map(({ draft }) => draft);
  }

  private async change(
    tx: Tx,
    actor: Actor,
    known: readonly { readonly draft: Draft; readonly row: RemainsRow }[],
    how: How,
    outcomes: Map<string, RemainsOutcome>,
  ): Promise<void> {
    if (known.length === 0) return;
    const graves = await this.table.presentGraves(
      tx,
      known.map(({ row }) => row.id),
    );
    const saying = known.filter(({ draft }) => saysLocation(draft)).map(({ row }) => row);
    const locations = await this.table.locationsOf(tx, saying);
    const differing = known.flatMap(({ draft, row }) => {
      const standing = { row, location: locations.get(row.id) ?? null, graveMac: graves.get(row.id)?.mac };
      const difference = differenceOf(standing, draft, (value) => this.table.mac(value));
      const outcome = difference.fields.length > 0 ? 'updated' : 'unchanged';
      outcomes.set(row.reference, { outcome, reference: row.reference, remainsId: row.id });
      return outcome === 'updated' ? [{ ...difference, wasDraft: row.isDraft }] : [];
    });
    await this.table.change(
      tx,
      differing.map(({ row }) => row),
    );
    const graveChanges = differing.flatMap(({ row, grave }) => (grave === undefined ? [] : [{ ...row, grave }]));
    await this.table.setGraves(tx, graveChanges, today());
    const entries = differing.map(({ row, fields }) => ({ subject: row.id, fields }));
    await auditMany(tx, actor, 'forensic-remains.changed', entries);
    const finished = differing.filter(({ row }) => !row.isDraft);
    for (const [event, wasDraft] of [
      [remainsRecorded, true],
      [remainsChanged, false],
    ] as const) {
      const ids = finished.filter((one) => one.wasDraft === wasDraft).map(({ row }) => ({ remainsId: row.id }));
      await publish(tx, event, ids, how);
    }
  }

  private async presentOf(tx: Tx, desk: Desk, drafts: readonly Draft[]): Promise<Map<string, RemainsRow>> {
    if (drafts.length === 0) return new Map();
    const references = drafts.map(({ reference }) => reference);
    const rows = await this.table.lockByReferences(tx, desk.id, references);
    return new Map(rows.map((row) => [row.reference, row]));
  }

  /** Which remains of the desk, by reference, bear the labels of these drafts. Of two rows of a file the first keeps a label. */
  private async labelOwners(tx: Tx, desk: Desk, drafts: readonly Draft[]): Promise<Map<string, string>> {
    const labels = drafts.flatMap(({ samples }) => samples.map(({ label }) => label));
    if (labels.length === 0) return new Map();
    const rows = (await tx.query(
      `SELECT DISTINCT ON (s.label) s.label, r.reference FROM remains_sample s JOIN forensic_remains r ON r.id = s.remains_id
       WHERE s.contact_point_id = $1 AND s.label = ANY($2) ORDER BY s.label, s.is_struck, s.created_at DESC`,
      [desk.id, labels],
    )) as { label: string; reference: string }[];
    const owners = new Map(rows.map(({ label, reference }) => [label, reference]));
    for (const { reference, samples } of drafts)
      for (const { label } of samples) if (!owners.has(label)) owners.set(label, reference);
    return owners;
  }

  /** Adds samples that are not there yet; answers the references of the remains that got one. */
  private async addSamples(
    tx: Tx,
    desk: Desk,
    drafts: readonly Draft[],
    outcomes: ReadonlyMap<string, RemainsOutcome>,
  ): Promise<Set<string>> {
    const wanted = drafts.flatMap(({ reference, samples }) => {
      const done = outcomes.get(reference)!;
      return done.outcome === 'rejected'
        ? []
        : samples.map((sample) => ({ ...sample, reference, remainsId: done.remainsId }));
    });
    if (wanted.length === 0) return new Set();
    const rows = (await tx.query(
      `INSERT INTO remains_sample (id, remains_id, contact_point_id, kind, label)
       SELECT n.id, n.remains_id, $1, n.kind, n.label FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS n(id, remains_id, kind, label)
       -- A label that was struck is not brought back by the file that had it wrong.
       WHERE NOT EXISTS (SELECT FROM remains_sample s WHERE s.contact_point_id = $1 AND s.label = n.label)
       ON CONFLICT DO NOTHING RETURNING label`,
      [
        ...[desk.id, wanted.map(() => randomUUID()), wanted.map(({ remainsId }) => remainsId)],
        ...[wanted.map(({ kind }) => kind), wanted.map(({ label }) => label)],
      ],
    )) as { label: string }[];
    const added = new Set(rows.map(({ label }) => label));
    return new Set(wanted.filter(({ label }) => added.has(label)).map(({ reference }) => reference));
  }
}

function refusalOf(
  draft: Draft,
  present: RemainsRow | undefined,
  owners: ReadonlyMap<string, string>,
): { code: string; path: string } | null {
  if (draft.samples.some(({ label }) => owners.get(label) !== draft.reference))
    return { code: new LabelTakenError().code, path: 'samples' };
  if (present && draft.draft && !present.isDraft) return { code: new NotADraftAgainError().code, path: 'draft' };
  if (!present && lacksPlace(draft)) return { code: 'forensic-remains.sighting-without-place', path: 'location' };
  return null;
}

/** Reads the drafts and puts aside what cannot be registered. A row twice in one file is one row; two that differ are not. */
function sortOut(drafts: readonly RemainsDraft[]) {
  const outcomes = new Map<number, RemainsOutcome>();
  const first = new Map<string, { readonly index: number; readonly draft: Draft }>();
  const repeats: (readonly [number, number])[] = [];
  for (const [index, given] of drafts.entries()) {
    const read = draftShape.safeParse(given);
    if (!read.success) {
      const { code, path } = faultsOf(read.error)[0] ?? { code: 'platform.invalid-input', path: '' };
      outcomes.set(index, { outcome: 'rejected', reference: given.reference, code, path });
      continue;
    }
    const { reference } = read.data;
    const earlier = first.get(reference);
    if (!earlier) first.set(reference, { index, draft: read.data });
    else if (canonicalJson(earlier.draft) === canonicalJson(read.data)) repeats.push([index, earlier.index]);
    else outcomes.set(index, { outcome: 'rejected', reference, code: REPEATED, path: 'reference' });
  }
  return {
    accepted: [...first.values()].map(({ draft }) => draft),
    add: (done: readonly RemainsOutcome[]): void => {
      for (const outcome of done) outcomes.set(first.get(outcome.reference)!.index, outcome);
    },
    answer: (): RemainsOutcome[] => {
      for (const [index, earlier] of repeats) {
        const outcome = outcomes.get(earlier)!;
        outcomes.set(index, outcome.outcome === 'rejected' ? outcome : { ...outcome, outcome: 'unchanged' });
      }
      return drafts.map((_, index) => outcomes.get(index)!);
    },
  };
}

const REPEATED = 'forensic-remains.reference-repeated';
