import { DomainError, type Fault } from '../platform';
import type { PedigreeFault } from './core/pedigree';

/** Another report of this desk goes by this reference. */
export class ReferenceTakenError extends DomainError {
  readonly code = 'families.reference-taken';
  readonly kind = 'conflict';
  constructor() {
    super('Another report of this desk goes by this reference');
  }
}

/** A report that was registered is not a draft again: others may have compared it. */
export class AlreadyRegisteredError extends DomainError {
  readonly code = 'families.already-registered';
  readonly kind = 'conflict';
  constructor() {
    super('The report is registered and cannot be a draft again');
  }
}

/** The family took its report back, and nothing may be added to it. */
export class WithdrawnReportError extends DomainError {
  readonly code = 'families.report-withdrawn';
  readonly kind = 'conflict';
  constructor() {
    super('The family withdrew this report');
  }
}

/** The one who registers has no desk, and names none. */
export class DeskNeededError extends DomainError {
  readonly code = 'families.desk-needed';
  readonly kind = 'invalid';
  override readonly faults: readonly Fault[] = [{ path: 'contactPointId', code: 'families.desk-needed' }];
  constructor() {
    super('Say which desk takes this report');
  }
}

/** A report stays with the desk that took it; handing a case over is another act. */
export class DeskFixedError extends DomainError {
  readonly code = 'families.desk-fixed';
  readonly kind = 'conflict';
  constructor() {
    super('A report stays with the desk that took it');
  }
}

/** A consent is not rewritten: what the family was shown and said stands. A new consent takes its place. */
export class ConsentRecordedError extends DomainError {
  readonly code = 'families.consent-recorded';
  readonly kind = 'conflict';
  constructor() {
    super('This consent is recorded with other facts; record a new one, which takes its place');
  }
}

/** The consent cannot be as it was sent. */
export class ConsentRefusedError extends DomainError {
  readonly code = 'families.consent-refused';
  readonly kind = 'invalid';
  constructor(override readonly faults: readonly Fault[]) {
    super('The consent cannot be recorded like this');
  }
}

/** The persons do not make a family tree. */
export class PedigreeRefusedError extends DomainError {
  readonly code = 'families.pedigree-refused';
  readonly kind = 'invalid';
  override readonly faults: readonly Fault[];
  constructor(faults: readonly PedigreeFault[], persons: readonly { readonly person: string }[]) {
    super('These persons do not make a family tree');
    this.faults = faults.map(({ person, code }) => ({
      path: `persons.${persons.findIndex((listed) => listed.person === person)}`,
      code,
    }));
  }
}
