import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiBody, ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Policy } from '../access';
import { type Actor, IfMatch } from '../platform';
import { Corrections } from './corrections';
import { Custody } from './custody';
import { Examinations } from './examinations';
import {
  CorrectionBody,
  type CorrectionDto,
  CustodyDto,
  ExaminationDto,
  RemainsDto,
  RemainsListView,
  RemainsQuery,
  RemainsView,
  SampleDto,
  StatusChangeDto,
  TimelineView,
  WhereaboutsView,
  WhereQuery,
} from './forensic-remains.dto';
import { RemainsRecords } from './remains-records';
import { RemainsRegister } from './remains-register';
import { RemainsStatusChanges } from './remains-status';

@ApiTags('forensic-remains')
@Controller('api/remains')
export class ForensicRemainsController {
  constructor(
    private readonly records: RemainsRecords,
    private readonly register: RemainsRegister,
    private readonly statusChanges: RemainsStatusChanges,
    private readonly examinations: Examinations,
    private readonly custody: Custody,
    private readonly corrections: Corrections,
  ) {}

  @Get()
  @Policy('remains.read')
  @ApiOkResponse({ type: RemainsListView })
  async list(@CurrentActor() actor: Actor, @Query() query: RemainsQuery): Promise<RemainsListView> {
    return this.records.list(actor, query);
  }

  @Get(':id')
  @Policy('remains.read')
  @ApiOkResponse({ type: RemainsView })
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RemainsView> {
    return this.records.get(actor, id);
  }

  @Put(':id')
  @Policy('remains.write')
  @ApiOperation({ summary: 'Record or change remains; safe to repeat' })
  @ApiOkResponse({ type: RemainsView })
  @ApiConflictResponse({ description: 'forensic-remains.reference-taken, .desk-needed, .not-a-draft-again' })
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: RemainsDto,
    @IfMatch() version: number | null,
  ): Promise<RemainsView> {
    return this.register.put(actor, id, dto, version);
  }

  @Get(':id/timeline')
  @Policy('remains.read')
  @ApiOkResponse({ type: TimelineView })
  async timeline(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TimelineView> {
    return { items: await this.records.readTimeline(actor, id) };
  }

  @Get(':id/whereabouts')
  @Policy('remains.read')
  @ApiOperation({ summary: 'Where the remains were at the end of a day; today where none is given' })
  @ApiOkResponse({ type: WhereaboutsView })
  async whereabouts(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { on }: WhereQuery,
  ): Promise<WhereaboutsView> {
    return this.records.whereabouts(actor, id, on ?? new Date().toISOString().slice(0, 10));
  }

  @Put(':id/status-changes/:changeId')
  @Policy('remains.write')
  @ApiOperation({
    summary: 'Change the status; safe to repeat. Identified is set by the decision on an identification alone',
  })
  @ApiOkResponse({ type: RemainsView })
  @ApiConflictResponse({ description: 'forensic-remains.status-not-reachable and other refusals, with the reason' })
  async changeStatus(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('changeId', ParseUUIDPipe) changeId: string,
    @Body() dto: StatusChangeDto,
  ): Promise<RemainsView> {
    return this.statusChanges.change(actor, id, changeId, dto);
  }

  @Put(':id/examinations/:examinationId')
  @Policy('remains.write')
  @ApiOperation({ summary: 'Begin an examination or write how it went; safe to repeat' })
  @ApiOkResponse({ type: RemainsView })
  async putExamination(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('examinationId', ParseUUIDPipe) examinationId: string,
    @Body() dto: ExaminationDto,
    @IfMatch() version: number | null,
  ): Promise<RemainsView> {
    return this.examinations.put(actor, id, examinationId, dto, version);
  }

  @Put(':id/samples/:sampleId')
  @Policy('remains.write')
  @ApiOperation({ summary: 'Record a sample; safe to repeat' })
  @ApiOkResponse({ type: RemainsView })
  @ApiConflictResponse({ description: 'forensic-remains.label-taken' })
  async takeSample(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sampleId', ParseUUIDPipe) sampleId: string,
    @Body() dto: SampleDto,
  ): Promise<RemainsView> {
    return this.examinations.takeSample(actor, id, sampleId, dto);
  }

  @Put(':id/custody/:handoverId')
  @Policy('remains.write')
  @ApiOperation({ summary: 'Record a hand-over; safe to repeat' })
  @ApiOkResponse({ type: RemainsView })
  @ApiConflictResponse({ description: 'forensic-remains.custody-gap, .custody-to-oneself' })
  async handOver(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handoverId', ParseUUIDPipe) handoverId: string,
    @Body() dto: CustodyDto,
  ): Promise<RemainsView> {
    return this.custody.handOver(actor, id, handoverId, dto);
  }

  @Put(':id/corrections/:correctionId')
  @Policy('remains.write')
  @ApiOperation({
    summary: 'Correct a sample or a hand-over: what was entered is struck, with the reason; safe to repeat',
  })
  @ApiBody({ type: CorrectionBody })
  @ApiOkResponse({ type: RemainsView })
  @ApiConflictResponse({ description: 'forensic-remains.nothing-to-correct, .corrected-already, .label-taken' })
  async correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('correctionId', ParseUUIDPipe) correctionId: string,
    @Body() dto: CorrectionBody,
  ): Promise<RemainsView> {
    return this.corrections.correct(actor, id, correctionId, dto as CorrectionDto);
  }
}
