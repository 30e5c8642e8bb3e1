import { mayProposalChange, proposalStates } from './proposal-state';

describe('the state of a proposal', () => {
  it('is never supported or excluded by a desk alone', () => {
    for (const from of proposalStates)
      for (const to of ['supported', 'excluded'] as const)
        expect(mayProposalChange('family-desk', from, to)).toBe(false);
  });

  it('leaves excluded only by the board or by new evidence', () => {
    expect(proposalStates.filter((to) => mayProposalChange('family-desk', 'excluded', to))).toEqual([]);
    expect(proposalStates.filter((to) => mayProposalChange('system', 'excluded', to))).toEqual([
      'proposed',
      'withdrawn',
    ]);
  });

  it('does not undo what a board supported because a machine says so', () => {
    expect(proposalStates.filter((to) => mayProposalChange('system', 'supported', to))).toEqual([]);
  });
});
