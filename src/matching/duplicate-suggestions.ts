import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { caseOpened, DuplicatesService } from '../cases';
import { FamiliesService, familyReportChanged, type ReportForMatching } from '../families';
import { Database, type EventListener, type Heard, Hears, KeyRing, systemActor, type Tx } from '../platform';
import { MOST_UNDER_A_KEY } from './core/duplicate-candidates';
import { duplicateKeys, weighDuplicate } from './core/duplicates';
import { profileOfReport, ResidentIndex } from './resident-index';

/** A queue of its own, so that looking for duplicates never makes a comparison with remains wait. */
export const DUPLICATES_QUEUE = 'duplicates';

/** Others with a key in common that are weighed at most: the ones with most keys in common first. */
const MOST_CANDIDATES = 50;
/** Beyond the weight at which a pair of this register is as likely one person as two. */
const MARGIN_LOG10 = 0.5;

interface Found {
  readonly keys: readonly { readonly report: ReportForMatching; readonly hashes: readonly Buffer[] }[];
}

/**
 * Suggests to a desk that two of its reports may be about one person. Found by keyed hashes of names, dates and numbers,
 * weighed by the same engine as `cairn duplicates`; only reports of one organisation are ever brought together.
 */
@Injectable()
abstract class SuggestDuplicates<Key extends 'caseId' | 'reportId'> implements EventListener<Key, Found> {
  /** A report and its case have one id. */
  protected abstract readonly key: Key;

  constructor(
    private readonly index: ResidentIndex,
    private readonly database: Database,
    private readonly families: FamiliesService,
    private readonly duplicates: DuplicatesService,
    private readonly keyRing: KeyRing,
  ) {}

  async prepare(heard: readonly Heard<Key>[]): Promise<Found> {
    await this.index.follow();
    const ids = [...new Set(heard.map(({ ids }) => ids[this.key]))];
    const reports = await this.database.read(systemActor('duplicates'), (tx) =>
      this.families.reportsForMatching(tx, ids),
    );
    return {
      keys: reports.filter(({ isOpen }) => isOpen).map((report) => ({ report, hashes: this.hashesOf(report) })),
    };
  }

  async handle(tx: Tx, _heard: readonly Heard<Key>[], { keys }: Found): Promise<void> {
    if (keys.length === 0) return;
    await this.takeTurn(tx, keys);
    await this.store(tx, keys);
    const setting = this.index.duplicateSetting();
    const threshold = Math.log10(Math.max(10, setting.reports)) + MARGIN_LOG10;
    const pairs: { reportA: string; reportB: string; log10Lr: number }[] = [];
    for (const { report, hashes } of keys) {
      const ids = await this.sharing(tx, report, hashes);
      const profile = profileOfReport(report, this.index.settings);
      for (const other of ids.length > 0 ? await this.families.reportsForMatching(tx, ids) : []) {
        if (!other.isOpen) continue;
        const { log10Lr } = weighDuplicate(profile, profileOfReport(other, this.index.settings), setting);
        if (log10Lr >= threshold) pairs.push({ reportA: report.id, reportB: other.id, log10Lr });
      }
    }
    if (pairs.length > 0) await this.duplicates.suggest(tx, pairs);
  }

  /** Two reports about one person may come at once: whoever is second must see the keys of the first. */
  private async takeTurn(tx: Tx, keys: Found['keys']): Promise<void> {
    const organisations = [...new Set(keys.map(({ report }) => report.organisationId))].sort();
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('duplicates ' || id, 0)) FROM unnest($1::text[]) AS id`,
      [organisations],
    );
  }

  private async store(tx: Tx, keys: Found['keys']): Promise<void> {
    await tx.query(`DELETE FROM report_duplicate_key WHERE report_id = ANY($1)`, [keys.map(({ report }) => report.id)]);
    const rows = keys.flatMap(({ report, hashes }) =>
      hashes.map((hash) => ({ id: report.id, organisationId: report.organisationId, hash })),
    );
    await tx.query(
      `INSERT INTO report_duplicate_key (report_id, organisation_id, key) SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::bytea[]) ON CONFLICT DO NOTHING`,
      [rows.map(({ id }) => id), rows.map(({ organisationId }) => organisationId), rows.map(({ hash }) => hash)],
    );
  }

  /** By keys that few hold: what many have in common tells nobody apart, and in a large register would cost more the more there are. */
  private async sharing(tx: Tx, report: ReportForMatching, hashes: readonly Buffer[]): Promise<string[]> {
    const rows = (await tx.query(
      `SELECT held.report_id AS id FROM unnest($2::bytea[]) AS asked(key) CROSS JOIN LATERAL (
         SELECT report_id, count(*) OVER () AS holders FROM (
           SELECT report_id FROM report_duplicate_key WHERE organisation_id = $1 AND key = asked.key LIMIT ${MOST_UNDER_A_KEY + 2}) few) held
       WHERE held.holders <= ${MOST_UNDER_A_KEY + 1} AND held.report_id <> $3
       GROUP BY held.report_id ORDER BY count(*) DESC, held.report_id LIMIT ${MOST_CANDIDATES}`,
      [report.organisationId, hashes, report.id],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }

  /** Keyed by organisation too: equal names at two desks give different hashes. Eight bytes only narrow; the records decide. */
  private hashesOf(report: ReportForMatching): Buffer[] {
    const key = this.keyRing.purposeKey(`duplicates|${report.organisationId}`);
    return duplicateKeys(profileOfReport(report, this.index.settings)).map((text) =>
      createHmac('sha256', key).update(text).digest().subarray(0, 8),
    );
  }
}

@Hears(DUPLICATES_QUEUE, caseOpened)
@Injectable()
export class SuggestForNewCase extends SuggestDuplicates<'caseId'> {
  protected readonly key = 'caseId';
}

@Hears(DUPLICATES_QUEUE, familyReportChanged)
@Injectable()
export class SuggestForChangedReport extends SuggestDuplicates<'reportId'> {
  protected readonly key = 'reportId';
}
