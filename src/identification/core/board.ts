import { type Line } from './evidence';
import {
  type Decision,
  type Evidence,
  type IdentityRefusal,
  refusalsOfIdentity,
  refusalsOfPresumption,
  refusalsOfSigned,
} from './identity';
import { areBothSigned, currentSignatures, faultsOfSignature, type Signature, type SignatureFault } from './signatures';

export const states = ['open', 'presumptive', 'excluded', 'inconclusive', 'identified', 'reversed'] as const;
export type State = (typeof states)[number];
export const outcomes = ['presumptive', 'excluded', 'inconclusive'] as const;
export type Outcome = (typeof outcomes)[number];

/** A presumption is not an end: the work goes on until an identity is decided or the pair is excluded. */
export const isInWork = (state: State): boolean => state === 'open' || state === 'presumptive';

/** What two organisations may take back. */
export const isReversible = (state: State): boolean => state === 'presumptive' || state === 'identified';

/** An identification with all that people recorded in it. */
export interface Board extends Evidence {
  readonly state: State;
  /** The case whose report was compared; others may follow it. */
  readonly caseId: string;
  readonly familySpecialistId: string;
  readonly custodianSpecialistId: string;
  readonly thirdSpecialistId: string | null;
  /** The custodian opened the files to the third, who neither sees nor signs anything before. */
  readonly isThirdReleased: boolean;
  readonly isTold: boolean;
  /** Who asks for the reversal of what stands at present, an identity or a presumption. */
  readonly reversals: readonly { readonly personId: string; readonly organisationId: string }[];
}

export type Act =
  | { readonly kind: 'write-line'; readonly line: Line }
  | { readonly kind: 'name-third'; readonly personId: string }
  | { readonly kind: 'release-third'; readonly personId: string }
  | { readonly kind: 'sign'; readonly signature: Signature }
  | { readonly kind: 'conclude'; readonly outcome: Outcome }
  | { readonly kind: 'decide'; readonly decision: Decision; readonly isIdentified: boolean; readonly today: string }
  | { readonly kind: 'tell' }
  | { readonly kind: 'reverse'; readonly personId: string; readonly organisationId: string };

export type Refusal =
  | IdentityRefusal
  | SignatureFault
  | 'identification.not-in-work'
  | 'identification.not-your-seat'
  | 'identification.stale-reconciliation'
  | 'identification.already-signed'
  | 'identification.third-not-independent'
  | 'identification.no-such-third'
  | 'identification.third-not-released'
  | 'identification.line-of-nothing'
  | 'identification.not-identified'
  | 'identification.already-told';

export type After = { readonly board: Board } | { readonly refusals: readonly Refusal[] };

const refuse = (...refusals: Refusal[]): After => ({ refusals });

/** The identification after an act, or why the act is refused. The only way from one state to another. */
export function after(board: Board, act: Act): After {
  if (act.kind === 'tell') return afterTelling(board);
  if (act.kind === 'reverse') return afterReversalBy(board, act);
  if (!isInWork(board.state)) return refuse('identification.not-in-work');
  switch (act.kind) {
    case 'write-line':
      return afterLine(board, act.line);
    case 'name-third':
      return afterNaming(board, act.personId);
    case 'release-third':
      return afterRelease(board, act.personId);
    case 'sign':
      return afterSignature(board, act.signature);
    case 'conclude':
      return afterOutcome(board, act.outcome);
    case 'decide':
      return afterDecision(board, act);
  }
}

/** Any change of the evidence makes a new version, and what was signed of the old one stays behind with it. */
function afterLine(board: Board, line: Line): After {
  const others = board.lines.filter(({ id }) => id !== line.id);
  if (line.restsOn !== null && !others.some(({ id }) => id === line.restsOn))
    return refuse('identification.line-of-nothing');
  return { board: { ...board, version: board.version + 1, lines: [...others, line] } };
}

function afterNaming(board: Board, personId: string): After {
  const isTaken =
    personId === board.familySpecialistId ||
    personId === board.custodianSpecialistId ||
    board.reviewers.includes(personId);
  // A third who has signed is not replaced by one who may sign otherwise.
  const hasSigned = board.signatures.some(({ seat }) => seat === 'third');
  if (isTaken || hasSigned) return refuse('identification.third-not-independent');
  // What was opened to one is not opened to the next.
  const isThirdReleased = board.isThirdReleased && board.thirdSpecialistId === personId;
  return { board: { ...board, thirdSpecialistId: personId, isThirdReleased } };
}

/** Files are opened to a person, so the release names whom it is for: another may have been named meanwhile. */
function afterRelease(board: Board, personId: string): After {
  if (board.thirdSpecialistId !== personId) return refuse('identification.no-such-third');
  return { board: { ...board, isThirdReleased: true } };
}

function afterSignature(board: Board, signature: Signature): After {
  const holder = {
    family: board.familySpecialistId,
    custodian: board.custodianSpecialistId,
    third: board.thirdSpecialistId,
  }[signature.seat];
  if (holder !== signature.personId) return refuse('identification.not-your-seat');
  if (signature.seat === 'third' && !board.isThirdReleased) return refuse('identification.third-not-released');
  if (signature.version !== board.version) return refuse('identification.stale-reconciliation');
  if (currentSignatures(board.signatures, board.version).some(({ personId }) => personId === signature.personId))
    return refuse('identification.already-signed');
  const faults = faultsOfSignature(signature, board.reviewers);
  if (faults.length > 0) return refuse(...faults);
  return { board: { ...board, signatures: [...board.signatures, signature] } };
}

function afterOutcome(board: Board, outcome: Outcome): After {
  const refusals = {
    presumptive: () => refusalsOfPresumption(board),
    excluded: () => refusalsOfSigned(board, 'not_same_person'),
    inconclusive: (): Refusal[] =>
      areBothSigned(board.signatures, board.version) ? [] : ['identification.two-signatures-needed'],
  }[outcome]();
  return refusals.length > 0 ? refuse(...refusals) : { board: { ...board, state: outcome } };
}

/** The authority establishes the identity, or declines; declined, the evidence must be gone through and signed again. */
function afterDecision(board: Board, act: Extract<Act, { kind: 'decide' }>): After {
  if (!act.isIdentified) {
    if (!areBothSigned(board.signatures, board.version)) return refuse('identification.two-signatures-needed');
    return { board: { ...board, version: board.version + 1 } };
  }
  const refusals = refusalsOfIdentity(board, act.decision, act.today);
  return refusals.length > 0 ? refuse(...refusals) : { board: { ...board, state: 'identified' } };
}

function afterTelling(board: Board): After {
  if (board.state !== 'identified') return refuse('identification.not-identified');
  return board.isTold ? refuse('identification.already-told') : { board: { ...board, isTold: true } };
}

/** Always possible, told or not: two persons of different organisations who ask for it reverse an identity, or a presumption. */
function afterReversalBy(board: Board, by: { personId: string; organisationId: string }): After {
  if (!isReversible(board.state)) return refuse('identification.not-identified');
  const { personId, organisationId } = by;
  const reversals = board.reversals.some((one) => one.personId === personId)
    ? board.reversals
    : [...board.reversals, { personId, organisationId }];
  const isSeconded = reversals.some((one) => one.personId !== personId && one.organisationId !== organisationId);
  return { board: { ...board, reversals, state: isSeconded ? 'reversed' : board.state } };
}
