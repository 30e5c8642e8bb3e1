import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Policy } from '../access';
import { type Actor, IfMatch } from '../platform';
import { ConsentsService } from './consents.service';
import {
  ConsentDto,
  ConsentView,
  FamilyReportDto,
  FamilyReportsQuery,
  FamilyReportsView,
  FamilyReportView,
  ReadingQuery,
  RelativesDto,
  RelativesView,
  WithdrawalDto,
} from './families.dto';
import { FamilyDesk } from './family-desk';
import { RelativesService } from './relatives.service';

@ApiTags('families')
@Controller('api/family-reports')
export class FamiliesController {
  constructor(
    private readonly desk: FamilyDesk,
    private readonly consents: ConsentsService,
    private readonly relatives: RelativesService,
  ) {}

  @Get()
  @Policy('reports.read')
  @ApiOkResponse({ type: FamilyReportsView })
  async list(@CurrentActor() actor: Actor, @Query() query: FamilyReportsQuery): Promise<FamilyReportsView> {
    return this.desk.list(actor, query);
  }

  @Get(':id')
  @Policy('reports.read')
  @ApiOperation({ summary: 'The whole file; the reading is written to the trail' })
  @ApiOkResponse({ type: FamilyReportView })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { purpose }: ReadingQuery,
  ): Promise<FamilyReportView> {
    return this.desk.get(actor, id, purpose);
  }

  @Put(':id')
  @Policy('reports.write')
  @ApiOperation({ summary: 'Register a report, keep a draft, or change it; safe to repeat' })
  @ApiOkResponse({ type: FamilyReportView })
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: FamilyReportDto,
    @IfMatch() version: number | null,
  ): Promise<FamilyReportView> {
    return this.desk.put(actor, id, dto, version);
  }

  @Put(':id/withdrawal')
  @Policy('reports.write')
  @ApiOperation({ summary: 'The family takes its report back; safe to repeat' })
  @ApiOkResponse({ type: FamilyReportView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: WithdrawalDto,
  ): Promise<FamilyReportView> {
    return this.desk.withdraw(actor, id, dto);
  }

  @Put(':id/consents/:consentId')
  @Policy('reports.write')
  @ApiOperation({ summary: 'Record a consent, or confirm a claim; safe to repeat' })
  @ApiOkResponse({ type: ConsentView })
  async giveConsent(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('consentId', ParseUUIDPipe) consentId: string,
    @Body() dto: ConsentDto,
  ): Promise<ConsentView> {
    return this.consents.give(actor, id, consentId, dto);
  }

  @Put(':id/consents/:consentId/withdrawal')
  @Policy('reports.write')
  @ApiOperation({ summary: 'Take a consent back, at once; safe to repeat' })
  @ApiOkResponse({ type: ConsentView })
  async withdrawConsent(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('consentId', ParseUUIDPipe) consentId: string,
    @Body() dto: WithdrawalDto,
  ): Promise<ConsentView> {
    return this.consents.withdraw(actor, id, consentId, dto);
  }

  @Put(':id/relatives')
  @Policy('reports.write')
  @ApiOperation({ summary: 'Set the family tree; safe to repeat' })
  @ApiOkResponse({ type: RelativesView })
  async setRelatives(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: RelativesDto,
    @IfMatch() version: number | null,
  ): Promise<RelativesView> {
    const { persons, version: present } = await this.relatives.set(actor, id, dto.persons, version);
    return { persons, version: present };
  }
}
