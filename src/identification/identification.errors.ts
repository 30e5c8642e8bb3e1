import { DomainError, type ErrorKind } from '../platform';
import type { Refusal } from './core/board';

/** The rules refuse the act; each of the reasons is one of the faults. */
export class IdentificationRefusedError extends DomainError {
  readonly code: Refusal;
  readonly kind: ErrorKind = 'conflict';
  override readonly faults;
  constructor(refusals: readonly Refusal[]) {
    super(`The rules of identification refuse this: ${refusals.join(', ')}`);
    this.code = refusals[0]!;
    this.faults = refusals.map((code) => ({ path: '', code }));
  }
}

/** The proposal has not been released to two specialists, or its comparison goes on no more. */
export class ProposalNotReleasedError extends DomainError {
  readonly code = 'identification.proposal-not-released';
  readonly kind = 'conflict';
  constructor() {
    super('An identification is opened by the two named specialists, after the custodian released the record');
  }
}

/** Another identification of the same proposal is in work or stands. */
export class AlreadyOpenError extends DomainError {
  readonly code = 'identification.already-open';
  readonly kind = 'conflict';
  constructor() {
    super('This proposal already has an identification that is in work or stands');
  }
}

/** The same id was sent before with something else in it. */
export class AlreadyRecordedError extends DomainError {
  readonly code = 'identification.already-recorded';
  readonly kind = 'conflict';
  constructor() {
    super('Something else was recorded under this id; what stands is not changed');
  }
}

/** The family's consent to this comparison is not in effect. */
export class ConsentNotLiveError extends DomainError {
  readonly code = 'identification.consent-not-live';
  readonly kind = 'conflict';
  constructor() {
    super('The family’s consent to the comparison by specialists of that state is not in effect');
  }
}

/** A case that people linked with this one stands against the identity. Which, and why, is its own desk's to say. */
export class LinkedCaseAgainstError extends DomainError {
  readonly code = 'identification.linked-case-against';
  readonly kind = 'conflict';
  constructor() {
    super('A case that the family’s desk linked with this one stands against the identity; ask that desk');
  }
}

/** A third specialist has an own qualification, works at no other place in this identification, and can sign in. */
export class UnfitSpecialistError extends DomainError {
  readonly code = 'identification.unfit-specialist';
  readonly kind = 'conflict';
  constructor() {
    super('This person cannot be named as third specialist');
  }
}

/** What is attested is the report as it stands; it was changed since it was read. */
export class ReportChangedError extends DomainError {
  readonly code = 'identification.report-changed';
  readonly kind = 'conflict';
  constructor() {
    super('The report was changed since; attest its present version');
  }
}

/** A day that has not come. */
export class InTheFutureError extends DomainError {
  readonly code = 'identification.in-the-future';
  readonly kind = 'invalid';
  constructor() {
    super('The day lies in the future');
  }
}
