/** A task that follows a decision: whose, what, and within how many days. */
export type Planned = readonly [side: 'family' | 'custodian', kind: string, dueInDays: number];

/** What an identity asks for and what falls with it, unless it was done already. */
export const fallenWith: readonly string[] = ['tell-the-family', 'prepare-release'];

export const TELLING_DAYS = 7;
export const TELLING_OF_REVERSAL_DAYS = 3;

export const planOfIdentity: readonly Planned[] = [
  ['family', 'tell-the-family', TELLING_DAYS],
  ['custodian', 'prepare-release', 30],
];

/**
 * What a reversal asks for: of everybody who was told, that it is taken back. A family hears of it in person, and only
 * where it was told; whoever was told no more than a presumption is told by the desks that spoke of it.
 */
export function planOfReversal(was: 'presumptive' | 'identified', isTold: boolean): readonly Planned[] {
  if (was === 'presumptive')
    return [
      ['family', 'take-back-the-presumption', 7],
      ['custodian', 'take-back-the-presumption', 7],
      ['custodian', 'secure-the-remains', 3],
    ];
  return [
    ...(isTold ? ([['family', 'tell-the-family-of-the-reversal', TELLING_OF_REVERSAL_DAYS]] as const) : []),
    ['family', 'recall-what-was-issued', 14],
    ['custodian', 'recall-what-was-issued', 14],
    ['custodian', 'secure-the-remains', 3],
  ];
}
