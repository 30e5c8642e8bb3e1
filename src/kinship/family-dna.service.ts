import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { audit } from '../audit';
import { FamiliesService } from '../families';
import { type Actor, Database, decodeCursor, encodeCursor, NotFoundError, type Tx } from '../platform';
import { DnaOnFile } from './family-dna';
import type { FamiliesDnaView, FamilyDnaView, RunView } from './kinship.dto';
import { KinshipRefusal } from './kinship.errors';
import { Laboratory } from './laboratory';
import { profileView, SamplesService } from './samples.service';
import { KinshipSearches } from './searches';

const runColumns = `id, state, reason, progress, compared, found,
  CASE WHEN expected_operations > 0 THEN expected_operations / 1e9 END AS "expectedSeconds",
  to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "startedAt",
  to_char(finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "finishedAt"`;

/** The families whose DNA the laboratory holds: who is typed, what is computed, and what stands in the way. */
@Injectable()
export class FamilyDnaService {
  constructor(
    private readonly database: Database,
    private readonly laboratory: Laboratory,
    private readonly families: FamiliesService,
    private readonly onFile: DnaOnFile,
    private readonly samples: SamplesService,
    private readonly searches: KinshipSearches,
  ) {}

  async list(actor: Actor, page: { cursor?: string | undefined; limit: number }): Promise<FamiliesDnaView> {
    const after = decodeCursor(page.cursor, [z.uuid()]);
    return this.database.act(actor, async (tx) => {
      await this.laboratory.qualified(tx, actor);
      const rows = (await tx.query(
        `SELECT p.report_id AS "reportId", p.profiles, coalesce(s.state, 'waiting') AS state, s.reason, r.id AS "runId", r.progress,
           (SELECT count(*)::int FROM kinship_result k WHERE k.report_id = p.report_id AND k.is_current) AS results
         FROM (SELECT report_id, count(*)::int AS profiles FROM dna_profile WHERE organisation_id = $1 AND report_id IS NOT NULL
               AND ($2::uuid IS NULL OR report_id > $2) GROUP BY report_id ORDER BY report_id LIMIT $3) p
         LEFT JOIN kinship_subject s ON s.record_id = p.report_id
         LEFT JOIN LATERAL (SELECT id, progress FROM kinship_run WHERE record_id = p.report_id AND state = 'running'
           AND started_at > now() - interval '10 minutes' ORDER BY started_at DESC LIMIT 1) r ON true
         ORDER BY p.report_id`,
        [actor.organisationId, after?.[0] ?? null, page.limit + 1],
      )) as Omit<FamiliesDnaView['items'][number], 'reference'>[];
      const shown = rows.slice(0, page.limit);
      const reports = await this.families.summaries(
        tx,
        shown.map(({ reportId }) => reportId),
      );
      const references = new Map(reports.map((one) => [one.id, one.reference]));
      await audit(tx, actor, 'kinship.families-listed', { purpose: 'dna_comparison' });
      const last = shown.at(-1);
      return {
        items: shown.map((row) => ({ ...row, reference: references.get(row.reportId) ?? '' })),
        next: rows.length > page.limit && last ? encodeCursor([last.reportId]) : null,
      };
    });
  }

  async get(actor: Actor, reportId: string): Promise<FamilyDnaView> {
    return this.database.act(actor, async (tx) => {
      await this.laboratory.ownSubject(tx, actor, { reportId });
      await this.laboratory.qualified(tx, actor);
      const report = (await this.families.reportSummary(tx, reportId))!;
      const family = await this.onFile.family(tx, reportId);
      await audit(tx, actor, 'kinship.family-read', {
        subject: reportId,
        fields: ['dnaProfile'],
        purpose: 'dna_comparison',
      });
      const all = await this.onFile.allProfiles(tx, reportId);
      const used = new Set(family.profiles.map(({ id }) => id));
      const typed = new Set(Object.keys(family.inputs?.typed ?? {}));
      return {
        ...{ reportId, reference: report.reference, reportVersion: report.version, reason: family.reason },
        persons: family.relatives.map(({ person, father, mother, sex, isMissingPerson, relationship, consentDna }) => ({
          ...{ person, father, mother, sex, isMissingPerson, relationship },
          ...{ isTyped: typed.has(person), isConsenting: consentDna === 'given' },
        })),
        profiles: all.map((profile) => profileView(profile, used.has(profile.id))),
        samples: await this.samples.samplesOf(tx, { reportId }),
        notices: (family.inputs?.notices ?? []).map((one) => ({ ...one })),
        runs: (await tx.query(
          `SELECT ${runColumns} FROM kinship_run WHERE record_id = $1 ORDER BY started_at DESC LIMIT 10`,
          [reportId],
        )) as RunView[],
      };
    });
  }

  /** Asks a running computation to stop. It ends within a second or two, and its record is listed as not compared. */
  async cancel(actor: Actor, runId: string): Promise<RunView> {
    return this.database.act(actor, async (tx) => {
      await this.laboratory.qualified(tx, actor);
      const [run] = (await tx.query(
        `SELECT side, record_id AS "recordId", state FROM kinship_run WHERE id = $1 FOR UPDATE`,
        [runId],
      )) as { side: 'report' | 'remains'; recordId: string; state: string }[];
      if (!run) throw new NotFoundError();
      await this.laboratory.ownSubject(
        tx,
        actor,
        run.side === 'report' ? { reportId: run.recordId } : { remainsId: run.recordId },
      );
      if (run.state === 'running') {
        await tx.query(
          `UPDATE kinship_run SET cancel_asked_at = coalesce(cancel_asked_at, now()), cancel_asked_by = coalesce(cancel_asked_by, $2) WHERE id = $1`,
          [runId, actor.userId],
        );
        await audit(tx, actor, 'kinship.run-cancelled', { subject: run.recordId });
      }
      return this.runOf(tx, runId);
    });
  }

  /** One pair, computed now and shown whatever its ratio. */
  async compare(actor: Actor, reportId: string, remainsId: string): Promise<RunView> {
    await this.database.act(actor, async (tx) => {
      await this.laboratory.ownSubject(tx, actor, { reportId });
      await this.laboratory.qualified(tx, actor);
      await audit(tx, actor, 'kinship.comparison-asked', { subject: reportId, purpose: 'dna_comparison' });
      const family = await this.onFile.family(tx, reportId);
      const [remains] = await this.onFile.remainsWithProfiles(tx, [remainsId]);
      // Remains that may not be compared are answered like remains that are not there.
      if (!remains || (await this.onFile.refusalOfCountry(tx, family, remains.country)) !== null)
        throw new NotFoundError();
      if (family.reason !== null)
        throw new KinshipRefusal(family.reason, 'conflict', 'This family cannot be compared as it stands');
    });
    const run = await this.searches.forPair(reportId, remainsId);
    return this.database.act(actor, async (tx) => {
      await this.searches.store(tx, run, true);
      return this.runOf(tx, run.runId);
    });
  }

  private async runOf(tx: Tx, id: string): Promise<RunView> {
    const [run] = (await tx.query(`SELECT ${runColumns} FROM kinship_run WHERE id = $1`, [id])) as RunView[];
    return run!;
  }
}
