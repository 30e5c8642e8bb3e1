import { type Board, isInWork, isReversible } from './board';
import { standing } from './evidence';
import { isThirdOffered } from './identity';
import type { Relation } from './readers';
import { areBothSigned, currentSignatures, type Seat } from './signatures';

/** Acts by the last part of their path, so that a screen can offer what the reader may do. */
export const acts = [
  'lines',
  'attestations',
  'third-specialist',
  'third-release',
  'signatures',
  'outcomes',
  'authority-decision',
  'telling',
  'reversal',
  'certificate',
] as const;
export type NextAct = (typeof acts)[number];

/** Who asks, in the terms that decide what is open to him. */
export interface Asker {
  readonly personId: string;
  readonly organisationId: string;
  readonly relations: readonly Relation[];
  /** Cases of this identification that this person answers for: owned, or owned by nobody where the first one is. */
  readonly caseIds: readonly string[];
  readonly isOfficer: boolean;
  readonly isCoordinator: boolean;
  readonly isOfFamilyOrganisation: boolean;
  readonly isOfCustodian: boolean;
}

const has = (asker: Asker, ...relations: readonly Relation[]): boolean =>
  relations.some((relation) => asker.relations.includes(relation));

const isFamilySpecialist = (asker: Asker): boolean => asker.isOfFamilyOrganisation && has(asker, 'signatory');

/** Whether the telling of just this case is this person's to record. */
export const mayTellOf = (asker: Asker, caseId: string): boolean =>
  isFamilySpecialist(asker) || (has(asker, 'case_owner') && asker.caseIds.includes(caseId));

/** Who may do what. Which record it may be done to, and whether the evidence suffices, `after` decides. */
export const may: Readonly<Record<NextAct, (asker: Asker) => boolean>> = {
  lines: (asker) => has(asker, 'signatory', 'third'),
  // The desk that knows the family attests what it told; whoever signs the identity does not.
  attestations: (asker) => has(asker, 'case_owner') && asker.isOfficer && !has(asker, 'signatory', 'third'),
  'third-specialist': (asker) => has(asker, 'signatory', 'board'),
  // The record of the remains is the custodian's to open, to a third as to the first two.
  'third-release': (asker) => asker.isOfCustodian && has(asker, 'signatory', 'board'),
  signatures: (asker) => has(asker, 'signatory', 'third'),
  outcomes: (asker) => has(asker, 'signatory', 'board'),
  'authority-decision': (asker) => asker.isOfCustodian && has(asker, 'signatory', 'board'),
  // Each family is told by whoever answers for its case; the family's own specialist may stand in for any.
  telling: (asker) => has(asker, 'case_owner') || isFamilySpecialist(asker),
  reversal: (asker) =>
    has(asker, 'signatory', 'third', 'board', 'case_owner') || (asker.isCoordinator && has(asker, 'desk')),
  certificate: (asker) => asker.relations.length > 0,
};

/** What the reader may do next, told from `board` with the signatures that this reader may see and no others. */
export function nextActs(board: Board, asker: Asker): NextAct[] {
  const hasLines = standing(board.lines).length > 0;
  const isSigned = areBothSigned(board.signatures, board.version);
  const ownIsMissing = !currentSignatures(board.signatures, board.version).some(
    ({ personId }) => personId === asker.personId,
  );
  const isWorking = isInWork(board.state);
  const isIdentified = board.state === 'identified';
  const isOpen: Record<NextAct, boolean> = {
    lines: isWorking,
    attestations: isWorking,
    'third-specialist': isWorking && hasLines && isThirdOffered(board) && !isThirdBound(board),
    'third-release': isWorking && isThirdWaiting(board),
    signatures: isWorking && hasLines && ownIsMissing,
    outcomes: isWorking && isSigned,
    'authority-decision': isWorking && isSigned,
    telling: isIdentified && !board.isTold && mayTellOf(asker, board.caseId),
    reversal: isReversible(board.state) && !board.reversals.some(({ personId }) => personId === asker.personId),
    certificate: isIdentified || board.state === 'reversed',
  };
  return acts.filter((act) => isOpen[act] && may[act](asker));
}

const isThirdWaiting = (board: Pick<Board, 'thirdSpecialistId' | 'isThirdReleased'>): boolean =>
  board.thirdSpecialistId !== null && !board.isThirdReleased;
const isThirdBound = ({ signatures }: Board): boolean => signatures.some(({ seat }) => seat === 'third');

/** What of an identification waits for its reader, from what lies in the clear. */
export const waits = [
  'signatures',
  'third-release',
  'attestations',
  'decision',
  'telling',
  'reversal',
  'tasks',
] as const;
export type Wait = (typeof waits)[number];

export interface WaitFacts extends Pick<
  Board,
  'state' | 'version' | 'isTold' | 'reversals' | 'thirdSpecialistId' | 'isThirdReleased'
> {
  /** Cases of this identification whose family has not been told yet. */
  readonly untoldCaseIds: readonly string[];
  readonly signed: readonly { readonly personId: string; readonly seat: Seat; readonly version: number }[];
  readonly hasLines: boolean;
  readonly isAttested: boolean;
  readonly hasOpenTasks: boolean;
}

export function waitsFor(facts: WaitFacts, asker: Asker): Wait[] {
  const signed = facts.signed.filter(({ version }) => version === facts.version);
  const isWorking = isInWork(facts.state);
  const isIdentified = facts.state === 'identified';
  const isWaiting: Record<Wait, boolean> = {
    // Whether the other side has signed is no part of the answer.
    signatures:
      isWorking &&
      facts.hasLines &&
      may.signatures(asker) &&
      !signed.some(({ personId }) => personId === asker.personId),
    'third-release': isWorking && isThirdWaiting(facts) && may['third-release'](asker),
    attestations: isWorking && may.attestations(asker) && !facts.isAttested,
    decision:
      isWorking &&
      may['authority-decision'](asker) &&
      ['family', 'custodian'].every((seat) => signed.some((one) => one.seat === seat)),
    telling: isIdentified && facts.untoldCaseIds.some((id) => mayTellOf(asker, id)),
    reversal:
      isReversible(facts.state) &&
      may.reversal(asker) &&
      facts.reversals.some(({ organisationId }) => organisationId !== asker.organisationId) &&
      !facts.reversals.some(({ personId }) => personId === asker.personId),
    tasks: facts.hasOpenTasks,
  };
  return waits.filter((wait) => isWaiting[wait]);
}
