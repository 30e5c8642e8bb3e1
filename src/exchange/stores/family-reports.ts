import { Injectable } from '@nestjs/common';
import type { ContactPointView } from '../../contact-points';
import { BulkRegistration } from '../../families';
import type { Actor, Tx } from '../../platform';
import type { DraftsByKind } from '../core';
import { type DraftStore, type Placed, rejectOf, type Written } from './store';

type Draft = DraftsByKind['family-reports'];

@Injectable()
export class FamilyReportStore implements DraftStore<Draft> {
  constructor(private readonly registration: BulkRegistration) {}

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
    const reports = drafts.map(({ draft }) => draft);
    const outcomes = await this.registration.registerIn(tx, actor, desk!.id, reports, how);
    return outcomes.map((done, at) =>
      done.outcome === 'rejected' ? { reject: rejectOf(drafts[at]!.line, done.code, done.path) } : done,
    );
  }
}
