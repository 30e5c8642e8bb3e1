import { Injectable } from '@nestjs/common';
import type { ContactPointView } from '../../contact-points';
import { BulkRegistration } from '../../families';
import { RemainsBulkRegistration } from '../../forensic-remains';
import type { Actor, Tx } from '../../platform';
import type { DraftsByKind } from '../core';
import { type DraftStore, type Placed, rejectOf, type Written } from './store';

type How = { readonly bulk?: boolean };

/** How a module registers many records at once, one outcome for each. */
interface Registration<Draft> {
  registerIn(
    tx: Tx,
    actor: Actor,
    contactPointId: string,
    drafts: readonly Draft[],
    how: How,
  ): Promise<
    (
      | { readonly outcome: 'created' | 'updated' | 'unchanged' }
      | { readonly outcome: 'rejected'; readonly code: string; readonly path: string }
    )[]
  >;
}

/** Files of which each row is one record of the importing desk, handed to the module that registers such records. */
abstract class RecordStore<Draft> implements DraftStore<Draft> {
  constructor(private readonly registration: Registration<Draft>) {}

  rowsOf(): number {
    return 1;
  }

  async write(
    tx: Tx,
    actor: Actor,
    desk: ContactPointView | null,
    drafts: readonly Placed<Draft>[],
    how: How,
  ): Promise<Written[]> {
    const records = drafts.map(({ draft }) => draft);
    const outcomes = await this.registration.registerIn(tx, actor, desk!.id, records, how);
    return outcomes.map((done, at) =>
      done.outcome === 'rejected'
        ? { reject: rejectOf(drafts[at]!.line, done.code, done.path) }
        : { outcome: done.outcome },
    );
  }
}

@Injectable()
export class FamilyReportStore extends RecordStore<DraftsByKind['family-reports']> {
  constructor(registration: BulkRegistration) {
    super(registration);
  }
}

@Injectable()
export class RemainsStore extends RecordStore<DraftsByKind['remains']> {
  constructor(registration: RemainsBulkRegistration) {
    super(registration);
  }
}
