import { Injectable } from '@nestjs/common';
import { familyConsentChanged, familyReportChanged, familyReported, familyReportWithdrawn } from '../families';
import { remainsChanged, remainsRecorded, remainsStatusChanged } from '../forensic-remains';
import { type EventListener, type Heard, Hears, type Tx } from '../platform';
import { Runs } from './runs';
import { type RunOutcome, Searches } from './searches';

export const MATCHING_QUEUE = 'matching';

@Injectable()
abstract class CompareReports implements EventListener<'reportId', RunOutcome> {
  constructor(
    protected readonly searches: Searches,
    protected readonly runs: Runs,
  ) {}

  prepare(heard: readonly Heard<'reportId'>[]): Promise<RunOutcome> {
    return this.searches.forReports([...new Set(heard.map(({ ids }) => ids.reportId))]);
  }

  handle(tx: Tx, _heard: readonly Heard<'reportId'>[], outcome: RunOutcome): Promise<void> {
    return this.runs.store(tx, outcome);
  }
}

@Injectable()
abstract class CompareRemains implements EventListener<'remainsId', RunOutcome> {
  constructor(
    protected readonly searches: Searches,
    protected readonly runs: Runs,
  ) {}

  prepare(heard: readonly Heard<'remainsId'>[]): Promise<RunOutcome> {
    return this.searches.forRemains([...new Set(heard.map(({ ids }) => ids.remainsId))]);
  }

  handle(tx: Tx, _heard: readonly Heard<'remainsId'>[], outcome: RunOutcome): Promise<void> {
    return this.runs.store(tx, outcome);
  }
}

@Hears(MATCHING_QUEUE, familyReported)
@Injectable()
export class CompareNewReport extends CompareReports {}

@Hears(MATCHING_QUEUE, familyReportChanged)
@Injectable()
export class CompareChangedReport extends CompareReports {}

@Hears(MATCHING_QUEUE, familyConsentChanged)
@Injectable()
export class CompareAfterConsent extends CompareReports {}

@Hears(MATCHING_QUEUE, familyReportWithdrawn)
@Injectable()
export class RecallWithdrawnReport extends CompareReports {}

@Hears(MATCHING_QUEUE, remainsRecorded)
@Injectable()
export class CompareNewRemains extends CompareRemains {}

@Hears(MATCHING_QUEUE, remainsChanged)
@Injectable()
export class CompareChangedRemains extends CompareRemains {}

@Hears(MATCHING_QUEUE, remainsStatusChanged)
@Injectable()
export class CompareAfterStatus extends CompareRemains {}

export const matchingListeners = [
  ...[CompareNewReport, CompareChangedReport, CompareAfterConsent, RecallWithdrawnReport],
  ...[CompareNewRemains, CompareChangedRemains, CompareAfterStatus],
];
