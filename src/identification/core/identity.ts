import { basisOf, isReconciled, isUnexplained, type Line, standing } from './evidence';
import {
  type Conclusion,
  currentSignatures,
  faultsOfSignature,
  isRevisedAfterSeeing,
  type Signature,
  speaksTo,
} from './signatures';

/** The decision of the competent authority where the body lies. */
export interface Decision {
  readonly authority: string;
  readonly reference: string;
  /** ISO day. */
  readonly decidedOn: string;
}

/** What an identity is judged by. */
export interface Evidence {
  readonly version: number;
  readonly lines: readonly Line[];
  /** In the order of signing. */
  readonly signatures: readonly Signature[];
  /** Who made or reviewed the proposal. */
  readonly reviewers: readonly string[];
}

export type IdentityRefusal =
  | 'identification.two-signatures-needed'
  | 'identification.different-organisations-needed'
  | 'identification.conclusions-differ'
  | 'identification.line-not-reconciled'
  | 'identification.discrepancy-unexplained'
  | 'identification.method-without-line'
  | 'identification.presumption-only'
  | 'identification.third-specialist-needed'
  | 'identification.authority-decision-needed'
  | 'identification.decided-in-the-future';

/**
 * What still stands between this evidence and a signed identity, the authority's decision apart. Before both sides
 * have signed, the missing signatures are all that is said, so that nobody learns from a refusal what another signed.
 */
export function refusalsOfSigned(evidence: Evidence, of: Conclusion = 'same_person'): IdentityRefusal[] {
  const valid = currentSignatures(evidence.signatures, evidence.version).filter(
    (signature) => faultsOfSignature(signature, evidence.reviewers).length === 0,
  );
  const family = valid.find(({ seat }) => seat === 'family');
  const custodian = valid.find(({ seat }) => seat === 'custodian');
  if (!family || !custodian || family.personId === custodian.personId) return ['identification.two-signatures-needed'];
  const refusals: IdentityRefusal[] = [];
  if (family.organisationId === custodian.organisationId)
    refusals.push('identification.different-organisations-needed');
  if (valid.some(({ conclusion }) => conclusion !== of)) refusals.push('identification.conclusions-differ');
  const lines = standing(evidence.lines);
  if (lines.length === 0 || !lines.every(isReconciled)) refusals.push('identification.line-not-reconciled');
  return refusals;
}

/** What stands in the way of a presumed identity: less than of an identity, but nothing left unexplained. */
export function refusalsOfPresumption(evidence: Evidence): IdentityRefusal[] {
  const refusals = refusalsOfSigned(evidence);
  if (refusals.includes('identification.two-signatures-needed')) return refusals;
  const lines = standing(evidence.lines);
  if (lines.some(isUnexplained)) refusals.push('identification.discrepancy-unexplained');
  if (basisOf(lines) === 'none') refusals.push('identification.presumption-only');
  return refusals;
}

/**
 * Everything that stands in the way of `identified`; empty where nothing does. Two qualified signatories of different
 * organisations; a primary identifier, or two independent lines of different kinds and a third specialist; all lines
 * reconciled in writing and no discrepancy left unexplained; the decision of the competent authority.
 */
export function refusalsOfIdentity(evidence: Evidence, decision: Decision | null, today: string): IdentityRefusal[] {
  const refusals = refusalsOfSigned(evidence);
  if (refusals.includes('identification.two-signatures-needed')) return refusals;
  const lines = standing(evidence.lines);
  if (lines.some(isUnexplained)) refusals.push('identification.discrepancy-unexplained');
  const basis = basisOf(lines);
  if (basis === 'none' || basis === 'presumptive') refusals.push('identification.presumption-only');
  const current = currentSignatures(evidence.signatures, evidence.version);
  if (!current.every(({ method }) => speaksTo(method, lines))) refusals.push('identification.method-without-line');
  if (isThirdNeeded(evidence) && !hasThird(evidence)) refusals.push('identification.third-specialist-needed');
  if (!decision || decision.authority.trim() === '' || decision.reference.trim() === '')
    refusals.push('identification.authority-decision-needed');
  else if (decision.decidedOn > today) refusals.push('identification.decided-in-the-future');
  return refusals;
}

/** Whether a third specialist is asked for: without a primary identifier, or where a signatory changed his mind after seeing. */
export const isThirdNeeded = ({ lines, signatures, version }: Evidence): boolean =>
  basisOf(lines) !== 'primary' || isRevisedAfterSeeing(signatures, version);

/**
 * Whether a third may be called in: where one is asked for, where the two conclude differently, or where both speak for
 * one method alone. Only where it is asked for does an identity depend on it.
 */
export function isThirdOffered(evidence: Evidence): boolean {
  if (isThirdNeeded(evidence)) return true;
  const current = currentSignatures(evidence.signatures, evidence.version).filter(({ seat }) => seat !== 'third');
  const [first, second] = current;
  return !!first && !!second && (first.conclusion !== second.conclusion || first.method === second.method);
}

function hasThird({ signatures, version, reviewers }: Evidence): boolean {
  const current = currentSignatures(signatures, version);
  return current.some(
    (third) =>
      third.seat === 'third' &&
      third.conclusion === 'same_person' &&
      faultsOfSignature(third, reviewers).length === 0 &&
      current.every(({ seat, personId }) => seat === 'third' || personId !== third.personId),
  );
}
