/** A horizontal axis of log10 LR with zero in the middle; "same person" lies at the end side of the reading direction. */
export interface Axis {
  readonly limit: number;
  readonly ticks: readonly number[];
  /** Where a value stands, 0 to `width`. */
  readonly x: (value: number) => number;
}

export function symmetricAxis(values: readonly number[], width: number, isRtl: boolean): Axis {
  const greatest = Math.max(1, ...values.map(Math.abs));
  const limit = Math.ceil(greatest);
  const every = limit <= 4 ? 1 : limit <= 10 ? 2 : 4;
  const ticks: number[] = [];
  for (let tick = 0; tick <= limit; tick += every) ticks.push(...(tick === 0 ? [0] : [-tick, tick]));
  return {
    limit,
    ticks: ticks.sort((a, b) => a - b),
    x: (value) => width / 2 + ((isRtl ? -1 : 1) * Math.max(-limit, Math.min(limit, value)) * width) / (2 * limit),
  };
}
