import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Policy } from '../access';
import { type Actor, Database, IfMatch } from '../platform';
import { KinshipInputError } from './core/kinship-input-error';
import { type FrequencyDatabase, readFrequencyRows } from './core/family/frequency-database';
import { defaultKinshipSettings } from './core/family/settings';
import { FrequenciesService } from './frequencies.service';
import { FrequenciesView, FrequencyUploadDto, FrequencyUploaded, FrequencyUseDto } from './kinship.dto';
import { KinshipRefusal } from './kinship.errors';
import { Laboratory } from './laboratory';

@ApiTags('kinship')
@Controller('api/kinship/frequencies')
export class FrequenciesController {
  constructor(
    private readonly frequencies: FrequenciesService,
    private readonly laboratory: Laboratory,
    private readonly database: Database,
  ) {}

  @Get()
  @Policy('kinship.read')
  @ApiOkResponse({ type: FrequenciesView })
  async list(@CurrentActor() actor: Actor): Promise<FrequenciesView> {
    const { unseen, reasons } = defaultKinshipSettings;
    return {
      items: (await this.frequencies.list(actor)).map((one) => ({ ...one, markers: [...one.markers] })),
      unseenAlleles: { ...unseen, reason: reasons.unseen ?? '' },
    };
  }

  @Post()
  @HttpCode(200)
  @Policy('kinship.frequencies')
  @ApiOperation({ summary: 'Upload allele frequencies as CSV (marker, allele, frequency); named by their content' })
  @ApiOkResponse({ type: FrequencyUploaded })
  async upload(@CurrentActor() actor: Actor, @Body() dto: FrequencyUploadDto): Promise<FrequencyUploaded> {
    await this.database.read(actor, (tx) => this.laboratory.qualified(tx, actor));
    const { csv, ...said } = dto;
    return { checksum: await this.frequencies.upload(actor, { ...said, markers: markersOf(csv) }) };
  }

  @Put(':checksum/use')
  @Policy('kinship.frequencies')
  @ApiOperation({ summary: 'Compute with a database, or no more; open pairs are compared again' })
  @ApiOkResponse({ type: FrequenciesView })
  @ApiConflictResponse({ description: 'kinship.no-frequencies-left' })
  async use(
    @CurrentActor() actor: Actor,
    @Param('checksum') checksum: string,
    @Body() dto: FrequencyUseDto,
    @IfMatch() version: number | null,
  ): Promise<FrequenciesView> {
    await this.database.read(actor, (tx) => this.laboratory.qualified(tx, actor));
    await this.frequencies.use(actor, checksum, dto, version);
    return this.list(actor);
  }
}

/** Rows of a small table; quotes around a cell are taken off, and the separator may be a comma, a semicolon or a tab. */
function markersOf(csv: string): FrequencyDatabase['markers'] {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = [',', ';', '\t'].find((sign) => lines[0]?.includes(sign)) ?? ',';
  const cells = (line: string) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const head = cells(lines[0] ?? '').map((name) => name.toLowerCase());
  const at = { marker: head.indexOf('marker'), allele: head.indexOf('allele'), frequency: head.indexOf('frequency') };
  const refuse = (code: `kinship.${string}`, path: string, message: string): never => {
    throw new KinshipRefusal(code, 'invalid', message, [{ path, code, detail: message }]);
  };
  if (at.marker < 0 || at.allele < 0 || at.frequency < 0)
    refuse('kinship.columns-missing', 'csv', 'The first line names the columns marker, allele and frequency');
  const rows = lines.slice(1).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const row = cells(line);
    const cell = (column: keyof typeof at) => row[at[column]] ?? '';
    return [{ line: index + 2, marker: cell('marker'), allele: cell('allele'), frequency: cell('frequency') }];
  });
  try {
    return readFrequencyRows(rows);
  } catch (error) {
    if (error instanceof KinshipInputError) return refuse(error.code, error.path, error.message);
    throw error;
  }
}
