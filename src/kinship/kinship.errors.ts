import { DomainError, type Fault } from '../platform';

type Kind = DomainError['kind'];

/** A refusal of this module: stable code, plain words. */
export class KinshipRefusal extends DomainError {
  constructor(
    override readonly code: `kinship.${string}`,
    override readonly kind: Kind,
    message: string,
    override readonly faults: readonly Fault[] = [],
  ) {
    super(message);
  }
}

export const notQualified = () =>
  new KinshipRefusal(
    'kinship.not-qualified',
    'forbidden',
    'Profiles and ratios are shown to people with a live qualification for DNA alone',
  );
export const labelTaken = () =>
  new KinshipRefusal('kinship.label-taken', 'conflict', 'The desk has another sample by this label');
export const alreadyRecorded = () =>
  new KinshipRefusal('kinship.already-recorded', 'conflict', 'This id was recorded with other contents');
export const sampleWithdrawn = () =>
  new KinshipRefusal(
    'kinship.sample-withdrawn',
    'conflict',
    'The donor took the sample back: nothing is recorded of it',
  );
