export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'stale' | 'too-many' | 'unavailable';

/** One fault in what was sent: where (JSON path or column) and which, by stable code. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly detail?: string;
}

/**
 * Something the field's rules refuse. `code` is stable: clients and translations use it. Messages hold ids and no
 * names, since logs keep them.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  readonly faults: readonly Fault[] = [];
  /** What the record says now, for the loser of a concurrent edit. */
  readonly current?: unknown;
}

/** Absent and forbidden give this same answer, so that an id cannot be probed. */
export class NotFoundError extends DomainError {
  readonly code = 'platform.not-found';
  readonly kind = 'not-found';
  constructor() {
    super('There is no such record, or it is not open to you');
  }
}

/** The actor's role never allows this act, on any record. */
export class ForbiddenError extends DomainError {
  readonly code = 'access.forbidden';
  readonly kind = 'forbidden';
  constructor(readonly act: string) {
    super(`The act ${act} is not open to this role`);
  }
}

/** Someone else changed the record since it was read; both versions are shown to the one who lost. */
export class StaleVersionError extends DomainError {
  readonly code = 'platform.stale-version';
  readonly kind = 'stale';
  constructor(override readonly current: unknown) {
    super('The record was changed since you read it; your entry was not stored');
  }
}

/** A change of an existing record that does not say which version it changes. */
export class VersionRequiredError extends DomainError {
  readonly code = 'platform.version-required';
  readonly kind = 'invalid';
  constructor() {
    super('A change needs the header If-Match with the version that was read');
  }
}

/** What was sent does not have the agreed shape. */
export class InvalidInputError extends DomainError {
  readonly code = 'platform.invalid-input';
  readonly kind = 'invalid';
  constructor(override readonly faults: readonly Fault[]) {
    super('Some values are not accepted');
  }
}
