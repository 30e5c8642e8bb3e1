import { DomainError } from '../platform';
import type { ProposalState } from './core/proposal-state';

export class IllegalProposalChangeError extends DomainError {
  readonly code = 'matching.illegal-state-change';
  readonly kind = 'conflict';
  /** The present state is not named: the reader may not be among those who may know it. */
  constructor(
    readonly from: ProposalState,
    readonly to: ProposalState,
  ) {
    super(`The proposal cannot become ${to} by this act`);
  }
}

/** The family has not allowed this step, or has taken its consent back. */
export class ConsentMissingError extends DomainError {
  readonly code = 'matching.consent-missing';
  readonly kind = 'conflict';
  constructor(purpose: string) {
    super(`The family's consent to ${purpose} is not in effect`);
  }
}

/** A desk may have three questions open for one case: more would turn asking into searching. */
export class TooManyInterestsError extends DomainError {
  readonly code = 'matching.too-many-open-questions';
  readonly kind = 'conflict';
  constructor() {
    super('Three questions are open for this case; wait for an answer or set one aside');
  }
}

/** The person named has no live qualification, belongs to the wrong side, or reviewed the proposal. */
export class UnfitSpecialistError extends DomainError {
  readonly code = 'matching.unfit-specialist';
  readonly kind = 'conflict';
  constructor() {
    super('This person cannot be named as the specialist of this side');
  }
}

/** The family's side has not named its specialist yet. */
export class SpecialistMissingError extends DomainError {
  readonly code = 'matching.specialist-missing';
  readonly kind = 'conflict';
  constructor() {
    super('The family’s side has not named its specialist yet');
  }
}
