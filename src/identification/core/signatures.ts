import type { Role } from '../../platform';
import type { Line, LineKind } from './evidence';
import { standing } from './evidence';

/** What a specialist signs by; the same words as a recorded qualification. */
export type SigningMethod = 'dna' | 'dental' | 'fingerprint' | 'pathology' | 'anthropology' | 'reconciliation';

export const conclusions = ['same_person', 'not_same_person', 'inconclusive'] as const;
export type Conclusion = (typeof conclusions)[number];

/** Whose signature it is: of the specialist of one of the two sides, or of the third whom weaker evidence asks for. */
export type Seat = 'family' | 'custodian' | 'third';

/** A conclusion as it was signed, with the facts of that moment about who signed. Never changed, never removed. */
export interface Signature {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly seat: Seat;
  readonly roles: readonly Role[];
  readonly method: SigningMethod;
  /** The live qualification as recorded when signing; null where there was none. */
  readonly qualification: { readonly method: SigningMethod; readonly mandate: string } | null;
  readonly conclusion: Conclusion;
  /** Version of the reconciliation that was signed. A later change of the lines leaves the signature behind. */
  readonly version: number;
}

export type SignatureFault =
  | 'identification.officer-attests-only'
  | 'identification.own-proposal'
  | 'identification.qualification-needed'
  | 'identification.method-not-qualified';

/** Why this person may not sign; empty where nothing stands against it. `reviewers` looked at or made the proposal. */
export function faultsOfSignature(
  signature: Pick<Signature, 'personId' | 'roles' | 'method' | 'qualification'>,
  reviewers: readonly string[],
): SignatureFault[] {
  const { personId, roles, method, qualification } = signature;
  const faults: SignatureFault[] = [];
  // A contact point officer attests what the family said. Who somebody is, is signed by another profession.
  if (!roles.some((role) => role === 'forensic_officer' || role === 'coordinator'))
    faults.push('identification.officer-attests-only');
  if (reviewers.includes(personId)) faults.push('identification.own-proposal');
  if (!qualification || qualification.mandate.trim() === '') faults.push('identification.qualification-needed');
  else if (qualification.method !== method) faults.push('identification.method-not-qualified');
  return faults;
}

/** The signatures of the reconciliation as it now stands. Of each person the first, which was made without seeing another. */
export function currentSignatures(signatures: readonly Signature[], version: number): Signature[] {
  const current = new Map<string, Signature>();
  for (const signature of signatures)
    if (signature.version === version && !current.has(signature.personId)) current.set(signature.personId, signature);
  return [...current.values()];
}

const principals: readonly Seat[] = ['family', 'custodian'];

export const areBothSigned = (signatures: readonly Signature[], version: number): boolean =>
  principals.every((seat) => currentSignatures(signatures, version).some((signature) => signature.seat === seat));

/**
 * The signatures this reader may see. In each version of the reconciliation nobody sees another's conclusion, nor
 * that there is one, before his own is recorded; readers who do not sign see none before both sides have signed.
 */
export function visibleSignatures<S extends Pick<Signature, 'personId' | 'seat' | 'version'>>(
  signatures: readonly S[],
  reader: { readonly personId: string; readonly signs: boolean },
): S[] {
  return signatures.filter((signature) => {
    if (signature.personId === reader.personId) return true;
    const signed = signatures.filter(({ version }) => version === signature.version);
    if (reader.signs) return signed.some(({ personId }) => personId === reader.personId);
    return principals.every((seat) => signed.some((one) => one.seat === seat));
  });
}

/**
 * Whether a present conclusion replaces another that its signer recorded before seeing the other side's. It is then
 * no longer an independent second opinion, so a third is asked for.
 */
export function isRevisedAfterSeeing(signatures: readonly Signature[], version: number): boolean {
  return currentSignatures(signatures, version).some((present) =>
    signatures.some(
      (past) =>
        past.personId === present.personId &&
        past.version < version &&
        past.conclusion !== present.conclusion &&
        signatures.some((other) => other.version === past.version && other.personId !== past.personId),
    ),
  );
}

const covered: Readonly<Record<SigningMethod, readonly LineKind[] | 'any'>> = {
  dna: ['dna'],
  dental: ['dental'],
  fingerprint: ['fingerprint'],
  pathology: ['pathology', 'marks'],
  anthropology: ['anthropology', 'pathology'],
  reconciliation: 'any',
};

/** Whether the evidence holds an agreeing line that a person qualified for this method can speak to. */
export function speaksTo(method: SigningMethod, lines: readonly Line[]): boolean {
  const kinds = covered[method];
  return standing(lines).some(({ kind, finding }) => finding === 'agrees' && (kinds === 'any' || kinds.includes(kind)));
}
