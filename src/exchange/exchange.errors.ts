import { DomainError, type Fault } from '../platform';

/** The file's kind belongs to a desk, and none is named. */
export class ImportDeskNeededError extends DomainError {
  readonly code = 'exchange.desk-needed';
  readonly kind = 'invalid';
  override readonly faults: readonly Fault[] = [{ path: 'contactPointId', code: 'exchange.desk-needed' }];
  constructor() {
    super('Say which desk the records of this file belong to');
  }
}

/** Family reports belong to family desks, remains to forensic teams. */
export class ImportDeskKindError extends DomainError {
  readonly code = 'exchange.desk-of-another-kind';
  readonly kind = 'invalid';
  override readonly faults: readonly Fault[] = [{ path: 'contactPointId', code: 'exchange.desk-of-another-kind' }];
  constructor() {
    super('A desk of this kind does not keep such records');
  }
}
