import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { ContactPointsService } from '../contact-points';
import { FamiliesService } from '../families';
import { RemainsRecords } from '../forensic-remains';
import { type Actor, Database, DomainError, NotFoundError, systemActor, type Tx } from '../platform';
import type { ComparisonName } from './core/comparison';
import { type Evidence, weighPair } from './core/evidence';
import { decoysOf } from './core/decoys';
import type { RankedCandidate, TruePair } from './core/evaluate';
import { silenced } from './core/evaluate-ablation';
import { type PairFacts, pairFacts } from './core/evaluate-slices';
import type { SearchResult } from './core/index/scan';
import { incompatibility } from './core/compatibility';
import {
  gradeOf,
  type Grade,
  posterior,
  randomReportsReaching,
  reportedShare,
  type SearchSum,
  statedPrior,
  type StatedPrior,
} from './core/posterior';
import type { AnteMortemProfile, PostMortemProfile } from './core/profile';
import { eligibilityOf, profileOfRemains, profileOfReport, ResidentIndex } from './resident-index';

/** One line of a ranked list: what `cairn match` prints. */
export interface RankedPair {
  readonly remains: string;
  readonly report: string;
  readonly rank: number;
  readonly log10Lr: number;
  readonly posterior: number;
  readonly grade: Grade;
}

/** The evidence of one pair, with what both sides say. */
export interface Explanation {
  readonly remains: string;
  readonly report: string;
  readonly evidence: Evidence;
  readonly posterior: number;
  readonly prior: StatedPrior;
  readonly grade: Grade;
  readonly expectedRandom: number;
  readonly settingsId: string;
  /** Why this pair is not compared, where it is not. */
  readonly incompatibility: string | null;
}

/** More than one desk uses this reference; `DESK/REF` tells them apart. */
export class AmbiguousReferenceError extends DomainError {
  readonly code = 'matching.reference-ambiguous';
  readonly kind = 'conflict';
  constructor(readonly desks: readonly string[]) {
    super(`More than one desk uses this reference; write DESK/REF (${desks.join(', ')})`);
  }
}

interface Subject {
  readonly id: string;
  readonly reference: string;
}

/** Lists up to this length are kept for every search at once; and so many searches' reports are opened together. */
const MOST_KEPT = 200;
const AT_ONCE = 250;

const SOURCE =
  'all open reports that may be compared with these remains; the share of reported persons is estimated from these searches';

/** Remains of which decoys are made, and reports looked at of each, to estimate how many persons found have been reported. */
const MOST_DECOYS = 600;
const SEEN_OF_EACH = 20;

/**
 * Ranks in the process itself, with the worker's code and numbers. Reads and writes an audit entry; stores no proposals.
 * A family's desk may rank its own reports, the operator of an embedded desk all; nobody else learns of a pair this way.
 */
@Injectable()
export class Ranking {
  private references: { report: Map<string, string>; remains: Map<string, string> } | null = null;
  private readonly reportProfiles = new Map<string, AnteMortemProfile>();
  private readonly remainsProfiles = new Map<string, { pm: PostMortemProfile; country: string }>();

  constructor(
    private readonly index: ResidentIndex,
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly records: RemainsRecords,
    private readonly contactPoints: ContactPointsService,
  ) {}

  /** Reports for remains: `ref` is REF, DESK/REF or `all`. Best first, `top` a record. */
  async *forRemains(
    actor: Actor,
    ref: string,
    top: number,
    onProgress: (done: number, all: number) => void = () => undefined,
  ): AsyncGenerator<RankedPair> {
    await this.begin(actor, 'remains', ref);
    const subjects = await this.subjects(actor, 'remains', ref);
    // The share of reported persons is known when all are searched: short lists are kept until then, long ones made again.
    const kept = top <= MOST_KEPT ? top : 0;
    const sums = await this.sumsOf(
      subjects.map(({ id }) => id),
      kept,
      (done) => onProgress(done, subjects.length),
    );
    for (let from = 0; from < subjects.length; from += AT_ONCE) {
      const searched: { id: string; result: SearchResult }[] = [];
      for (const { id } of subjects.slice(from, from + AT_ONCE)) {
        const known = kept === top ? sums.byRemains.get(id) : undefined;
        searched.push({ id, result: known ?? (await this.searched(id, top)) });
      }
      await this.loadReports(actor, [...new Set(searched.flatMap(({ result }) => result.found.map(({ id }) => id)))]);
      for (const { id, result } of searched) {
        const { pm } = await this.remainsProfile(actor, id);
        const prior = statedPrior(result.sumOfShares, sums.reported, SOURCE);
        let rank = 0;
        for (const found of result.found) {
          if (!(await this.mayRank(actor, found.id))) continue;
          yield await this.line(actor, {
            remainsId: id,
            reportId: found.id,
            rank: ++rank,
            log10Lr: found.log10Lr,
            pm,
            sumOfLr: result.sumOfLr,
            prior,
          });
        }
      }
    }
  }

  /** Remains for reports. The posterior is the same number as from the other side: over all persons who may be those remains. */
  async *forReports(
    actor: Actor,
    ref: string,
    top: number,
    onProgress: (done: number, all: number) => void = () => undefined,
  ): AsyncGenerator<RankedPair> {
    await this.begin(actor, 'report', ref);
    const subjects = await this.subjects(actor, 'report', ref);
    const sums = await this.sumsOf(this.index.remains.rows.entries().map(({ id }) => id));
    for (const [at, { id }] of subjects.entries()) {
      if (!(await this.mayRank(actor, id))) throw new NotFoundError();
      const report = await this.loadReport(actor, id);
      const am = await this.reportProfile(actor, id);
      const result = this.index.remains.search(am, {
        k: top,
        allowedClasses: this.index.countriesFor(eligibilityOf(report)),
      });
      let rank = 0;
      for (const found of result.found) {
        const sum = sums.byRemains.get(found.id) ?? { sumOfLr: 0, sumOfShares: 0 };
        const { pm } = await this.remainsProfile(actor, found.id);
        yield await this.line(actor, {
          ...{ remainsId: found.id, reportId: id, rank: ++rank, log10Lr: found.log10Lr, pm, sumOfLr: sum.sumOfLr },
          prior: statedPrior(sum.sumOfShares, sums.reported, SOURCE),
        });
      }
      onProgress(at + 1, subjects.length);
    }
  }

  /**
   * All remains' lists without their evidence, for judging them by a truth: with `without`, as if nothing had been recorded that this
   * comparison looks at.
   */
  async lists(
    actor: Actor,
    top: number,
    onProgress: (done: number, all: number) => void = () => undefined,
    without?: ComparisonName,
    only?: ReadonlySet<string>,
  ): Promise<RankedCandidate[]> {
    await this.begin(actor, 'remains', without === undefined ? 'all' : `all without ${without}`);
    const subjects = (await this.subjects(actor, 'remains', 'all')).filter(
      ({ reference }) => only === undefined || only.has(reference),
    );
    const ids = subjects.map(({ id }) => id);
    const { byRemains, reported } = await this.sumsOf(ids, top, (done) => onProgress(done, ids.length), without);
    const { report: names } = await this.allReferences(actor);
    const shares = this.index.reports.rows.shares.values;
    const ranked: RankedCandidate[] = [];
    for (const { id, reference } of subjects) {
      const result = byRemains.get(id)!;
      if (!actor.isSystem)
        await this.loadReports(
          actor,
          result.found.map((found) => found.id),
        );
      const prior = statedPrior(result.sumOfShares, reported, SOURCE);
      let rank = 0;
      for (const { id: reportId, log10Lr } of result.found) {
        if (!(await this.mayRank(actor, reportId))) continue;
        const share = shares[this.index.reports.rows.row(reportId) ?? -1] ?? 1;
        ranked.push({
          remains: reference,
          report: names.get(reportId) ?? reportId,
          rank: ++rank,
          posterior: posterior(log10Lr, share, result.sumOfLr, prior),
        });
      }
    }
    return ranked;
  }

  /** What the records of these pairs tell about them, by the pair's references; pairs that the actor may not rank are left out. */
  async factsOf(actor: Actor, pairs: readonly TruePair[]): Promise<Map<TruePair, PairFacts>> {
    const named = await this.allReferences(actor);
    const ids = (names: ReadonlyMap<string, string>) => new Map([...names].map(([id, reference]) => [reference, id]));
    const [reports, remains] = [ids(named.report), ids(named.remains)];
    await this.loadReports(
      actor,
      pairs.flatMap(({ report }) => reports.get(report) ?? []),
    );
    const facts = new Map<TruePair, PairFacts>();
    for (const pair of pairs) {
      const [reportId, remainsId] = [reports.get(pair.report), remains.get(pair.remains)];
      if (reportId === undefined || remainsId === undefined || !(await this.mayRank(actor, reportId))) continue;
      const { pm } = await this.remainsProfile(actor, remainsId);
      facts.set(pair, pairFacts(await this.reportProfile(actor, reportId), pm, this.index.settings));
    }
    return facts;
  }

  async explain(actor: Actor, remainsRef: string, reportRef: string): Promise<Explanation> {
    await this.begin(actor, 'remains', `${remainsRef} ${reportRef}`);
    const [remains] = await this.subjects(actor, 'remains', remainsRef);
    const [report] = await this.subjects(actor, 'report', reportRef);
    if (!remains || !report || !(await this.mayRank(actor, report.id))) throw new NotFoundError();
    const { pm, country } = await this.remainsProfile(actor, remains.id);
    const am = await this.reportProfile(actor, report.id);
    const sums = await this.sumsOf([remains.id]);
    const sum = sums.byRemains.get(remains.id) ?? { sumOfLr: 0, sumOfShares: 0 };
    const prior = statedPrior(sum.sumOfShares, sums.reported, SOURCE);
    const evidence = weighPair(am, pm, this.index.settings, this.index.population);
    const compared = evidence.parts.filter(({ state }) => state === 'agrees' || state === 'disagrees').length;
    return {
      remains: remains.reference,
      report: report.reference,
      evidence,
      posterior: evidence.exclusion ? 0 : posterior(evidence.log10Lr, 1, sum.sumOfLr, prior),
      prior,
      grade: gradeOf(evidence.log10Lr, compared),
      expectedRandom: randomReportsReaching(evidence.log10Lr, prior.persons),
      settingsId: this.index.settingsId,
      incompatibility: incompatibility(eligibilityOf(await this.loadReport(actor, report.id)), country),
    };
  }

  private async begin(actor: Actor, side: string, ref: string): Promise<void> {
    await this.index.follow();
    await this.database.act(actor, (tx) =>
      audit(tx, actor, 'matching.ranked', { fields: [side], reason: ref.slice(0, 200), purpose: 'match_review' }),
    );
  }

  private async searched(id: string, k: number, without?: ComparisonName): Promise<SearchResult> {
    const { pm, country } = await this.remainsProfile(null, id);
    return this.index.reports.search(without === undefined ? pm : silenced(pm, without), {
      k,
      population: this.index.population,
      allowedClasses: this.index.classes.allowedFor(country),
    });
  }

  /** One search of each remains: its best `k`, the sum of likelihood ratios over all who may be it, and the share of reported persons these searches suggest. */
  private async sumsOf(
    remainsIds: readonly string[],
    k = 0,
    onProgress: (done: number) => void = () => undefined,
    without?: ComparisonName,
  ): Promise<{ byRemains: Map<string, SearchResult>; reported: number }> {
    const byRemains = new Map<string, SearchResult>();
    const sampled: { place: number; pm: PostMortemProfile; allowedClasses: Uint8Array }[] = [];
    const everyNth = Math.ceil(remainsIds.length / MOST_DECOYS);
    for (const [place, id] of remainsIds.entries()) {
      const { pm, country } = await this.remainsProfile(null, id);
      const isSampled = place % everyNth === 0;
      if (isSampled)
        sampled.push({
          ...{ place, allowedClasses: this.index.classes.allowedFor(country) },
          pm: without === undefined ? pm : silenced(pm, without),
        });
      byRemains.set(id, await this.searched(id, isSampled ? Math.max(k, SEEN_OF_EACH) : k, without));
      onProgress(place + 1);
    }
    const decoys = decoysOf(sampled.map(({ pm }) => pm)).map(({ pm, body, event }) => ({
      ...sumOf(
        this.index.reports.search(pm, {
          ...{ k: SEEN_OF_EACH, population: this.index.population },
          allowedClasses: sampled[body]!.allowedClasses,
        }),
      ),
      ...{ body: sampled[body]!.place, event: sampled[event]!.place },
    }));
    const reported = reportedShare([...byRemains.values()].map(sumOf), decoys);
    for (const [id, result] of byRemains)
      if (result.found.length > k) byRemains.set(id, { ...result, found: result.found.slice(0, k) });
    return { byRemains, reported };
  }

  private async line(
    actor: Actor,
    pair: {
      remainsId: string;
      reportId: string;
      rank: number;
      log10Lr: number;
      pm: PostMortemProfile;
      sumOfLr: number;
      prior: StatedPrior;
    },
  ): Promise<RankedPair> {
    const am = await this.reportProfile(actor, pair.reportId);
    const { parts } = weighPair(am, pair.pm, this.index.settings, this.index.population);
    const compared = parts.filter(({ state }) => state === 'agrees' || state === 'disagrees').length;
    const row = this.index.reports.rows.row(pair.reportId);
    const share = row === undefined ? 1 : (this.index.reports.rows.shares.values[row] ?? 1);
    const references = await this.allReferences(actor);
    return {
      remains: references.remains.get(pair.remainsId) ?? pair.remainsId,
      report: references.report.get(pair.reportId) ?? pair.reportId,
      rank: pair.rank,
      log10Lr: pair.log10Lr,
      posterior: posterior(pair.log10Lr, share, pair.sumOfLr, pair.prior),
      grade: gradeOf(pair.log10Lr, compared),
    };
  }

  /** A family's desk ranks what is its own; the operator of an embedded desk, all. */
  private async mayRank(actor: Actor, reportId: string): Promise<boolean> {
    if (actor.isSystem) return true;
    if (actor.agency !== 'family') return false;
    return (await this.loadReport(actor, reportId)).organisationId === actor.organisationId;
  }

  private async subjects(actor: Actor, side: 'report' | 'remains', ref: string): Promise<Subject[]> {
    const resident = side === 'report' ? this.index.reports.rows : this.index.remains.rows;
    if (ref === 'all') {
      const references = (await this.allReferences(actor))[side];
      const all = resident.entries().map(({ id }) => ({ id, reference: references.get(id) ?? id }));
      if (side === 'report')
        await this.loadReports(
          actor,
          all.map(({ id }) => id),
        );
      const own: Subject[] = [];
      for (const one of all) if (side === 'remains' || (await this.mayRank(actor, one.id))) own.push(one);
      return own.sort((a, b) => (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0));
    }
    const found = await this.database.read(actor, (tx) => this.byReference(tx, side, ref));
    if (found.length === 0) throw new NotFoundError();
    if (found.length > 1) throw new AmbiguousReferenceError(found.map(({ desk }) => desk));
    return found.map(({ id, reference }) => ({ id, reference }));
  }

  /** A reference may itself hold a slash, so both readings are tried. */
  private async byReference(
    tx: Tx,
    side: 'report' | 'remains',
    ref: string,
  ): Promise<{ id: string; reference: string; desk: string }[]> {
    const find = async (where: { contactPointCode?: string; reference: string }) => {
      const rows =
        side === 'report'
          ? await this.families.findByReference(tx, where)
          : await this.records.findByReference(tx, where);
      return Promise.all(
        rows.map(async ({ id, reference, contactPointId }) => ({
          id,
          reference,
          desk: (await this.contactPoints.find(tx, contactPointId))?.code ?? '',
        })),
      );
    };
    const slash = ref.indexOf('/');
    const whole = await find({ reference: ref });
    if (slash <= 0 || whole.length > 0) return whole;
    return find({ contactPointCode: ref.slice(0, slash), reference: ref.slice(slash + 1) });
  }

  private async allReferences(actor: Actor): Promise<{ report: Map<string, string>; remains: Map<string, string> }> {
    this.references ??= await this.database.read(actor, async (tx) => {
      const named = async (side: 'report' | 'remains') => {
        const ids = (side === 'report' ? this.index.reports.rows : this.index.remains.rows)
          .entries()
          .map(({ id }) => id);
        const rows: { id: string; reference: string; contactPointId: string }[] = [];
        for (let from = 0; from < ids.length; from += 5000)
          rows.push(
            ...(side === 'report'
              ? await this.families.summaries(tx, ids.slice(from, from + 5000))
              : await this.records.summaries(tx, ids.slice(from, from + 5000))),
          );
        const uses = new Map<string, number>();
        for (const { reference } of rows) uses.set(reference, (uses.get(reference) ?? 0) + 1);
        const codes = new Map<string, string>();
        for (const { contactPointId } of rows)
          if (!codes.has(contactPointId))
            codes.set(contactPointId, (await this.contactPoints.find(tx, contactPointId))?.code ?? '');
        return new Map(
          rows.map(({ id, reference, contactPointId }) => [
            id,
            uses.get(reference) === 1 ? reference : `${codes.get(contactPointId)}/${reference}`,
          ]),
        );
      };
      return { report: await named('report'), remains: await named('remains') };
    });
    return this.references;
  }

  private readonly reports = new Map<string, Awaited<ReturnType<FamiliesService['reportsForMatching']>>[number]>();

  /** Opens reports by the thousand, for the same reason as remains. */
  private async loadReports(actor: Actor, ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.reports.has(id));
    for (let from = 0; from < missing.length; from += 1000) {
      const page = missing.slice(from, from + 1000);
      const loaded = await this.database.read(actor, (tx) => this.families.reportsForMatching(tx, page));
      for (const report of loaded) this.reports.set(report.id, report);
    }
  }

  private async loadReport(actor: Actor, id: string) {
    const known = this.reports.get(id);
    if (known) return known;
    const [report] = await this.database.read(actor, (tx) => this.families.reportsForMatching(tx, [id]));
    if (!report) throw new NotFoundError();
    this.reports.set(id, report);
    return report;
  }

  private async reportProfile(actor: Actor, id: string): Promise<AnteMortemProfile> {
    let profile = this.reportProfiles.get(id);
    if (!profile) {
      profile = profileOfReport(await this.loadReport(actor, id), this.index.settings);
      this.reportProfiles.set(id, profile);
    }
    return profile;
  }

  private async remainsProfile(_actor: Actor | null, id: string): Promise<{ pm: PostMortemProfile; country: string }> {
    let known = this.remainsProfiles.get(id);
    if (!known) {
      await this.loadRemainsAround(id);
      known = this.remainsProfiles.get(id);
      if (!known) throw new NotFoundError();
    }
    return known;
  }

  /** Opens remains by the thousand: one by one, a whole register would cost a round trip each. */
  private async loadRemainsAround(id: string): Promise<void> {
    const missing = this.index.remains.rows
      .entries()
      .map((entry) => entry.id)
      .filter((other) => !this.remainsProfiles.has(other))
      .slice(0, 999);
    const rows = await this.database.read(systemActor('ranking'), (tx) =>
      this.records.remainsForMatching(tx, [id, ...missing]),
    );
    for (const remains of rows)
      this.remainsProfiles.set(remains.id, {
        pm: profileOfRemains(remains, this.index.settings),
        country: remains.country,
      });
  }
}

const sumOf = ({ sumOfLr, sumOfShares, found }: SearchResult): SearchSum => ({ sumOfLr, persons: sumOfShares, found });
