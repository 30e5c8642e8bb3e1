import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { CasesModule } from '../cases';
import { IdentificationModule } from '../identification';
import { MatchingModule } from '../matching';
import { TellOfIdentificationTasks, TellOfReviews, TellOfTasks } from './due.listeners';
import { identificationListeners } from './identification.listeners';
import { InboxController } from './inbox.controller';
import { InboxService } from './inbox.service';
import { TellOfMoves, TellOfProposals } from './proposal.listeners';

@Module({
  imports: [AccessModule, CasesModule, MatchingModule, IdentificationModule],
  controllers: [InboxController],
  providers: [
    ...[InboxService, TellOfProposals, TellOfMoves, TellOfReviews, TellOfTasks, TellOfIdentificationTasks],
    ...identificationListeners,
  ],
})
export class NotificationsModule {}
