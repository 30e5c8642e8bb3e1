import type { Line } from '../api/identifications';

/** Discrepancies that are not explained: no discrepancy stays unexplained. */
export const undecided = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((line) => !line.isWithdrawn && line.isUnexplained);
