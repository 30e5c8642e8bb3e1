import { Injectable } from '@nestjs/common';
import { DuplicatesService } from '../cases';
import { FamiliesService, type ReportForMatching } from '../families';
import { RemainsRecords, type RemainsForMatching } from '../forensic-remains';
import { type Actor, Database, systemActor, type Tx } from '../platform';
import { EligibilityClasses, type ReportEligibility } from './core/compatibility';
import { Digest } from './core/coverage';
import { type DuplicateSetting, placesOfOrigin, yearOfBirth } from './core/duplicates';
import { RemainsIndex } from './core/index/remains';
import { ReportIndex } from './core/index/reports';
import { Population } from './core/population';
import { type AnteMortemProfile, anteMortemProfile, type PostMortemProfile, postMortemProfile } from './core/profile';
import { defaultSettings, type MatchingSettings, settingsId } from './core/settings';

type Side = 'report' | 'remains';

/** A record's newest change, as the ledger of changes tells it. */
interface Change {
  readonly id: string;
  readonly kind: Side;
  readonly changeNo: string;
  readonly country: string;
  readonly slice: number;
  readonly isOpen: boolean;
}

/** One country's slice as it was compared: what a run states of the other side, and coverage recomputes from the tables. */
export interface SliceState {
  readonly country: string;
  readonly slice: number;
  readonly records: number;
  readonly digest: string;
}

/** What all runs may say they compared: every change below the horizon, slice by slice. */
export interface Standing {
  readonly horizon: string;
  readonly report: readonly SliceState[];
  readonly remains: readonly SliceState[];
}

const PAGE = 250;
/** Records compiled before live questions get their turn. */
const BREATH = 25;

/** The report's own words and what its desk knows beside them, compiled for comparison. */
export const profileOfReport = (report: ReportForMatching, settings: MatchingSettings): AnteMortemProfile =>
  anteMortemProfile(
    report.anteMortem,
    {
      registeredOn: report.registeredOn,
      country: report.country,
      enquirerName: report.enquirer.name ?? null,
      enquirerPhones: report.enquirer.phone === undefined ? [] : [{ written: report.enquirer.phone }],
    },
    settings,
  );

export const profileOfRemains = (remains: RemainsForMatching, settings: MatchingSettings): PostMortemProfile =>
  postMortemProfile(remains.postMortem, { recordedOn: remains.recordedAt.slice(0, 10) }, settings);

export const eligibilityOf = (report: ReportForMatching): ReportEligibility => ({
  country: report.country,
  matchAbroad: report.consents.matchAbroad,
  doNotShareWith: report.doNotShareWith,
  nationalities: report.anteMortem.nationalities ?? [],
});

/**
 * All open reports and remains, compiled and resident in this process, and kept up with the tables: every settled change
 * (below the snapshot horizon) is in, and nothing else, so that a run can say exactly what it compared.
 */
@Injectable()
export class ResidentIndex {
  readonly settings = defaultSettings;
  readonly settingsId = settingsId(defaultSettings);
  readonly classes = new EligibilityClasses();
  readonly reports = new ReportIndex(this.settings);
  /** What a random report says, held still between refreshes so that both directions weigh alike. */
  population = new Population();
  readonly remains = new RemainsIndex(this.settings, this.population);
  /** How many reports told of a year of birth or a place of origin since this process began: shares, not a register. */
  private readonly told = { birthYears: new Map<number, number>(), places: new Map<string, number>() };
  private readonly countryNumbers = new Map<string, number>();
  private readonly known = new Map<string, Change>();
  private readonly digests: Record<Side, Map<string, Digest>> = { report: new Map(), remains: new Map() };
  private standing: Standing | null = null;
  private linksVersion = '';
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly records: RemainsRecords,
    private readonly duplicates: DuplicatesService,
  ) {}

  /** Takes in every settled change; answers what stands then. Calls take turns. */
  async follow(actor: Actor = systemActor('matching')): Promise<Standing> {
    const mine = this.turn.then(() => this.database.read(actor, (tx) => this.catchUp(tx)));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  /**
   * The same for a live record, which does not wait for an import to be taken in: after `patienceMs` it is compared with
   * what stands. Of what is still coming in, each record's own run will find it; what slips between two is a hole, and filled.
   */
  async followBriefly(patienceMs: number): Promise<Standing> {
    const whole = this.follow();
    if (this.standing === null) return whole;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<null>((resolve) => (timer = setTimeout(resolve, patienceMs, null)));
    // Whoever stops waiting does not hear of its failure; the next to follow does.
    whole.catch(() => undefined);
    const stands = await Promise.race([whole, patience]);
    clearTimeout(timer);
    return stands ?? this.standing;
  }

  /** The number under which remains of a country stand in the index. */
  classOfCountry(country: string): number {
    let number = this.countryNumbers.get(country);
    if (number === undefined) {
      number = this.countryNumbers.size;
      this.countryNumbers.set(country, number);
    }
    return number;
  }

  /** 1 at each country whose remains this report may be compared with. */
  countriesFor(report: ReportEligibility): Uint8Array {
    const number = this.classes.numberOf(report);
    return Uint8Array.from([...this.countryNumbers.keys()], (country) => this.classes.allowedFor(country)[number] ?? 0);
  }

  /** What two random reports have in common, for weighing whether two are about one person. */
  duplicateSetting(): DuplicateSetting {
    return { settings: this.settings, population: this.population, ...this.told, reports: this.reports.size };
  }

  /** Number of the newest change taken in of a record; null where it is not in the index. */
  versionOf(id: string): string | null {
    return this.known.get(id)?.changeNo ?? null;
  }

  private async catchUp(tx: Tx): Promise<Standing> {
    const [{ horizon }] = (await tx.query(`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon`)) as [
      { horizon: string },
    ];
    if (this.standing?.horizon === horizon) return this.standing;
    const changes = (await tx.query(
      `SELECT DISTINCT ON (record_id) record_id AS id, kind, change_no::text AS "changeNo", country, slice, is_open AS "isOpen"
       FROM comparison_change WHERE xid < $1::xid8 AND xid >= $2::xid8 ORDER BY record_id, change_no DESC`,
      [horizon, this.standing?.horizon ?? '0'],
    )) as Change[];
    for (const change of changes) if (!change.isOpen) this.forget(change.id);
    await this.take(tx, 'report', changes);
    await this.take(tx, 'remains', changes);
    await this.followLinks(tx);
    this.refreshPopulation();
    this.standing = { horizon, report: this.sliceStates('report'), remains: this.sliceStates('remains') };
    return this.standing;
  }

  private async take(tx: Tx, kind: Side, changes: readonly Change[]): Promise<void> {
    const open = changes.filter((change) => change.kind === kind && change.isOpen);
    for (let from = 0; from < open.length; from += PAGE) {
      const page = new Map(open.slice(from, from + PAGE).map((change) => [change.id, change]));
      if (kind === 'report')
        await inBreaths(await this.families.reportsForMatching(tx, [...page.keys()]), (report) =>
          this.putReport(page.get(report.id)!, report),
        );
      else
        await inBreaths(await this.records.remainsForMatching(tx, [...page.keys()]), (remains) =>
          this.putRemains(page.get(remains.id)!, remains),
        );
    }
  }

  private sliceStates(side: Side): SliceState[] {
    return [...this.digests[side]].map(([key, { records, sum }]) => {
      const [country, slice] = key.split('/') as [string, string];
      return { country, slice: Number(slice), records, digest: sum.toString() };
    });
  }

  private putReport(change: Change, report: ReportForMatching): void {
    if (!report.isOpen) return this.forget(report.id);
    this.note(change);
    const profile = profileOfReport(report, this.settings);
    const year = yearOfBirth(profile);
    if (year !== null) this.told.birthYears.set(year, (this.told.birthYears.get(year) ?? 0) + 1);
    for (const place of placesOfOrigin(profile)) this.told.places.set(place, (this.told.places.get(place) ?? 0) + 1);
    this.reports.put(
      {
        id: report.id,
        version: Number(change.changeNo),
        slice: change.slice,
        eligibilityClass: this.classes.numberOf(eligibilityOf(report)),
      },
      profile,
    );
  }

  private putRemains(change: Change, remains: RemainsForMatching): void {
    if (!remains.isOpen) return this.forget(remains.id);
    this.note(change);
    this.remains.put(
      {
        id: remains.id,
        version: Number(change.changeNo),
        slice: change.slice,
        eligibilityClass: this.classOfCountry(remains.country),
      },
      profileOfRemains(remains, this.settings),
    );
  }

  private note(change: Change): void {
    const before = this.known.get(change.id);
    if (before) this.digestOf(before).remove(before.id, before.changeNo);
    this.digestOf(change).add(change.id, change.changeNo);
    this.known.set(change.id, change);
  }

  private forget(id: string): void {
    const known = this.known.get(id);
    if (!known) return;
    this.digestOf(known).remove(known.id, known.changeNo);
    this.known.delete(id);
    if (known.kind === 'report') this.reports.remove(id);
    else this.remains.remove(id);
  }

  private digestOf({ kind, country, slice }: Change): Digest {
    const key = `${country}/${slice}`;
    let digest = this.digests[kind].get(key);
    if (!digest) {
      digest = new Digest();
      this.digests[kind].set(key, digest);
    }
    return digest;
  }

  /** Reports that people linked as one person share one prior. */
  private async followLinks(tx: Tx): Promise<void> {
    const version = await this.duplicates.linksVersion(tx);
    if (version === this.linksVersion) return;
    const groups = new Map<string, Set<string>>();
    for (const { a, b } of await this.duplicates.links(tx)) {
      const joined = new Set([...(groups.get(a) ?? [a]), ...(groups.get(b) ?? [b])]);
      for (const id of joined) groups.set(id, joined);
    }
    for (const entry of this.reports.rows.entries()) {
      const row = this.reports.rows.row(entry.id)!;
      this.reports.rows.shares.set(row, 1 / (groups.get(entry.id)?.size ?? 1));
    }
    this.linksVersion = version;
  }

  private refreshPopulation(): void {
    const moved = Math.abs(this.reports.population.changes - this.population.changes);
    if (this.population.reports > 0 && moved < Math.max(50, 0.05 * this.population.reports)) return;
    this.population = this.reports.population.copy();
    this.population.changes = this.reports.population.changes;
    this.remains.population = this.population;
  }
}

/** A million records are compiled without starving the relay, the locks of running jobs, and live questions. */
async function inBreaths<T>(all: readonly T[], each: (one: T) => void): Promise<void> {
  for (const [at, one] of all.entries()) {
    each(one);
    if (at % BREATH === BREATH - 1) await new Promise((resolve) => setImmediate(resolve));
  }
}
