import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { FamiliesModule } from '../families';
import { CasesController } from './cases.controller';
import { CasesService } from './cases.service';
import { DueDates } from './due-dates';
import { ConsulateService } from './consulate.service';
import { DuplicatesService } from './duplicates.service';
import { CloseCaseOnWithdrawal, OpenCaseOnReport } from './opening.listener';

@Module({
  imports: [AccessModule, FamiliesModule],
  controllers: [CasesController],
  providers: [CasesService, DuplicatesService, ConsulateService, DueDates, OpenCaseOnReport, CloseCaseOnWithdrawal],
  exports: [CasesService, DuplicatesService, DueDates],
})
export class CasesModule {}
