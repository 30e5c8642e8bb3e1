import { Injectable } from '@nestjs/common';
import type { ContactPointView } from '../../contact-points';
import { FamiliesService } from '../../families';
import { ProfilesService, type ProfileSubject, type ProfileToWrite } from '../../kinship';
import type { Actor, Tx } from '../../platform';
import type { DraftsByKind, Reject } from '../core';
import { RecordsNamed } from './records-named';
import type { DraftStore, Placed, Written } from './store';

type Draft = DraftsByKind['dna-profiles'];
type Keeper = Pick<ProfileToWrite, 'organisationId' | 'contactPointId' | 'country'>;

/** Gives laboratory profiles to the remains, relatives and reports that they name. */
@Injectable()
export class DnaProfileStore implements DraftStore<Draft> {
  constructor(
    private readonly records: RecordsNamed,
    private readonly families: FamiliesService,
    private readonly profiles: ProfilesService,
  ) {}

  rowsOf({ markers }: Draft): number {
    return markers.length;
  }

  async write(
    tx: Tx,
    actor: Actor,
    desk: ContactPointView | null,
    drafts: readonly Placed<Draft>[],
  ): Promise<Written[]> {
    const known = new Map<string, { subject: ProfileSubject; keeper: Keeper } | Pick<Reject, 'code'>>();
    const written: Written[] = [];
    const accepted: { readonly at: number; readonly profile: ProfileToWrite }[] = [];
    for (const [at, { draft, line }] of drafts.entries()) {
      const key = JSON.stringify(draft.subject);
      const found = known.get(key) ?? (await this.subject(tx, actor, desk!, draft.subject));
      known.set(key, found);
      if ('code' in found) written[at] = { reject: { line, column: 'subject', code: found.code } };
      else {
        const { lineage, sample, laboratory, kit, analysedOn, markers } = draft;
        const analysis = { lineage, sample, laboratory, kit, analysedOn, markers };
        accepted.push({ at, profile: { ...found.keeper, ...analysis, subject: found.subject } });
      }
    }
    const outcomes = await this.profiles.setMany(
      tx,
      actor,
      accepted.map(({ profile }) => profile),
    );
    for (const [index, { at }] of accepted.entries()) written[at] = { outcome: outcomes[index]! };
    return written;
  }

  private async subject(
    tx: Tx,
    actor: Actor,
    desk: ContactPointView,
    named: Draft['subject'],
  ): Promise<{ subject: ProfileSubject; keeper: Keeper } | Pick<Reject, 'code'>> {
    if (named.kind === 'remains') {
      const remains = await this.records.remainsOf(tx, actor, desk, named.reference);
      return remains
        ? { subject: { remainsId: remains.id }, keeper: keeperOf(remains) }
        : { code: 'exchange.remains-unknown' };
    }
    const report = await this.records.report(tx, actor, desk, named.reportReference);
    if (!report) return { code: 'exchange.report-unknown' };
    if (report.status === 'withdrawn') return { code: 'exchange.report-withdrawn' };
    const person = named.kind === 'relative' ? named.person : null;
    if (person !== null) {
      const { persons } = await this.families.relativesOf(tx, report.id);
      if (!persons.some((relative) => relative.person === person)) return { code: 'exchange.relative-unknown' };
    }
    return { subject: { reportId: report.id, person }, keeper: keeperOf(report) };
  }
}

const keeperOf = ({ organisationId, contactPointId, country }: Keeper): Keeper => ({
  ...{ organisationId, contactPointId, country },
});
