import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule, getDataSourceToken } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import { Config } from './config/config';
import { Database } from './database/database';
import { dataSourceOptions } from './database/data-source';
import { HealthController } from './health/health.controller';
import { loggerOptions } from './logging/logger';
import { Inbox } from './outbox/inbox';
import { OutboxRelay } from './outbox/relay';
import { type QueueBackend, Queues } from './queue/queues';
import { QueuesLifetime } from './queue/queues-lifetime';
import { KeyRing } from './secrets/key-ring';
import { Secrets } from './secrets/secrets';

/** What one process runs on: opened by main.ts, worker.ts, cli.ts and the tests before Nest starts. */
export interface PlatformResources {
  readonly config: Config;
  /** postgres:// URL of this process's own role. */
  readonly databaseUrl: string;
  readonly application: 'cairn-api' | 'cairn-worker' | 'cairn-cli';
  readonly connections: number;
  readonly queueBackend: QueueBackend;
  readonly keyRing: KeyRing;
}

@Global()
@Module({})
export class PlatformModule {
  static on(resources: PlatformResources): DynamicModule {
    const provided = [
      { provide: Config, useValue: resources.config },
      { provide: KeyRing, useValue: resources.keyRing },
      { provide: Queues, useFactory: () => new Queues(resources.queueBackend) },
      {
        provide: OutboxRelay,
        useFactory: (dataSource: DataSource, queues: Queues) =>
          new OutboxRelay(dataSource, queues, { url: resources.databaseUrl, resendMs: resources.config.resendMs }),
        inject: [getDataSourceToken(), Queues],
      },
      Database,
      Secrets,
      Inbox,
    ];
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        LoggerModule.forRoot(loggerOptions(resources.config, resources.application)),
        TypeOrmModule.forRoot({
          ...dataSourceOptions(resources.databaseUrl, {
            application: resources.application,
            connections: resources.connections,
          }),
          autoLoadEntities: true,
          retryAttempts: 3,
        }),
      ],
      controllers: [HealthController],
      providers: [...provided, QueuesLifetime],
      exports: [Config, KeyRing, Queues, OutboxRelay, Database, Secrets, Inbox],
    };
  }
}
