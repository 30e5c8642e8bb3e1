import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ZodSerializerInterceptor, ZodValidationPipe } from 'nestjs-zod';
import { AccessModule } from './access';
import { AuditModule } from './audit';
import { CasesModule } from './cases';
import { ContactPointsModule } from './contact-points';
import { ExchangeModule } from './exchange';
import { FamiliesModule } from './families';
import { ForensicRemainsModule } from './forensic-remains';
import { IdentificationModule } from './identification';
import { IncidentsModule } from './incidents';
import { KinshipModule } from './kinship';
import { MatchingModule } from './matching';
import { NotificationsModule } from './notifications';
import { PlatformModule, ProblemFilter, type PlatformResources } from './platform';
import './routes';

/** The modules, from the ground up: each may call those above it in this list, and tells those below by events. */
const modules = [
  AuditModule,
  AccessModule,
  ContactPointsModule,
  IncidentsModule,
  FamiliesModule,
  ForensicRemainsModule,
  CasesModule,
  MatchingModule,
  KinshipModule,
  IdentificationModule,
  ExchangeModule,
  NotificationsModule,
];

@Module({})
export class AppModule {
  static on(resources: PlatformResources): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.on(resources), ...modules],
      providers: [
        { provide: APP_PIPE, useClass: ZodValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: ZodSerializerInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
