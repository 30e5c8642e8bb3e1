import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AccessController } from './access.controller';
import { FirstAdministrator } from './first-administrator';
import { OrganisationsService } from './organisations.service';
import { PolicyGuard } from './policy.guard';
import { Sessions } from './sessions';
import { LocalSignIn } from './sign-in';
import { UsersService } from './users.service';

@Module({
  imports: [PassportModule.register({ session: false })],
  controllers: [AccessController],
  providers: [
    Sessions,
    LocalSignIn,
    UsersService,
    OrganisationsService,
    FirstAdministrator,
    { provide: APP_GUARD, useClass: PolicyGuard },
  ],
  exports: [Sessions, UsersService, OrganisationsService, FirstAdministrator],
})
export class AccessModule {}
