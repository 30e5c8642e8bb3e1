import { Module } from '@nestjs/common';
import { AuditSealer } from './sealer';
import { AuditVerification } from './verification';

@Module({ providers: [AuditSealer, AuditVerification], exports: [AuditSealer, AuditVerification] })
export class AuditModule {}
