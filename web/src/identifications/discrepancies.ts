import type { Line } from '../api/identifications';

/** Lines that contradict and are not explained: no discrepancy stays unexplained. */
export const undecided = (lines: readonly Line[]): readonly Line[] =>
  lines.filter((line) => line.finding === 'contradicts' && !line.discrepancyExplained?.trim());
