import type { WeighedPair } from './duplicates';

/** Groups of reports held to be one person's, and the weight at which any two reports come together. */
export interface LinkedReports {
  /** Groups of two and more that come together at `HELD` or above. */
  readonly groups: readonly (readonly number[])[];
  pairs(least: number): WeighedPair[];
}

/** Links weaker than this join nothing by themselves, and groups that meet at this are taken for one person's; base-10 logarithms. */
const LEAST_LINK = 1.5;
const HELD = 4;
/** The best link of two groups and the mean of all count half and half: an error in one report weakens its links, not its best. */
const BEST_SHARE = 0.5;
/** No one link counts for more: two rare errors in common prove a copied report, not more than one person. */
const MOST_OF_ONE = 9;
const LEAST_OF_ONE = -4;

interface Meeting {
  sum: number;
  best: number;
}

/**
 * Joins reports into groups, the closest first, by the mean of the best link and of all links between two groups (all pairs are weighed, those
 * without a key in common too). The weight of a pair is that at which its groups met: where three agree and the fourth agrees with two
 * of them, it is near to the third as well; where two look alike and all that is known of both speaks against it, they are kept apart.
 */
export function linked(
  reports: number,
  found: readonly WeighedPair[],
  weigh: (a: number, b: number) => number,
): LinkedReports {
  const members: (number[] | null)[] = Array.from({ length: reports }, (_, at) => [at]);
  const neighbours: Map<number, Meeting>[] = Array.from({ length: reports }, () => new Map<number, Meeting>());
  const queue = new Queue();
  const counted = (log10Lr: number): number => Math.min(MOST_OF_ONE, Math.max(LEAST_OF_ONE, log10Lr));
  for (const { a, b, log10Lr } of found) {
    if (log10Lr < LEAST_LINK) continue;
    const meeting = { sum: counted(log10Lr), best: counted(log10Lr) };
    neighbours[a]!.set(b, meeting);
    neighbours[b]!.set(a, meeting);
    queue.add(weightOf(meeting, 1), a, b);
  }
  const met: { a: readonly number[]; b: readonly number[]; log10Lr: number }[] = [];
  const held: number[][] = [];
  let last = Number.POSITIVE_INFINITY;
  const meetingOf = (a: number, b: number): Meeting => {
    const known = neighbours[a]!.get(b);
    if (known !== undefined) return known;
    const meeting = { sum: 0, best: Number.NEGATIVE_INFINITY };
    for (const one of members[a]!)
      for (const two of members[b]!) {
        const weight = counted(weigh(one, two));
        meeting.sum += weight;
        meeting.best = Math.max(meeting.best, weight);
      }
    return meeting;
  };
  let isHeld = true;
  for (let next = queue.take(); next !== null; next = queue.take()) {
    const { a, b, weight } = next;
    const [own, other] = [members[a], members[b]];
    const meeting = neighbours[a]!.get(b);
    if (!own || !other || meeting === undefined) continue;
    // Weakened since: the newer entry of this pair is still in the queue.
    if (Math.abs(weightOf(meeting, own.length * other.length) - weight) > 1e-9) continue;
    if (isHeld && weight < HELD) {
      isHeld = false;
      for (const group of members) if (group !== null && group.length > 1) held.push([...group]);
    }
    // A group cannot be nearer to others than its own members are to one another.
    last = Math.min(last, weight);
    met.push({ a: own, b: other, log10Lr: weight });
    const [into, from] = own.length >= other.length ? [a, b] : [b, a];
    for (const third of new Set([...neighbours[into]!.keys(), ...neighbours[from]!.keys()])) {
      if (third === a || third === b) continue;
      const [one, two] = [meetingOf(into, third), meetingOf(from, third)];
      const joined = { sum: one.sum + two.sum, best: Math.max(one.best, two.best) };
      neighbours[third]!.delete(from);
      neighbours[third]!.set(into, joined);
      neighbours[into]!.set(third, joined);
      const size = (own.length + other.length) * members[third]!.length;
      queue.add(weightOf(joined, size), into, third);
    }
    neighbours[into]!.delete(from);
    neighbours[from]!.clear();
    members[into] = [...members[into]!, ...members[from]!];
    members[from] = null;
  }
  if (isHeld) for (const group of members) if (group !== null && group.length > 1) held.push([...group]);
  return { groups: held, pairs: (least) => pairsOf(reports, met, members, found, least) };
}

const weightOf = ({ sum, best }: Meeting, pairs: number): number =>
  BEST_SHARE * best + (1 - BEST_SHARE) * (sum / pairs);

function pairsOf(
  reports: number,
  met: readonly { readonly a: readonly number[]; readonly b: readonly number[]; readonly log10Lr: number }[],
  members: readonly (readonly number[] | null)[],
  found: readonly WeighedPair[],
  least: number,
): WeighedPair[] {
  const listed: WeighedPair[] = [];
  for (const { a, b, log10Lr } of met) {
    if (log10Lr < least) continue;
    for (const one of a) for (const two of b) listed.push({ a: Math.min(one, two), b: Math.max(one, two), log10Lr });
  }
  const groupOf = new Int32Array(reports);
  members.forEach((group, at) => {
    for (const one of group ?? []) groupOf[one] = at;
  });
  for (const pair of found)
    if (pair.log10Lr >= least && groupOf[pair.a] !== groupOf[pair.b])
      listed.push({ ...pair, log10Lr: Math.min(pair.log10Lr, LEAST_LINK) });
  return listed;
}

/** A heap of pairs of groups, the closest on top. */
class Queue {
  private readonly heap: { weight: number; a: number; b: number }[] = [];

  add(weight: number, a: number, b: number): void {
    if (weight < LEAST_LINK) return;
    const { heap } = this;
    heap.push({ weight, a, b });
    for (let at = heap.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!isBefore(heap[at]!, heap[parent]!)) return;
      [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
      at = parent;
    }
  }

  take(): { weight: number; a: number; b: number } | null {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined) return null;
    if (heap.length > 0) {
      heap[0] = last;
      for (let at = 0; ;) {
        const left = 2 * at + 1;
        let best = at;
        if (left < heap.length && isBefore(heap[left]!, heap[best]!)) best = left;
        if (left + 1 < heap.length && isBefore(heap[left + 1]!, heap[best]!)) best = left + 1;
        if (best === at) break;
        [heap[at], heap[best]] = [heap[best]!, heap[at]!];
        at = best;
      }
    }
    return top;
  }
}
const isBefore = (
  one: { readonly weight: number; readonly a: number; readonly b: number },
  two: { readonly weight: number; readonly a: number; readonly b: number },
): boolean => (one.weight !== two.weight ? one.weight > two.weight : one.a !== two.a ? one.a < two.a : one.b < two.b);
