import type { Range } from '../../../description';

/** Mean and standard deviation of a quantity. */
export interface Normal {
  readonly mean: number;
  readonly sd: number;
}

/** Width, in standard deviations, of the middle 90 % of a normal distribution. */
const NINETY_PERCENT_WIDTH = 3.29;

export const normalDensity = (x: number, variance: number): number =>
  Math.exp((-x * x) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

/** Rounded to a step, so that many records share one value and one table entry. */
export const toStep = (value: number, step: number): number => Math.round(value / step) * step;

/**
 * A range somebody stated, as a distribution: the range is the middle 90 %, a single value takes `pointSd`, an open end is taken to
 * reach `open` further. Null where no finite end is given, where the ends are reversed, and below 0, which no quantity here can be.
 */
export function normalOfRange(
  range: Range | undefined,
  pointSd: (value: number) => number,
  open: number,
): Normal | null {
  if (range === undefined) return null;
  const { from, to } = range;
  if ((from !== null && !Number.isFinite(from)) || (to !== null && !Number.isFinite(to))) return null;
  const low = from ?? (to === null ? null : Math.max(0, to - open));
  const high = to ?? (from === null ? null : from + open);
  if (low === null || high === null || low > high || low < 0) return null;
  const mean = (low + high) / 2;
  return {
    mean,
    sd: Math.max((high - low) / NINETY_PERCENT_WIDTH, high === low ? pointSd(mean) : 0.4 * pointSd(mean)),
  };
}
