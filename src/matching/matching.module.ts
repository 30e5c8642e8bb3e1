import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { CasesModule } from '../cases';
import { ContactPointsModule } from '../contact-points';
import { FamiliesModule } from '../families';
import { ForensicRemainsModule } from '../forensic-remains';
import { IncidentsModule } from '../incidents';
import { CoverageService } from './coverage.service';
import { DuplicateReports } from './duplicate-reports';
import { SuggestForChangedReport, SuggestForNewCase } from './duplicate-suggestions';
import { MatchingController } from './matching.controller';
import { matchingListeners } from './matching.listeners';
import { IncidentMentions, incidentMentionListeners } from './incident/incident-mentions';
import { IncidentOverviewService } from './incident/incident-overview.service';
import { PairsProposed } from './pairs-proposed';
import { PowerService } from './power/power.service';
import { ProposalsService } from './proposals.service';
import { Ranking } from './ranking';
import { ResidentIndex } from './resident-index';
import { Runs } from './runs';
import { Searches } from './searches';
import { TracingService } from './tracing/tracing.service';

@Module({
  imports: [AccessModule, CasesModule, ContactPointsModule, FamiliesModule, ForensicRemainsModule, IncidentsModule],
  controllers: [MatchingController],
  providers: [
    ResidentIndex,
    Searches,
    Runs,
    CoverageService,
    ProposalsService,
    PairsProposed,
    Ranking,
    DuplicateReports,
    PowerService,
    TracingService,
    IncidentMentions,
    IncidentOverviewService,
    ...matchingListeners,
    ...incidentMentionListeners,
    SuggestForNewCase,
    SuggestForChangedReport,
  ],
  exports: [ProposalsService, PairsProposed, CoverageService, Ranking, DuplicateReports, ResidentIndex],
})
export class MatchingModule {}
