import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { type Actor, Database, NotFoundError, publish, requireVersion, type Tx } from '../platform';
import { faultsOfPedigree } from './core/pedigree';
import { isOpenTo } from './core/record-access';
import { type Relative, relative as relativeShape } from './families.dto';
import { PedigreeRefusedError, WithdrawnReportError } from './families.errors';
import { familyReportChanged } from './families.events';
import { RelativeRecords } from './relative-records';
import { ReportRecords } from './report-records';

export interface RelativesSet {
  readonly persons: Relative[];
  /** Of the report, whose version goes up with its family tree. */
  readonly version: number;
  readonly isChanged: boolean;
  /** There was no family tree before. */
  readonly wasEmpty: boolean;
}

/** The family tree of a report, and whose sample stands for whom. */
@Injectable()
export class RelativesService {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportRecords,
    private readonly relatives: RelativeRecords,
  ) {}

  /** Sets the whole tree. `version` is that of the report; `'present'` for a file, which builds on what is there. */
  async set(
    actor: Actor,
    reportId: string,
    given: readonly (Pick<Relative, 'person'> & Partial<Relative>)[],
    version: number | null | 'present',
  ): Promise<RelativesSet> {
    return this.database.act(actor, (tx) => this.setIn(tx, actor, reportId, given, version));
  }

  /** The same inside the caller's transaction: for a file that is stored whole or not at all, or only tried. */
  async setIn(
    tx: Tx,
    actor: Actor,
    reportId: string,
    given: readonly (Pick<Relative, 'person'> & Partial<Relative>)[],
    version: number | null | 'present',
  ): Promise<RelativesSet> {
    const persons = given.map((person) => relativeShape.parse(person));
    const report = await this.reports.lock(tx, reportId);
    if (!report || !isOpenTo(actor, report)) throw new NotFoundError();
    const faults = faultsOfPedigree(persons);
    if (faults.length > 0) throw new PedigreeRefusedError(faults, persons);
    const wasEmpty = !(await this.relatives.hasAny(tx, reportId));
    const isChanged = await this.relatives.set(tx, report, persons);
    if (!isChanged) return { persons, version: report.version, isChanged, wasEmpty };
    if (report.status === 'withdrawn') throw new WithdrawnReportError();
    if (version !== 'present') {
      const { id, reference, version: present } = report;
      requireVersion(version, present, () => ({ id, reference, version: present }));
    }
    await tx.query(`UPDATE family_report SET version = version + 1, updated_at = now() WHERE id = $1`, [reportId]);
    await audit(tx, actor, 'families.relatives-set', { subject: reportId, fields: ['relatives'] });
    if (report.status === 'registered') await publish(tx, familyReportChanged, { reportId });
    return { persons, version: report.version + 1, isChanged, wasEmpty };
  }
}
