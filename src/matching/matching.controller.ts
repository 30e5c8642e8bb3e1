import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { CurrentActor, Policy } from '../access';
import { CasesService } from '../cases';
import { type Actor, Database, IfMatch } from '../platform';
import { CoverageService, type CoverageStatement } from './coverage.service';
import {
  InterestDto,
  ProposalsQuery,
  ProposalStateDto,
  ProposalsView,
  ProposalTimelineView,
  type ProposalView,
  ProposalViewDto,
  ReleaseDto,
  SpecialistDto,
} from './proposals.dto';
import { ProposalsService } from './proposals.service';

class CoverageView extends createZodDto(
  z.strictObject({
    asOf: z.string(),
    reports: z.number().int(),
    remains: z.number().int(),
    pairs: z.number().int(),
    ineligible: z.record(z.string(), z.number().int()),
    holes: z.number().int(),
    listed: z.array(z.strictObject({ reportId: z.uuid(), remainsId: z.uuid() })),
    runsInDoubt: z.array(z.string()),
  }),
) {}

class CaseCoverageView extends createZodDto(
  z.strictObject({ comparedWith: z.number().int(), asOf: z.string().nullable(), holes: z.number().int() }),
) {}

@ApiTags('matching')
@Controller('api')
export class MatchingController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly coverage: CoverageService,
    private readonly cases: CasesService,
    private readonly database: Database,
  ) {}

  @Get('proposals')
  @Policy('proposals.read')
  @ApiOkResponse({ type: ProposalsView })
  async list(@CurrentActor() actor: Actor, @Query() query: ProposalsQuery): Promise<ProposalsView> {
    return this.proposals.list(actor, query);
  }

  @Get('proposals/:id')
  @Policy('proposals.read')
  @ApiOperation({ summary: 'A proposal as this reader may see it at its stage' })
  @ApiOkResponse({ type: ProposalViewDto })
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalView> {
    return this.proposals.get(actor, id);
  }

  @Get('proposals/:id/timeline')
  @Policy('proposals.read')
  @ApiOkResponse({ type: ProposalTimelineView })
  async timeline(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalTimelineView> {
    return this.proposals.timeline(actor, id);
  }

  @Put('proposals/:id/review')
  @Policy('proposals.review')
  @ApiOperation({ summary: 'Take the proposal up; safe to repeat' })
  @ApiOkResponse({ type: ProposalViewDto })
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
  ): Promise<ProposalView> {
    return this.proposals.review(actor, id, version);
  }

  @Put('proposals/:id/interest/:interestId')
  @Policy('proposals.review')
  @ApiOperation({ summary: 'S2: ask the custodian; safe to repeat' })
  @ApiOkResponse({ type: ProposalViewDto })
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('interestId', ParseUUIDPipe) interestId: string,
    @Body() dto: InterestDto,
    @IfMatch() version: number | null,
  ): Promise<ProposalView> {
    return this.proposals.ask(actor, id, interestId, dto, version);
  }

  @Put('proposals/:id/specialist')
  @Policy('proposals.review')
  @ApiOkResponse({ type: ProposalViewDto })
  async nameSpecialist(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: SpecialistDto,
    @IfMatch() version: number | null,
  ): Promise<ProposalView> {
    return this.proposals.nameSpecialist(actor, id, dto.specialistId, version);
  }

  @Put('proposals/:id/state-changes/:actId')
  @Policy('proposals.review')
  @ApiOkResponse({ type: ProposalViewDto })
  async changeState(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('actId', ParseUUIDPipe) actId: string,
    @Body() dto: ProposalStateDto,
    @IfMatch() version: number | null,
  ): Promise<ProposalView> {
    return this.proposals.changeState(actor, id, actId, dto, version);
  }

  @Put('proposals/:id/release/:releaseId')
  @Policy('proposals.release')
  @ApiOperation({ summary: 'S5a: release the record for comparison by two named specialists; safe to repeat' })
  @ApiOkResponse({ type: ProposalViewDto })
  async release(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('releaseId', ParseUUIDPipe) releaseId: string,
    @Body() dto: ReleaseDto,
    @IfMatch() version: number | null,
  ): Promise<ProposalView> {
    return this.proposals.release(actor, id, releaseId, dto, version);
  }

  @Get('coverage')
  @Policy('coverage.read')
  @ApiOkResponse({ type: CoverageView })
  async statement(@CurrentActor() actor: Actor): Promise<CoverageStatement> {
    return this.coverage.statement(actor);
  }

  @Get('coverage/cases/:id')
  @Policy('cases.read')
  @ApiOperation({
    summary: 'With how many remains this case was compared; it says nothing about whether the person lives',
  })
  @ApiOkResponse({ type: CaseCoverageView })
  async ofCase(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ comparedWith: number; asOf: string | null; holes: number }> {
    await this.cases.get(actor, id);
    return this.database.read(actor, (tx) => this.coverage.ofReport(tx, id));
  }
}
