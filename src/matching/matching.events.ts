import { defineEvent } from '../platform';

/** A pair became a proposal, or came back as one: somebody at the family's desk should look. */
export const matchProposed = defineEvent('matching.proposed', 'proposalId');
/** A person or the system moved a proposal: its state or the stage of its disclosure. */
export const proposalMoved = defineEvent('matching.proposal-moved', 'proposalId');
