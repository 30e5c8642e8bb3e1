/** Where people stand with a proposal. A proposal is a lead: none of these words identifies anybody. */
export const proposalStates = [
  'proposed',
  'in_review',
  'needs_information',
  'comparison_requested',
  'supported',
  'excluded',
  'inconclusive',
  'withdrawn',
] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Steps of disclosure in this version (see the docs on disclosure): what each side may see rises with the stage. */
export const stages = ['S1', 'S2', 'S5a', 'S6'] as const;
export type Stage = (typeof stages)[number];

/** Who brings the change about: the family's desk, the board of the identification, or the system (consent, status, evidence). */
export type ProposalActor = 'family-desk' | 'board' | 'system';

const changes: Readonly<Record<ProposalActor, Readonly<Partial<Record<ProposalState, readonly ProposalState[]>>>>> = {
  'family-desk': {
    proposed: ['in_review'],
    in_review: ['needs_information', 'comparison_requested', 'inconclusive'],
    needs_information: ['in_review', 'comparison_requested', 'inconclusive'],
    inconclusive: ['in_review'],
    comparison_requested: ['inconclusive'],
  },
  board: {
    comparison_requested: ['supported', 'excluded', 'inconclusive', 'needs_information'],
    needs_information: ['supported', 'excluded', 'inconclusive'],
    supported: ['excluded', 'inconclusive', 'comparison_requested'],
    inconclusive: ['supported', 'excluded', 'comparison_requested'],
    excluded: ['comparison_requested'],
  },
  system: {
    proposed: ['withdrawn'],
    in_review: ['withdrawn'],
    needs_information: ['withdrawn'],
    comparison_requested: ['withdrawn'],
    inconclusive: ['withdrawn', 'proposed'],
    // A pair once excluded comes back only when its evidence changes.
    excluded: ['withdrawn', 'proposed'],
    withdrawn: ['proposed'],
  },
};

export const mayProposalChange = (by: ProposalActor, from: ProposalState, to: ProposalState): boolean =>
  changes[by][from]?.includes(to) ?? false;

/** The states in which somebody still has something to do. */
export const openProposalStates: readonly ProposalState[] = [
  'proposed',
  'in_review',
  'needs_information',
  'comparison_requested',
];
