import { Injectable } from '@nestjs/common';
import { familyConsentChanged, familyReportChanged, familyReportWithdrawn } from '../families';
import { remainsStatusChanged } from '../forensic-remains';
import { type EventListener, type Heard, Hears, systemActor, type Tx } from '../platform';
import { familyDnaChanged, remainsDnaChanged } from './kinship.events';
import { type KinshipRun, KinshipSearches } from './searches';
import { Withdrawals } from './withdrawals';

export const KINSHIP_QUEUE = 'kinship';

const actor = systemActor('kinship');

@Injectable()
abstract class CompareFamilies implements EventListener<'reportId', readonly KinshipRun[]> {
  constructor(
    protected readonly searches: KinshipSearches,
    protected readonly withdrawals: Withdrawals,
  ) {}

  async prepare(heard: readonly Heard<'reportId'>[]): Promise<readonly KinshipRun[]> {
    const runs: KinshipRun[] = [];
    for (const id of new Set(heard.map(({ ids }) => ids.reportId))) {
      const run = await this.searches.forFamily(id);
      if (run) runs.push(run);
    }
    return runs;
  }

  /** First what was taken back, so that nothing computed from it is stored. */
  async handle(tx: Tx, heard: readonly Heard<'reportId'>[], runs: readonly KinshipRun[]): Promise<void> {
    for (const id of new Set(heard.map(({ ids }) => ids.reportId))) await this.withdrawals.ofReport(tx, actor, id);
    for (const run of runs) await this.searches.store(tx, run);
  }
}

@Injectable()
abstract class CompareRemainsDna implements EventListener<'remainsId', readonly KinshipRun[]> {
  constructor(protected readonly searches: KinshipSearches) {}

  async prepare(heard: readonly Heard<'remainsId'>[]): Promise<readonly KinshipRun[]> {
    const runs: KinshipRun[] = [];
    for (const id of new Set(heard.map(({ ids }) => ids.remainsId))) {
      const run = await this.searches.forRemains(id);
      if (run) runs.push(run);
    }
    return runs;
  }

  async handle(tx: Tx, _heard: readonly Heard<'remainsId'>[], runs: readonly KinshipRun[]): Promise<void> {
    for (const run of runs) await this.searches.store(tx, run);
  }
}

@Hears(KINSHIP_QUEUE, familyDnaChanged)
@Injectable()
export class CompareFamilyProfiles extends CompareFamilies {}

@Hears(KINSHIP_QUEUE, familyReportChanged)
@Injectable()
export class CompareChangedPedigree extends CompareFamilies {}

@Hears(KINSHIP_QUEUE, familyConsentChanged)
@Injectable()
export class CompareAfterDnaConsent extends CompareFamilies {}

@Hears(KINSHIP_QUEUE, familyReportWithdrawn)
@Injectable()
export class ForgetWithdrawnFamily extends CompareFamilies {}

@Hears(KINSHIP_QUEUE, remainsDnaChanged)
@Injectable()
export class CompareRemainsProfiles extends CompareRemainsDna {}

@Hears(KINSHIP_QUEUE, remainsStatusChanged)
@Injectable()
export class CompareDnaAfterStatus extends CompareRemainsDna {}

export const kinshipListeners = [
  ...[CompareFamilyProfiles, CompareChangedPedigree, CompareAfterDnaConsent, ForgetWithdrawnFamily],
  ...[CompareRemainsProfiles, CompareDnaAfterStatus],
];
