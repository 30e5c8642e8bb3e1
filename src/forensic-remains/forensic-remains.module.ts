import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { ContactPointsModule } from '../contact-points';
import { RemainsBulkRegistration } from './bulk-registration';
import { Corrections } from './corrections';
import { Custody } from './custody';
import { Desks } from './desks';
import { Examinations } from './examinations';
import { ForensicRemainsController } from './forensic-remains.controller';
import { RemainsHistory } from './remains-history';
import { RemainsRecords } from './remains-records';
import { RemainsRegister } from './remains-register';
import { RemainsStatusChanges } from './remains-status';
import { RemainsTable } from './remains-table';

@Module({
  imports: [AccessModule, ContactPointsModule],
  controllers: [ForensicRemainsController],
  providers: [
    RemainsTable,
    Desks,
    RemainsBulkRegistration,
    RemainsHistory,
    RemainsRecords,
    RemainsRegister,
    RemainsStatusChanges,
    Examinations,
    Custody,
    Corrections,
  ],
  exports: [Custody, Examinations, RemainsRecords, RemainsRegister, RemainsBulkRegistration, RemainsStatusChanges],
})
export class ForensicRemainsModule {}
