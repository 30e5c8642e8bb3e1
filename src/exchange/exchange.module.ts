import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { ContactPointsModule } from '../contact-points';
import { FamiliesModule } from '../families';
import { ForensicRemainsModule } from '../forensic-remains';
import { IncidentsModule } from '../incidents';
import { KinshipModule } from '../kinship';
import { ExchangeController } from './exchange.controller';
import { ImportRuns } from './import-runs';
import { Imports } from './imports.service';
import { draftStores, RecordsNamed } from './stores';

@Module({
  imports: [AccessModule, ContactPointsModule, FamiliesModule, ForensicRemainsModule, IncidentsModule, KinshipModule],
  controllers: [ExchangeController],
  providers: [Imports, ImportRuns, RecordsNamed, ...Object.values(draftStores)],
  exports: [Imports, ImportRuns],
})
export class ExchangeModule {}
