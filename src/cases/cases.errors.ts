import { DomainError } from '../platform';
import type { CaseStatus } from './core/status';

/** The status cannot be changed so, or not by hand. */
export class IllegalStatusChangeError extends DomainError {
  readonly code = 'cases.illegal-status-change';
  readonly kind = 'conflict';
  constructor(from: CaseStatus, to: CaseStatus) {
    super(`A case that is ${from} cannot become ${to} by hand`);
  }
}

/** The new owner must be a contact point officer or coordinator of the same organisation who can sign in. */
export class UnfitOwnerError extends DomainError {
  readonly code = 'cases.unfit-owner';
  readonly kind = 'conflict';
  constructor() {
    super('A case is owned by an officer of its own organisation');
  }
}

/** Every case is looked at again within a year. */
export class ReviewTooLateError extends DomainError {
  readonly code = 'cases.review-too-late';
  readonly kind = 'invalid';
  constructor() {
    super('The next review lies in the past or more than a year ahead');
  }
}
