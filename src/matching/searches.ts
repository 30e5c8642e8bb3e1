import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FamiliesService, type ReportForMatching } from '../families';
import { RemainsRecords, type RemainsForMatching } from '../forensic-remains';
import { Database, groupBy, KeyRing, systemActor, type Tx } from '../platform';
import { incompatibility } from './core/compatibility';
import { type Evidence, weighPair } from './core/evidence';
import { expectedSum, grownSum, type Sum, type SumThen } from './core/grown-sum';
import { type Grade, gradeOf, posterior, type StatedPrior, statedPrior } from './core/posterior';
import type { AnteMortemProfile, PostMortemProfile } from './core/profile';
import {
  eligibilityOf,
  profileOfRemains,
  profileOfReport,
  ResidentIndex,
  type SliceState,
  type Standing,
} from './resident-index';

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
  /** Many records at once: what follows from them must not make live records wait. */
  readonly isImport: boolean;
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

/** Sums that one run of an import takes anew at most: a live record that has just come waits for such a run to end. */
const EXACT_SUMS = 60;
/** How long a live record waits for an import to be taken in before it is compared with what stands. */
const LIVE_PATIENCE_MS = 250;

interface ReportSide {
  readonly report: ReportForMatching;
  readonly am: AnteMortemProfile;
  readonly changeNo: string;
}

interface RemainsSide {
  readonly remains: RemainsForMatching;
  readonly pm: PostMortemProfile;
  readonly changeNo: string;
}

/** Runs the comparison of records against the whole other side, without storing anything. */
@Injectable()
export class Searches {
  /** Of the newest search of each remains: what a posterior seen from the family's side divides by. */
  private readonly sums = new Map<string, SumThen>();

  constructor(
    private readonly index: ResidentIndex,
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly records: RemainsRecords,
    private readonly keyRing: KeyRing,
  ) {}

  async forRemains(ids: readonly string[]): Promise<RunOutcome> {
    const { horizon, report: slices } = await this.follow(ids.length);
    const actor = systemActor('matching');
    return this.database.read(actor, async (tx) => {
      const subjects = await this.records.remainsForMatching(tx, ids);
      const changes = await newestChanges(tx, ids);
      const known = groupBy(await this.knownPairs(tx, 'remains_id', ids), ({ remainsId }) => remainsId);
      const outcome = emptyOutcome('remains', ids.length, horizon, slices);
      const searched: { side: RemainsSide; pairs: readonly KnownPair[]; sum: Sum; wanted: string[] }[] = [];
      for (const remains of subjects) {
        const pairs = known.get(remains.id) ?? [];
        if (!remains.isOpen) {
          for (const { reportId, remainsId } of pairs)
            outcome.recalled.push({ reportId, remainsId, reason: 'remains-no-longer-compared' });
          continue;
        }
        const changeNo = changes.get(remains.id) ?? '0';
        const side = { remains, pm: profileOfRemains(remains, this.index.settings), changeNo };
        const { found, sum } = this.searchReports(side);
        const likely = found.found.filter(({ log10Lr }) => this.isLead(log10Lr, sum)).slice(0, MOST_LEADS);
        const wanted = new Set([...likely.map(({ id }) => id), ...pairs.map(({ reportId }) => reportId)]);
        searched.push({ side, pairs, sum, wanted: [...wanted] });
        outcome.weighed += found.considered;
        outcome.excluded += found.excluded;
        outcome.subjects.push({ id: remains.id, changeNo, weighed: found.considered });
        await breathe();
      }
      const others = await this.loadReports(tx, [...new Set(searched.flatMap(({ wanted }) => wanted))]);
      for (const { side, pairs, sum, wanted } of searched) {
        for (const id of wanted) {
          const other = others.get(id);
          if (other)
            this.judge(
              outcome,
              other,
              side,
              sum,
              pairs.find(({ reportId }) => reportId === id),
            );
        }
        await breathe();
      }
      return outcome;
    });
  }

  /** `proposedElsewhere`: pairs that somebody has another reason to look at, DNA say; they are weighed like known ones. */
  async forReports(
    ids: readonly string[],
    proposedElsewhere: readonly { readonly reportId: string; readonly remainsId: string }[] = [],
  ): Promise<RunOutcome> {
    const { horizon, remains: slices } = await this.follow(ids.length);
    const actor = systemActor('matching');
    return this.database.read(actor, async (tx) => {
      const subjects = await this.families.reportsForMatching(tx, ids);
      const changes = await newestChanges(tx, ids);
      const stored = await this.knownPairs(tx, 'report_id', ids);
      const isStored = new Set(stored.map(({ reportId, remainsId }) => `${reportId} ${remainsId}`));
      const unknown = proposedElsewhere.filter(({ reportId, remainsId }) => !isStored.has(`${reportId} ${remainsId}`));
      const known = groupBy(
        [...stored, ...unknown.map((pair): KnownPair => ({ ...pair, state: 'proposed', excludedEvidence: null }))],
        ({ reportId }) => reportId,
      );
      const outcome = emptyOutcome('report', ids.length, horizon, slices);
      const { isImport } = outcome;
      const searched: { side: ReportSide; pairs: readonly KnownPair[]; wanted: Map<string, number | null> }[] = [];
      for (const report of subjects) {
        const pairs = known.get(report.id) ?? [];
        if (!report.isOpen) {
          for (const { reportId, remainsId } of pairs)
            outcome.recalled.push({ reportId, remainsId, reason: 'consent-or-report-withdrawn' });
          continue;
        }
        const changeNo = changes.get(report.id) ?? '0';
        const side = { report, am: profileOfReport(report, this.index.settings), changeNo };
        const { found, considered, excluded } = this.index.remains.search(side.am, {
          k: MOST_LEADS,
          allowedClasses: this.index.countriesFor(eligibilityOf(report)),
        });
        const likely = found.filter(({ id, log10Lr }) =>
          this.isLead(log10Lr, isImport ? this.sumToday(id, log10Lr) : null),
        );
        const wanted = new Map<string, number | null>(pairs.map(({ remainsId }) => [remainsId, null]));
        for (const { id, log10Lr } of likely) wanted.set(id, log10Lr);
        searched.push({ side, pairs, wanted });
        outcome.weighed += considered;
        outcome.excluded += excluded;
        outcome.subjects.push({ id: report.id, changeNo, weighed: considered });
        await breathe();
      }
      let exactSums = isImport ? EXACT_SUMS : Infinity;
      const others = await this.loadRemains(tx, [...new Set(searched.flatMap(({ wanted }) => [...wanted.keys()]))]);
      for (const { side, pairs, wanted } of searched) {
        for (const [id, log10Lr] of wanted) {
          const other = others.get(id);
          if (!other) continue;
          // A live question gets the exact sum of today; in an import, the newest one known serves.
          let sum = isImport ? this.sumToday(id, log10Lr) : null;
          if (sum === null && exactSums-- > 0) {
            sum = this.searchReports(other).sum;
            await breathe();
          }
          sum ??= expectedSum(this.index.reports.size, 10 ** (log10Lr ?? 0));
          this.judge(
            outcome,
            side,
            other,
            sum,
            pairs.find(({ remainsId }) => remainsId === id),
          );
        }
        await breathe();
      }
      return outcome;
    });
  }

  private follow(subjects: number): Promise<Standing> {
    return subjects > LIVE_SUBJECTS ? this.index.follow() : this.index.followBriefly(LIVE_PATIENCE_MS);
  }

  /** Weighs all reports against these remains, and remembers the sum. */
  private searchReports({ remains, pm }: RemainsSide) {
    const found = this.index.reports.search(pm, {
      k: MOST_LEADS * 2,
      population: this.index.population,
      allowedClasses: this.index.classes.allowedFor(remains.country),
    });
    const sum = { sumOfLr: found.sumOfLr, persons: found.sumOfShares };
    this.sums.set(remains.id, { ...sum, residents: this.index.reports.size });
    return { found, sum };
  }

  private sumToday(remainsId: string, log10Lr: number | null): Sum | null {
    return grownSum(this.sums.get(remainsId), this.index.reports.size, log10Lr === null ? null : 10 ** log10Lr);
  }

  private isLead(log10Lr: number, sum: Sum | null): boolean {
    if (log10Lr < LEAST_LOG10_LR) return false;
    const persons = Math.max(1, sum?.persons ?? this.index.reports.size);
    const { sumOfLr } = sum ?? expectedSum(persons, 0);
    return posterior(log10Lr, 1, sumOfLr, statedPrior(persons, REPORTED_SHARE, PRIOR_SOURCE)) >= LEAST_POSTERIOR;
  }

  private judge(
    outcome: MutableOutcome,
    { report, am, changeNo: reportChange }: ReportSide,
    { remains, pm, changeNo: remainsChange }: RemainsSide,
    sum: Sum,
    pair: KnownPair | undefined,
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
    // One that was recalled since, when remains went home say, is remembered all the same.
    if (pair && ['excluded', 'withdrawn'].includes(pair.state) && pair.excludedEvidence?.equals(digest)) return;
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

  private async loadReports(tx: Tx, ids: readonly string[]): Promise<Map<string, ReportSide>> {
    const changes = await newestChanges(tx, ids);
    const sides = new Map<string, ReportSide>();
    for (const report of ids.length > 0 ? await this.families.reportsForMatching(tx, ids) : []) {
      const am = profileOfReport(report, this.index.settings);
      sides.set(report.id, { report, am, changeNo: changes.get(report.id) ?? '0' });
      if (sides.size % 25 === 0) await breathe();
    }
    return sides;
  }

  private async loadRemains(tx: Tx, ids: readonly string[]): Promise<Map<string, RemainsSide>> {
    const changes = await newestChanges(tx, ids);
    const sides = new Map<string, RemainsSide>();
    for (const remains of ids.length > 0 ? await this.records.remainsForMatching(tx, ids) : []) {
      const pm = profileOfRemains(remains, this.index.settings);
      sides.set(remains.id, { remains, pm, changeNo: changes.get(remains.id) ?? '0' });
      if (sides.size % 25 === 0) await breathe();
    }
    return sides;
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

const emptyOutcome = (
  side: RunOutcome['side'],
  asked: number,
  horizon: string,
  slices: readonly SliceState[],
): MutableOutcome => ({
  ...{ side, isImport: asked > LIVE_SUBJECTS, horizon, slices },
  ...{ subjects: [], weighed: 0, excluded: 0, leads: [], recalled: [] },
});

async function newestChanges(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = (await tx.query(
    `SELECT record_id AS id, max(change_no)::text AS "changeNo" FROM comparison_change WHERE record_id = ANY($1) GROUP BY record_id`,
    [ids],
  )) as { id: string; changeNo: string }[];
  return new Map(rows.map(({ id, changeNo }) => [id, changeNo]));
}

/** Lets the event loop renew locks and take live jobs between two searches of a long run. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
