import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UsersService } from '../access';
import { audit } from '../audit';
import { FamiliesService } from '../families';
import { RemainsRecords } from '../forensic-remains';
import {
  type Actor,
  Database,
  decodeCursor,
  encodeCursor,
  NotFoundError,
  publish,
  requireVersion,
  Secrets,
  type Tx,
} from '../platform';
import type { Band } from './core/family/comparison';
import { markerKey } from './core/family/marker-names';
import { KinshipThreads } from './computing/threads';
import { FrequenciesService } from './frequencies.service';
import type {
  BandsView,
  RecomputationView,
  ResultSignatureDto,
  ResultsQuery,
  ResultsView,
  ResultView,
} from './kinship.dto';
import { alreadyRecorded, KinshipRefusal } from './kinship.errors';
import { dnaConcluded } from './kinship.events';
import { Laboratory } from './laboratory';
import { ENGINE, type ResultContent, ResultRecords, type ResultRow } from './result-records';

/** A conclusion that two qualified people signed, for the board. */
export interface SignedDna {
  readonly resultId: string;
  readonly reportId: string;
  readonly remainsId: string;
  readonly band: Band;
  readonly isClaimUnsupported: boolean;
  /** The smallest over the populations; null is a ratio of 0. */
  readonly log10LR: number | null;
  readonly populations: number;
  readonly settingsId: string;
  readonly engine: string;
  readonly concludedAt: string;
  readonly isSealedForReview: boolean;
}

interface SignatureRow {
  readonly id: string;
  readonly resultId: string;
  readonly userId: string;
  readonly by: string;
  readonly mandate: string;
  readonly conclusion: Band;
  readonly statement: Buffer;
  readonly at: string;
}

const SIGNATURES_NEEDED = 2;

/**
 * Results as the laboratory of the family's side reads and signs them: ratios under stated hypotheses, and no other
 * evidence of the pair. The other side gets a band, once two have signed.
 */
@Injectable()
export class ResultsService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly users: UsersService,
    private readonly laboratory: Laboratory,
    private readonly families: FamiliesService,
    private readonly remains: RemainsRecords,
    private readonly records: ResultRecords,
    private readonly frequencies: FrequenciesService,
    private readonly threads: KinshipThreads,
  ) {}

  async list(actor: Actor, query: ResultsQuery): Promise<ResultsView> {
    const after = decodeCursor(query.cursor, [z.string(), z.uuid()]);
    return this.database.act(actor, async (tx) => {
      await this.laboratory.qualified(tx, actor);
      const rows = await this.records.where(
        tx,
        `r.family_organisation_id = $1 AND ($2::uuid IS NULL OR r.report_id = $2) AND ($3::uuid IS NULL OR r.remains_id = $3)
           AND (r.is_current OR r.concluded_at IS NOT NULL)
           AND ($4::timestamptz IS NULL OR (date_trunc('milliseconds', r.computed_at), r.id) < ($4, $5::uuid))
         ORDER BY date_trunc('milliseconds', r.computed_at) DESC, r.id DESC LIMIT $6`,
        [
          ...[actor.organisationId, query.reportId ?? null, query.remainsId ?? null],
          ...[after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
        ],
      );
      const shown = rows.slice(0, query.limit);
      await audit(tx, actor, 'kinship.results-listed', { purpose: 'dna_comparison' });
      const last = shown.at(-1);
      return {
        items: await this.items(tx, shown),
        next: rows.length > query.limit && last ? encodeCursor([last.computedAt, last.id]) : null,
      };
    });
  }

  async get(actor: Actor, id: string): Promise<ResultView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.own(tx, actor, id);
      await audit(tx, actor, 'kinship.result-read', { subject: id, fields: ['genotypes'], purpose: 'dna_comparison' });
      return this.view(tx, actor, row);
    });
  }

  /** Computes the number again from what the result kept, with the engine of today, and says whether each bit is the same. */
  async recompute(actor: Actor, id: string): Promise<RecomputationView> {
    const { row, content, basis } = await this.database.act(actor, async (tx) => {
      const found = await this.own(tx, actor, id);
      await audit(tx, actor, 'kinship.result-recomputed', { subject: id, purpose: 'review' });
      const [opened] = await this.records.open(tx, [found]);
      return { row: found, content: opened!, basis: await this.frequencies.basisOf(tx, found.settingsId) };
    });
    const again = await this.threads.run(
      'recompute',
      { ...content, ...basis },
      { mostSeconds: basis.settings.mostSeconds },
    );
    const isIdentical = JSON.stringify(again) === JSON.stringify(content.comparison);
    return { isIdentical, engine: row.engine, presentEngine: ENGINE };
  }

  /** One qualified person's word. With the second that agrees, the conclusion goes to the board. */
  async sign(
    actor: Actor,
    id: string,
    signatureId: string,
    dto: ResultSignatureDto,
    version: number | null,
  ): Promise<ResultView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.own(tx, actor, id, 'FOR UPDATE');
      const signed = await this.signatures(tx, [id]);
      const before = signed.find((one) => one.id === signatureId || one.userId === actor.userId);
      if (before) {
        const statement = await this.secrets.open<string>(tx, this.signaturePlace(row, before.id), before.statement);
        const isSame = before.id === signatureId && before.conclusion === dto.conclusion && statement === dto.statement;
        if (!isSame || before.userId !== actor.userId) throw alreadyRecorded();
        return this.view(tx, actor, row);
      }
      requireVersion(version, row.version, () => ({ id, version: row.version, band: row.band }));
      this.refuseUnsignable(row, dto.conclusion, signed);
      const qualification = await this.users.qualificationFor(tx, actor.userId ?? '', dto.qualificationId);
      if (qualification?.method !== 'dna')
        throw new KinshipRefusal(
          'kinship.not-qualified',
          'forbidden',
          'Only a live qualification for DNA signs a DNA conclusion',
        );
      // A consent taken back since the computation stops the signature as it stops the computation.
      await this.refuseWithoutConsent(tx, row);
      await tx.query(
        `INSERT INTO kinship_signature (id, result_id, user_id, user_name, qualification_id, mandate, conclusion, statement) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[signatureId, id, actor.userId, actor.name, qualification.id, qualification.mandate, dto.conclusion],
          await this.secrets.seal(tx, this.signaturePlace(row, signatureId), dto.statement),
        ],
      );
      const isConcluded = signed.length + 1 >= SIGNATURES_NEEDED;
      await tx.query(
        `UPDATE kinship_result SET version = version + 1, concluded_at = CASE WHEN $2 THEN clock_timestamp() ELSE concluded_at END WHERE id = $1`,
        [id, isConcluded],
      );
      await audit(tx, actor, 'kinship.result-signed', { subject: id, fields: [dto.conclusion] });
      if (isConcluded) await publish(tx, dnaConcluded, { resultId: id });
      return this.view(tx, actor, (await this.records.find(tx, id))!);
    });
  }

  /** What the custodian of remains learns: a band, once two have signed; no family, no allele, no number. */
  async bandsOf(actor: Actor, remainsId: string): Promise<BandsView> {
    return this.database.act(actor, async (tx) => {
      await this.laboratory.ownSubject(tx, actor, { remainsId });
      const rows = await this.records.where(
        tx,
        `r.remains_id = $1 AND r.concluded_at IS NOT NULL AND NOT r.is_sealed_for_review ORDER BY r.concluded_at DESC LIMIT 100`,
        [remainsId],
      );
      await audit(tx, actor, 'kinship.bands-read', { subject: remainsId, purpose: 'dna_comparison' });
      return { items: rows.map(({ id, band, concludedAt }) => ({ resultId: id, band, concludedAt: concludedAt! })) };
    });
  }

  /** The newest signed conclusion of a pair. Who may see it is the caller's to decide. */
  async concludedOf(
    tx: Tx,
    pair: { readonly reportId: string; readonly remainsId: string },
  ): Promise<SignedDna | null> {
    const [row] = await this.records.where(
      tx,
      `r.report_id = $1 AND r.remains_id = $2 AND r.concluded_at IS NOT NULL ORDER BY r.concluded_at DESC LIMIT 1`,
      [pair.reportId, pair.remainsId],
    );
    if (!row) return null;
    const [{ comparison }] = (await this.records.open(tx, [row])) as [ResultContent];
    return {
      ...{ resultId: row.id, reportId: row.reportId, remainsId: row.remainsId, band: row.band },
      ...{ isClaimUnsupported: row.isClaimUnsupported, log10LR: comparison.smallestLog10LR },
      ...{ populations: comparison.populations.length, settingsId: row.settingsId, engine: row.engine },
      ...{ concludedAt: row.concludedAt!, isSealedForReview: row.isSealedForReview },
    };
  }

  /** The pair of a result, for who hears that it was concluded. */
  async pairOf(tx: Tx, id: string): Promise<Pick<ResultRow, 'reportId' | 'remainsId' | 'band'> | null> {
    return this.records.find(tx, id);
  }

  private refuseUnsignable(row: ResultRow, conclusion: Band, signed: readonly SignatureRow[]): void {
    const refuse = (code: `kinship.${string}`, message: string) => {
      throw new KinshipRefusal(code, 'conflict', message);
    };
    if (!row.isCurrent || row.isSealedForReview)
      refuse('kinship.result-out-of-date', 'What this result rests on has changed since; sign the present one');
    if (row.concludedAt !== null) refuse('kinship.already-concluded', 'Two people have signed this result already');
    if (conclusion === 'excludes' && row.band !== 'excludes')
      refuse(
        'kinship.may-not-exclude',
        'One claimed relative, or brothers and sisters alone, exclude nobody: the claimed relationship is not supported, and more is not said',
      );
    if (signed.some((one) => one.conclusion !== conclusion))
      refuse('kinship.signatories-differ', 'The other signatory concluded otherwise; talk, or have it computed anew');
  }

  private async refuseWithoutConsent(tx: Tx, { reportId, familyCountry, remainsCountry }: ResultRow): Promise<void> {
    const isGiven =
      familyCountry === remainsCountry
        ? await this.families.isConsentGiven(tx, reportId, 'search_here')
        : await this.families.isConsentGiven(tx, reportId, 'dna_match_abroad');
    if (!isGiven)
      throw new KinshipRefusal(
        'kinship.no-consent',
        'conflict',
        'The family’s consent to this comparison is not in effect',
      );
  }

  private async own(tx: Tx, actor: Actor, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<ResultRow> {
    const row = await this.records.find(tx, id, lock);
    if (!row || (!actor.isSystem && row.familyOrganisationId !== actor.organisationId)) throw new NotFoundError();
    await this.laboratory.qualified(tx, actor);
    return row;
  }

  private async signatures(tx: Tx, resultIds: readonly string[]): Promise<SignatureRow[]> {
    return (await tx.query(
      `SELECT id, result_id AS "resultId", user_id AS "userId", user_name AS by, mandate, conclusion, statement,
         to_char(signed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
       FROM kinship_signature WHERE result_id = ANY($1) ORDER BY signed_at, id`,
      [resultIds],
    )) as SignatureRow[];
  }

  private signaturePlace({ reportId, familyCountry }: ResultRow, id: string) {
    return { scope: reportId, country: familyCountry, dataClass: 'dna', table: 'kinship_signature', id } as const;
  }

  private async items(tx: Tx, rows: readonly ResultRow[]): Promise<ResultsView['items']> {
    const opened = await this.records.open(tx, rows);
    const ids = (of: 'reportId' | 'remainsId') => [...new Set(rows.map((row) => row[of]))];
    const reports = new Map((await this.families.summaries(tx, ids('reportId'))).map((one) => [one.id, one.reference]));
    const remains = new Map((await this.remains.summaries(tx, ids('remainsId'))).map((one) => [one.id, one.reference]));
    const signed = await this.signatures(
      tx,
      rows.map(({ id }) => id),
    );
    return rows.map((row, at) => {
      const { smallestLog10LR, largestLog10LR, markersCompared } = opened[at]!.comparison;
      return {
        ...{ id: row.id, reportId: row.reportId, reportReference: reports.get(row.reportId) ?? '' },
        ...{ remainsId: row.remainsId, remainsReference: remains.get(row.remainsId) ?? '' },
        ...{
          band: row.band,
          isClaimUnsupported: row.isClaimUnsupported,
          smallestLog10LR,
          largestLog10LR,
          markersCompared,
        },
        ...{ isCurrent: row.isCurrent, isSealedForReview: row.isSealedForReview, version: row.version },
        signatures: signed.filter(({ resultId }) => resultId === row.id).length,
        ...{ concludedAt: row.concludedAt, computedAt: row.computedAt },
      };
    });
  }

  private async view(tx: Tx, actor: Actor, row: ResultRow): Promise<ResultView> {
    const [item] = await this.items(tx, [row]);
    const [{ family, remains, comparison }] = (await this.records.open(tx, [row])) as [ResultContent];
    const { settings } = await this.frequencies.basisOf(tx, row.settingsId);
    const signed = await this.signatures(tx, [row.id]);
    const statements = await this.secrets.openMany<string>(
      tx,
      signed.map(({ id, statement }) => ({ place: this.signaturePlace(row, id), sealed: statement })),
    );
    const names = new Map(
      comparison.populations.flatMap(({ perMarker }) =>
        perMarker.map(({ marker }) => [markerKey(marker), marker] as const),
      ),
    );
    return {
      ...item!,
      missing: family.missing,
      populations: comparison.populations.map(({ added, perMarker, ...one }) => ({
        ...one,
        added: added.map((allele) => ({ ...allele })),
        perMarker: perMarker.map((marker) => ({ ...marker })),
      })),
      genotypes: [...names].map(([key, marker]) => ({
        marker,
        remains: remains.genotypes[key] ? [...remains.genotypes[key]] : null,
        family: Object.entries(family.typed).flatMap(([person, own]) =>
          own[key] ? [{ person, alleles: [...own[key]] }] : [],
        ),
        isInconsistent: comparison.inconsistent.includes(marker),
      })),
      persons: family.persons.map(({ id, father, mother, sex }) => ({
        ...{ person: id, father: father ?? null, mother: mother ?? null, sex },
      })),
      notices: comparison.notices.map((one) => ({ ...one })),
      settingsId: row.settingsId,
      settings: settings as unknown as Record<string, unknown>,
      engine: row.engine,
      signed: signed.map(({ id, by, mandate, conclusion, at: on }, at) => ({
        ...{ id, by, mandate, conclusion, statement: statements[at]!, at: on },
      })),
      mayBeSigned:
        row.isCurrent &&
        !row.isSealedForReview &&
        row.concludedAt === null &&
        !signed.some(({ userId }) => userId === actor.userId),
    };
  }
}
