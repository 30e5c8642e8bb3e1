import { Injectable } from '@nestjs/common';
import type { ContactPointView } from '../../contact-points';
import { RelativesService } from '../../families';
import { type Actor, DomainError, type Tx } from '../../platform';
import type { DraftsByKind } from '../core';
import { RecordsNamed } from './records-named';
import { type DraftStore, type Placed, rejectOf, type Written } from './store';

type Draft = DraftsByKind['relatives'];

/** As long as a label in a family tree may be. */
const MAXIMUM_LABEL = 60;
const MAXIMUM_PERSONS = 200;

/** Sets the family trees of reports that are there. Unnamed parents are left out: the tree adds them itself when it is computed with. */
@Injectable()
export class RelativesStore implements DraftStore<Draft> {
  constructor(
    private readonly records: RecordsNamed,
    private readonly relatives: RelativesService,
  ) {}

  rowsOf({ persons }: Draft): number {
    return persons.filter(({ isUnnamed }) => !isUnnamed).length;
  }

  async write(
    tx: Tx,
    actor: Actor,
    desk: ContactPointView | null,
    drafts: readonly Placed<Draft>[],
  ): Promise<Written[]> {
    const written: Written[] = [];
    for (const { draft, line } of drafts) written.push(await this.set(tx, actor, desk!, draft, line));
    return written;
  }

  private async set(tx: Tx, actor: Actor, desk: ContactPointView, draft: Draft, line: number): Promise<Written> {
    const report = await this.records.report(tx, actor, desk, draft.reportReference);
    if (!report) return { reject: { line, column: 'report_reference', code: 'exchange.report-unknown' } };
    if (report.status === 'withdrawn')
      return { reject: { line, column: 'report_reference', code: 'exchange.report-withdrawn' } };
    const named = draft.persons.filter(({ isUnnamed }) => !isUnnamed);
    if (named.some(({ person }) => person.length > MAXIMUM_LABEL))
      return {
        reject: { line, column: 'person', code: 'exchange.text-too-long', params: { maximum: MAXIMUM_LABEL } },
      };
    if (named.length > MAXIMUM_PERSONS)
      return {
        reject: { line, column: 'person', code: 'exchange.list-too-long', params: { maximum: MAXIMUM_PERSONS } },
      };
    const labels = new Set(named.map(({ person }) => person));
    const parent = (label: string | null) => (label !== null && labels.has(label) ? label : null);
    try {
      const { isChanged, wasEmpty } = await this.relatives.setIn(
        tx,
        actor,
        report.id,
        named.map(({ person, father, mother, sex, isMissingPerson, relationship, sample, consentDna }) => ({
          ...{ person, father: parent(father), mother: parent(mother), sex: sex ?? 'unknown', isMissingPerson },
          ...{ relationship, sampleLabel: sample, consentDna },
        })),
        'present',
      );
      return { outcome: isChanged ? (wasEmpty ? 'created' : 'updated') : 'unchanged' };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const [fault] = error.faults;
      return { reject: rejectOf(line, fault?.code ?? error.code, 'person') };
    }
  }
}
