import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Policy } from '../access';
import { type Actor, IfMatch } from '../platform';
import {
  IncidentDto,
  IncidentMapQuery,
  IncidentMapView,
  IncidentRoutesView,
  IncidentsQuery,
  IncidentsView,
  IncidentView,
} from './incidents.dto';
import { IncidentsService } from './incidents.service';

@ApiTags('incidents')
@Controller('api/incidents')
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  @Get()
  @Policy('incidents.read')
  @ApiOkResponse({ type: IncidentsView })
  async list(@CurrentActor() actor: Actor, @Query() query: IncidentsQuery): Promise<IncidentsView> {
    return this.incidents.list(actor, query);
  }

  @Get('map')
  @Policy('incidents.read')
  @ApiOkResponse({ type: IncidentMapView })
  async map(@CurrentActor() actor: Actor, @Query() query: IncidentMapQuery): Promise<IncidentMapView> {
    return this.incidents.map(actor, query);
  }

  @Get('routes')
  @Policy('incidents.read')
  @ApiOkResponse({ type: IncidentRoutesView })
  async routes(@CurrentActor() actor: Actor): Promise<IncidentRoutesView> {
    return this.incidents.routes(actor);
  }

  @Get(':id')
  @Policy('incidents.read')
  @ApiOkResponse({ type: IncidentView })
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IncidentView> {
    return this.incidents.get(actor, id);
  }

  @Put(':id')
  @Policy('incidents.import')
  @ApiOperation({ summary: 'Record an event that no register holds; safe to repeat' })
  @ApiOkResponse({ type: IncidentView })
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: IncidentDto,
    @IfMatch() version: number | null,
  ): Promise<IncidentView> {
    return this.incidents.put(actor, id, dto, version);
  }
}
