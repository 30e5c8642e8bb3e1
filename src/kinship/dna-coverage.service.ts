import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Actor, Database, systemActor, type Tx } from '../platform';
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
const CHECK_EVERY_MS = 20_000;

/**
 * Proves from the tables that each pair which DNA may compare was compared at its present profiles, tree and consents:
 * the newest run of one side, under present settings, looked at everything below a horizon above the other's last change.
 */
@Injectable()
export class DnaCoverage implements OnApplicationShutdown {
  private readonly logger = new Logger(DnaCoverage.name);
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<unknown> = Promise.resolve();
  private checkedUpTo = '';

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

  /** Looks for open pairs from time to time when something has changed and nothing is under way. */
  start(everyMs = CHECK_EVERY_MS): void {
    const turn = async () => {
      try {
        await this.fillIfChanged();
      } catch (error) {
        this.logger.warn(`DNA coverage waits: ${error instanceof Error ? error.message : String(error)}`);
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
    const actor = systemActor('dna-coverage');
    const [{ state, busy }] = await this.database.read(
      actor,
      (tx) =>
        tx.query(
          `SELECT concat((SELECT max(change_no) FROM dna_change), ' ', (SELECT max(change_no) FROM comparison_change), ' ',
               (SELECT string_agg(checksum || is_in_use, ',' ORDER BY checksum) FROM frequency_use)) AS state,
             EXISTS (SELECT FROM outbox_message WHERE queue = 'kinship' AND done_at IS NULL AND dead_at IS NULL)
               OR NOT EXISTS (SELECT FROM dna_profile) AS busy`,
        ) as Promise<[{ state: string; busy: boolean }]>,
    );
    if (busy || state === this.checkedUpTo) return;
    for (let rounds = 0; rounds < 1000 && this.timer; rounds++) if ((await this.fill(actor)) === 0) break;
    this.checkedUpTo = state;
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
