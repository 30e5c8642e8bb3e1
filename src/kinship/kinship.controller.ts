import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { CurrentActor, Policy } from '../access';
import { type Actor, IfMatch, pageQuery } from '../platform';
import { DnaCoverage } from './dna-coverage.service';
import { FamilyDnaService } from './family-dna.service';
import {
  BandsView,
  DestructionDto,
  DnaCoverageView,
  FamiliesDnaView,
  FamilyDnaView,
  LaboratoriesView,
  LaboratoryDto,
  LaboratoryView,
  ProfileDto,
  ProfileView,
  RecomputationView,
  ResultSignatureDto,
  ResultsQuery,
  ResultsView,
  ResultView,
  RunView,
  SampleDto,
  SampleEventDto,
  SamplesQuery,
  SamplesView,
  SampleView,
  SampleWithdrawalDto,
} from './kinship.dto';
import { ResultsService } from './results.service';
import { SamplesService } from './samples.service';

class PageQuery extends createZodDto(z.strictObject(pageQuery)) {}

const idOf = () => Param('id', ParseUUIDPipe);

@ApiTags('kinship')
@Controller('api/kinship')
export class KinshipController {
  constructor(
    private readonly samples: SamplesService,
    private readonly families: FamilyDnaService,
    private readonly results: ResultsService,
    private readonly coverage: DnaCoverage,
  ) {}

  @Get('laboratories')
  @Policy('kinship.read')
  @ApiOkResponse({ type: LaboratoriesView })
  async laboratories(@CurrentActor() actor: Actor): Promise<LaboratoriesView> {
    return this.samples.laboratories(actor);
  }

  @Put('laboratories/:id')
  @Policy('kinship.record')
  @ApiOperation({ summary: 'List a laboratory or change how it is reached; safe to repeat' })
  @ApiOkResponse({ type: LaboratoryView })
  async putLaboratory(
    @CurrentActor() actor: Actor,
    @idOf() id: string,
    @Body() dto: LaboratoryDto,
    @IfMatch() version: number | null,
  ): Promise<LaboratoryView> {
    return this.samples.putLaboratory(actor, id, dto, version);
  }

  @Get('samples')
  @Policy('kinship.read')
  @ApiOkResponse({ type: SamplesView })
  async listSamples(@CurrentActor() actor: Actor, @Query() query: SamplesQuery): Promise<SamplesView> {
    return { items: await this.samples.list(actor, query) };
  }

  @Put('samples/:id')
  @Policy('kinship.record')
  @ApiOperation({ summary: 'Record a sample with its donor’s consent, asked alone; safe to repeat' })
  @ApiOkResponse({ type: SampleView })
  @ApiConflictResponse({ description: 'kinship.label-taken, .already-recorded' })
  async putSample(@CurrentActor() actor: Actor, @idOf() id: string, @Body() dto: SampleDto): Promise<SampleView> {
    return this.samples.put(actor, id, dto);
  }

  @Put('samples/:id/events/:eventId')
  @Policy('kinship.record')
  @ApiOperation({ summary: 'Record in whose hands the sample is; safe to repeat' })
  @ApiOkResponse({ type: SampleView })
  async putSampleEvent(
    @CurrentActor() actor: Actor,
    @idOf() id: string,
    @Param('eventId', ParseUUIDPipe) eventId: string,
    @Body() dto: SampleEventDto,
  ): Promise<SampleView> {
    return this.samples.putEvent(actor, id, eventId, dto);
  }

  @Put('samples/:id/withdrawal')
  @Policy('kinship.record')
  @ApiOperation({
    summary:
      'The donor takes the sample back: before a signature profile and tables are deleted with this act; safe to repeat',
  })
  @ApiOkResponse({ type: SampleView })
  async withdrawSample(
    @CurrentActor() actor: Actor,
    @idOf() id: string,
    @Body() { reason }: SampleWithdrawalDto,
  ): Promise<SampleView> {
    return this.samples.withdraw(actor, id, reason);
  }

  @Put('samples/:id/destruction')
  @Policy('kinship.record')
  @ApiOperation({ summary: 'The laboratory confirms that sample and extract are destroyed; safe to repeat' })
  @ApiOkResponse({ type: SampleView })
  async confirmDestruction(
    @CurrentActor() actor: Actor,
    @idOf() id: string,
    @Body() dto: DestructionDto,
  ): Promise<SampleView> {
    return this.samples.confirmDestruction(actor, id, dto);
  }

  @Put('profiles/:id')
  @Policy('kinship.record')
  @ApiOperation({ summary: 'Record what a laboratory read of a sample, or correct it; safe to repeat' })
  @ApiOkResponse({ type: ProfileView })
  @ApiForbiddenResponse({ description: 'kinship.not-qualified' })
  async putProfile(
    @CurrentActor() actor: Actor,
    @idOf() id: string,
    @Body() dto: ProfileDto,
    @IfMatch() version: number | null,
  ): Promise<ProfileView> {
    return this.samples.putProfile(actor, id, dto, version);
  }

  @Get('families')
  @Policy('kinship.read')
  @ApiOkResponse({ type: FamiliesDnaView })
  async listFamilies(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<FamiliesDnaView> {
    return this.families.list(actor, query);
  }

  @Get('families/:id')
  @Policy('kinship.read')
  @ApiOperation({ summary: 'A family’s DNA: tree, samples, profiles, runs; for people qualified for DNA' })
  @ApiOkResponse({ type: FamilyDnaView })
  async getFamily(@CurrentActor() actor: Actor, @idOf() id: string): Promise<FamilyDnaView> {
    return this.families.get(actor, id);
  }

  @Post('families/:id/comparisons/:remainsId')
  @HttpCode(200)
  @Policy('kinship.read')
  @ApiOperation({
    summary: 'Compute one pair now and keep the result whatever its ratio; the same question has one result',
  })
  @ApiOkResponse({ type: RunView })
  async compare(
    @CurrentActor() actor: Actor,
    @idOf() id: string,
    @Param('remainsId', ParseUUIDPipe) remainsId: string,
  ): Promise<RunView> {
    return this.families.compare(actor, id, remainsId);
  }

  @Put('runs/:id/cancellation')
  @Policy('kinship.read')
  @ApiOperation({ summary: 'Ask a running computation to stop; safe to repeat' })
  @ApiOkResponse({ type: RunView })
  async cancelRun(@CurrentActor() actor: Actor, @idOf() id: string): Promise<RunView> {
    return this.families.cancel(actor, id);
  }

  @Get('results')
  @Policy('kinship.read')
  @ApiOkResponse({ type: ResultsView })
  async listResults(@CurrentActor() actor: Actor, @Query() query: ResultsQuery): Promise<ResultsView> {
    return this.results.list(actor, query);
  }

  @Get('results/:id')
  @Policy('kinship.read')
  @ApiOperation({ summary: 'A ratio under its hypotheses, marker by marker; no other evidence of the pair' })
  @ApiOkResponse({ type: ResultView })
  async getResult(@CurrentActor() actor: Actor, @idOf() id: string): Promise<ResultView> {
    return this.results.get(actor, id);
  }

  @Get('results/:id/recomputation')
  @Policy('kinship.read')
  @ApiOperation({ summary: 'Compute the result again from what it kept, and say whether every bit is the same' })
  @ApiOkResponse({ type: RecomputationView })
  async recompute(@CurrentActor() actor: Actor, @idOf() id: string): Promise<RecomputationView> {
    return this.results.recompute(actor, id);
  }

  @Put('results/:id/signatures/:signatureId')
  @Policy('kinship.sign')
  @ApiOperation({ summary: 'Sign a result; with the second signature that agrees it goes to the board' })
  @ApiOkResponse({ type: ResultView })
  @ApiConflictResponse({
    description: 'kinship.result-out-of-date, .signatories-differ, .may-not-exclude, .no-consent',
  })
  async sign(
    @CurrentActor() actor: Actor,
    @idOf() id: string,
    @Param('signatureId', ParseUUIDPipe) signatureId: string,
    @Body() dto: ResultSignatureDto,
    @IfMatch() version: number | null,
  ): Promise<ResultView> {
    return this.results.sign(actor, id, signatureId, dto, version);
  }

  @Get('remains/:id/bands')
  @Policy('kinship.read')
  @ApiOperation({
    summary: 'What signed DNA comparisons say of these remains: a band each, and nothing of the families',
  })
  @ApiOkResponse({ type: BandsView })
  async bands(@CurrentActor() actor: Actor, @idOf() id: string): Promise<BandsView> {
    return this.results.bandsOf(actor, id);
  }

  @Get('coverage')
  @Policy('coverage.read')
  @ApiOkResponse({ type: DnaCoverageView })
  async readCoverage(@CurrentActor() actor: Actor): Promise<DnaCoverageView> {
    return this.coverage.statement(actor);
  }
}
