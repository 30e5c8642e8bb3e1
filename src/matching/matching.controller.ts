import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { CurrentActor, Policy } from '../access';
import { CasesService } from '../cases';
import { type Actor, Database, IfMatch } from '../platform';
import { IncidentOverviewView } from './incident/incident-overview.dto';
import { IncidentOverviewService } from './incident/incident-overview.service';
import { PowerView } from './power/power.dto';
import { PowerService } from './power/power.service';
import { TracingView } from './tracing/tracing.dto';
import { TracingService } from './tracing/tracing.service';
import { CoverageService, type CoverageStatement } from './coverage.service';
import {
  CandidatesView,
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
    private readonly power: PowerService,
    private readonly tracing: TracingService,
    private readonly incidents: IncidentOverviewService,
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

  @Get('cases/:id/candidates')
  @Policy('cases.read')
  @ApiOperation({ summary: 'The candidates of one case, strongest first, and with how many remains it was compared' })
  @ApiOkResponse({ type: CandidatesView })
  async candidates(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CandidatesView> {
    await this.cases.get(actor, id);
    const items = await this.proposals.candidatesOf(actor, id);
    return { coverage: await this.database.read(actor, (tx) => this.coverage.ofReport(tx, id)), items };
  }

  @Get('cases/:id/power')
  @Policy('cases.read')
  @ApiOperation({ summary: 'Which missing piece would help this case most: a request to make gently' })
  @ApiOkResponse({ type: PowerView })
  async powerOf(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PowerView> {
    return this.power.ofCase(actor, id);
  }

  @Get('remains/:id/tracing')
  @Policy('remains.read')
  @ApiOperation({ summary: 'Where remains without a known report may come from, and which desks to ask; no image' })
  @ApiOkResponse({ type: TracingView })
  async traceBack(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TracingView> {
    return this.tracing.ofRemains(actor, id);
  }

  @Get('incidents/:id/overview')
  @Policy('incidents.read')
  @ApiOperation({ summary: 'One event, with the records of the reader’s own organisation that name it' })
  @ApiOkResponse({ type: IncidentOverviewView })
  async incident(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IncidentOverviewView> {
    return this.incidents.of(actor, id);
  }
}
