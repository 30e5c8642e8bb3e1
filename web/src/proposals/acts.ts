import type { ProposalAct } from '../api/proposals';

/** What a desk may do about a lead by a change of state; identity and exclusion are decided on the board of the identification. */
export const stateActs = [
  { act: 'need_information', to: 'needs_information' },
  { act: 'set_aside', to: 'inconclusive' },
] as const;

export const stateActsIn = (next: readonly ProposalAct[]): readonly (typeof stateActs)[number][] =>
  stateActs.filter(({ act }) => next.includes(act));
