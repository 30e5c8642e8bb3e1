import { fallenWith, planOfIdentity, planOfReversal } from './plan';

const kinds = (side: string, plan: ReturnType<typeof planOfReversal>) =>
  plan.filter(([of]) => of === side).map(([, kind]) => kind);

describe('what follows a decision that is taken back', () => {
  it('tells a family of it only where the family was told, and never of a presumption', () => {
    expect(kinds('family', planOfReversal('identified', true))).toContain('tell-the-family-of-the-reversal');
    for (const plan of [planOfReversal('identified', false), planOfReversal('presumptive', false)])
      expect(kinds('family', plan).filter((kind) => kind.startsWith('tell'))).toEqual([]);
  });

  it('gives both sides something to take back, and the custodian the remains to secure', () => {
    for (const was of ['presumptive', 'identified'] as const)
      for (const side of ['family', 'custodian'])
        expect(kinds(side, planOfReversal(was, false)).filter((kind) => /take-back|recall/.test(kind))).toHaveLength(1);
    expect(kinds('custodian', planOfReversal('presumptive', false))).toContain('secure-the-remains');
  });

  it('leaves nothing of the identity’s own plan standing', () => {
    expect(planOfIdentity.map(([, kind]) => kind).sort()).toEqual([...fallenWith].sort());
  });
});
