import { DomainError } from '../platform';
import type { CorrectionRefusal } from './core/corrections';
import type { CustodyRefusal } from './core/custody';
import type { StatusRefusal } from './core/status';

/** The desk has other remains by this reference. */
export class ReferenceTakenError extends DomainError {
  readonly code = 'forensic-remains.reference-taken';
  readonly kind = 'conflict';
  constructor() {
    super('The desk has other remains by this reference');
  }
}

/** Remains are recorded by a desk of a forensic team, and the actor belongs to none. */
export class DeskNeededError extends DomainError {
  readonly code = 'forensic-remains.desk-needed';
  readonly kind = 'conflict';
  constructor() {
    super('Remains are recorded at the desk of a forensic team');
  }
}

/** What was recorded for good was sent again under its id, with other contents. */
export class AlreadyRecordedError extends DomainError {
  readonly code = 'forensic-remains.already-recorded';
  readonly kind = 'conflict';
  constructor() {
    super('This id was recorded with other contents, and such entries are added to, never changed');
  }
}

/** A finished record does not become a draft again: others have compared it. */
export class NotADraftAgainError extends DomainError {
  readonly code = 'forensic-remains.not-a-draft-again';
  readonly kind = 'conflict';
  constructor() {
    super('A finished record does not become a draft again');
  }
}

/** A seal, bag or tube has one label, and it is on other remains of this desk. */
export class LabelTakenError extends DomainError {
  readonly code = 'forensic-remains.label-taken';
  readonly kind = 'conflict';
  constructor() {
    super('Another sample of this desk bears this label');
  }
}

const whyNot: Record<StatusRefusal, string> = {
  'forensic-remains.draft-unfinished': 'A draft has no other status until it is finished',
  'forensic-remains.status-not-reachable': 'These remains cannot pass to this status from where they stand',
  'forensic-remains.identified-by-decision-only':
    'Identified is set by the decision on a signed identification, by nothing else',
  'forensic-remains.authority-reference-needed': 'The reference of the decision of the competent authority is needed',
  'forensic-remains.cremated': 'These remains were cremated',
  'forensic-remains.cremation-needs-order':
    'Cremation of the unidentified needs the written order of the competent authority',
  'forensic-remains.cremation-needs-evidence':
    'Cremation of the unidentified needs the minimum set of evidence; the missing parts are listed',
};

/** A change of status that the states of remains do not allow. */
export class StatusRefusedError extends DomainError {
  readonly kind = 'conflict';
  constructor(
    readonly code: StatusRefusal,
    missing: readonly string[] = [],
  ) {
    super(whyNot[code]);
    this.faults = missing.map((evidence) => ({ path: evidence, code: 'forensic-remains.evidence-missing' }));
  }
  override readonly faults;
}

const whyNoCorrection: Record<CorrectionRefusal, string> = {
  'forensic-remains.nothing-to-correct': 'These remains have no such sample or hand-over',
  'forensic-remains.corrected-already': 'This was corrected already; correct what stands in its place',
  'forensic-remains.custody-to-oneself': 'Nobody hands remains over to himself',
  'forensic-remains.custody-in-the-future': 'A hand-over is recorded when it has happened',
};

/** A correction of what is not there, or is struck already. */
export class CorrectionRefusedError extends DomainError {
  readonly kind = 'conflict';
  constructor(readonly code: CorrectionRefusal) {
    super(whyNoCorrection[code]);
  }
}

const whyNoHandover: Record<CustodyRefusal, string> = {
  'forensic-remains.custody-gap': 'The releasing holder is not the holder of these remains at that time',
  'forensic-remains.custody-to-oneself': 'Nobody hands remains over to himself',
  'forensic-remains.custody-in-the-future': 'A hand-over is recorded when it has happened',
  'forensic-remains.custody-reason-needed': 'A gap that is entered later needs its reason',
};

/** A hand-over that would break the chain of custody. */
export class CustodyRefusedError extends DomainError {
  readonly kind = 'conflict';
  constructor(readonly code: CustodyRefusal) {
    super(whyNoHandover[code]);
  }
}
