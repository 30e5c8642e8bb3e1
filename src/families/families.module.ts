import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { ContactPointsModule } from '../contact-points';
import { BulkRegistration } from './bulk-registration';
import { ConsentExpiry } from './consent-expiry';
import { ConsentRecords } from './consent-records';
import { ConsentsService } from './consents.service';
import { Desks } from './desks';
import { FamiliesController } from './families.controller';
import { FamiliesService } from './families.service';
import { FamilyDesk } from './family-desk';
import { RelativeRecords } from './relative-records';
import { RelativesService } from './relatives.service';
import { ReportRecords } from './report-records';

@Module({
  imports: [AccessModule, ContactPointsModule],
  controllers: [FamiliesController],
  providers: [
    ...[FamilyDesk, ConsentsService, RelativesService, BulkRegistration, FamiliesService, ConsentExpiry],
    ...[Desks, ReportRecords, ConsentRecords, RelativeRecords],
  ],
  exports: [FamilyDesk, ConsentsService, RelativesService, BulkRegistration, FamiliesService, ConsentExpiry],
})
export class FamiliesModule {}
