import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { ContactPointsController } from './contact-points.controller';
import { ContactPointsService } from './contact-points.service';

@Module({
  imports: [AccessModule],
  controllers: [ContactPointsController],
  providers: [ContactPointsService],
  exports: [ContactPointsService],
})
export class ContactPointsModule {}
