import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Policy } from '../access';
import { type Actor, IfMatch } from '../platform';
import {
  CasesQuery,
  CasesView,
  CaseView,
  ConsulateCasesView,
  DuplicateDecisionDto,
  DuplicatesView,
  OwnerDto,
  CasesPageQuery,
  ReviewDateDto,
  SearchEntryDto,
  CaseStatusChangeDto,
  TaskDto,
  CaseTimelineView,
} from './cases.dto';
import { CasesService } from './cases.service';
import { ConsulateService } from './consulate.service';
import { DuplicatesService } from './duplicates.service';

@ApiTags('cases')
@Controller('api')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly duplicates: DuplicatesService,
    private readonly consulate: ConsulateService,
  ) {}

  @Get('cases')
  @Policy('cases.read')
  @ApiOkResponse({ type: CasesView })
  async list(@CurrentActor() actor: Actor, @Query() query: CasesQuery): Promise<CasesView> {
    return this.cases.list(actor, query);
  }

  @Get('cases/:id')
  @Policy('cases.read')
  @ApiOkResponse({ type: CaseView })
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseView> {
    return this.cases.get(actor, id);
  }

  @Get('cases/:id/timeline')
  @Policy('cases.read')
  @ApiOkResponse({ type: CaseTimelineView })
  async timeline(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseTimelineView> {
    return this.cases.timeline(actor, id);
  }

  @Put('cases/:id/status-changes/:actId')
  @Policy('cases.write')
  @ApiOperation({ summary: 'Change the status, with a reason; safe to repeat' })
  @ApiOkResponse({ type: CaseView })
  async changeStatus(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('actId', ParseUUIDPipe) actId: string,
    @Body() dto: CaseStatusChangeDto,
    @IfMatch() version: number | null,
  ): Promise<CaseView> {
    return this.cases.changeStatus(actor, id, actId, dto, version);
  }

  @Put('cases/:id/owner')
  @Policy('cases.write')
  @ApiOkResponse({ type: CaseView })
  async giveTo(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: OwnerDto,
    @IfMatch() version: number | null,
  ): Promise<CaseView> {
    return this.cases.giveTo(actor, id, dto, version);
  }

  @Put('cases/:id/review-date')
  @Policy('cases.write')
  @ApiOkResponse({ type: CaseView })
  async setReviewDate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ReviewDateDto,
    @IfMatch() version: number | null,
  ): Promise<CaseView> {
    return this.cases.setReviewDate(actor, id, dto, version);
  }

  @Put('cases/:id/search-log/:entryId')
  @Policy('cases.write')
  @ApiOperation({ summary: 'Log what was asked and answered; safe to repeat' })
  @ApiOkResponse({ type: CaseView })
  async logSearch(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Body() dto: SearchEntryDto,
  ): Promise<CaseView> {
    return this.cases.logSearch(actor, id, entryId, dto);
  }

  @Put('cases/:id/tasks/:taskId')
  @Policy('cases.write')
  @ApiOkResponse({ type: CaseView })
  async putTask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('taskId', ParseUUIDPipe) taskId: string,
    @Body() dto: TaskDto,
    @IfMatch() version: number | null,
  ): Promise<CaseView> {
    return this.cases.putTask(actor, id, taskId, dto, version);
  }

  @Get('cases/:id/duplicates')
  @Policy('cases.read')
  @ApiOkResponse({ type: DuplicatesView })
  async listDuplicates(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DuplicatesView> {
    return this.duplicates.list(actor, id);
  }

  @Put('cases/:id/duplicates/:otherId')
  @Policy('cases.write')
  @ApiOperation({ summary: 'Say that two cases are, or are not, about one person; may be said again otherwise' })
  @ApiOkResponse({ type: DuplicatesView })
  async decideDuplicate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('otherId', ParseUUIDPipe) otherId: string,
    @Body() dto: DuplicateDecisionDto,
  ): Promise<DuplicatesView> {
    return this.duplicates.decide(actor, id, otherId, dto);
  }

  @Get('consulate/cases')
  @Policy('consulate.read')
  @ApiOperation({
    summary: 'The consulate’s list: its nationals, where consent names that state; a status and nothing more',
  })
  @ApiOkResponse({ type: ConsulateCasesView })
  async listForConsulate(@CurrentActor() actor: Actor, @Query() page: CasesPageQuery): Promise<ConsulateCasesView> {
    return this.consulate.list(actor, page);
  }
}
