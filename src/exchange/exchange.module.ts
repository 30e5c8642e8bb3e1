import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { CasesModule } from '../cases';
import { ContactPointsModule } from '../contact-points';
import { FamiliesModule } from '../families';
import { ForensicRemainsModule } from '../forensic-remains';
import { IncidentsModule } from '../incidents';
import { KinshipModule } from '../kinship';
import { Demonstration, DemonstrationDailyWork } from './demonstration';
import { ExchangeController } from './exchange.controller';
import { ImportRuns } from './import-runs';
import { Imports } from './imports.service';
import { draftStores, RecordsNamed } from './stores';

@Module({
  imports: [
    AccessModule,
    CasesModule,
    ContactPointsModule,
    FamiliesModule,
    ForensicRemainsModule,
    IncidentsModule,
    KinshipModule,
  ],
  controllers: [ExchangeController],
  providers: [Imports, ImportRuns, RecordsNamed, ...Object.values(draftStores), Demonstration, DemonstrationDailyWork],
  exports: [Imports, ImportRuns, Demonstration, DemonstrationDailyWork],
})
export class ExchangeModule {}
