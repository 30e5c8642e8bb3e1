import { Injectable } from '@nestjs/common';
import type { ContactPointView } from '../../contact-points';
import { FamiliesService, type ReportSummary } from '../../families';
import { RemainsRecords, type RemainsSummary } from '../../forensic-remains';
import type { Actor, Tx } from '../../platform';

/**
 * Finds the record that a file names: at the desk that imports, else the only one that the actor's organisation (or the
 * operator) may write to. `DESK/REFERENCE` names another desk of theirs. What is not theirs is not found.
 */
@Injectable()
export class RecordsNamed {
  constructor(
    private readonly families: FamiliesService,
    private readonly remains: RemainsRecords,
  ) {}

  async report(tx: Tx, actor: Actor, desk: ContactPointView, name: string): Promise<ReportSummary | null> {
    return this.named(actor, desk, name, (where) => this.families.findByReference(tx, where));
  }

  async remainsOf(tx: Tx, actor: Actor, desk: ContactPointView, name: string): Promise<RemainsSummary | null> {
    return this.named(actor, desk, name, (where) => this.remains.findByReference(tx, where));
  }

  private async named<Found extends { readonly organisationId: string; readonly contactPointId: string }>(
    actor: Actor,
    desk: ContactPointView,
    name: string,
    find: (where: { contactPointCode?: string; reference: string }) => Promise<Found[]>,
  ): Promise<Found | null> {
    const mine = (found: readonly Found[]) =>
      found.filter(({ organisationId }) => actor.isSystem || organisationId === actor.organisationId);
    const plain = mine(await find({ reference: name }));
    const here = plain.find(({ contactPointId }) => contactPointId === desk.id);
    if (here) return here;
    if (plain.length === 1) return plain[0]!;
    const slash = name.indexOf('/');
    if (slash <= 0) return null;
    const there = mine(await find({ contactPointCode: name.slice(0, slash), reference: name.slice(slash + 1) }));
    return there.length === 1 ? there[0]! : null;
  }
}
