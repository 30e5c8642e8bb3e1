import type { Weight } from '../comparison';

/**
 * Two sides that each may err about one true class. `truth` is how common each class is, `told` and `seen` the chance of each side's
 * statement for each true class. same = sum over t of P(t | told) P(seen | t); other = sum over t of P(t) P(seen | t).
 */
export function latentWeight(
  truth: readonly number[],
  told: (t: number) => number,
  seen: (t: number) => number,
  level: string,
): Weight {
  let joint = 0;
  let toldAlone = 0;
  let seenAlone = 0;
  let total = 0;
  truth.forEach((share, t) => {
    joint += share * told(t) * seen(t);
    toldAlone += share * told(t);
    seenAlone += share * seen(t);
    total += share;
  });
  return { level, same: toldAlone > 0 ? joint / toldAlone : 0, other: total > 0 ? seenAlone / total : 0 };
}

/** Chance of saying `said` of a true class: right, or wrong by `error`, most of it among neighbouring classes. */
export function confusion(said: number, t: number, error: number, neighbours: readonly (readonly number[])[]): number {
  if (said === t) return 1 - error;
  const near = neighbours[t] ?? [];
  const far = neighbours.length - 1 - near.length;
  if (near.includes(said)) return (error * (far > 0 ? 0.8 : 1)) / near.length;
  return (error * (near.length > 0 ? 0.2 : 1)) / Math.max(1, far);
}
