/** Family reports: whom a family seeks, what it allows, and the relatives who can say who somebody was. */
export { BulkRegistration, type FamilyReportDraft, type RegistrationOutcome } from './bulk-registration';
export { ConsentExpiry } from './consent-expiry';
export { ConsentsService } from './consents.service';
export { type AnteMortem, anteMortem } from './core/ante-mortem';
export {
  type ConsentWay,
  consentWays,
  type Institution,
  institutions,
  isWithheldFrom,
  type Purpose,
  purposes,
} from './core/consent';
export { type CompletedPerson, completedPedigree, faultsOfPedigree, type PedigreePerson } from './core/pedigree';
export {
  ConsentDto,
  type Enquirer,
  FamilyReportDto,
  type FamilyReportView,
  type Relative,
  type ReportStatus,
  sampleKinds,
} from './families.dto';
export { familyConsentChanged, familyReportChanged, familyReported, familyReportWithdrawn } from './families.events';
export { FamiliesModule } from './families.module';
export { type Eligibility, FamiliesService, type ReportForMatching, type ReportSummary } from './families.service';
export { FamilyDesk } from './family-desk';
export { RelativesService } from './relatives.service';
