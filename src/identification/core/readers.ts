import { isInWork, type State } from './board';

/** Why somebody may know of an identification. */
export const relations = ['signatory', 'third', 'board', 'case_owner', 'desk'] as const;
export type Relation = (typeof relations)[number];

/** Facts of the moment about an identification and the person who asks for it. */
export interface ReaderFacts {
  readonly reader: {
    readonly userId: string;
    readonly organisationId: string;
    /** Coordinates the custodian's work, or holds a live mandate to reconcile both sides. */
    readonly isOfBoard: boolean;
  };
  readonly state: State;
  readonly isTold: boolean;
  readonly familySpecialistId: string;
  readonly custodianSpecialistId: string;
  readonly thirdSpecialistId: string | null;
  readonly isThirdReleased: boolean;
  readonly familyOrganisationId: string;
  readonly custodianOrganisationId: string;
  /** Owners of the case, and of those that followed the identification. */
  readonly caseOwnerIds: readonly string[];
  /** The family's consent to a comparison by specialists of the reader's country is live at this moment. */
  readonly isConsentLive: boolean;
}

/**
 * Why this person may know of the identification; empty where it must look as if there were none. Until the telling
 * is recorded only signatories, the custodian's board and the owner of the case know; afterwards the two desks do.
 */
export function relationsOf(facts: ReaderFacts): Relation[] {
  const { reader, state } = facts;
  // Withdrawal works at once: what was not decided yet is closed to all but the desk whose file it is.
  if (isInWork(state) && !facts.isConsentLive && reader.organisationId !== facts.familyOrganisationId) return [];
  const isSignatory = [facts.familySpecialistId, facts.custodianSpecialistId].includes(reader.userId);
  const isOfCustodian = reader.organisationId === facts.custodianOrganisationId;
  const isOfFamilyDesk = reader.organisationId === facts.familyOrganisationId;
  const has: Record<Relation, boolean> = {
    signatory: isSignatory,
    third: facts.isThirdReleased && reader.userId === facts.thirdSpecialistId,
    board: isOfCustodian && reader.isOfBoard,
    case_owner: isOfFamilyDesk && facts.caseOwnerIds.includes(reader.userId),
    desk: facts.isTold && (isOfCustodian || isOfFamilyDesk),
  };
  return relations.filter((relation) => has[relation]);
}

/** What a reader is shown beyond state, decision and telling, by name of the group of fields. */
export type Shown = 'evidence' | 'words' | 'attestation' | 'plan';

/**
 * Specialists see the lines with their wording; the board sees which lines there are, and the wording once both sides
 * have signed. The owner of the case prepares the telling and needs the decision, never the files of the comparison.
 */
export function shownTo(relation: Relation, areSignaturesComplete: boolean): readonly Shown[] {
  switch (relation) {
    case 'signatory':
    case 'third':
      return ['evidence', 'words', 'attestation', 'plan'];
    case 'board':
      return areSignaturesComplete ? ['evidence', 'words', 'attestation', 'plan'] : ['evidence', 'attestation', 'plan'];
    case 'case_owner':
      return ['attestation', 'plan'];
    case 'desk':
      return [];
  }
}
