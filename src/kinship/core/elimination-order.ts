/** In which order to sum the variables out, and how much work that is expected to be. */
export interface EliminationPlan {
  readonly order: readonly number[];
  /** Multiplications, about. */
  readonly work: number;
  /** Cells of the largest table made on the way. */
  readonly largestTable: number;
}

type Rule = (work: number, result: number) => number;

/** What greedy search minimises at each step; the best of these plans is taken. */
const RULES: readonly Rule[] = [
  (work, result) => work + result * 1e-3,
  (_, result) => result,
  (work, result) => Math.sqrt(work) * result,
];

/** Beyond this a better order is worth looking for. */
const WORTH_SEARCHING = 50_000;

/**
 * A good order by greedy search. The best order is NP-hard to find; for pedigrees greedy is rarely far off.
 * For hard cases ties are broken in a number of different ways, always the same, so that plans repeat.
 */
export function planElimination(
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
  keep: readonly number[],
): EliminationPlan {
  let best = greedy(sizes, scopes, keep, RULES[0]!, null);
  if (best.work <= WORTH_SEARCHING) return best;
  for (const rule of RULES.slice(1)) best = better(best, greedy(sizes, scopes, keep, rule, null));
  const trials = sizes.length > 100 ? 4 : 24;
  for (let seed = 1; seed <= trials && best.work > WORTH_SEARCHING; seed++) {
    best = better(best, greedy(sizes, scopes, keep, RULES[seed % 2]!, fixedSequence(seed)));
  }
  return best;
}

function better(one: EliminationPlan, other: EliminationPlan): EliminationPlan {
  return other.work < one.work ? other : one;
}

function greedy(
  sizes: readonly number[],
  scopes: readonly (readonly number[])[],
  keep: readonly number[],
  rule: Rule,
  jitter: (() => number) | null,
): EliminationPlan {
  const n = sizes.length;
  const joined = new Uint8Array(n * n);
  const neighbours: number[][] = sizes.map(() => []);
  const join = (v: number, w: number) => {
    if (joined[v * n + w] === 1) return;
    joined[v * n + w] = joined[w * n + v] = 1;
    neighbours[v]!.push(w);
    neighbours[w]!.push(v);
  };
  for (const scope of scopes) {
    for (let i = 0; i < scope.length; i++) for (let j = i + 1; j < scope.length; j++) join(scope[i]!, scope[j]!);
  }
  const isOpen = new Uint8Array(n).fill(1);
  for (const v of keep) isOpen[v] = 0;
  const costs = new Float64Array(n).fill(Infinity);
  const results = new Float64Array(n);
  const price = (v: number) => {
    let result = 1;
    for (const w of neighbours[v]!) result *= sizes[w]!;
    results[v] = result;
    costs[v] = rule(result * sizes[v]!, result) * (jitter ? 1 + jitter() : 1);
  };
  for (let v = 0; v < n; v++) if (isOpen[v] === 1) price(v);
  const order: number[] = [];
  let work = 0;
  let largestTable = 1;
  for (;;) {
    let next = -1;
    for (let v = 0; v < n; v++) if (isOpen[v] === 1 && (next < 0 || costs[v]! < costs[next]!)) next = v;
    if (next < 0) break;
    work += results[next]! * sizes[next]!;
    largestTable = Math.max(largestTable, results[next]!);
    order.push(next);
    isOpen[next] = 0;
    const around = neighbours[next]!;
    for (const v of around) neighbours[v] = neighbours[v]!.filter((w) => w !== next);
    for (let i = 0; i < around.length; i++) for (let j = i + 1; j < around.length; j++) join(around[i]!, around[j]!);
    for (const v of around) if (isOpen[v] === 1) price(v);
  }
  let kept = 1;
  for (const v of keep) kept *= sizes[v]!;
  return { order, work: work + kept, largestTable: Math.max(largestTable, kept) };
}

/** Numbers in [0, 1) that look unordered and are the same in every run (Park & Miller 1988). */
function fixedSequence(seed: number): () => number {
  let state = seed * 48271;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
