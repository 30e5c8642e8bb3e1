/** What a desk may do about a lead by a change of state; identity and exclusion are decided on the board of the identification. */
export const stateActs = [
  { act: 'need_information', to: 'needs_information' },
  { act: 'set_aside', to: 'inconclusive' },
] as const;

/** `next` holds names of acts; what this version of the interface does not know it leaves out. */
export const stateActsIn = (next: readonly string[]): readonly (typeof stateActs)[number][] =>
  stateActs.filter(({ act }) => next.includes(act));
