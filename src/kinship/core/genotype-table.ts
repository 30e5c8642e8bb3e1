import { WORK_LIMIT, type WorkLimit } from './elimination';
import { KinshipInputError } from './kinship-input-error';
import { genotypesOf } from './likelihood';
import { hypotheses } from './likelihood-ratio';
import type { Marker } from './marker';
import { allelesSeen, type Observation } from './observation';
import type { Pedigree } from './pedigree';
import { unorderedGenotypes } from './reduced-ladder';

/** One family at one marker, and the person whose remains are sought. */
export interface FamilyAtMarker {
  readonly pedigree: Pedigree;
  readonly missing: number;
  readonly theta: number;
  readonly marker: Marker;
  readonly observed: readonly (readonly Observation[])[];
}

/**
 * Both likelihoods for every true genotype of the remains, in the order of `genotypeIndex`, up to one
 * common factor. Their ratio is the LR; for an uncertain genotype sum both over it first, then divide.
 */
export interface GenotypeTable {
  readonly h1: Float64Array;
  readonly h2: Float64Array;
}

/** Place of an unordered genotype in a packed table. */
export function genotypeIndex(a: number, b: number): number {
  return a <= b ? (b * (b + 1)) / 2 + a : (a * (a + 1)) / 2 + b;
}

/** One elimination with the missing person asked for answers for all genotypes at once (theta 0). */
export function genotypeTable(family: FamilyAtMarker, limit: WorkLimit = WORK_LIMIT): GenotypeTable {
  if (family.theta > 0) return tableWithCoancestry(family, limit);
  const { marker } = family;
  const { table, blockOf, missingUnseen } = jointWithMissing(family, limit);
  const total = table.reduce((sum, p) => sum + p, 0);
  if (!(total > 0)) {
    throw new KinshipInputError(
      'kinship.family-contradicts-itself',
      'genotypes',
      `At ${marker.name} the typed relatives contradict their own pedigree; compute with a mutation model, or have the claimed relationships reviewed`,
    );
  }
  const { first, second } = unorderedGenotypes(marker.size);
  const h1 = new Float64Array(first.length);
  const h2 = new Float64Array(first.length);
  for (let g = 0; g < first.length; g++) {
    const [a, b] = [first[g]!, second[g]!];
    h2[g] = total * (a === b ? 1 : 2) * marker.frequencies[a]! * marker.frequencies[b]!;
    h1[g] = missingUnseen ? missingUnseen(a, b) : table[genotypeIndex(blockOf[a]!, blockOf[b]!)]!;
  }
  return { h1, h2 };
}

interface JointWithMissing {
  /** P(family, missing person's genotype), by unordered genotype of the ladder used. */
  readonly table: Float64Array;
  readonly blockOf: Int32Array;
  readonly missingUnseen: ((a: number, b: number) => number) | null;
}

/**
 * Where a mutated allele is a fresh draw from the population (or there is no mutation), what the family did
 * not show enters only by its frequency. Then two unseen alleles, one alone and the rest, tell for all:
 * P(family, {z, w}) = 2 K p_z p_w and P(family, {z, z}) = K p_z^2 + J p_z, with J for alleles of one origin.
 */
function jointWithMissing(family: FamilyAtMarker, limit: WorkLimit): JointWithMissing {
  const { pedigree, marker, observed, missing } = family;
  const everyAllele = Array.from(marker.frequencies, (_, allele) => allele);
  const seen = allelesSeen(observed);
  if (marker.silent >= 0) seen.add(marker.silent);
  const unseen = everyAllele.filter((allele) => !seen.has(allele) && marker.frequencies[allele]! > 0);
  const mayPool = marker.redrawsFromPopulation && unseen.length > 2;
  // The rarest one alone: K p^2 is then small beside J p, and the subtraction below loses nothing.
  const alone = unseen.reduce(
    (least, z) => (marker.frequencies[z]! < marker.frequencies[least]! ? z : least),
    unseen[0]!,
  );
  const kept = mayPool ? [...seen, alone] : everyAllele;
  const { blockOf, frequencies } = marker.reducedTo(allelesSeen(observed, kept));
  const { table } = genotypesOf({ pedigree, marker, observed, theta: 0, asked: missing, kept }, limit);
  if (!mayPool) return { table, blockOf, missingUnseen: null };

  const probe = blockOf[alone]!;
  const rest = blockOf[unseen.find((z) => z !== alone)!]!;
  const p = frequencies[probe]!;
  const K = table[genotypeIndex(probe, rest)]! / (2 * p * frequencies[rest]!);
  const J = Math.max(0, table[genotypeIndex(probe, probe)]! / p - K * p);
  const isSeen = Uint8Array.from(everyAllele, (allele) => (seen.has(allele) ? 1 : 0));
  const missingUnseen = (a: number, b: number): number => {
    const [pa, pb] = [marker.frequencies[a]!, marker.frequencies[b]!];
    if (isSeen[a] && isSeen[b]) return table[genotypeIndex(blockOf[a]!, blockOf[b]!)]!;
    if (isSeen[a]) return (table[genotypeIndex(blockOf[a]!, probe)]! * pb) / p;
    if (isSeen[b]) return (table[genotypeIndex(blockOf[b]!, probe)]! * pa) / p;
    return a === b ? K * pa * pa + J * pa : 2 * K * pa * pb;
  };
  return { table, blockOf, missingUnseen };
}

/** With theta the stranger depends on the family too, so each genotype is computed by itself. */
function tableWithCoancestry(family: FamilyAtMarker, limit: WorkLimit): GenotypeTable {
  const { marker } = family;
  if (marker.silent >= 0) {
    throw new KinshipInputError(
      'kinship.no-table-for-silent-with-theta',
      'theta',
      `${marker.name} has a silent allele: with theta above 0 compute each pair directly`,
    );
  }
  const { first, second } = unorderedGenotypes(marker.size);
  const h1 = new Float64Array(first.length);
  const h2 = new Float64Array(first.length);
  for (let g = 0; g < first.length; g++) {
    const remains = { first: first[g]!, second: second[g]!, dropout: 0 };
    if (marker.frequencies[remains.first] === 0 || marker.frequencies[remains.second] === 0) continue;
    const both = hypotheses({ ...family, remains }, limit);
    h1[g] = both.h1.mantissa * 2 ** both.h1.exponent;
    h2[g] = both.h2.mantissa * 2 ** both.h2.exponent;
  }
  return { h1, h2 };
}
