import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { CasesModule } from '../cases';
import { ContactPointsModule } from '../contact-points';
import { FamiliesModule } from '../families';
import { ForensicRemainsModule } from '../forensic-remains';
import { CoverageService } from './coverage.service';
import { DuplicateReports } from './duplicate-reports';
import { SuggestForChangedReport, SuggestForNewReport } from './duplicate-suggestions';
import { MatchingController } from './matching.controller';
import { matchingListeners } from './matching.listeners';
import { ProposalsService } from './proposals.service';
import { Ranking } from './ranking';
import { ResidentIndex } from './resident-index';
import { Runs } from './runs';
import { Searches } from './searches';

@Module({
  imports: [AccessModule, CasesModule, ContactPointsModule, FamiliesModule, ForensicRemainsModule],
  controllers: [MatchingController],
  providers: [
    ResidentIndex,
    Searches,
    Runs,
    CoverageService,
    ProposalsService,
    Ranking,
    DuplicateReports,
    ...matchingListeners,
    SuggestForNewReport,
    SuggestForChangedReport,
  ],
  exports: [ProposalsService, CoverageService, Ranking, DuplicateReports, ResidentIndex],
})
export class MatchingModule {}
