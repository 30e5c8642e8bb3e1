import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { FamiliesService } from '../families';
import { type Actor, Database, groupBy, NotFoundError, systemActor, type Tx } from '../platform';
import { EligibilityClasses, incompatibility, type ReportEligibility } from './core/compatibility';
import { type Covered, digestSql, type Hole, holesBetween } from './core/coverage';
import { ResidentIndex } from './resident-index';
import { Runs } from './runs';
import { Searches } from './searches';

/** What the ledger proves, and what it does not. */
export interface CoverageStatement {
  readonly asOf: string;
  readonly reports: number;
  readonly remains: number;
  /** Pairs that may be compared, and pairs that may not, by reason. */
  readonly pairs: number;
  readonly ineligible: Readonly<Record<string, number>>;
  readonly holes: number;
  readonly listed: readonly Hole[];
  /** Runs whose account of what they compared differs from the tables. */
  readonly runsInDoubt: readonly string[];
}

const LISTED = 100;
const CHECK_EVERY_MS = 15_000;
const FILL_AT_ONCE = 200;

interface LedgerRow {
  readonly id: string;
  readonly kind: 'report' | 'remains';
  readonly country: string;
  readonly changedIn: string;
  readonly horizon: string;
}

/** Proves from the tables alone that each compatible pair was compared at its present versions; finds and fills the holes. */
@Injectable()
export class CoverageService implements OnApplicationShutdown {
  private readonly logger = new Logger(CoverageService.name);
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<unknown> = Promise.resolve();
  private checkedUpTo = '';

  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly index: ResidentIndex,
    private readonly searches: Searches,
    private readonly runs: Runs,
  ) {}

  /** The whole ledger. Recomputes the digests of the newest runs from the change ledger, never from the index. */
  async statement(actor: Actor): Promise<CoverageStatement> {
    return this.database.read(actor, async (tx) => {
      const rows = await this.ledger(tx);
      const reports = rows.filter(({ kind }) => kind === 'report');
      const remains = rows.filter(({ kind }) => kind === 'remains');
      const eligibility = await this.eligibility(
        tx,
        reports.map(({ id }) => id),
      );
      const byCountry = groupBy(remains, ({ country }) => country);
      const ineligible: Record<string, number> = {};
      let [pairs, holes] = [0, 0];
      const listed: Hole[] = [];
      for (const [country, held] of byCountry) {
        const compatible = reports.filter(({ id }) => {
          const reason = incompatibility(eligibility.get(id)!, country);
          if (reason !== null) ineligible[reason] = (ineligible[reason] ?? 0) + held.length;
          return reason === null;
        });
        pairs += compatible.length * held.length;
        const found = holesBetween(compatible.map(coveredOf), held.map(coveredOf), LISTED - listed.length);
        holes += found.count;
        listed.push(...found.holes);
      }
      const [{ now }] = (await tx.query(
        `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS now`,
      )) as [{ now: string }];
      return {
        asOf: now,
        reports: reports.length,
        remains: remains.length,
        pairs,
        ineligible,
        holes,
        listed,
        runsInDoubt: await this.runsInDoubt(tx),
      };
    });
  }

  /** For one case: with how many remains its report was compared, and as of when. It says nothing about whether the person lives. */
  async ofReport(tx: Tx, reportId: string): Promise<{ comparedWith: number; asOf: string | null; holes: number }> {
    const [report] = await this.eligibilityRows(tx, [reportId]);
    if (!report) throw new NotFoundError();
    const rows = await this.ledger(tx, reportId);
    const own = rows.find(({ id }) => id === reportId);
    if (!own) return { comparedWith: 0, asOf: null, holes: 0 };
    const compatible = rows.filter(
      ({ kind, country }) => kind === 'remains' && incompatibility(report.eligibility, country) === null,
    );
    const { count } = holesBetween([coveredOf(own)], compatible.map(coveredOf), 0);
    const [run] = (await tx.query(
      `SELECT to_char(r.finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "asOf" FROM matching_subject s JOIN matching_run r ON r.id = s.run_id WHERE s.record_id = $1`,
      [reportId],
    )) as { asOf: string }[];
    return { comparedWith: compatible.length - count, asOf: run?.asOf ?? null, holes: count };
  }

  /** Compares what the holes name, from whichever side has fewer records to run; answers how many pairs were open. */
  async fill(): Promise<number> {
    const actor = systemActor('coverage');
    const { holes, listed } = await this.statement(actor);
    if (holes === 0) return 0;
    const reportIds = [...new Set(listed.map(({ reportId }) => reportId))];
    const remainsIds = [...new Set(listed.map(({ remainsId }) => remainsId))];
    const outcome =
      remainsIds.length <= reportIds.length
        ? await this.searches.forRemains(remainsIds.slice(0, FILL_AT_ONCE))
        : await this.searches.forReports(reportIds.slice(0, FILL_AT_ONCE));
    await this.database.act(actor, (tx) => this.runs.store(tx, outcome));
    return holes;
  }

  /** Looks for holes from time to time, and fills them before anybody notices one. Two workers that fill the same do no harm. */
  start(everyMs = CHECK_EVERY_MS): void {
    const turn = async () => {
      try {
        await this.fillIfChanged();
      } catch (error) {
        this.logger.warn(`coverage waits: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (this.timer) this.timer = setTimeout(() => (this.current = turn()), everyMs);
    };
    this.timer = setTimeout(() => (this.current = turn()), everyMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.current;
  }

  private async fillIfChanged(): Promise<void> {
    const actor = systemActor('coverage');
    const [{ state, busy }] = await this.database.read(
      actor,
      (tx) =>
        tx.query(
          `SELECT concat((SELECT max(change_no) FROM comparison_change), ' ', (SELECT count(*) FROM matching_subject)) AS state,
             EXISTS (SELECT FROM outbox_message WHERE queue = 'matching' AND done_at IS NULL AND dead_at IS NULL) AS busy`,
        ) as Promise<[{ state: string; busy: boolean }]>,
    );
    // While comparisons are still under way, what looks like a hole is work in hand.
    if (busy || state === this.checkedUpTo) return;
    for (let rounds = 0; rounds < 1000; rounds++) {
      const open = await this.fill();
      if (open === 0) break;
      this.logger.log(`${open} pair(s) were not covered; compared again`);
    }
    this.checkedUpTo = state;
  }

  /** Each open record with the transaction of its last change and the horizon of its newest run under present settings. */
  private async ledger(tx: Tx, onlyReport?: string): Promise<LedgerRow[]> {
    return (await tx.query(
      `SELECT c.record_id AS id, c.kind, c.country, c.xid::text AS "changedIn", coalesce(s.horizon::text, '0') AS horizon
       FROM (SELECT DISTINCT ON (record_id) record_id, kind, country, change_no, is_open, xid FROM comparison_change
             WHERE $2::uuid IS NULL OR kind = 'remains' OR record_id = $2 ORDER BY record_id, change_no DESC) c
       LEFT JOIN matching_subject s ON s.record_id = c.record_id AND s.change_no = c.change_no AND s.settings_id = $1
       WHERE c.is_open`,
      [this.index.settingsId, onlyReport ?? null],
    )) as LedgerRow[];
  }

  private async eligibility(tx: Tx, ids: readonly string[]): Promise<Map<string, ReportEligibility>> {
    const found = new Map<string, ReportEligibility>();
    // Few combinations of country, consent and protection exist; sharing them keeps a million reports small.
    const shared = new EligibilityClasses();
    const values = new Map<number, ReportEligibility>();
    for (let from = 0; from < ids.length; from += 5000)
      for (const { id, eligibility } of await this.eligibilityRows(tx, ids.slice(from, from + 5000))) {
        const number = shared.numberOf(eligibility);
        if (!values.has(number)) values.set(number, eligibility);
        found.set(id, values.get(number)!);
      }
    return found;
  }

  private async eligibilityRows(
    tx: Tx,
    ids: readonly string[],
  ): Promise<{ id: string; eligibility: ReportEligibility }[]> {
    const rows = await this.families.eligibility(tx, ids);
    // Nationality is sealed, and matters only to the reports that are kept from their own state.
    const keeping = rows
      .filter(({ doNotShareWith }) => doNotShareWith.includes('state_of_nationality'))
      .map(({ id }) => id);
    const nationalities = new Map(
      (keeping.length > 0 ? await this.families.reportsForMatching(tx, keeping) : []).map(({ id, anteMortem }) => [
        id,
        anteMortem.nationalities ?? [],
      ]),
    );
    return rows.map(({ id, country, consents, doNotShareWith }) => ({
      id,
      eligibility: {
        country,
        matchAbroad: consents.matchAbroad,
        doNotShareWith,
        nationalities: nationalities.get(id) ?? [],
      },
    }));
  }

  /** Checks the newest runs of each side against the change ledger as it stood below their horizon. */
  private async runsInDoubt(tx: Tx): Promise<string[]> {
    const runs = (await tx.query(
      `SELECT id, side, horizon::text AS horizon, slices FROM matching_run ORDER BY finished_at DESC LIMIT 5`,
    )) as {
      id: string;
      side: 'report' | 'remains';
      horizon: string;
      slices: { country: string; slice: number; records: number; digest: string }[];
    }[];
    const inDoubt: string[] = [];
    for (const run of runs) {
      const rows = (await tx.query(
        `SELECT country, slice, count(*)::int AS records, ${digestSql('record_id', 'change_no')} AS digest
         FROM (SELECT DISTINCT ON (record_id) record_id, country, slice, change_no, is_open FROM comparison_change
               WHERE kind = $1 AND xid < $2::xid8 ORDER BY record_id, change_no DESC) c
         WHERE is_open GROUP BY country, slice`,
        [run.side === 'remains' ? 'report' : 'remains', run.horizon],
      )) as { country: string; slice: number; records: number; digest: string }[];
      const stated = new Map(
        run.slices.filter(({ records }) => records > 0).map((slice) => [`${slice.country}/${slice.slice}`, slice]),
      );
      const agrees =
        rows.length === stated.size &&
        rows.every((row) => stated.get(`${row.country}/${row.slice}`)?.digest === row.digest);
      if (!agrees) inDoubt.push(run.id);
    }
    return inDoubt;
  }
}

const coveredOf = ({ id, changedIn, horizon }: LedgerRow): Covered => ({
  id,
  changedIn: Number(changedIn),
  horizon: Number(horizon),
});
