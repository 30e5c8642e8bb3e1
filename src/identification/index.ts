/** The signed result of comparing both sides: evidence, signatures, the authority's decision, the telling, a reversal. */
export { type Outcome, type State as IdentificationState } from './core/board';
export { type Finding, type LineKind, lineKinds } from './core/evidence';
export { type Conclusion } from './core/signatures';
export { DNA_CONCLUSIONS_QUEUE } from './dna-evidence';
export { DecisionService } from './decision.service';
export { DueTasks } from './due-tasks';
export { IDENTIFICATION_QUEUE } from './linked-cases.listener';
export { EvidenceService } from './evidence.service';
export { CertificateView, IdentificationView } from './identification.dto';
export {
  identificationConcluded,
  identificationDecided,
  identificationOpened,
  identificationReversed,
  identificationSigned,
  identificationTaskDue,
  identificationTold,
  reversalAsked,
  thirdSpecialistAsked,
  thirdSpecialistNamed,
} from './identification.events';
export { IdentificationModule } from './identification.module';
export { IdentificationReaders, type Privy } from './identification-readers';
export { IdentificationRecords } from './identification-records';
export { SigningService } from './signing.service';
