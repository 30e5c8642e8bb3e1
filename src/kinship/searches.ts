import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { FamiliesService } from '../families';
import { Database, type SealedPlace, Secrets, systemActor, type Tx } from '../platform';
import { ComputationStoppedError, KinshipThreads } from './computing/threads';
import { hashOf } from './core/family/family-inputs';
import { expectedOperations, type FamilyTables, type SearchJob, type SearchOutcome } from './core/family/search';
import { KinshipInputError } from './core/kinship-input-error';
import { DnaOnFile, type FamilyDna, type RemainsDna } from './family-dna';
import { type Basis, FrequenciesService } from './frequencies.service';
import { ResultRecords } from './result-records';

/** What one run found for one record, to be stored with the inbox row of the event that asked for it. */
export interface KinshipRun {
  readonly runId: string;
  readonly side: 'report' | 'remains';
  readonly recordId: string;
  readonly basis: Basis;
  readonly horizon: string;
  readonly changedIn: string;
  readonly state: 'compared' | 'nothing-to-compare' | 'cancelled' | 'refused';
  readonly reason: string | null;
  readonly outcome: SearchOutcome | null;
  readonly families: readonly FamilyDna[];
  readonly remains: readonly RemainsDna[];
}

const actor = systemActor('kinship');
const placeOf = (reportId: string, country: string, checksum: string): SealedPlace => ({
  ...{ scope: reportId, country, dataClass: 'dna', table: 'kinship_table', id: `${reportId}:${checksum}` },
});

interface Gathered {
  readonly basis: Basis;
  readonly horizon: string;
  readonly changedIn: string;
  readonly families: readonly FamilyDna[];
  readonly remains: readonly RemainsDna[];
  readonly pairs: ReadonlyMap<string, readonly string[]>;
  readonly tables: ReadonlyMap<string, readonly FamilyTables[]>;
  readonly reason: string | null;
}

/** Runs DNA comparisons: gathers what may be compared, computes in a thread, stores what was found. */
@Injectable()
export class KinshipSearches {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly families: FamiliesService,
    private readonly onFile: DnaOnFile,
    private readonly frequencies: FrequenciesService,
    private readonly threads: KinshipThreads,
    private readonly results: ResultRecords,
  ) {}

  /** A family against all remains with a profile. null where it has no DNA at all. */
  async forFamily(reportId: string): Promise<KinshipRun | null> {
    const hasAny = await this.database.read(actor, async (tx) => this.isKnown(tx, 'report_id', reportId));
    return hasAny ? this.run('report', reportId, (tx) => this.gatherFamily(tx, reportId)) : null;
  }

  /** Remains against all families with a profile. */
  async forRemains(remainsId: string): Promise<KinshipRun | null> {
    const hasAny = await this.database.read(actor, async (tx) => this.isKnown(tx, 'remains_id', remainsId));
    return hasAny ? this.run('remains', remainsId, (tx) => this.gatherRemains(tx, remainsId)) : null;
  }

  /** One pair, told whatever its ratio; asked for by a person. */
  async forPair(reportId: string, remainsId: string): Promise<KinshipRun> {
    return this.run('report', reportId, (tx) => this.gatherFamily(tx, reportId, [remainsId]), true);
  }

  /**
   * Stores a run. What was computed from inputs that have changed since, a consent taken back say, is not stored: the
   * change has brought an event of its own.
   */
  async store(tx: Tx, run: KinshipRun, isPair = false): Promise<void> {
    const { outcome, basis } = run;
    let [state, reason] = [run.state, run.reason];
    let found = 0;
    if (outcome) {
      await this.frequencies.keep(tx, basis);
      const present = new Map<string, FamilyDna>();
      for (const { familyId } of [...outcome.built, ...outcome.found])
        if (!present.has(familyId)) present.set(familyId, await this.onFile.family(tx, familyId));
      const computed = new Map(run.families.map((family) => [family.reportId, family]));
      const isSame = (id: string) =>
        hashOf(present.get(id)?.inputs ?? null) === hashOf(computed.get(id)?.inputs ?? null);
      for (const { familyId, tables } of outcome.built)
        if (isSame(familyId)) await this.keepTables(tx, present.get(familyId)!, tables);
      const remains = new Map(run.remains.map((one) => [one.id, one]));
      for (const { familyId, remainsId, comparison } of outcome.found) {
        const family = present.get(familyId)!;
        const other = remains.get(remainsId)!;
        if (!isSame(familyId) || (await this.onFile.refusalOfCountry(tx, family, other.country)) !== null) continue;
        await this.results.store(tx, { basis, family, remains: other, comparison });
        found++;
      }
      await this.noteConsents(tx, run);
      if (outcome.refused.length > 0 && run.side === 'report') [state, reason] = ['refused', outcome.refused[0]!.code];
    }
    await tx.query(
      `UPDATE kinship_run SET state = $2, reason = $3, progress = CASE WHEN $2 = 'done' THEN 1 ELSE progress END, compared = $4, found = $5,
         finished_at = clock_timestamp() WHERE id = $1`,
      [
        ...[run.runId, state === 'cancelled' || state === 'refused' ? state : 'done', reason],
        ...[outcome?.compared ?? 0, found],
      ],
    );
    if (isPair) return;
    await tx.query(
      `INSERT INTO kinship_subject (record_id, kind, settings_id, changed_in, horizon, run_id, state, reason)
       VALUES ($1, $2, $3, $4::xid8, $5::xid8, $6, $7, $8)
       ON CONFLICT (record_id) DO UPDATE SET settings_id = excluded.settings_id, changed_in = excluded.changed_in, horizon = excluded.horizon,
         run_id = excluded.run_id, state = excluded.state, reason = excluded.reason
       WHERE kinship_subject.settings_id <> excluded.settings_id OR excluded.horizon >= kinship_subject.horizon`,
      [run.recordId, run.side, basis.id, run.changedIn, run.horizon, run.runId, state, reason],
    );
  }

  private async isKnown(tx: Tx, column: 'report_id' | 'remains_id', id: string): Promise<boolean> {
    const rows = (await tx.query(`SELECT FROM dna_profile WHERE ${column} = $1 LIMIT 1`, [id])) as unknown[];
    if (rows.length > 0) return true;
    // A family whose last profile was taken back: what it was compared with no longer counts.
    return ((await tx.query(`SELECT FROM kinship_subject WHERE record_id = $1`, [id])) as unknown[]).length > 0;
  }

  private async run(
    side: KinshipRun['side'],
    recordId: string,
    gather: (tx: Tx) => Promise<Gathered>,
    always = false,
  ): Promise<KinshipRun> {
    const runId = randomUUID();
    const gathered = await this.database.read(actor, gather);
    const { basis, horizon, changedIn, families, remains } = gathered;
    const told = { runId, side, recordId, basis, horizon, changedIn, families, remains };
    const job = jobOf(gathered, always);
    let operations = 0;
    let refusal: string | null = gathered.reason;
    if (refusal === null && job.families.length > 0)
      try {
        operations = expectedOperations(job);
        if (operations > basis.settings.mostOperations) refusal = 'kinship.too-large';
      } catch (error) {
        if (!(error instanceof KinshipInputError)) throw error;
        refusal = error.code;
      }
    await this.database.act(actor, (tx) =>
      tx.query(
        `INSERT INTO kinship_run (id, side, record_id, settings_id, horizon, state, expected_operations) VALUES ($1, $2, $3, $4, $5::xid8, 'running', $6)`,
        [runId, side, recordId, basis.id, horizon, operations],
      ),
    );
    const isOwnRefusal = refusal !== null && (side === 'report' || gathered.reason !== null);
    if (isOwnRefusal)
      return {
        ...told,
        state:
          refusal === 'kinship.too-large' || refusal === 'kinship.pedigree-refused' ? 'refused' : 'nothing-to-compare',
        reason: refusal,
        outcome: null,
      };
    try {
      const outcome = await this.threads.run('search', job, {
        mostSeconds: basis.settings.mostSeconds,
        onProgress: (done) => void this.noteProgress(runId, done),
        isCancelled: () => this.isCancelled(runId),
      });
      return { ...told, state: 'compared', reason: null, outcome };
    } catch (error) {
      if (error instanceof ComputationStoppedError)
        return {
          ...told,
          state: error.reason === 'cancelled' ? 'cancelled' : 'refused',
          reason: error.reason === 'cancelled' ? 'kinship.cancelled' : error.reason,
          outcome: null,
        };
      if (error instanceof KinshipInputError) return { ...told, state: 'refused', reason: error.code, outcome: null };
      throw error;
    }
  }

  private async gatherFamily(tx: Tx, reportId: string, only?: readonly string[]): Promise<Gathered> {
    const family = await this.onFile.family(tx, reportId);
    const remains = family.inputs ? await this.onFile.remainsWithProfiles(tx, only) : [];
    return this.gathered(tx, reportId, [family], remains, family.reason);
  }

  private async gatherRemains(tx: Tx, remainsId: string): Promise<Gathered> {
    const remains = await this.onFile.remainsWithProfiles(tx, [remainsId]);
    const families: FamilyDna[] = [];
    if (remains.length > 0)
      for (const id of await this.onFile.reportsWithProfiles(tx)) {
        const family = await this.onFile.family(tx, id);
        if (family.inputs) families.push(family);
      }
    return this.gathered(tx, remainsId, families, remains, remains.length === 0 ? 'kinship.remains-not-open' : null);
  }

  private async gathered(
    tx: Tx,
    recordId: string,
    families: readonly FamilyDna[],
    remains: readonly RemainsDna[],
    reason: string | null,
  ): Promise<Gathered> {
    const [{ horizon, changedIn }] = (await tx.query(
      `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, coalesce(greatest(
         (SELECT xid FROM dna_change WHERE record_id = $1 ORDER BY xid DESC LIMIT 1),
           (SELECT xid FROM comparison_change WHERE record_id = $1 ORDER BY xid DESC LIMIT 1)), '0')::text AS "changedIn"`,
      [recordId],
    )) as [{ horizon: string; changedIn: string }];
    const pairs = new Map<string, string[]>();
    const tables = new Map<string, FamilyTables[]>();
    for (const family of families) {
      const allowed = new Map<string, boolean>();
      for (const country of new Set(remains.map((one) => one.country)))
        allowed.set(country, (await this.onFile.refusalOfCountry(tx, family, country)) === null);
      pairs.set(
        family.reportId,
        remains.filter(({ country }) => allowed.get(country)).map(({ id }) => id),
      );
      tables.set(family.reportId, await this.storedTables(tx, family.reportId));
    }
    return { basis: await this.frequencies.basis(tx), horizon, changedIn, families, remains, pairs, tables, reason };
  }

  private async storedTables(tx: Tx, reportId: string): Promise<FamilyTables[]> {
    const rows = (await tx.query(
      `SELECT frequency_checksum AS checksum, country, tables AS sealed FROM kinship_table WHERE report_id = $1`,
      [reportId],
    )) as { checksum: string; country: string; sealed: Buffer }[];
    return this.secrets.openMany<FamilyTables>(
      tx,
      rows.map(({ checksum, country, sealed }) => ({ place: placeOf(reportId, country, checksum), sealed })),
    );
  }

  private async keepTables(tx: Tx, family: FamilyDna, tables: readonly FamilyTables[]): Promise<void> {
    const { country } = family.eligibility!;
    const sealed = await this.secrets.sealMany(
      tx,
      tables.map((one) => ({ place: placeOf(family.reportId, country, one.checksum), value: one })),
    );
    for (const [at, { checksum, inputsHash }] of tables.entries())
      await tx.query(
        `INSERT INTO kinship_table (report_id, frequency_checksum, country, inputs_hash, tables) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (report_id, frequency_checksum) DO UPDATE SET inputs_hash = $4, tables = $5, built_at = clock_timestamp()`,
        [family.reportId, checksum, country, inputsHash, sealed[at]],
      );
  }

  /** From now on a consent that is missing was taken back. */
  private async noteConsents(tx: Tx, run: KinshipRun): Promise<void> {
    if (run.side !== 'report') return;
    const isSamplingGiven = await this.families.isConsentGiven(tx, run.recordId, 'dna_sampling');
    await tx.query(
      `UPDATE dna_profile SET consent_seen = true, sampling_seen = sampling_seen OR $2
       WHERE id = ANY($1) AND (NOT consent_seen OR (NOT sampling_seen AND $2))`,
      [run.families.flatMap(({ inputs }) => inputs?.profileIds ?? []), isSamplingGiven],
    );
    await audit(tx, actor, 'kinship.compared', { subject: run.recordId, purpose: 'dna_comparison' });
  }

  private async noteProgress(runId: string, done: number): Promise<void> {
    await this.database
      .act(actor, (tx) =>
        tx.query(`UPDATE kinship_run SET progress = $2 WHERE id = $1 AND state = 'running'`, [runId, done]),
      )
      .catch(() => undefined);
  }

  private async isCancelled(runId: string): Promise<boolean> {
    const [row] = await this.database.read(
      actor,
      (tx) =>
        tx.query(`SELECT cancel_asked_at IS NOT NULL AS cancelled FROM kinship_run WHERE id = $1`, [runId]) as Promise<
          { cancelled: boolean }[]
        >,
    );
    return row?.cancelled ?? false;
  }
}

function jobOf({ basis, families, remains, pairs, tables }: Gathered, always: boolean): SearchJob {
  return {
    ...{ settings: basis.settings, databases: basis.databases, always },
    families: families.flatMap(({ reportId, inputs }) =>
      inputs ? [{ id: reportId, inputs, tables: tables.get(reportId) ?? [], remains: pairs.get(reportId) ?? [] }] : [],
    ),
    remains: remains.map(({ id, sex, genotypes }) => ({ id, sex, genotypes })),
  };
}
