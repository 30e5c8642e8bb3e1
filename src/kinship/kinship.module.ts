import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { FamiliesModule } from '../families';
import { ForensicRemainsModule } from '../forensic-remains';
import { KinshipThreads } from './computing/threads';
import { DnaCoverage } from './dna-coverage.service';
import { DnaOnFile } from './family-dna';
import { FamilyDnaService } from './family-dna.service';
import { FrequenciesController } from './frequencies.controller';
import { FrequenciesService } from './frequencies.service';
import { KinshipController } from './kinship.controller';
import { kinshipListeners } from './kinship.listeners';
import { Laboratory } from './laboratory';
import { ProfilesService } from './profiles.service';
import { ResultRecords } from './result-records';
import { ResultsService } from './results.service';
import { SamplesService } from './samples.service';
import { KinshipSearches } from './searches';
import { Withdrawals } from './withdrawals';

@Module({
  imports: [AccessModule, FamiliesModule, ForensicRemainsModule],
  controllers: [FrequenciesController, KinshipController],
  providers: [
    ...[ProfilesService, SamplesService, Withdrawals, Laboratory, FrequenciesService, DnaOnFile],
    ...[KinshipThreads, KinshipSearches, ResultRecords, ResultsService, FamilyDnaService, DnaCoverage],
    ...kinshipListeners,
  ],
  exports: [ProfilesService, ResultsService, DnaCoverage],
})
export class KinshipModule {}
