/** The append-only trail: an entry commits with its act; a sealer links committed entries into chains afterwards. */
export { audit, auditMany, type AuditDetails } from './audit';
export { AuditModule } from './audit.module';
export { AuditSealer } from './sealer';
export { AuditVerification, type Verdict } from './verification';
