import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UsersService } from '../access';
import { audit } from '../audit';
import { CasesService } from '../cases';
import { ContactPointsService } from '../contact-points';
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
  type SealedPlace,
  Secrets,
  type Tx,
} from '../platform';
import { alignedNames, placesOfBoth, placesOfFamily, timeOfBoth, timeOfFamily } from './compared-files';
import { weighPair } from './core/evidence';
import { randomReportsReaching, type StatedPrior } from './core/posterior';
import {
  mayProposalChange,
  openProposalStates,
  type ProposalActor,
  type ProposalState,
  type Stage,
} from './core/proposal-state';
import { daySpanOf } from './core/reading/days';
import { defaultSettings } from './core/settings';
import { proposalMoved } from './matching.events';
import {
  agreeingOf,
  findProposal,
  isNamedIn,
  newestEvidence,
  proposalColumns,
  type ProposalRow,
  type Side,
  sideOf,
} from './proposal-rows';
import type {
  CandidatesView,
  ComparisonProposalView,
  FamilyProposalView,
  InterestDto,
  NextAct,
  ProposalsQuery,
  ProposalStateDto,
  ProposalsView,
  ProposalTimelineView,
  ProposalView,
  ReleaseDto,
} from './proposals.dto';
import {
  ConsentMissingError,
  IllegalProposalChangeError,
  SpecialistMissingError,
  TooManyInterestsError,
  UnfitSpecialistError,
} from './proposals.errors';
import { profileOfRemains, profileOfReport } from './resident-index';

const OPEN_INTERESTS = 3;
/** Moving the odds by less than a factor of two is no ground to rest on, and none to speak against. */
const TELLING_LOG10 = 0.3;
/** Days after which what was disclosed is no longer shown, unless the comparison goes on. */
const DISCLOSED_DAYS = 60;

/** Proposals as each side may see them at their stage, and the acts that move them on. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly users: UsersService,
    private readonly contactPoints: ContactPointsService,
    private readonly families: FamiliesService,
    private readonly records: RemainsRecords,
    private readonly cases: CasesService,
  ) {}

  async list(actor: Actor, query: ProposalsQuery): Promise<ProposalsView> {
    const after = decodeCursor(query.cursor, [z.string(), z.uuid()]);
    return this.database.act(actor, async (tx) => {
      const rows = (await tx.query(
        `SELECT ${proposalColumns}, to_char(m.changed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') AS "changedAt", (current_date - m.changed_at::date) AS "ageDays"
         FROM match_proposal m
         WHERE (m.family_organisation_id = $1 OR (m.remains_organisation_id = $1 AND m.stage <> 'S1')
                OR ((m.family_specialist_id = $2 OR m.remains_specialist_id = $2 OR m.third_specialist_id = $2) AND m.stage IN ('S5a', 'S6') AND m.state <> 'withdrawn'))
           AND ($3::text IS NULL OR (m.changed_at AT TIME ZONE 'UTC', m.id) < ($3::timestamp, $4::uuid))
           AND ($5::text IS NULL OR m.state IN ($5, 'supported')) AND ($6::uuid IS NULL OR m.report_id = $6) AND ($7::uuid IS NULL OR m.remains_id = $7)
           AND ($8::boolean IS NULL OR (m.state = ANY($9) AND (
                  (m.family_organisation_id = $1 AND m.state IN ('proposed', 'in_review', 'needs_information'))
               OR (m.remains_organisation_id = $1 AND m.stage = 'S2') OR (m.stage = 'S5a' AND (m.family_specialist_id = $2 OR m.remains_specialist_id = $2)))))
         ORDER BY m.changed_at DESC, m.id DESC LIMIT $10`,
        [
          ...[
            actor.organisationId,
            actor.userId,
            after?.[0] ?? null,
            after?.[1] ?? null,
            query.state ?? null,
            query.caseId ?? null,
          ],
          ...[query.remainsId ?? null, query.waiting === 'me' ? true : null, openProposalStates, query.limit + 1],
        ],
      )) as (ProposalRow & { changedAt: string; ageDays: number })[];
      const page = rows.slice(0, query.limit);
      const masked: typeof page = [];
      for (const row of page) masked.push(await this.asShown(tx, actor, row));
      const shown = masked.filter(({ state }) => query.state === undefined || state === query.state);
      const evidence = await newestEvidence(
        tx,
        shown.map(({ id }) => id),
      );
      const sides = new Map(shown.map((row) => [row.id, sideOf(actor, row)]));
      // A remains' side that asks by a report's id must not learn that there is a pair.
      const visible = shown.filter(
        (row) => sides.get(row.id) !== null && !(query.caseId && sides.get(row.id) === 'remains'),
      );
      const own = visible.filter((row) => sides.get(row.id) !== 'remains');
      const names = await this.families.displayNames(
        tx,
        own.map(({ reportId }) => reportId),
      );
      const reports = new Map(
        (
          await this.families.summaries(
            tx,
            own.map(({ reportId }) => reportId),
          )
        ).map((one) => [one.id, one.reference]),
      );
      const remains = new Map(
        (
          await this.records.summaries(
            tx,
            visible.map(({ remainsId }) => remainsId),
          )
        ).map((one) => [one.id, one.reference]),
      );
      await audit(tx, actor, 'matching.proposals-listed', { purpose: 'match_review' });
      const last = page.at(-1);
      return {
        items: visible.map((row) => {
          const side = sides.get(row.id)!;
          const isRemains = side === 'remains';
          return {
            ...{
              id: row.id,
              side,
              stage: row.stage,
              state: row.state,
              changedOn: row.changedOn,
              ageDays: row.ageDays,
              version: row.version,
            },
            reference: (isRemains ? remains.get(row.remainsId) : reports.get(row.reportId)) ?? '',
            name: isRemains ? null : (names.get(row.reportId) ?? null),
            grade: isRemains ? null : (evidence.get(row.id)?.grade ?? null),
            agreeing: agreeingOf(evidence.get(row.id)),
            waitsFor: waitsFor(actor, row, side),
          };
        }),
        next: rows.length > query.limit && last ? encodeCursor([last.changedAt, last.id]) : null,
      };
    });
  }

  /**
   * The candidates of one of the desk's own cases, strongest first, each with what it rests on. What the desk set aside or
   * people excluded stays in the list, so that nobody wonders where it went; what was withdrawn does not.
   */
  async candidatesOf(actor: Actor, caseId: string): Promise<CandidatesView['items']> {
    return this.database.act(actor, async (tx) => {
      const rows = (await tx.query(
        `SELECT ${proposalColumns} FROM match_proposal m
         WHERE m.report_id = $1 AND m.family_organisation_id = $2 AND m.state <> 'withdrawn' LIMIT 200`,
        [caseId, actor.organisationId],
      )) as ProposalRow[];
      const shown: ProposalRow[] = [];
      for (const row of rows) shown.push(await this.asShown(tx, actor, row));
      const evidence = await newestEvidence(
        tx,
        shown.map(({ id }) => id),
      );
      await audit(tx, actor, 'matching.candidates-listed', { subject: caseId, purpose: 'match_review' });
      const items: CandidatesView['items'] = [];
      for (const row of shown) {
        const weighed = evidence.get(row.id);
        if (!weighed) continue;
        const { sex, recovered } = await this.records.coarseFeatures(tx, row.remainsId);
        const inState = (state: string) =>
          weighed.parts.filter((part) => part.state === state).map(({ comparison }) => comparison as string);
        const telling = (does: (log10Lr: number) => boolean) =>
          [...weighed.parts]
            .filter(({ log10Lr }) => does(log10Lr))
            .sort((a, b) => Math.abs(b.log10Lr) - Math.abs(a.log10Lr))
            .map(({ comparison }) => comparison as string);
        items.push({
          ...{ id: row.id, stage: row.stage, state: row.state, changedOn: row.changedOn },
          ...{ grade: weighed.grade, log10Lr: weighed.log10Lr },
          expectedRandom: randomReportsReaching(weighed.log10Lr, weighed.prior.persons),
          agreeing: telling((log10Lr) => log10Lr >= TELLING_LOG10),
          disagreeing: telling((log10Lr) => log10Lr <= -TELLING_LOG10),
          silent: inState('silent'),
          notExaminable: inState('not_examinable'),
          remains: { country: row.remainsCountry, sex, recovered },
        });
      }
      return items.sort((a, b) => b.log10Lr - a.log10Lr || (a.id < b.id ? -1 : 1));
    });
  }

  async get(actor: Actor, id: string): Promise<ProposalView> {
    return this.database.act(actor, async (tx) => {
      const { row, side } = await this.visible(tx, actor, id);
      await audit(tx, actor, 'matching.proposal-read', {
        subject: id,
        fields: [row.stage, side],
        purpose: 'match_review',
      });
      return this.viewOf(tx, actor, row, side);
    });
  }

  async timeline(actor: Actor, id: string): Promise<ProposalTimelineView> {
    return this.database.act(actor, async (tx) => {
      const { row, side } = await this.visible(tx, actor, id);
      const isMasked = (await findProposal(tx, id))?.stage !== row.stage;
      const events = (await tx.query(
        `SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, actor_name AS by, act, from_state AS "from", to_state AS "to", reason
         FROM proposal_event WHERE proposal_id = $1 AND ($2 OR act IN ('asked', 'released', 'released-to-third')) AND NOT ($3 AND act = 'board-decided')
         ORDER BY id DESC LIMIT 500`,
        [id, side !== 'remains', isMasked],
      )) as { at: string; by: string; act: string; from: string | null; to: string | null; reason: Buffer | null }[];
      const items: ProposalTimelineView['items'] = [];
      for (const { reason, ...event } of events)
        items.push({
          ...event,
          reason: reason && side !== 'remains' ? await this.secrets.open<string>(tx, this.notes(row), reason) : null,
        });
      const disclosures = (await tx.query(
        `SELECT d.stage, d.fields, d.purpose, d.basis, d.made_at::date::text AS on, d.expires_on::text AS "expiresOn",
           (d.ended_at IS NOT NULL OR d.expires_on < current_date) AS "hasEnded", o.name AS recipient
         FROM disclosure d JOIN organisation o ON o.id = d.recipient_organisation_id
         WHERE d.proposal_id = $1 AND ($2 OR d.stage <> 'S1') AND NOT ($3 AND d.stage = 'S6') ORDER BY d.made_at DESC LIMIT 200`,
        [id, side !== 'remains', isMasked],
      )) as ProposalTimelineView['disclosures'];
      await audit(tx, actor, 'matching.proposal-timeline-read', { subject: id, purpose: 'match_review' });
      return { items, disclosures };
    });
  }

  /** A reviewer of the family's desk takes the proposal up. Whoever does cannot sign the identification later. */
  async review(actor: Actor, id: string, version: number | null): Promise<ProposalView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.ownByFamily(tx, actor, id);
      if (row.state !== 'proposed') return this.viewOf(tx, actor, row, sideOf(actor, row)!);
      requireVersion(version, row.version, () => ({ state: row.state, version: row.version }));
      await tx.query(`UPDATE match_proposal SET reviewed_by = $2 WHERE id = $1`, [id, actor.userId]);
      return this.moved(tx, actor, row, 'in_review', { act: 'review-begun', by: 'family-desk' });
    });
  }

  /**
   * S2: the family's desk asks. The custodian learns that a desk asks, and which classes agree: no score, no case, no
   * nationality. Needs the family's standing consent where the remains lie in another country.
   */
  async ask(
    actor: Actor,
    id: string,
    interestId: string,
    dto: InterestDto,
    version: number | null,
  ): Promise<ProposalView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.ownByFamily(tx, actor, id);
      if (await this.wasDone(tx, interestId)) return this.viewOf(tx, actor, row, sideOf(actor, row)!);
      requireVersion(version, row.version, () => ({ state: row.state, version: row.version }));
      if (
        row.familyCountry !== row.remainsCountry &&
        !(await this.families.isConsentGiven(tx, row.reportId, 'match_abroad'))
      )
        throw new ConsentMissingError('match_abroad');
      const [{ open }] = (await tx.query(
        `SELECT count(*)::int AS open FROM match_proposal WHERE report_id = $1 AND stage IN ('S2', 'S5a') AND state = 'comparison_requested'`,
        [row.reportId],
      )) as [{ open: number }];
      if (open >= OPEN_INTERESTS) throw new TooManyInterestsError();
      if (dto.specialistId !== null) await this.setFamilySpecialist(tx, row, dto.specialistId);
      await tx.query(
        `UPDATE match_proposal SET stage = CASE WHEN stage = 'S1' THEN 'S2' ELSE stage END WHERE id = $1`,
        [id],
      );
      await this.disclose(tx, row, {
        stage: 'S2',
        fields: ['agreeing-classes', 'asking-desk'],
        to: row.remainsOrganisationId,
        basis: 'consent:match_abroad',
        approver: actor.userId,
      });
      return this.moved(tx, actor, row, 'comparison_requested', {
        act: 'asked',
        by: 'family-desk',
        actId: interestId,
        reason: dto.reason,
      });
    });
  }

  /** The family's side names who will compare the two files for it. */
  async nameSpecialist(actor: Actor, id: string, specialistId: string, version: number | null): Promise<ProposalView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.ownByFamily(tx, actor, id);
      if (row.familySpecialistId === specialistId) return this.viewOf(tx, actor, row, sideOf(actor, row)!);
      requireVersion(version, row.version, () => ({ state: row.state, version: row.version }));
      // After the release the named person has read the file: another cannot take the place unseen.
      if (row.stage !== 'S1' && row.stage !== 'S2') throw new UnfitSpecialistError();
      await this.setFamilySpecialist(tx, row, specialistId);
      await tx.query(`UPDATE match_proposal SET version = version + 1, changed_at = now() WHERE id = $1`, [id]);
      await this.note(tx, actor, row, { act: 'specialist-named' });
      await audit(tx, actor, 'matching.specialist-named', { subject: id, fields: ['familySpecialist'] });
      return this.reread(tx, actor, id);
    });
  }

  async changeState(
    actor: Actor,
    id: string,
    actId: string,
    dto: ProposalStateDto,
    version: number | null,
  ): Promise<ProposalView> {
    return this.database.act(actor, async (tx) => {
      const row = await this.ownByFamily(tx, actor, id);
      if (await this.wasDone(tx, actId)) return this.viewOf(tx, actor, row, sideOf(actor, row)!);
      requireVersion(version, row.version, () => ({ state: row.state, version: row.version }));
      return this.moved(tx, actor, row, dto.to, { act: 'state-changed', by: 'family-desk', actId, reason: dto.reason });
    });
  }

  /**
   * S5a: the custodian releases its record for comparison by two named specialists, one of each side. From here on both
   * see both files; nobody else of either side does. Rests on the family's standing consent to that comparison.
   */
  async release(
    actor: Actor,
    id: string,
    releaseId: string,
    dto: ReleaseDto,
    version: number | null,
  ): Promise<ProposalView> {
    return this.database.act(actor, async (tx) => {
      const row = await findProposal(tx, id, 'FOR UPDATE');
      if (!row || row.remainsOrganisationId !== actor.organisationId || row.stage === 'S1') throw new NotFoundError();
      if (await this.wasDone(tx, releaseId)) return this.viewOf(tx, actor, row, sideOf(actor, row)!);
      requireVersion(version, row.version, () => ({ state: row.state, version: row.version }));
      if (row.stage !== 'S2' || row.state !== 'comparison_requested')
        throw new IllegalProposalChangeError(row.state, 'comparison_requested');
      if (row.familySpecialistId === null) throw new SpecialistMissingError();
      const isAbroad = row.familyCountry !== row.remainsCountry;
      if (isAbroad && !(await this.families.isConsentGiven(tx, row.reportId, 'specialists_abroad', row.remainsCountry)))
        throw new ConsentMissingError('specialists_abroad');
      const [specialist] = await this.users.specialists(tx, { country: row.remainsCountry, id: dto.specialistId });
      if (
        !specialist ||
        specialist.organisationId !== row.remainsOrganisationId ||
        specialist.id === row.familySpecialistId
      )
        throw new UnfitSpecialistError();
      const [familySpecialist] = await this.users.specialists(tx, {
        country: row.familyCountry,
        id: row.familySpecialistId,
      });
      if (!familySpecialist) throw new UnfitSpecialistError();
      await tx.query(
        `UPDATE match_proposal SET stage = 'S5a', remains_specialist_id = $2, version = version + 1, changed_at = now() WHERE id = $1`,
        [id, dto.specialistId],
      );
      const basis = `consent:specialists_abroad:${row.remainsCountry}`;
      await this.disclose(tx, row, {
        stage: 'S5a',
        fields: ['post-mortem-file'],
        to: familySpecialist.organisationId,
        user: familySpecialist.id,
        basis: `release:${dto.authorityReference ?? 'custodian'}`,
        approver: actor.userId,
      });
      await this.disclose(tx, row, {
        stage: 'S5a',
        fields: ['ante-mortem-file'],
        to: specialist.organisationId,
        user: specialist.id,
        basis,
        approver: actor.userId,
      });
      await this.note(tx, actor, row, { act: 'released', actId: releaseId, reason: dto.reason });
      await audit(tx, actor, 'matching.released', { subject: id, fields: ['stage'] });
      await publish(tx, proposalMoved, { proposalId: id });
      return this.reread(tx, actor, id);
    });
  }

  /** How many proposals wait for somebody, for each of the reader's own reports and remains; by what this reader may see. */
  async openAmong(
    tx: Tx,
    actor: Actor,
    { reportIds, remainsIds }: { readonly reportIds: readonly string[]; readonly remainsIds: readonly string[] },
  ): Promise<Map<string, number>> {
    const rows = (await tx.query(
      `SELECT ${proposalColumns} FROM match_proposal m WHERE m.report_id = ANY($1) OR m.remains_id = ANY($2) LIMIT 2000`,
      [reportIds, remainsIds],
    )) as ProposalRow[];
    const open = new Map<string, number>();
    for (const row of rows) {
      const shown = await this.asShown(tx, actor, row);
      if (sideOf(actor, shown) === null || !openProposalStates.includes(shown.state)) continue;
      for (const id of [row.reportId, row.remainsId]) open.set(id, (open.get(id) ?? 0) + 1);
    }
    return open;
  }

  /**
   * S5a for a third: the custodian opens the two files to the specialist whom an identification called in. Registered as
   * the disclosures to the first two are, and shown as long as they are.
   */
  async releaseToThird(
    tx: Tx,
    actor: Actor,
    id: string,
    release: {
      readonly releaseId: string;
      readonly specialistId: string;
      readonly authorityReference: string | null;
      readonly reason?: string | undefined;
      /** The family's consent that reaches this person. */
      readonly basis: string;
    },
  ): Promise<void> {
    const row = await findProposal(tx, id, 'FOR UPDATE');
    if (!row || row.remainsOrganisationId !== actor.organisationId) throw new NotFoundError();
    if (row.stage !== 'S5a') throw new IllegalProposalChangeError(row.state, 'comparison_requested');
    const third = await this.users.person(tx, release.specialistId);
    if (!third || isNamedIn({ ...row, thirdSpecialistId: null }, third.id) || third.id === row.reviewedBy)
      throw new UnfitSpecialistError();
    await tx.query(`UPDATE match_proposal SET third_specialist_id = $2 WHERE id = $1`, [id, third.id]);
    for (const [field, basis] of [
      ['post-mortem-file', `release:${release.authorityReference ?? 'custodian'}`],
      ['ante-mortem-file', release.basis],
    ] as const)
      await this.disclose(tx, row, {
        ...{ stage: 'S5a' as const, fields: [field], to: third.organisationId, user: third.id, basis },
        approver: actor.userId,
      });
    await this.note(tx, actor, row, { act: 'released-to-third', actId: release.releaseId, reason: release.reason });
    await audit(tx, actor, 'matching.released', { subject: id, fields: ['thirdSpecialist'] });
  }

  /** Another is named third, or none any more: what was open to the first is closed at once. */
  async endThird(tx: Tx, actor: Actor, id: string): Promise<void> {
    const row = await findProposal(tx, id, 'FOR UPDATE');
    if (!row?.thirdSpecialistId) return;
    await tx.query(`UPDATE match_proposal SET third_specialist_id = NULL WHERE id = $1`, [id]);
    await tx.query(
      `UPDATE disclosure SET ended_at = now() WHERE proposal_id = $1 AND recipient_user_id = $2 AND ended_at IS NULL`,
      [id, row.thirdSpecialistId],
    );
    await audit(tx, actor, 'matching.release-ended', { subject: id, fields: ['thirdSpecialist'] });
  }

  /** A proposal for the modules above, which decide themselves who may see it. */
  async find(tx: Tx, id: string): Promise<ProposalRow | null> {
    return findProposal(tx, id);
  }

  /** What the newest evidence of a pair weighs, DNA left out; for the modules above, which decide who may see it. */
  async weightOf(
    tx: Tx,
    id: string,
  ): Promise<{ log10Lr: number; posterior: number; prior: StatedPrior; settingsId: string } | null> {
    const evidence = (await newestEvidence(tx, [id])).get(id);
    if (!evidence) return null;
    const { log10Lr, posterior, prior, settingsId } = evidence;
    return { log10Lr, posterior, prior, settingsId };
  }

  /** The board's word on the pair. An exclusion is remembered with what was compared, and the pair stays away until that changes. */
  async changeByBoard(tx: Tx, actor: Actor, id: string, change: { to: ProposalState; reason: string }): Promise<void> {
    const row = await findProposal(tx, id, 'FOR UPDATE');
    if (!row) throw new NotFoundError();
    if (row.state === change.to) return;
    if (!mayProposalChange('board', row.state, change.to)) throw new IllegalProposalChangeError(row.state, change.to);
    const evidence = (await newestEvidence(tx, [id])).get(id);
    await tx.query(
      `UPDATE match_proposal SET state = $2, version = version + CASE WHEN $2 = 'supported' THEN 0 ELSE 1 END,
         changed_at = CASE WHEN $2 = 'supported' THEN changed_at ELSE now() END, excluded_evidence = CASE WHEN $2 = 'excluded' THEN $3::bytea END WHERE id = $1`,
      [id, change.to, evidence?.digest ?? null],
    );
    await this.note(tx, actor, row, { act: 'board-decided', to: change.to, reason: change.reason });
    await audit(tx, actor, 'matching.board-decided', { subject: id, fields: ['state'] });
    await publish(tx, proposalMoved, { proposalId: id });
  }

  /** S6: the outcome is known to both sides. What an excluded pair had disclosed ends after two weeks. */
  async concludeOutcome(
    tx: Tx,
    actor: Actor,
    id: string,
    outcome: 'identified' | 'excluded' | 'inconclusive',
  ): Promise<void> {
    const row = await findProposal(tx, id, 'FOR UPDATE');
    if (!row) throw new NotFoundError();
    await tx.query(
      // An identification leaves version and time as they were: a colleague who may not know yet must see no change.
      `UPDATE match_proposal SET stage = 'S6', version = version + $2, changed_at = CASE WHEN $2 = 0 THEN changed_at ELSE now() END WHERE id = $1`,
      [id, outcome === 'identified' ? 0 : 1],
    );
    if (outcome === 'excluded')
      await tx.query(`UPDATE disclosure SET expires_on = least(expires_on, current_date + 14) WHERE proposal_id = $1`, [
        id,
      ]);
    for (const to of new Set([row.familyOrganisationId, row.remainsOrganisationId]))
      await this.disclose(tx, row, {
        stage: 'S6',
        fields: ['outcome'],
        to,
        basis: 'joint-outcome',
        approver: actor.userId,
      });
    await audit(tx, actor, 'matching.outcome-concluded', { subject: id, fields: [outcome] });
  }

  /** After a reversal the two specialists take the pair up again where they were. */
  async reopenComparison(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
    await tx.query(`UPDATE match_proposal SET stage = 'S5a' WHERE id = $1 AND stage = 'S6'`, [id]);
    await this.changeByBoard(tx, actor, id, { to: 'comparison_requested', reason });
  }

  private async visible(tx: Tx, actor: Actor, id: string): Promise<{ row: ProposalRow; side: Side }> {
    const found = await findProposal(tx, id);
    const row = found && (await this.asShown(tx, actor, found));
    const side = row && sideOf(actor, row);
    if (!row || !side) throw new NotFoundError();
    return { row, side };
  }

  /** Until the family has been told, an identification is shown to those alone who may know; others go on seeing the comparison. */
  private async asShown<Row extends ProposalRow>(tx: Tx, actor: Actor, row: Row): Promise<Row> {
    if (row.stage === 'S1' || row.stage === 'S2') return row;
    if (row.state !== 'supported' && row.stage !== 'S6') return this.withoutExpired(tx, actor, row);
    const own = await this.cases.find(tx, row.reportId, actor);
    const isHidden = own !== null && own.status === 'identified' && own.shownStatus !== 'identified' && !own.isPrivy;
    return this.withoutExpired(tx, actor, isHidden ? { ...row, state: 'comparison_requested', stage: 'S5a' } : row);
  }

  /** What was disclosed to a named specialist is shown while the disclosure lasts, and not a day longer. */
  private async withoutExpired<Row extends ProposalRow>(tx: Tx, actor: Actor, row: Row): Promise<Row> {
    if (!isNamedIn(row, actor.userId)) return row;
    const live = (await tx.query(
      `SELECT FROM disclosure WHERE proposal_id = $1 AND stage = 'S5a' AND recipient_user_id = $2 AND ended_at IS NULL AND expires_on >= current_date LIMIT 1`,
      [row.id, actor.userId],
    )) as unknown[];
    const nobody = { familySpecialistId: null, remainsSpecialistId: null, thirdSpecialistId: null };
    return live.length > 0 ? row : { ...row, ...nobody };
  }

  private async ownByFamily(tx: Tx, actor: Actor, id: string): Promise<ProposalRow> {
    const row = await findProposal(tx, id, 'FOR UPDATE');
    if (!row || row.familyOrganisationId !== actor.organisationId) throw new NotFoundError();
    return row;
  }

  private async setFamilySpecialist(tx: Tx, row: ProposalRow, specialistId: string): Promise<void> {
    const [specialist] = await this.users.specialists(tx, { country: row.familyCountry, id: specialistId });
    const isFit =
      specialist && specialist.organisationId !== row.remainsOrganisationId && specialist.id !== row.reviewedBy;
    if (!isFit) throw new UnfitSpecialistError();
    await tx.query(`UPDATE match_proposal SET family_specialist_id = $2 WHERE id = $1`, [row.id, specialistId]);
  }

  private async moved(
    tx: Tx,
    actor: Actor,
    row: ProposalRow,
    to: ProposalState,
    how: { act: string; by: ProposalActor; actId?: string; reason?: string | undefined },
  ): Promise<ProposalView> {
    if (!mayProposalChange(how.by, row.state, to)) throw new IllegalProposalChangeError(row.state, to);
    await tx.query(`UPDATE match_proposal SET state = $2, version = version + 1, changed_at = now() WHERE id = $1`, [
      row.id,
      to,
    ]);
    await this.note(tx, actor, row, { ...how, to });
    await audit(tx, actor, `matching.${how.act}`, { subject: row.id, fields: ['state'] });
    await publish(tx, proposalMoved, { proposalId: row.id });
    return this.reread(tx, actor, row.id);
  }

  private async reread(tx: Tx, actor: Actor, id: string): Promise<ProposalView> {
    const { row, side } = await this.visible(tx, actor, id);
    return this.viewOf(tx, actor, row, side);
  }

  private async wasDone(tx: Tx, actId: string): Promise<boolean> {
    return ((await tx.query(`SELECT FROM proposal_event WHERE act_id = $1`, [actId])) as unknown[]).length > 0;
  }

  private async note(
    tx: Tx,
    actor: Actor,
    row: ProposalRow,
    what: { act: string; actId?: string; to?: string; reason?: string | undefined },
  ): Promise<void> {
    const reason = what.reason === undefined ? null : await this.secrets.seal(tx, this.notes(row), what.reason);
    await tx.query(
      `INSERT INTO proposal_event (proposal_id, act_id, actor_id, actor_name, act, from_state, to_state, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [row.id, what.actId ?? null, actor.userId, actor.name, what.act, row.state, what.to ?? null, reason],
    );
  }

  private notes(row: ProposalRow): SealedPlace {
    return {
      scope: row.reportId,
      country: row.familyCountry,
      dataClass: 'case_notes',
      table: 'proposal_event',
      id: row.id,
    };
  }

  private async disclose(
    tx: Tx,
    row: ProposalRow,
    what: { stage: Stage; fields: string[]; to: string; user?: string; basis: string; approver: string | null },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO disclosure (id, proposal_id, stage, fields, recipient_organisation_id, recipient_user_id, purpose, basis, approver_id, expires_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, current_date + ${DISCLOSED_DAYS})`,
      [
        randomUUID(),
        row.id,
        what.stage,
        what.fields,
        what.to,
        what.user ?? null,
        what.stage === 'S2' ? 'match_review' : 'identification',
        what.basis,
        what.approver,
      ],
    );
  }

  private async viewOf(tx: Tx, actor: Actor, row: ProposalRow, side: Side): Promise<ProposalView> {
    const { id, stage, state, version, proposedOn, changedOn } = row;
    const common = { id, stage, state, version, proposedOn, changedOn, next: nextActs(actor, row, side) };
    const evidence = (await newestEvidence(tx, [id])).get(id);
    const person = async (userId: string | null) => {
      const found = userId === null ? null : await this.users.person(tx, userId);
      return found && { id: found.id, name: found.name };
    };
    const remainsSpecialist = await person(row.remainsSpecialistId);
    const remains = await this.records.summary(tx, row.remainsId);
    if (!evidence || !remains) throw new NotFoundError();
    const [asked] = (await tx.query(
      `SELECT at::date::text AS on FROM proposal_event WHERE proposal_id = $1 AND act = 'asked' ORDER BY id DESC LIMIT 1`,
      [id],
    )) as { on: string }[];
    if (side === 'remains') {
      const desk = await this.contactPoints.find(tx, row.familyContactPointId);
      return {
        side,
        ...common,
        remains: { id: remains.id, reference: remains.reference },
        agreeing: agreeingOf(evidence),
        askedOn: asked?.on ?? changedOn,
        askedBy: { contactPoint: desk?.name ?? '', country: row.familyCountry },
        specialists: { family: row.familySpecialistId !== null, remains: remainsSpecialist },
      };
    }
    const { proposalId: _, digest: __, ...stored } = evidence;
    const weighed = { ...stored, expectedRandom: randomReportsReaching(evidence.log10Lr, evidence.prior.persons) };
    const report = await this.families.reportSummary(tx, row.reportId);
    const own = {
      id: row.reportId,
      reference: report?.reference ?? '',
      name: await this.families.displayName(tx, row.reportId),
    };
    const specialists = { family: await person(row.familySpecialistId), remains: remainsSpecialist };
    if (side === 'both') {
      const { values, files } = await this.bothFiles(tx, row);
      const parts = evidence.parts.map((part) => ({
        ...part,
        ...(values.get(part.comparison) ?? { anteMortem: null, postMortem: null }),
      }));
      return {
        side,
        ...common,
        case: own,
        remains: { id: remains.id, reference: remains.reference },
        evidence: { ...weighed, parts, groups: [...stored.groups] },
        ...files,
        specialists,
      };
    }
    const coarse = await this.coarse(tx, row.remainsId);
    return {
      side,
      ...common,
      case: own,
      remains: coarse,
      remainsCountry: row.remainsCountry,
      evidence: { ...weighed, parts: [...stored.parts], groups: [...stored.groups] },
      ...(await this.ownWhenAndWhere(tx, row, coarse)),
      askedOn: asked?.on ?? null,
      specialists,
    };
  }

  /** The family's own last contact beside what may be known of the recovery. */
  private async ownWhenAndWhere(
    tx: Tx,
    row: ProposalRow,
    coarse: FamilyProposalView['remains'],
  ): Promise<Pick<FamilyProposalView, 'timeline' | 'places' | 'route'>> {
    const [report] = await this.families.reportsForMatching(tx, [row.reportId]);
    if (!report) return { timeline: [], places: [], route: null };
    return {
      timeline: timeOfFamily(profileOfReport(report, defaultSettings), coarse),
      places: placesOfFamily(report.anteMortem, coarse),
      route: report.anteMortem.route ?? null,
    };
  }

  private async coarse(tx: Tx, remainsId: string): Promise<Extract<ProposalView, { side: 'family' }>['remains']> {
    const { marks, clothing, languages, originHints, ...rest } = await this.records.coarseFeatures(tx, remainsId);
    return {
      ...rest,
      marks: [...marks],
      clothing: [...clothing],
      languages: [...languages],
      originHints: [...originHints],
    };
  }

  /** What both sides say of each comparison, and what the drawings overlay, read from the records as they are now. */
  private async bothFiles(tx: Tx, row: ProposalRow): Promise<{ values: SaidByComparison; files: OverlaidFiles }> {
    const [report] = await this.families.reportsForMatching(tx, [row.reportId]);
    const [remains] = await this.records.remainsForMatching(tx, [row.remainsId]);
    if (!report || !remains) return { values: new Map(), files: nothingOverlaid };
    const { anteMortem: told } = report;
    const { postMortem: found } = remains;
    const am = profileOfReport(report, defaultSettings);
    const pm = profileOfRemains(remains, defaultSettings);
    const { parts } = weighPair(am, pm, defaultSettings);
    const values: SaidByComparison = new Map(
      parts.map(({ comparison, anteMortem, postMortem }) => [comparison, { anteMortem, postMortem }]),
    );
    // Names are shown as written; the comparison itself works on folded forms.
    const { givenNames, familyNames, otherNames = [] } = told;
    const names = [[givenNames, familyNames].filter(Boolean).join(' '), ...otherNames].filter(Boolean).join(' · ');
    values.set('names', { anteMortem: names || null, postMortem: found.namesFound?.join(' · ') ?? null });
    return {
      values,
      files: {
        timeline: timeOfBoth(am, pm, daySpanOf(found.recoveredOn)),
        places: placesOfBoth(told, found),
        route: told.route ?? null,
        names: alignedNames(told, found.namesFound ?? []).map(({ words, ...name }) => ({ ...name, words: [...words] })),
        teeth: { anteMortem: told.teeth ?? [], postMortem: found.teeth ?? [] },
        marks: { anteMortem: told.marks ?? [], postMortem: found.marks ?? [] },
      },
    };
  }
}

type SaidByComparison = Map<string, { anteMortem: string | null; postMortem: string | null }>;
type OverlaidFiles = Pick<ComparisonProposalView, 'timeline' | 'places' | 'route' | 'names' | 'teeth' | 'marks'>;
const nothingOverlaid: OverlaidFiles = {
  ...{ timeline: [], places: [], route: null, names: [] },
  ...{ teeth: { anteMortem: [], postMortem: [] }, marks: { anteMortem: [], postMortem: [] } },
};

function nextActs(actor: Actor, row: ProposalRow, side: Side): NextAct[] {
  if (!openProposalStates.includes(row.state)) return [];
  const isFamilyDesk = actor.organisationId === row.familyOrganisationId;
  const acts: NextAct[] = [];
  if (isFamilyDesk) {
    if (row.state === 'proposed') acts.push('review');
    if (row.state === 'in_review') acts.push('ask', 'need_information', 'set_aside');
    if (row.state === 'needs_information') acts.push('ask', 'set_aside');
    if (row.state === 'comparison_requested' && row.stage === 'S2')
      acts.push(row.familySpecialistId === null ? 'name_specialist' : 'wait', 'set_aside');
  }
  if (actor.organisationId === row.remainsOrganisationId && row.stage === 'S2' && row.state === 'comparison_requested')
    acts.push(row.familySpecialistId === null ? 'wait' : 'release');
  // The third signs in an identification that is open already.
  const isThird = actor.userId !== null && actor.userId === row.thirdSpecialistId;
  if (side === 'both' && row.stage === 'S5a' && !isThird) acts.push('identify');
  return acts.length > 0 ? acts : ['wait'];
}

function waitsFor(actor: Actor, row: ProposalRow, side: Side): 'you' | 'others' | 'nobody' {
  if (!openProposalStates.includes(row.state)) return 'nobody';
  return nextActs(actor, row, side).some((act) => act !== 'wait' && act !== 'set_aside') ? 'you' : 'others';
}
