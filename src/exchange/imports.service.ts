import { randomUUID } from 'node:crypto';
import { Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { QueryFailedError } from 'typeorm';
import { isAllowed, type PolicyName } from '../access';
import { type ContactPointView, ContactPointsService, type DeskKind } from '../contact-points';
import { type Actor, Database, ForbiddenError, NotFoundError, type Tx } from '../platform';
import { type ImportKind, readDrafts, type Reject } from './core';
import { ImportDeskKindError, ImportDeskNeededError } from './exchange.errors';
import { type ImportCounts, type ImportRun, ImportRuns, type ImportState } from './import-runs';
import { type DraftStore, draftStores, type Placed, type Written } from './stores';

export interface ImportRequest {
  readonly kind: ImportKind;
  /** Left out: the actor's own desk. Incidents belong to none. */
  readonly contactPointId?: string | undefined;
  /** Everything but the store: reads, compares with what is there, says what would become of each row. */
  readonly isDryRun?: boolean | undefined;
  /** One bad row refuses the file. */
  readonly isAllOrNothing?: boolean | undefined;
  readonly ignoreUnknownColumns?: boolean | undefined;
  /** DNA files of laboratories: the report of the persons whom the file does not place. */
  readonly report?: string | undefined;
}

export interface ImportProgress extends ImportCounts {
  readonly id: string;
}

export interface ImportResult extends ImportRun {
  readonly rejects: readonly Reject[];
}

const CHUNK_DRAFTS = 500;
/** More would hold one transaction for minutes. */
const MOST_AS_ONE = 100_000;
/** Of one import. A file with more faults than this is not mended row by row. */
const MOST_REJECTS = 100_000;
const TRIES = 4;

const rules: Readonly<
  Record<ImportKind, { readonly policies: readonly PolicyName[]; readonly desks: readonly DeskKind[] }>
> = {
  'family-reports': { policies: ['reports.write'], desks: ['family'] },
  relatives: { policies: ['reports.write'], desks: ['family'] },
  remains: { policies: ['remains.write'], desks: ['forensic'] },
  // Reference samples are taken by a family's desk, those of remains by the team that examined them.
  'dna-profiles': { policies: ['reports.write', 'remains.write'], desks: ['family', 'forensic'] },
  incidents: { policies: ['incidents.import'], desks: [] },
};

/** Undoes what was only tried. */
class TriedOnly extends Error {}

/**
 * Files become records: read as a stream, registered 500 at a time, each set in one transaction with its audit entries
 * and events, behind live records in the queues. What is counted is committed. The same file twice changes nothing.
 */
@Injectable()
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly contactPoints: ContactPointsService,
    private readonly runs: ImportRuns,
    private readonly modules: ModuleRef,
  ) {}

  async run(
    actor: Actor,
    request: ImportRequest,
    bytes: AsyncIterable<Uint8Array>,
    onProgress: (progress: ImportProgress) => void = () => undefined,
  ): Promise<ImportResult> {
    const desk = await this.deskFor(actor, request);
    const { kind, isDryRun = false, isAllOrNothing = false } = request;
    const id = randomUUID();
    const store = this.modules.get<DraftStore<unknown>>(draftStores[kind] as Type<DraftStore<unknown>>);
    await this.runs.begin(actor, { id, kind, contactPointId: desk?.id ?? null, isDryRun, isAllOrNothing });
    const tally = new Tally(store);
    const note = async () => {
      const { from, rejects } = tally.takeRejects();
      await this.runs.note(actor, id, tally.counts, rejects, from);
      onProgress({ id, ...tally.counts });
    };
    const end = async (state: ImportState) => {
      const { from, rejects } = tally.takeRejects();
      await this.runs.end(actor, id, { state, counts: tally.counts, isDryRun }, rejects, from);
    };
    const writing = { tx: (work: (tx: Tx) => Promise<void>) => this.once(actor, isDryRun, work), actor, desk, store };
    try {
      const isRefused = isAllOrNothing
        ? await this.asOne(writing, tally, chunksOf(request, bytes, tally), note)
        : await this.setBySet(writing, tally, chunksOf(request, bytes, tally), note);
      await end(isRefused ? 'refused' : 'done');
    } catch (error) {
      await end('failed').catch(() => undefined);
      throw error;
    }
    return { ...(await this.runs.find(actor, id)), rejects: tally.allRejects };
  }

  /** The desk of the actor's organisation (any, for an embedded desk's operator) that keeps records of this kind. */
  async deskFor(actor: Actor, { kind, contactPointId }: ImportRequest): Promise<ContactPointView | null> {
    const { policies, desks } = rules[kind];
    if (!policies.some((policy) => isAllowed(actor, policy))) throw new ForbiddenError(policies[0]!);
    if (desks.length === 0) return null;
    const deskId = contactPointId ?? actor.contactPointId;
    if (deskId === null) throw new ImportDeskNeededError();
    const desk = await this.database.read(actor, (tx) => this.contactPoints.find(tx, deskId));
    if (!desk || !(actor.isSystem || desk.organisationId === actor.organisationId)) throw new NotFoundError();
    if (!desks.includes(desk.kind)) throw new ImportDeskKindError();
    return desk;
  }

  /** While the database stores one set, the next is read. */
  private async setBySet(
    to: Writing,
    tally: Tally,
    chunks: AsyncIterable<Placed<unknown>[]>,
    note: () => Promise<void>,
  ): Promise<boolean> {
    let storing: Promise<void> = Promise.resolve();
    for await (const chunk of chunks) {
      await storing;
      storing = (async () => {
        let written: Written[] = [];
        await to.tx(async (tx) => {
          written = await to.store.write(tx, to.actor, to.desk, chunk, { bulk: true });
        });
        tally.add(chunk, written);
        await note();
      })();
      // Awaited at the next turn; until then its failure is not an unhandled one.
      storing.catch(() => undefined);
    }
    await storing;
    return tally.isRefused;
  }

  /** Reads the whole file before it opens the one transaction, so that a slow upload holds none open. */
  private async asOne(
    to: Writing,
    tally: Tally,
    chunks: AsyncIterable<Placed<unknown>[]>,
    note: () => Promise<void>,
  ): Promise<boolean> {
    const all: Placed<unknown>[][] = [];
    let drafts = 0;
    for await (const chunk of chunks) {
      drafts += chunk.length;
      if (drafts > MOST_AS_ONE) {
        const params = { maximum: MOST_AS_ONE };
        tally.reject({ line: chunk[0]!.line, column: null, code: 'exchange.import-too-large', params });
        return true;
      }
      all.push(chunk);
      await note();
    }
    if (tally.hasRejects) return true;
    const outcomes: Written[][] = [];
    let isRefused = false;
    await to
      .tx(async (tx) => {
        outcomes.length = 0;
        for (const chunk of all) outcomes.push(await to.store.write(tx, to.actor, to.desk, chunk, { bulk: true }));
        isRefused = outcomes.some((written) => written.some((one) => 'reject' in one));
        if (isRefused) throw new TriedOnly();
      })
      .catch(forgiveTrial);
    for (const [at, chunk] of all.entries())
      tally.add(chunk, isRefused ? outcomes[at]!.map((one) => ('reject' in one ? one : null)) : outcomes[at]!);
    return isRefused;
  }

  /** One transaction; again where somebody else registers one of its references at the same moment. */
  private async once(actor: Actor, isDryRun: boolean, work: (tx: Tx) => Promise<void>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.database
          .act(actor, async (tx) => {
            await work(tx);
            if (isDryRun) throw new TriedOnly();
          })
          .catch((error: unknown) => {
            if (!isDryRun) throw error;
            forgiveTrial(error);
          });
        return;
      } catch (error) {
        if (attempt === TRIES || !isDuplicate(error)) throw error;
      }
    }
  }
}

interface Writing {
  readonly tx: (work: (tx: Tx) => Promise<void>) => Promise<void>;
  readonly actor: Actor;
  readonly desk: ContactPointView | null;
  readonly store: DraftStore<unknown>;
}

function forgiveTrial(error: unknown): void {
  if (!(error instanceof TriedOnly)) throw error;
}

const isDuplicate = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';

/** The drafts of a file, 500 at a time; lines and rejects go to the tally as they come. */
async function* chunksOf(
  request: ImportRequest,
  bytes: AsyncIterable<Uint8Array>,
  tally: Tally,
): AsyncGenerator<Placed<unknown>[]> {
  const { kind, ignoreUnknownColumns = false, report } = request;
  const today = new Date().toISOString().slice(0, 10);
  const options = { today, ignoreUnknownColumns, onRow: tally.sawRow, ...(report ? { report } : {}) };
  let chunk: Placed<unknown>[] = [];
  for await (const event of readDrafts(kind, bytes, options)) {
    if (event.reject) tally.reject(event.reject, event.refused);
    else chunk.push(event);
    if (chunk.length === CHUNK_DRAFTS) {
      yield chunk;
      chunk = [];
    }
  }
  // A file that could not be read to its end: of what is left nothing is stored.
  if (chunk.length > 0 && !tally.isRefused) yield chunk;
}

/** Counts rows, not faults: a row with two faults is one rejected row with two lines in the list. */
class Tally {
  private readonly lines = new Set<number>();
  private readonly rejectedLines = new Set<number>();
  private readonly rejects: Reject[] = [];
  private noted = 0;
  private created = 0;
  private updated = 0;
  private unchanged = 0;
  /** The file cannot be read, or not to its end. */
  isRefused = false;

  constructor(private readonly store: DraftStore<unknown>) {}

  readonly sawRow = (line: number): void => {
    this.lines.add(line);
  };

  reject(reject: Reject, isRefused = false): void {
    this.isRefused ||= isRefused;
    this.rejectedLines.add(reject.line);
    if (!isRefused) this.lines.add(reject.line);
    if (this.rejects.length < MOST_REJECTS) this.rejects.push(reject);
  }

  add(chunk: readonly Placed<unknown>[], written: readonly (Written | null)[]): void {
    for (const [at, one] of written.entries()) {
      if (one === null) continue;
      if ('reject' in one) this.reject(one.reject);
      else this[one.outcome] += this.store.rowsOf(chunk[at]!.draft);
    }
  }

  get counts(): ImportCounts {
    const { created, updated, unchanged } = this;
    return { read: this.lines.size, created, updated, unchanged, rejected: this.rejectedLines.size };
  }

  get hasRejects(): boolean {
    return this.rejects.length > 0;
  }

  get allRejects(): readonly Reject[] {
    return [...this.rejects].sort((a, b) => a.line - b.line);
  }

  /** Those found since the last time. */
  takeRejects(): { readonly from: number; readonly rejects: readonly Reject[] } {
    const from = this.noted;
    this.noted = this.rejects.length;
    return { from, rejects: this.rejects.slice(from) };
  }
}
