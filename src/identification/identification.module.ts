import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { CasesModule } from '../cases';
import { ContactPointsModule } from '../contact-points';
import { FamiliesModule } from '../families';
import { ForensicRemainsModule } from '../forensic-remains';
import { MatchingModule } from '../matching';
import { KinshipModule } from '../kinship';
import { DecisionService } from './decision.service';
import { DueTasks } from './due-tasks';
import { DnaEvidence, ProposeByDna } from './dna-evidence';
import { EvidenceService } from './evidence.service';
import { IdentificationController } from './identification.controller';
import { IdentificationReaders } from './identification-readers';
import { IdentificationRecords } from './identification-records';
import { IdentificationTable } from './identification-table';
import { IdentificationViews } from './identification-views';
import { IdentificationWork } from './identification-work';
import { LinkedCases } from './linked-cases';
import { FollowOnLink } from './linked-cases.listener';
import { SigningService } from './signing.service';
import { TakeBackWithRemains } from './set-back.listener';
import { Undoing } from './undoing';
import { ThirdSpecialistService } from './third-specialist.service';

@Module({
  imports: [
    AccessModule,
    CasesModule,
    ContactPointsModule,
    FamiliesModule,
    ForensicRemainsModule,
    MatchingModule,
    KinshipModule,
  ],
  controllers: [IdentificationController],
  providers: [
    ...[
      LinkedCases,
      FollowOnLink,
      Undoing,
      TakeBackWithRemains,
      IdentificationTable,
      IdentificationReaders,
      IdentificationViews,
      IdentificationWork,
      IdentificationRecords,
    ],
    ...[EvidenceService, ThirdSpecialistService, SigningService, DecisionService, DueTasks, DnaEvidence, ProposeByDna],
  ],
  exports: [IdentificationReaders, IdentificationRecords, EvidenceService, SigningService, DecisionService, DueTasks],
})
export class IdentificationModule {}
