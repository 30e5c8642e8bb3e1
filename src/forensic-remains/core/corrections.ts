import type { Handover } from './custody';
import { sameHolder } from './custody';

export const correctedKinds = ['sample', 'custody'] as const;
export type CorrectedKind = (typeof correctedKinds)[number];

/** What was entered, and whether a correction has struck it. */
export interface Entered {
  readonly id: string;
  readonly isStruck: boolean;
}

export type CorrectionRefusal =
  | 'forensic-remains.nothing-to-correct'
  | 'forensic-remains.corrected-already'
  | 'forensic-remains.custody-to-oneself'
  | 'forensic-remains.custody-in-the-future';

/**
 * Why an entry is not corrected; null where it is. It is corrected once: whoever finds the correction wrong corrects that.
 * A hand-over may be put right in the middle of a chain though its neighbours do not fit it any more: the gap is shown
 * until they are put right too, since a chain that reads well by a refusal would be worse than one that shows its gap.
 */
export function refusalOfCorrection(
  entered: readonly Entered[],
  correctsId: string,
  replacement: Pick<Handover, 'from' | 'to' | 'on'> | null,
  today: string,
): CorrectionRefusal | null {
  const found = entered.find(({ id }) => id === correctsId);
  if (!found) return 'forensic-remains.nothing-to-correct';
  if (found.isStruck) return 'forensic-remains.corrected-already';
  if (replacement === null) return null;
  if (replacement.from !== null && sameHolder(replacement.from, replacement.to))
    return 'forensic-remains.custody-to-oneself';
  return replacement.on > today ? 'forensic-remains.custody-in-the-future' : null;
}

/** What stands: all that was entered, without what was struck. */
export const standing = <E extends { readonly isStruck: boolean }>(entered: readonly E[]): E[] =>
  entered.filter(({ isStruck }) => !isStruck);
