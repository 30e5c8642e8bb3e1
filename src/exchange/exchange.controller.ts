import {
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  PayloadTooLargeException,
  Post,
  Query,
  Req,
  StreamableFile,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Readable } from 'node:stream';
import { CurrentActor, Policy, UsersService } from '../access';
import type { Actor } from '../platform';
import { reasonText, type Reject, writeRejects } from './core';
import { ImportQuery, ImportView } from './exchange.dto';
import { type ImportRun, ImportRuns } from './import-runs';
import { Imports } from './imports.service';

const MAXIMUM_BYTES = 200 * 1_048_576;
const REJECTS_SHOWN = 200;
const contentTypes = [
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
  'application/xml',
  'text/xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];

@ApiTags('exchange')
@Controller('api/imports')
export class ExchangeController {
  constructor(
    private readonly imports: Imports,
    private readonly runs: ImportRuns,
    private readonly users: UsersService,
  ) {}

  @Post()
  @HttpCode(200)
  @Policy('exchange.import')
  @ApiOperation({ summary: 'Import a file, sent as it is; the same file sent again changes nothing' })
  @ApiConsumes(...contentTypes)
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: ImportView })
  async import(
    @CurrentActor() actor: Actor,
    @Query() query: ImportQuery,
    @Req() request: Request,
  ): Promise<ImportView> {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!contentTypes.includes(type)) throw new UnsupportedMediaTypeException();
    if (Number(request.headers['content-length'] ?? 0) > MAXIMUM_BYTES) throw new PayloadTooLargeException();
    const { kind, contactPointId, dryRun, allOrNothing, ignoreUnknownColumns, report } = query;
    const { rejects, ...run } = await this.imports.run(
      actor,
      { kind, contactPointId, isDryRun: dryRun, isAllOrNothing: allOrNothing, ignoreUnknownColumns, report },
      bounded(request),
    );
    return viewOf(run, rejects.slice(0, REJECTS_SHOWN), await this.languageOf(actor));
  }

  @Get(':id')
  @Policy('exchange.import')
  @ApiOperation({ summary: 'How far an import of the own organisation is, and what became of it' })
  @ApiOkResponse({ type: ImportView })
  async get(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    const run = await this.runs.find(actor, id);
    return viewOf(run, await this.runs.rejectsOf(actor, id, REJECTS_SHOWN), await this.languageOf(actor));
  }

  @Get(':id/rejects.csv')
  @Policy('exchange.import')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async rejects(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const rejects = await this.runs.rejectsOf(actor, id, null);
    // With a BOM, by which spreadsheets know UTF-8.
    const lines = ['\uFEFF', ...writeRejects(rejects, await this.languageOf(actor))];
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="rejects-${id}.csv"`,
    });
  }

  private async languageOf(actor: Actor): Promise<string> {
    return (await this.users.session(actor)).user.language;
  }
}

async function* bounded(request: Request): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of request as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > MAXIMUM_BYTES) throw new PayloadTooLargeException();
    yield piece;
  }
}

const viewOf = (run: ImportRun, rejects: readonly Reject[], language: string): ImportView => ({
  id: run.id,
  kind: run.kind,
  contactPointId: run.contactPointId,
  dryRun: run.isDryRun,
  allOrNothing: run.isAllOrNothing,
  state: run.state,
  begunAt: run.begunAt,
  endedAt: run.endedAt,
  read: run.read,
  created: run.created,
  updated: run.updated,
  unchanged: run.unchanged,
  rejected: run.rejected,
  rejects: rejects.map(({ line, column, code, params }) => ({
    ...{ line, column, code, reason: reasonText(code, params, language) },
  })),
});
