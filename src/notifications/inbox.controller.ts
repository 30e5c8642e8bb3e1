import { Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Policy } from '../access';
import type { Actor } from '../platform';
import { InboxItemView, InboxQuery, InboxView } from './inbox.dto';
import { InboxService } from './inbox.service';

@ApiTags('notifications')
@Controller('api/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @Policy('inbox.read')
  @ApiOperation({ summary: 'What waits for the signed-in person: kinds and ids, newest first' })
  @ApiOkResponse({ type: InboxView })
  async list(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<InboxView> {
    return this.inbox.list(actor, query);
  }

  @Put(':id/read')
  @Policy('inbox.read')
  @ApiOkResponse({ type: InboxItemView })
  async markRead(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<InboxItemView> {
    return this.inbox.markRead(actor, id);
  }
}
