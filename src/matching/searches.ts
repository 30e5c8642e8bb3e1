import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FamiliesService, type ReportForMatching } from '../families';
import { RemainsRecords, type RemainsForMatching } from '../forensic-remains';
import { Database, KeyRing, systemActor, type Tx } from '../platform';
import { incompatibility } from './core/compatibility';
import { type Evidence, weighPair } from './core/evidence';
import { type Grade, gradeOf, posterior, type StatedPrior, statedPrior } from './core/posterior';
import type { AnteMortemProfile, PostMortemProfile } from './core/profile';
import { eligibilityOf, profileOfRemains, profileOfReport, ResidentIndex, type SliceState } from './resident-index';

/** A pair worth a person's look, or one that people are looking at, with its evidence at present versions. */
export interface Lead {
  readonly report: ReportForMatching;
  readonly remains: RemainsForMatching;
  readonly reportChange: string;
  readonly remainsChange: string;
  readonly evidence: Evidence;
  readonly posterior: number;
  readonly prior: StatedPrior;
  readonly grade: Grade;
  /** Of what both sides say, keyed: equal where nothing that was compared has changed. */
  readonly digest: Buffer;
}

/** What one run found, to be stored in one transaction. */
export interface RunOutcome {
  readonly side: 'report' | 'remains';
  readonly horizon: string;
  readonly slices: readonly SliceState[];
  readonly subjects: readonly { readonly id: string; readonly changeNo: string; readonly weighed: number }[];
  readonly weighed: number;
  readonly excluded: number;
  readonly leads: readonly Lead[];
  /** Known proposals of the subjects that may no longer be compared, with the reason. */
  readonly recalled: readonly { readonly reportId: string; readonly remainsId: string; readonly reason: string }[];
}

interface KnownPair {
  readonly reportId: string;
  readonly remainsId: string;
  readonly state: string;
  readonly excludedEvidence: Buffer | null;
}

/** At most this many leads of one search become proposals, each at least this probable: what a desk can review. */
const MOST_LEADS = 10;
const LEAST_POSTERIOR = 0.05;
const LEAST_LOG10_LR = 2;
const REPORTED_SHARE = 0.5;
/** More subjects than this in one run come from an import, which must not make a live record wait. */
const LIVE_SUBJECTS = 5;
const PRIOR_SOURCE =
  'all open reports that may be compared with these remains; half of the persons found are taken to have been reported';

/** Runs the comparison of records against the whole other side, without storing anything. */
@Injectable()
export class Searches {
  /** Sum of likelihood ratios of the newest search of each remains: what a posterior seen from the family's side divides by. */
  private readonly sums = new Map<string, { sumOfLr: number; persons: number }>();

  constructor(
    private readonly index: ResidentIndex,
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly records: RemainsRecords,
    private readonly keyRing: KeyRing,
  ) {}

  async forRemains(ids: readonly string[]): Promise<RunOutcome> {
    const horizon = await this.index.follow();
    // At once: the next change taken in would no longer be what stands below this horizon.
    const slices = this.index.sliceStates('report');
    const actor = systemActor('matching');
    return this.database.read(actor, async (tx) => {
      const subjects = await this.records.remainsForMatching(tx, ids);
      const changes = await newestChanges(tx, ids);
      const known = await this.knownPairs(tx, 'remains_id', ids);
      const outcome = emptyOutcome('remains', horizon, slices);
      for (const remains of subjects) {
        const pairs = known.filter(({ remainsId }) => remainsId === remains.id);
        if (!remains.isOpen) {
          outcome.recalled.push(
            ...pairs.map(({ reportId }) => ({ reportId, remainsId: remains.id, reason: 'remains-no-longer-compared' })),
          );
          continue;
        }
        const pm = profileOfRemains(remains, this.index.settings);
        const found = this.searchReports(remains.id, pm, remains.country);
        const sum = this.sums.get(remains.id)!;
        const likely = found.found.filter(({ log10Lr }) => this.isLead(log10Lr, sum)).slice(0, MOST_LEADS);
        const wanted = new Set([...likely.map(({ id }) => id), ...pairs.map(({ reportId }) => reportId)]);
        const reports = await this.families.reportsForMatching(tx, [...wanted]);
        const reportChanges = await newestChanges(tx, [...wanted]);
        for (const report of reports)
          this.judge(
            outcome,
            {
              report,
              remains,
              am: profileOfReport(report, this.index.settings),
              pm,
              sum,
              pair: pairs.find(({ reportId }) => reportId === report.id),
            },
            [reportChanges.get(report.id) ?? '0', changes.get(remains.id) ?? '0'],
          );
        outcome.weighed += found.considered;
        outcome.excluded += found.excluded;
        outcome.subjects.push({ id: remains.id, changeNo: changes.get(remains.id) ?? '0', weighed: found.considered });
        await breathe();
      }
      return outcome;
    });
  }

  async forReports(ids: readonly string[]): Promise<RunOutcome> {
    const horizon = await this.index.follow();
    const slices = this.index.sliceStates('remains');
    const actor = systemActor('matching');
    return this.database.read(actor, async (tx) => {
      const subjects = await this.families.reportsForMatching(tx, ids);
      const changes = await newestChanges(tx, ids);
      const known = await this.knownPairs(tx, 'report_id', ids);
      const outcome = emptyOutcome('report', horizon, slices);
      const isImport = subjects.length > LIVE_SUBJECTS;
      const profiles = new Map<string, { remains: RemainsForMatching; pm: PostMortemProfile; changeNo: string }>();
      for (const report of subjects) {
        const pairs = known.filter(({ reportId }) => reportId === report.id);
        if (!report.isOpen) {
          outcome.recalled.push(
            ...pairs.map(({ remainsId }) => ({
              reportId: report.id,
              remainsId,
              reason: 'consent-or-report-withdrawn',
            })),
          );
          continue;
        }
        const am = profileOfReport(report, this.index.settings);
        const found = this.index.remains.search(am, {
          k: MOST_LEADS,
          allowedClasses: this.index.countriesFor(eligibilityOf(report)),
        });
        const wanted = new Set([
          ...found.found
            .filter(({ id, log10Lr }) => this.isLead(log10Lr, isImport ? this.withReport(id, log10Lr) : null))
            .map(({ id }) => id),
          ...pairs.map(({ remainsId }) => remainsId),
        ]);
        await this.loadRemains(
          tx,
          [...wanted].filter((id) => !profiles.has(id)),
          profiles,
        );
        for (const id of wanted) {
          const other = profiles.get(id);
          if (!other) continue;
          // A live question gets the exact sum of today; in an import the newest one known, with this report added.
          if (!isImport || !this.sums.has(id)) this.searchReports(id, other.pm, other.remains.country);
          const sum = this.sums.get(id)!;
          this.judge(
            outcome,
            {
              report,
              remains: other.remains,
              am,
              pm: other.pm,
              sum,
              pair: pairs.find(({ remainsId }) => remainsId === id),
            },
            [changes.get(report.id) ?? '0', other.changeNo],
          );
        }
        outcome.weighed += found.considered;
        outcome.excluded += found.excluded;
        outcome.subjects.push({ id: report.id, changeNo: changes.get(report.id) ?? '0', weighed: found.considered });
        await breathe();
      }
      return outcome;
    });
  }

  /** Weighs all reports against these remains, and remembers the sum. */
  searchReports(remainsId: string, pm: PostMortemProfile, country: string, k = MOST_LEADS * 2) {
    const result = this.index.reports.search(pm, {
      k,
      population: this.index.population,
      allowedClasses: this.index.classes.allowedFor(country),
    });
    this.sums.set(remainsId, { sumOfLr: result.sumOfLr, persons: result.sumOfShares });
    return result;
  }

  /** The newest sum of these remains with one more report in it; null where they were not searched in this process yet. */
  private withReport(remainsId: string, log10Lr: number): { sumOfLr: number; persons: number } | null {
    const sum = this.sums.get(remainsId);
    return sum ? { sumOfLr: sum.sumOfLr + 10 ** log10Lr, persons: sum.persons + 1 } : null;
  }

  private isLead(log10Lr: number, sum: { sumOfLr: number; persons: number } | null): boolean {
    if (log10Lr < LEAST_LOG10_LR) return false;
    const persons = Math.max(1, sum?.persons ?? this.index.reports.size);
    return (
      posterior(log10Lr, 1, sum?.sumOfLr ?? 0, statedPrior(persons, REPORTED_SHARE, PRIOR_SOURCE)) >= LEAST_POSTERIOR
    );
  }

  private judge(
    outcome: MutableOutcome,
    {
      report,
      remains,
      am,
      pm,
      sum,
      pair,
    }: {
      report: ReportForMatching;
      remains: RemainsForMatching;
      am: AnteMortemProfile;
      pm: PostMortemProfile;
      sum: { sumOfLr: number; persons: number };
      pair: KnownPair | undefined;
    },
    [reportChange, remainsChange]: readonly [string, string],
  ): void {
    const refusal = !report.isOpen
      ? 'consent-or-report-withdrawn'
      : !remains.isOpen
        ? 'remains-no-longer-compared'
        : incompatibility(eligibilityOf(report), remains.country);
    if (refusal !== null) {
      if (pair) outcome.recalled.push({ reportId: report.id, remainsId: remains.id, reason: refusal });
      return;
    }
    const evidence = weighPair(am, pm, this.index.settings, this.index.population);
    const digest = this.digestOf(evidence);
    const prior = statedPrior(sum.persons, REPORTED_SHARE, PRIOR_SOURCE);
    const probability = evidence.exclusion ? 0 : posterior(evidence.log10Lr, 1, sum.sumOfLr, prior);
    // A pair that people excluded comes back only when what was compared has changed, and then only if it is a lead.
    if (pair?.state === 'excluded' && pair.excludedEvidence?.equals(digest)) return;
    const isLead = !evidence.exclusion && this.isLead(evidence.log10Lr, sum);
    if (!isLead && (!pair || pair.state === 'excluded' || pair.state === 'withdrawn')) return;
    const compared = evidence.parts.filter(({ state }) => state === 'agrees' || state === 'disagrees').length;
    outcome.leads.push({
      report,
      remains,
      reportChange,
      remainsChange,
      evidence,
      posterior: probability,
      prior,
      grade: gradeOf(evidence.log10Lr, compared),
      digest,
    });
  }

  /** Keyed, so that a guess at a family's words cannot be tried against it. */
  private digestOf({ parts }: Evidence): Buffer {
    const said = parts.map(({ comparison, state, anteMortem, postMortem }) => [
      comparison,
      state,
      anteMortem,
      postMortem,
    ]);
    return createHmac('sha256', this.keyRing.purposeKey('evidence')).update(JSON.stringify(said)).digest();
  }

  private async loadRemains(
    tx: Tx,
    ids: readonly string[],
    into: Map<string, { remains: RemainsForMatching; pm: PostMortemProfile; changeNo: string }>,
  ): Promise<void> {
    if (ids.length === 0) return;
    const changes = await newestChanges(tx, ids);
    for (const remains of await this.records.remainsForMatching(tx, ids))
      into.set(remains.id, {
        remains,
        pm: profileOfRemains(remains, this.index.settings),
        changeNo: changes.get(remains.id) ?? '0',
      });
  }

  private async knownPairs(tx: Tx, column: 'report_id' | 'remains_id', ids: readonly string[]): Promise<KnownPair[]> {
    return (await tx.query(
      `SELECT report_id AS "reportId", remains_id AS "remainsId", state, excluded_evidence AS "excludedEvidence" FROM match_proposal WHERE ${column} = ANY($1)`,
      [ids],
    )) as KnownPair[];
  }
}

interface MutableOutcome extends RunOutcome {
  subjects: { id: string; changeNo: string; weighed: number }[];
  weighed: number;
  excluded: number;
  leads: Lead[];
  recalled: { reportId: string; remainsId: string; reason: string }[];
}

const emptyOutcome = (side: RunOutcome['side'], horizon: string, slices: readonly SliceState[]): MutableOutcome => ({
  ...{ side, horizon, slices, subjects: [], weighed: 0, excluded: 0, leads: [], recalled: [] },
});

async function newestChanges(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = (await tx.query(
    `SELECT record_id AS id, max(change_no)::text AS "changeNo" FROM comparison_change WHERE record_id = ANY($1) GROUP BY record_id`,
    [ids],
  )) as { id: string; changeNo: string }[];
  return new Map(rows.map(({ id, changeNo }) => [id, changeNo]));
}

/** Lets the event loop renew locks and take live jobs between two searches of a long run. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
