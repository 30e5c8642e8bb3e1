import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Policy } from '../access';
import { type Actor, IfMatch } from '../platform';
import { ContactPointDto, ContactPointsQuery, ContactPointsView, ContactPointView } from './contact-points.dto';
import { ContactPointsService } from './contact-points.service';

@ApiTags('contact-points')
@Controller('api/contact-points')
export class ContactPointsController {
  constructor(private readonly contactPoints: ContactPointsService) {}

  @Get()
  @Policy('contact-points.read')
  @ApiOkResponse({ type: ContactPointsView })
  async list(@CurrentActor() actor: Actor, @Query() query: ContactPointsQuery): Promise<ContactPointsView> {
    return this.contactPoints.list(actor, query);
  }

  @Get(':id')
  @Policy('contact-points.read')
  @ApiOkResponse({ type: ContactPointView })
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ContactPointView> {
    return this.contactPoints.get(actor, id);
  }

  @Put(':id')
  @Policy('contact-points.manage')
  @ApiOperation({ summary: 'Register or change a desk; safe to repeat' })
  @ApiOkResponse({ type: ContactPointView })
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ContactPointDto,
    @IfMatch() version: number | null,
  ): Promise<ContactPointView> {
    return this.contactPoints.put(actor, id, dto, version);
  }
}
