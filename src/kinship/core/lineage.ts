import type { Pedigree } from './pedigree';

/** Everybody who shares a lineage with a person, and over how many meioses. */
export type Lineage = ReadonlyMap<number, number>;

/** Fathers and sons without a break; empty for women, who carry no Y. */
export function paternalLineage(pedigree: Pedigree, person: number): Lineage {
  if (pedigree.sexes[person] === 'female') return new Map();
  const isFather = (parent: number, child: number) => pedigree.father[child] === parent;
  return lineage(
    pedigree,
    person,
    pedigree.father,
    (child, parent) => isFather(parent, child) && pedigree.sexes[child] === 'male',
  );
}

/** Mothers and their children: a father's mitochondria are never passed on. */
export function maternalLineage(pedigree: Pedigree, person: number): Lineage {
  return lineage(pedigree, person, pedigree.mother, (child, parent) => pedigree.mother[child] === parent);
}

function lineage(
  pedigree: Pedigree,
  person: number,
  parentOf: Int32Array,
  inherits: (child: number, parent: number) => boolean,
): Map<number, number> {
  const meioses = new Map([[person, 0]]);
  const queue = [person];
  for (let at = 0; at < queue.length; at++) {
    const here = queue[at]!;
    const next = pedigree.children[here]!.filter((child) => inherits(child, here));
    if (parentOf[here]! >= 0) next.push(parentOf[here]!);
    for (const other of next) {
      if (meioses.has(other)) continue;
      meioses.set(other, meioses.get(here)! + 1);
      queue.push(other);
    }
  }
  return meioses;
}

/** What a lineage marker says of two persons of one claimed lineage. It never rejects by itself: a person reviews it. */
export interface LineageFinding {
  readonly finding: 'compatible' | 'inconclusive' | 'excluded' | 'not-compared';
  /** Markers or positions that differ. */
  readonly differences: readonly string[];
  readonly compared: number;
  readonly reason: string;
}

/** Alleles by locus; one for most, several and unordered for multicopy loci such as DYS385a/b. */
export type YProfile = Readonly<Record<string, readonly string[]>>;

/** Loci that differ before the claimed lineage is called excluded; a house rule, to be confirmed by the laboratory. */
export const Y_LOCI_TO_EXCLUDE = 3;

/**
 * Compares two Y-STR profiles of one claimed father-son chain.
 * No difference is compatible; one or two single steps are what mutation makes of it; more, or steps that are
 * too wide, are excluded for review (an unknown father breaks the chain just as well).
 */
export function compareY(one: YProfile, other: YProfile, meioses: number): LineageFinding {
  const shared = Object.keys(one).filter((locus) => (one[locus]?.length ?? 0) > 0 && (other[locus]?.length ?? 0) > 0);
  if (shared.length === 0) {
    return { finding: 'not-compared', differences: [], compared: 0, reason: 'No Y-STR locus is typed in both' };
  }
  const steps = shared.flatMap((locus) => {
    const apart = stepsApart(one[locus]!, other[locus]!);
    return apart === 0 ? [] : [{ locus, apart }];
  });
  const differences = steps.map(({ locus }) => locus);
  const found = { differences, compared: shared.length };
  if (steps.length === 0) return { ...found, finding: 'compatible', reason: `All ${shared.length} shared loci agree` };
  if (steps.length >= Y_LOCI_TO_EXCLUDE) {
    return {
      ...found,
      finding: 'excluded',
      reason: `${steps.length} of ${shared.length} loci differ over ${meioses} meioses`,
    };
  }
  const single = steps.every(({ apart }) => apart === 1);
  const reason = single
    ? `${steps.length} single-step difference(s) over ${meioses} meioses: possible by mutation`
    : `${steps.length} difference(s), not all of a single step, over ${meioses} meioses`;
  return { ...found, finding: single ? 'compatible' : 'inconclusive', reason };
}

/** Repeats apart, copies matched as well as they can be; Infinity where the numbers of copies or variants differ. */
function stepsApart(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [[...one].map(Number).sort(ascending), [...other].map(Number).sort(ascending)];
  if (a.length !== b.length || [...a, ...b].some(Number.isNaN))
    return [...one].sort().join() === [...other].sort().join() ? 0 : Infinity;
  return a.reduce((sum, size, at) => {
    const apart = Math.abs(size - b[at]!);
    return sum + (Math.abs(apart - Math.round(apart)) < 1e-6 ? Math.round(apart) : Infinity);
  }, 0);
}

const ascending = (x: number, y: number) => x - y;

/** A mitochondrial sequence as differences from the rCRS, within the ranges that were read. */
export interface MtProfile {
  readonly ranges: readonly (readonly [number, number])[];
  /** As in `16189C`, `263G`, `315.1C`, `523-` (deleted); IUPAC letters for mixtures of two bases. */
  readonly differences: readonly string[];
}

/** Stretches whose length changes so readily that length there says nothing. */
const LENGTH_HETEROPLASMY: readonly (readonly [number, number])[] = [
  [303, 315],
  [515, 524],
  [16184, 16193],
];

const IUPAC: Readonly<Record<string, string>> = {
  A: 'A',
  C: 'C',
  G: 'G',
  T: 'T',
  R: 'AG',
  Y: 'CT',
  S: 'CG',
  W: 'AT',
  K: 'GT',
  M: 'AC',
  B: 'CGT',
  D: 'AGT',
  H: 'ACT',
  V: 'ACG',
  N: 'ACGT',
  '-': '-',
};

/**
 * Compares two mitochondrial sequences of one claimed maternal line, only where both were read.
 * No difference: not excluded; one: inconclusive; two or more: excluded (customary rule; confirm locally).
 */
export function compareMt(one: MtProfile, other: MtProfile): LineageFinding {
  const compared = sharedPositions(one.ranges, other.ranges);
  if (compared === 0) {
    return { finding: 'not-compared', differences: [], compared, reason: 'The sequenced ranges do not overlap' };
  }
  const [a, b] = [variantsWithin(one, other), variantsWithin(other, one)];
  const differences = [...new Set([...a.keys(), ...b.keys()])].filter((position) => {
    const [x, y] = [a.get(position), b.get(position)];
    // Without an entry the base is the reference's, which is not held here: a mixture may contain it.
    if (x === undefined || y === undefined) return !isMixture(x ?? y!);
    return ![...(IUPAC[x] ?? x)].some((base) => (IUPAC[y] ?? y).includes(base));
  });
  const reason = `${differences.length} difference(s) in ${compared} positions read in both`;
  const finding = differences.length === 0 ? 'compatible' : differences.length === 1 ? 'inconclusive' : 'excluded';
  return { finding, differences, compared, reason };
}

function isMixture(base: string): boolean {
  return (IUPAC[base] ?? base).length > 1;
}

function within(position: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([from, to]) => position >= from && position <= to);
}

function sharedPositions(one: MtProfile['ranges'], other: MtProfile['ranges']): number {
  let count = 0;
  for (const [from, to] of one)
    for (let position = from; position <= to; position++) if (within(position, other)) count++;
  return count;
}

/** Base by position, without what the other did not read and without length changes in unstable stretches. */
function variantsWithin(profile: MtProfile, other: MtProfile): Map<string, string> {
  const variants = new Map<string, string>();
  for (const difference of profile.differences) {
    const match = /^[ACGT]?(\d+)(\.\d+)?([A-Z-])$/.exec(difference.toUpperCase());
    if (!match) continue;
    const position = Number(match[1]);
    if (!within(position, profile.ranges) || !within(position, other.ranges)) continue;
    const changesLength = match[2] !== undefined || match[3] === '-';
    if (changesLength && within(position, LENGTH_HETEROPLASMY)) continue;
    variants.set(`${match[1]}${match[2] ?? ''}`, match[3]!);
  }
  return variants;
}
