import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Policy } from '../access';
import { type Actor, IfMatch } from '../platform';
import { DecisionService } from './decision.service';
import { DnaEvidence } from './dna-evidence';
import { EvidenceService } from './evidence.service';
import { IdentificationRecords } from './identification-records';
import {
  AttestationDto,
  AuthorityDecisionDto,
  CertificateView,
  DnaEvidenceView,
  IdentificationsQuery,
  IdentificationsView,
  IdentificationView,
  LineDto,
  OpenDto,
  OutcomeDto,
  ReversalDto,
  SignatureDto,
  TaskDoneDto,
  TellingDto,
  ThirdReleaseDto,
  ThirdSpecialistDto,
} from './identification.dto';
import { SigningService } from './signing.service';
import { ThirdSpecialistService } from './third-specialist.service';

@ApiTags('identification')
@Controller('api/identifications')
export class IdentificationController {
  constructor(
    private readonly records: IdentificationRecords,
    private readonly evidence: EvidenceService,
    private readonly third: ThirdSpecialistService,
    private readonly signing: SigningService,
    private readonly decisions: DecisionService,
    private readonly dna: DnaEvidence,
  ) {}

  @Get()
  @Policy('identification.read')
  @ApiOkResponse({ type: IdentificationsView })
  async list(@CurrentActor() actor: Actor, @Query() query: IdentificationsQuery): Promise<IdentificationsView> {
    return this.records.list(actor, query);
  }

  @Get(':id')
  @Policy('identification.read')
  @ApiOperation({ summary: 'As this reader may see it: fields that are not open to him are left out' })
  @ApiOkResponse({ type: IdentificationView })
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IdentificationView> {
    return this.records.get(actor, id);
  }

  @Get(':id/dna')
  @Policy('identification.read')
  @ApiOperation({
    summary: 'The signed DNA ratio beside the other evidence, and one posterior of both; for those who decide',
  })
  @ApiOkResponse({ type: DnaEvidenceView })
  async dnaEvidence(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DnaEvidenceView> {
    return this.dna.get(actor, id);
  }

  @Get(':id/certificate')
  @Policy('identification.read')
  @ApiOperation({ summary: 'The identity as it may be printed, once the competent authority has decided' })
  @ApiOkResponse({ type: CertificateView })
  async certificate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CertificateView> {
    return this.records.certificate(actor, id);
  }

  @Put(':id')
  @Policy('identification.work')
  @ApiOperation({ summary: 'Open an identification of a released proposal; safe to repeat' })
  @ApiOkResponse({ type: IdentificationView })
  @ApiConflictResponse({ description: 'identification.proposal-not-released, .already-open, .consent-not-live' })
  async open(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { proposalId }: OpenDto,
  ): Promise<IdentificationView> {
    return this.evidence.open(actor, id, proposalId);
  }

  @Put(':id/lines/:lineId')
  @Policy('identification.work')
  @ApiOperation({
    summary: 'Write a line of evidence or reword it; safe to repeat. Signatures of the earlier evidence lapse',
  })
  @ApiOkResponse({ type: IdentificationView })
  async putLine(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('lineId', ParseUUIDPipe) lineId: string,
    @Body() dto: LineDto,
    @IfMatch() version: number | null,
  ): Promise<IdentificationView> {
    return this.evidence.putLine(actor, id, lineId, dto, version);
  }

  @Put(':id/attestations/:attestationId')
  @Policy('reports.write')
  @ApiOperation({ summary: 'The owner of the case attests the ante-mortem data; safe to repeat' })
  @ApiOkResponse({ type: IdentificationView })
  async attest(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('attestationId', ParseUUIDPipe) attestationId: string,
    @Body() dto: AttestationDto,
  ): Promise<IdentificationView> {
    return this.evidence.attest(actor, id, attestationId, dto);
  }

  @Put(':id/third-specialist')
  @Policy('identification.work')
  @ApiOperation({
    summary:
      'Name the third specialist. Named by the custodian, the files are open to them; else it is asked to release',
  })
  @ApiOkResponse({ type: IdentificationView })
  async nameThird(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ThirdSpecialistDto,
  ): Promise<IdentificationView> {
    return this.third.name(actor, id, dto);
  }

  @Put(':id/third-specialist/release/:releaseId')
  @Policy('proposals.release')
  @ApiOperation({ summary: 'The custodian opens the files to the third specialist; safe to repeat' })
  @ApiOkResponse({ type: IdentificationView })
  async releaseToThird(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('releaseId', ParseUUIDPipe) releaseId: string,
    @Body() dto: ThirdReleaseDto,
  ): Promise<IdentificationView> {
    return this.third.release(actor, id, releaseId, dto);
  }

  @Put(':id/signatures/:signatureId')
  @Policy('identification.sign')
  @ApiOperation({ summary: 'Record one’s conclusion on the evidence of the version in If-Match; safe to repeat' })
  @ApiOkResponse({ type: IdentificationView })
  @ApiConflictResponse({
    description: 'identification.officer-attests-only, .own-proposal, .qualification-needed, ...',
  })
  async sign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('signatureId', ParseUUIDPipe) signatureId: string,
    @Body() dto: SignatureDto,
    @IfMatch() version: number | null,
  ): Promise<IdentificationView> {
    return this.signing.sign(actor, id, signatureId, dto, version);
  }

  @Put(':id/outcomes/:outcomeId')
  @Policy('identification.work')
  @ApiOperation({ summary: 'Presume, exclude or leave open, on two signatures; safe to repeat' })
  @ApiOkResponse({ type: IdentificationView })
  async conclude(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('outcomeId', ParseUUIDPipe) outcomeId: string,
    @Body() dto: OutcomeDto,
    @IfMatch() version: number | null,
  ): Promise<IdentificationView> {
    return this.signing.conclude(actor, id, outcomeId, dto, version);
  }

  @Put(':id/authority-decision')
  @Policy('identification.decide')
  @ApiOperation({ summary: 'Record the decision of the competent authority where the body lies; safe to repeat' })
  @ApiOkResponse({ type: IdentificationView })
  @ApiConflictResponse({ description: 'every rule that the evidence or the signatures do not meet, as errors[].code' })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: AuthorityDecisionDto,
    @IfMatch() version: number | null,
  ): Promise<IdentificationView> {
    return this.decisions.decide(actor, id, dto, version);
  }

  @Put(':id/telling')
  @Policy('identification.tell')
  @ApiOperation({ summary: 'Record that the family was told; safe to repeat' })
  @ApiOkResponse({ type: IdentificationView })
  async tell(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: TellingDto,
  ): Promise<IdentificationView> {
    return this.decisions.recordTelling(actor, id, dto);
  }

  @Put(':id/linked-cases/:caseId/telling')
  @Policy('identification.tell')
  @ApiOperation({ summary: 'Record that the family of a linked case was told; safe to repeat' })
  @ApiOkResponse({ type: IdentificationView })
  async tellOfLinked(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('caseId', ParseUUIDPipe) caseId: string,
    @Body() dto: TellingDto,
  ): Promise<IdentificationView> {
    return this.decisions.recordTellingOf(actor, id, caseId, dto);
  }

  @Put(':id/reversal/:reversalId')
  @Policy('identification.work')
  @ApiOperation({ summary: 'Ask for the reversal, or second it from another organisation; safe to repeat' })
  @ApiOkResponse({ type: IdentificationView })
  async reverse(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('reversalId', ParseUUIDPipe) reversalId: string,
    @Body() dto: ReversalDto,
  ): Promise<IdentificationView> {
    return this.decisions.reverse(actor, id, reversalId, dto);
  }

  @Put(':id/tasks/:taskId')
  @Policy('identification.work')
  @ApiOkResponse({ type: IdentificationView })
  async setTaskDone(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('taskId', ParseUUIDPipe) taskId: string,
    @Body() dto: TaskDoneDto,
  ): Promise<IdentificationView> {
    return this.decisions.setTaskDone(actor, id, taskId, dto);
  }
}
