import { Controller, Get, Res, SetMetadata } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Response } from 'express';
import type { DataSource } from 'typeorm';

/** For supervisors and load balancers; holds no data. Open without login by `access`'s own metadata key. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  private stopping = false;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** False from the moment the process begins to stop, so that no new request is sent to it. */
  beginStopping(): void {
    this.stopping = true;
  }

  @Get()
  @SetMetadata('cairn:policy', 'open')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @SetMetadata('cairn:policy', 'open')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: 'ready' | 'stopping' | 'waiting' }> {
    if (this.stopping) {
      response.status(503);
      return { status: 'stopping' };
    }
    try {
      await this.dataSource.query('SELECT 1');
      return { status: 'ready' };
    } catch {
      response.status(503);
      return { status: 'waiting' };
    }
  }
}
