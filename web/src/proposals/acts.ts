/** The state changes that a reviewer may ask for, each with the sentences of its consequences. */
export const stateActs = [
  'needs_information',
  'comparison_requested',
  'supported',
  'excluded',
  'inconclusive',
  'withdrawn',
] as const;
export type StateAct = (typeof stateActs)[number];

/** `next` holds names of acts; what this version of the interface does not know it leaves out. */
export const stateActsIn = (next: readonly string[]): readonly StateAct[] =>
  stateActs.filter((act) => next.includes(act));
