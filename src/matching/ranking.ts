import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { ContactPointsService } from '../contact-points';
import { FamiliesService } from '../families';
import { RemainsRecords } from '../forensic-remains';
import { type Actor, Database, DomainError, NotFoundError, systemActor, type Tx } from '../platform';
import { type Evidence, weighPair } from './core/evidence';
import { decoysOf } from './core/decoys';
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
    const sums = await this.sumsOf(subjects.map(({ id }) => id));
    for (const [at, { id }] of subjects.entries()) {
      const { pm, country } = await this.remainsProfile(actor, id);
      const result = this.index.reports.search(pm, {
        k: top,
        population: this.index.population,
        allowedClasses: this.index.classes.allowedFor(country),
      });
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
      onProgress(at + 1, subjects.length);
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
        const sum = sums.byRemains.get(found.id) ?? { sumOfLr: 0, persons: 0 };
        const { pm } = await this.remainsProfile(actor, found.id);
        yield await this.line(actor, {
          ...{ remainsId: found.id, reportId: id, rank: ++rank, log10Lr: found.log10Lr, pm, sumOfLr: sum.sumOfLr },
          prior: statedPrior(sum.persons, sums.reported, SOURCE),
        });
      }
      onProgress(at + 1, subjects.length);
    }
  }

  async explain(actor: Actor, remainsRef: string, reportRef: string): Promise<Explanation> {
    await this.begin(actor, 'remains', `${remainsRef} ${reportRef}`);
    const [remains] = await this.subjects(actor, 'remains', remainsRef);
    const [report] = await this.subjects(actor, 'report', reportRef);
    if (!remains || !report || !(await this.mayRank(actor, report.id))) throw new NotFoundError();
    const { pm, country } = await this.remainsProfile(actor, remains.id);
    const am = await this.reportProfile(actor, report.id);
    const sums = await this.sumsOf([remains.id]);
    const sum = sums.byRemains.get(remains.id) ?? { sumOfLr: 0, persons: 0 };
    const prior = statedPrior(sum.persons, sums.reported, SOURCE);
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

  /** Sum of likelihood ratios of each remains over all who may be it, and the share of reported persons these searches suggest. */
  private async sumsOf(
    remainsIds: readonly string[],
  ): Promise<{ byRemains: Map<string, SearchSum>; reported: number }> {
    const byRemains = new Map<string, SearchSum>();
    const sampled: { place: number; pm: PostMortemProfile; allowedClasses: Uint8Array }[] = [];
    const everyNth = Math.ceil(remainsIds.length / MOST_DECOYS);
    for (const [place, id] of remainsIds.entries()) {
      const { pm, country } = await this.remainsProfile(null, id);
      const allowedClasses = this.index.classes.allowedFor(country);
      const isSampled = place % everyNth === 0;
      if (isSampled) sampled.push({ place, pm, allowedClasses });
      byRemains.set(id, this.sumOf(pm, allowedClasses, isSampled ? SEEN_OF_EACH : 0));
    }
    const decoys = decoysOf(sampled.map(({ pm }) => pm)).map(({ pm, body, event }) => ({
      ...this.sumOf(pm, sampled[body]!.allowedClasses, SEEN_OF_EACH),
      body: sampled[body]!.place,
      event: sampled[event]!.place,
    }));
    return { byRemains, reported: reportedShare([...byRemains.values()], decoys) };
  }

  private sumOf(pm: PostMortemProfile, allowedClasses: Uint8Array, k: number): SearchSum {
    const { sumOfLr, sumOfShares, found } = this.index.reports.search(pm, {
      k,
      population: this.index.population,
      allowedClasses,
    });
    return { sumOfLr, persons: sumOfShares, found };
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
