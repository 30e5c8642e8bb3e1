import { Injectable } from '@nestjs/common';
import type { ContactPointView } from '../../contact-points';
import { RemainsBulkRegistration } from '../../forensic-remains';
import type { Actor, Tx } from '../../platform';
import type { DraftsByKind } from '../core';
import { type DraftStore, type Placed, rejectOf, type Written } from './store';

type Draft = DraftsByKind['remains'];

@Injectable()
export class RemainsStore implements DraftStore<Draft> {
  constructor(private readonly registration: RemainsBulkRegistration) {}

  rowsOf(): number {
    return 1;
  }

  async write(
    tx: Tx,
    actor: Actor,
    desk: ContactPointView | null,
    drafts: readonly Placed<Draft>[],
    how: { readonly bulk: boolean },
  ): Promise<Written[]> {
    const remains = drafts.map(({ draft }) => draft);
    const outcomes = await this.registration.registerIn(tx, actor, desk!.id, remains, how);
    return outcomes.map((done, at) =>
      done.outcome === 'rejected' ? { reject: rejectOf(drafts[at]!.line, done.code, done.path) } : done,
    );
  }
}
