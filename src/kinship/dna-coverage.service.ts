import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Tx } from '../platform';
import { DnaOnFile } from './family-dna';
import { FrequenciesService } from './frequencies.service';
import type { DnaCoverageView } from './kinship.dto';
import { KinshipSearches } from './searches';

interface LedgerRow {
  readonly id: string;
  readonly changedIn: string;
  readonly horizon: string | null;
  readonly state: string | null;
  readonly reason: string | null;
  readonly isNew: boolean;
}

const FILL_AT_ONCE = 20;

/**
 * Proves from the tables that each pair which DNA may compare was compared at its present profiles, tree and consents:
 * the newest run of one side, under present settings, looked at everything below a horizon above the other's last change.
 */
@Injectable()
export class DnaCoverage {
  constructor(
    private readonly database: Database,
    private readonly onFile: DnaOnFile,
    private readonly frequencies: FrequenciesService,
    private readonly searches: KinshipSearches,
  ) {}

  async statement(actor: Actor): Promise<DnaCoverageView> {
    return this.database.read(actor, async (tx) => (await this.ledger(tx)).view);
  }

  /** Compares what is open; what was cancelled or refused waits for a change or a person. Answers how many records. */
  async fill(actor: Actor): Promise<number> {
    const { openReports } = await this.database.read(actor, (tx) => this.ledger(tx));
    for (const id of openReports.slice(0, FILL_AT_ONCE)) {
      const run = await this.searches.forFamily(id);
      if (run) await this.database.act(actor, (tx) => this.searches.store(tx, run));
    }
    return openReports.length;
  }

  private async ledger(tx: Tx): Promise<{ view: DnaCoverageView; openReports: string[] }> {
    const { id: settingsId } = await this.frequencies.basis(tx);
    const remains = await this.onFile.remainsWithProfiles(tx);
    const families = [];
    for (const id of await this.onFile.reportsWithProfiles(tx)) families.push(await this.onFile.family(tx, id));
    const rows = new Map(
      (
        await this.rows(tx, settingsId, [...remains.map(({ id }) => id), ...families.map(({ reportId }) => reportId)])
      ).map((row) => [row.id, row]),
    );
    const ineligible: Record<string, number> = {};
    const notComputed: Record<string, number> = {};
    const openReports = new Set<string>();
    let [pairs, holes] = [0, 0];
    for (const family of families) {
      const own = rows.get(family.reportId)!;
      const isSettled = !own.isNew && (own.state === 'cancelled' || own.state === 'refused');
      if (isSettled) notComputed[own.reason ?? own.state!] = (notComputed[own.reason ?? own.state!] ?? 0) + 1;
      const refusals = new Map<string, string | null>();
      for (const { country } of remains)
        if (!refusals.has(country))
          refusals.set(country, family.reason ?? (await this.onFile.refusalOfCountry(tx, family, country)));
      for (const { id, country } of remains) {
        const refusal = refusals.get(country)!;
        if (refusal !== null) {
          ineligible[refusal] = (ineligible[refusal] ?? 0) + 1;
          continue;
        }
        pairs++;
        const other = rows.get(id)!;
        if (sees(own, other) || sees(other, own)) continue;
        holes++;
        if (!isSettled) openReports.add(family.reportId);
      }
    }
    const [{ now }] = (await tx.query(
      `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS now`,
    )) as [{ now: string }];
    return {
      view: { asOf: now, families: families.length, remains: remains.length, pairs, ineligible, holes, notComputed },
      openReports: [...openReports],
    };
  }

  private async rows(tx: Tx, settingsId: string, ids: readonly string[]): Promise<LedgerRow[]> {
    return (await tx.query(
      `SELECT n.id, n.xid::text AS "changedIn", s.horizon::text AS horizon, s.state, s.reason,
         s.record_id IS NULL OR s.settings_id <> $2 OR s.changed_in < n.xid AS "isNew"
       FROM (SELECT i.id, coalesce(greatest((SELECT xid FROM dna_change WHERE record_id = i.id ORDER BY xid DESC LIMIT 1),
               (SELECT xid FROM comparison_change WHERE record_id = i.id ORDER BY xid DESC LIMIT 1)), '0') AS xid FROM unnest($1::uuid[]) AS i(id)) n
       LEFT JOIN kinship_subject s ON s.record_id = n.id`,
      [ids, settingsId],
    )) as LedgerRow[];
  }
}

/** Whether the run of one record stands at its present state and looked at the other as it is now. */
const sees = (one: LedgerRow, other: LedgerRow): boolean =>
  !one.isNew && one.state === 'compared' && BigInt(other.changedIn) < BigInt(one.horizon ?? 0);
