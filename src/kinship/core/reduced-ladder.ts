import type { Marker } from './marker';
import type { MutationMatrix } from './mutation';

/**
 * A marker's alleles with those merged that nothing distinguishes.
 *
 * Merging is exact when every allele of a block mutates into each other block with the same total
 * probability (strong lumpability, Kemeny & Snell 1976, section 6.3). With no mutation, `equal` and
 * `proportional` all unseen alleles become one; with `stepwise` distance matters, and what merges are
 * whole unseen microvariant groups and mirror images.
 */
export interface ReducedLadder {
  readonly size: number;
  /** Block of each allele of the full ladder. */
  readonly blockOf: Int32Array;
  readonly frequencies: Float64Array;
  readonly male: MutationMatrix | null;
  readonly female: MutationMatrix | null;
  readonly silent: number;
  /** Tables that many calculations share, made when first asked for. Never written to. */
  readonly shared: Map<string, Float64Array>;
}

export function reduceLadder(marker: Marker, kept: readonly number[]): ReducedLadder {
  return ladderOf(marker, inOrderOfAlleles(lumpableBlocks(marker, kept)));
}

/** The ladder as it is, nothing merged. */
export function wholeLadder(marker: Marker): ReducedLadder {
  return ladderOf(
    marker,
    Int32Array.from(marker.frequencies, (_, allele) => allele),
  );
}

function ladderOf(marker: Marker, blockOf: Int32Array): ReducedLadder {
  let size = 0;
  for (const block of blockOf) if (block >= size) size = block + 1;
  const frequencies = new Float64Array(size);
  for (let a = 0; a < blockOf.length; a++)
    frequencies[blockOf[a]!] = frequencies[blockOf[a]!]! + marker.frequencies[a]!;
  const isWhole = size === marker.size;
  return {
    size,
    blockOf,
    frequencies,
    male: isWhole ? marker.male : marker.male && merged(marker.male, blockOf, size),
    female: isWhole ? marker.female : marker.female && merged(marker.female, blockOf, size),
    silent: marker.silent < 0 ? -1 : blockOf[marker.silent]!,
    shared: new Map(),
  };
}

/** Numbers the blocks by their first allele, so that a ladder without merged alleles keeps its order. */
function inOrderOfAlleles(blockOf: Int32Array): Int32Array {
  const renamed = new Int32Array(blockOf.length).fill(-1);
  const names = new Int32Array(blockOf.length + 1).fill(-1);
  let next = 0;
  for (let a = 0; a < blockOf.length; a++) {
    const block = blockOf[a]!;
    if (names[block] === -1) names[block] = next++;
    renamed[a] = names[block]!;
  }
  return renamed;
}

const genotypesBySize = new Map<number, UnorderedGenotypes>();

/** All unordered genotypes (first <= second), in the order j(j+1)/2 + i. */
export interface UnorderedGenotypes {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

export function unorderedGenotypes(size: number): UnorderedGenotypes {
  const known = genotypesBySize.get(size);
  if (known) return known;
  const first = new Int32Array((size * (size + 1)) / 2);
  const second = new Int32Array(first.length);
  for (let j = 0, at = 0; j < size; j++) {
    for (let i = 0; i <= j; i++, at++) {
      first[at] = i;
      second[at] = j;
    }
  }
  const genotypes = { first, second };
  genotypesBySize.set(size, genotypes);
  return genotypes;
}

/** The coarsest lumpable partition that keeps the seen alleles apart, found by splitting until nothing differs. */
function lumpableBlocks(marker: Marker, kept: readonly number[]): Int32Array {
  const n = marker.size;
  if (!marker.mutates) return initialBlocks(n, kept);
  const matrices = [marker.male, marker.female].filter((m) => m !== null);
  let blockOf = initialBlocks(n, kept);
  let blocks = kept.length + (kept.length < n ? 1 : 0);
  if (kept.length >= n - 1) return blockOf;
  for (;;) {
    const split = splitOnce(blockOf, blocks, matrices, n);
    if (split.blocks === blocks) break;
    blockOf = split.blockOf;
    blocks = split.blocks;
  }
  return blockOf;
}

function initialBlocks(n: number, kept: readonly number[]): Int32Array {
  const blockOf = new Int32Array(n).fill(kept.length);
  for (let block = 0; block < kept.length; block++) blockOf[kept[block]!] = block;
  return blockOf;
}

function splitOnce(blockOf: Int32Array, blocks: number, matrices: readonly MutationMatrix[], n: number) {
  const profiles = Array.from({ length: n }, (_, allele) => {
    const profile = new Float64Array(matrices.length * blocks);
    matrices.forEach((matrix, at) => {
      for (let j = 0; j < n; j++) {
        const cell = at * blocks + blockOf[j]!;
        profile[cell] = profile[cell]! + matrix[allele * n + j]!;
      }
    });
    return profile;
  });
  const next = new Int32Array(n);
  const leaders: { block: number; profile: Float64Array }[] = [];
  for (let block = 0; block < blocks; block++) {
    for (let allele = 0; allele < n; allele++) {
      if (blockOf[allele] !== block) continue;
      let at = leaders.findIndex((leader) => leader.block === block && alike(leader.profile, profiles[allele]!));
      if (at < 0) at = leaders.push({ block, profile: profiles[allele]! }) - 1;
      next[allele] = at;
    }
  }
  return { blockOf: next, blocks: leaders.length };
}

/** Equal but for rounding; what truly differs in a mutation matrix differs by far more. */
function alike(one: Float64Array, other: Float64Array): boolean {
  for (let k = 0; k < one.length; k++) {
    if (Math.abs(one[k]! - other[k]!) > 1e-13 * Math.abs(one[k]!)) return false;
  }
  return true;
}

/** Row of any member, columns added up: by lumpability it does not matter which member. */
function merged(matrix: MutationMatrix, blockOf: Int32Array, size: number): MutationMatrix {
  const n = blockOf.length;
  const result = new Float64Array(size * size);
  const done = new Uint8Array(size);
  for (let i = 0; i < n; i++) {
    const row = blockOf[i]!;
    if (done[row]) continue;
    done[row] = 1;
    for (let j = 0; j < n; j++) {
      const cell = row * size + blockOf[j]!;
      result[cell] = result[cell]! + matrix[i * n + j]!;
    }
  }
  return result;
}
