import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { FamiliesService } from '../families';
import { ProposalsService } from '../matching';
import { type Actor, Database, NotFoundError, publish, requireVersion, type Tx } from '../platform';
import { isInWork } from './core/board';
import type { Line } from './core/evidence';
import type { AttestationDto, IdentificationView, LineDto } from './identification.dto';
import {
  AlreadyOpenError,
  AlreadyRecordedError,
  ConsentNotLiveError,
  IdentificationRefusedError,
  ProposalNotReleasedError,
  ReportChangedError,
} from './identification.errors';
import { identificationOpened } from './identification.events';
import { IdentificationReaders } from './identification-readers';
import { IdentificationTable } from './identification-table';
import { IdentificationWork, shortOf } from './identification-work';

/** The specialists' work before they sign: the identification opened, its lines of evidence, the desk's attestation. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    private readonly work: IdentificationWork,
    private readonly table: IdentificationTable,
    private readonly readers: IdentificationReaders,
    private readonly families: FamiliesService,
    private readonly proposals: ProposalsService,
  ) {}

  /** Opened by either of the two specialists to whom the files of a proposal were released. */
  async open(actor: Actor, id: string, proposalId: string): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      if (await this.wasOpened(tx, actor, id, proposalId)) return this.work.show(tx, actor, id);
      const proposal = await this.proposals.find(tx, proposalId);
      const isNamed = [proposal?.familySpecialistId, proposal?.remainsSpecialistId].includes(actor.userId ?? '');
      if (!proposal || !isNamed) throw new NotFoundError();
      const { state, familySpecialistId, remainsSpecialistId } = proposal;
      const isReleased =
        proposal.stage === 'S5a' && ['comparison_requested', 'needs_information', 'inconclusive'].includes(state);
      if (!isReleased || familySpecialistId === null || remainsSpecialistId === null)
        throw new ProposalNotReleasedError();
      const consented = { caseId: proposal.reportId, familyCountry: proposal.familyCountry };
      if (!(await this.readers.isConsentLive(tx, consented, proposal.remainsCountry))) throw new ConsentNotLiveError();
      const made = (await tx.query(
        `INSERT INTO identification (id, proposal_id, case_id, remains_id, family_organisation_id, family_country, custodian_organisation_id,
           custodian_country, family_specialist_id, custodian_specialist_id, reviewers, opened_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[id, proposalId, proposal.reportId, proposal.remainsId, proposal.familyOrganisationId],
          ...[proposal.familyCountry, proposal.remainsOrganisationId, proposal.remainsCountry],
          ...[familySpecialistId, remainsSpecialistId, proposal.reviewedBy === null ? [] : [proposal.reviewedBy]],
          actor.userId,
        ],
      )) as unknown[];
      if (made.length === 0) {
        // The same request sent twice at once, or another identification of this proposal.
        if (await this.wasOpened(tx, actor, id, proposalId)) return this.work.show(tx, actor, id);
        throw new AlreadyOpenError();
      }
      if (state === 'inconclusive')
        await this.proposals.changeByBoard(tx, actor, proposalId, {
          to: 'comparison_requested',
          reason: 'taken up again',
        });
      await audit(tx, actor, 'identification.opened', { subject: id });
      await publish(tx, identificationOpened, { identificationId: id });
      return this.work.show(tx, actor, id);
    });
  }

  /** Writes a line of evidence, or what it says now. Earlier wordings stay; signatures of the earlier evidence stay behind. */
  async putLine(
    actor: Actor,
    id: string,
    lineId: string,
    dto: LineDto,
    version: number | null,
  ): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'lines');
      const present = kept.lines.find((line) => line.id === lineId);
      if (present && isSame(present, dto)) return this.work.viewOf(tx, kept, asker);
      if (present) requireVersion(version, kept.row.version, () => shortOf(kept.row));
      const board = this.work.step(kept, { kind: 'write-line', line: { ...dto, id: lineId } });
      const revision = (present?.revision ?? 0) + 1;
      const { words, discrepancyExplained } = dto;
      const place = `${lineId}:${revision}`;
      const sealed = await this.table.seal(tx, kept.row, 'identification_line', place, { words, discrepancyExplained });
      await tx.query(
        `INSERT INTO identification_line (identification_id, line_id, revision, kind, finding, rests_on, is_withdrawn, version, words, actor_id, actor_name, organisation_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          ...[id, lineId, revision, dto.kind, dto.finding, dto.restsOn, dto.isWithdrawn, board.version, sealed],
          ...[actor.userId, actor.name, actor.organisationId],
        ],
      );
      await tx.query(`UPDATE identification SET version = $2 WHERE id = $1`, [id, board.version]);
      await audit(tx, actor, 'identification.line-written', { subject: id, fields: [dto.kind, dto.finding] });
      return this.work.show(tx, actor, id);
    });
  }

  /** The desk attests that the ante-mortem data are what the family said; it says nothing about an identity. */
  async attest(actor: Actor, id: string, attestationId: string, dto: AttestationDto): Promise<IdentificationView> {
    return this.database.act(actor, async (tx) => {
      const { kept, asker } = await this.work.begin(tx, actor, id, 'attestations');
      const recorded = kept.attestations.find((one) => one.id === attestationId);
      if (recorded) {
        if (recorded.statement !== dto.statement || recorded.reportVersion !== dto.reportVersion)
          throw new AlreadyRecordedError();
        return this.work.viewOf(tx, kept, asker);
      }
      if (!isInWork(kept.row.state)) throw new IdentificationRefusedError(['identification.not-in-work']);
      const report = await this.families.reportSummary(tx, kept.row.caseId);
      if (report?.version !== dto.reportVersion) throw new ReportChangedError();
      const { statement } = dto;
      const made = (await tx.query(
        `INSERT INTO identification_attestation (id, identification_id, report_version, statement, actor_id, actor_name)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
        [
          ...[attestationId, id, dto.reportVersion],
          await this.table.seal(tx, kept.row, 'identification_attestation', attestationId, { statement }),
          ...[actor.userId, actor.name],
        ],
      )) as unknown[];
      if (made.length === 0) throw new AlreadyRecordedError();
      await audit(tx, actor, 'identification.attested', { subject: id, fields: ['anteMortem'] });
      return this.work.show(tx, actor, id);
    });
  }

  private async wasOpened(tx: Tx, actor: Actor, id: string, proposalId: string): Promise<boolean> {
    const present = await this.table.find(tx, id);
    if (!present) return false;
    // An id that another person used is told apart from an unknown one by nothing.
    if (present.proposalId !== proposalId || present.openedBy !== actor.userId) throw new NotFoundError();
    return true;
  }
}

const isSame = (line: Line, dto: LineDto): boolean =>
  line.kind === dto.kind &&
  line.finding === dto.finding &&
  line.words === dto.words &&
  line.discrepancyExplained === dto.discrepancyExplained &&
  line.restsOn === dto.restsOn &&
  line.isWithdrawn === dto.isWithdrawn;
