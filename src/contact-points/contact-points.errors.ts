import { DomainError } from '../platform';

/** Another desk goes by this code. */
export class CodeTakenError extends DomainError {
  readonly code = 'contact-points.code-taken';
  readonly kind = 'conflict';
  constructor() {
    super('Another desk goes by this code');
  }
}

/** A desk's kind must be that of its organisation, and neither its kind nor its organisation changes later. */
export class DeskKindError extends DomainError {
  readonly code = 'contact-points.kind-differs';
  readonly kind = 'conflict';
  constructor() {
    super('The kind and country of a desk follow its organisation and cannot be changed');
  }
}
