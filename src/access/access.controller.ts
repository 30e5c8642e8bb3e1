import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type Actor, IfMatch, pageQuery } from '../platform';
import {
  ColleaguesView,
  DisableDto,
  FirstAdministratorDto,
  OrganisationDto,
  OrganisationsView,
  OrganisationView,
  QualificationDto,
  SessionView,
  SetupView,
  SignInDto,
  SpecialistsQuery,
  SpecialistsView,
  UserDto,
  UsersView,
  UserView,
} from './access.dto';
import { FirstAdministrator } from './first-administrator';
import { OrganisationsService } from './organisations.service';
import { CurrentActor, Policy } from './policy.guard';
import { Sessions, type SignedInRequest } from './sessions';
import { UsersService } from './users.service';

class PageQuery extends createZodDto(z.strictObject(pageQuery)) {}

@ApiTags('access')
@Controller('api')
export class AccessController {
  constructor(
    private readonly sessions: Sessions,
    private readonly users: UsersService,
    private readonly organisations: OrganisationsService,
    private readonly firstAdministrator: FirstAdministrator,
  ) {}

  @Post('session')
  @HttpCode(204)
  @Policy('open')
  @UseGuards(AuthGuard('local'))
  @ApiOperation({ summary: 'Sign in; the session travels in a cookie' })
  @ApiBody({ type: SignInDto })
  @ApiNoContentResponse()
  async signIn(
    @Req() request: Request & { user?: { userId: string } },
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.begin(request.user!.userId, response);
  }

  @Get('session')
  @Policy('session.own')
  @ApiOkResponse({ type: SessionView })
  async session(@CurrentActor() actor: Actor): Promise<SessionView> {
    return this.users.session(actor);
  }

  @Delete('session')
  @HttpCode(204)
  @Policy('session.own')
  @ApiNoContentResponse()
  async signOut(@Req() request: SignedInRequest, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(request, response);
  }

  @Get('setup')
  @Policy('open')
  @ApiOkResponse({ type: SetupView })
  async setup(): Promise<SetupView> {
    return { needed: await this.firstAdministrator.isNeeded() };
  }

  @Post('setup')
  @HttpCode(204)
  @Policy('open')
  @ApiOperation({ summary: 'Make the first administrator, with the one-time code the console shows' })
  @ApiNoContentResponse()
  async createFirstAdministrator(
    @Body() dto: FirstAdministratorDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.begin(await this.firstAdministrator.create(dto), response);
  }

  @Get('users')
  @Policy('users.manage')
  @ApiOkResponse({ type: UsersView })
  async listUsers(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<UsersView> {
    return this.users.list(actor, page);
  }

  @Put('users/:id')
  @Policy('users.manage')
  @ApiOperation({ summary: 'Register or change a user; safe to repeat' })
  @ApiOkResponse({ type: UserView })
  async putUser(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: UserDto,
    @IfMatch() version: number | null,
  ): Promise<UserView> {
    return this.users.put(actor, id, dto, version);
  }

  @Put('users/:id/disabled')
  @Policy('users.manage')
  @ApiOkResponse({ type: UserView })
  async disableUser(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: DisableDto,
  ): Promise<UserView> {
    return this.users.disable(actor, id, dto);
  }

  @Put('users/:id/qualifications/:qualificationId')
  @Policy('users.manage')
  @ApiOkResponse({ type: UserView })
  async qualify(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('qualificationId', ParseUUIDPipe) qualificationId: string,
    @Body() dto: QualificationDto,
  ): Promise<UserView> {
    return this.users.qualify(actor, id, qualificationId, dto);
  }

  @Get('colleagues')
  @Policy('session.own')
  @ApiOperation({ summary: 'People of one’s own organisation, to give a case or a task to' })
  @ApiOkResponse({ type: ColleaguesView })
  async listColleagues(@CurrentActor() actor: Actor): Promise<ColleaguesView> {
    return this.users.listColleagues(actor);
  }

  @Get('specialists')
  @Policy('proposals.read')
  @ApiOperation({ summary: 'Who of a country may be named to compare the files of a pair' })
  @ApiOkResponse({ type: SpecialistsView })
  async listSpecialists(@CurrentActor() actor: Actor, @Query() query: SpecialistsQuery): Promise<SpecialistsView> {
    return this.users.listSpecialists(actor, query.country);
  }

  @Get('organisations')
  @Policy('contact-points.read')
  @ApiOkResponse({ type: OrganisationsView })
  async listOrganisations(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<OrganisationsView> {
    return this.organisations.list(actor, page);
  }

  @Put('organisations/:id')
  @Policy('organisations.manage')
  @ApiOkResponse({ type: OrganisationView })
  async putOrganisation(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: OrganisationDto,
    @IfMatch() version: number | null,
  ): Promise<OrganisationView> {
    return this.organisations.put(actor, id, dto, version);
  }
}
