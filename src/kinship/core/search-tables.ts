import { createHash } from 'node:crypto';
import type { WorkLimit } from './elimination';
import { genotypeIndex, genotypeTable } from './genotype-table';
import { KinshipInputError } from './kinship-input-error';
import type { Marker } from './marker';
import { type Observation, possibleGenotypes } from './observation';
import type { Pedigree } from './pedigree';

/** A family and the person whose remains are sought among many. */
export interface SoughtPerson {
  readonly pedigree: Pedigree;
  readonly missing: number;
  readonly theta: number;
  readonly markers: readonly { readonly marker: Marker; readonly observed: readonly (readonly Observation[])[] }[];
}

/**
 * log10 LR of every genotype the remains may have, for one sought person: a pair costs one look-up a marker.
 * Packed as float32, so a total carries an error of about 1e-6; a candidate is recomputed directly.
 */
export interface SearchTables {
  /** Of all that went in; tables with another hash than their family's are out of date. */
  readonly inputsHash: string;
  /** Where each marker's genotypes begin, in the order of the frequency table; one more entry ends the last. */
  readonly offsets: Int32Array;
  readonly log10Lr: Float32Array;
  /** Most that this marker and all after it can still add. */
  readonly mostFrom: Float64Array;
}

/** Remains as places in the tables; the same for all families that share markers and frequencies. */
export interface CodedRemains {
  /** By marker: genotype index, UNTYPED or UNCERTAIN. */
  readonly genotypes: Int32Array;
  /** For uncertain ones, each possible genotype and its share among strangers who look the same. */
  readonly uncertain: ReadonlyMap<number, readonly { readonly genotype: number; readonly share: number }[]>;
}

const UNTYPED = -1;
const UNCERTAIN = -2;

/** Builds the tables: one elimination a marker, whatever the number of remains. */
export function searchTables(sought: SoughtPerson, limit?: WorkLimit): SearchTables {
  const offsets = new Int32Array(sought.markers.length + 1);
  sought.markers.forEach(({ marker }, at) => {
    offsets[at + 1] = offsets[at]! + (marker.size * (marker.size + 1)) / 2;
  });
  const log10Lr = new Float32Array(offsets[sought.markers.length]!);
  const mostFrom = new Float64Array(sought.markers.length + 1);
  sought.markers.forEach(({ marker, observed }, at) => {
    const { h1, h2 } = genotypeTable({ ...sought, marker, observed }, limit);
    let most = -Infinity;
    for (let g = 0; g < h1.length; g++) {
      // An allele of frequency 0 cannot have been observed; its place is never looked up.
      const value = h2[g]! > 0 ? Math.log10(h1[g]! / h2[g]!) : -Infinity;
      if (Number.isNaN(value)) {
        throw new KinshipInputError(
          'kinship.ratio-not-a-number',
          marker.name,
          `${marker.name} gives no ratio for a genotype`,
        );
      }
      log10Lr[offsets[at]! + g] = value;
      if (value > most) most = value;
    }
    mostFrom[at] = Math.max(0, most);
  });
  for (let at = sought.markers.length - 1; at >= 0; at--) mostFrom[at] = mostFrom[at]! + mostFrom[at + 1]!;
  return { inputsHash: hashOfInputs(sought), offsets, log10Lr, mostFrom };
}

/** Codes remains once for all families. Half-typed or dropped-out genotypes are weighed exactly, for theta 0. */
export function codeRemains(profile: readonly (Observation | null)[], markers: readonly Marker[]): CodedRemains {
  const uncertain = new Map<number, { genotype: number; share: number }[]>();
  const genotypes = Int32Array.from(markers, (marker, at) => {
    const seen = profile[at];
    if (!seen) return UNTYPED;
    if (seen.second >= 0 && seen.dropout === 0 && (marker.silent < 0 || seen.first !== seen.second)) {
      return genotypeIndex(seen.first, seen.second);
    }
    uncertain.set(at, sharesAmongStrangers(seen, marker));
    return UNCERTAIN;
  });
  return { genotypes, uncertain };
}

function sharesAmongStrangers(seen: Observation, marker: Marker): { genotype: number; share: number }[] {
  const possible = possibleGenotypes([seen], marker.unreduced()).map(({ first, second, probability }) => ({
    genotype: genotypeIndex(first, second),
    share: probability * (first === second ? 1 : 2) * marker.frequencies[first]! * marker.frequencies[second]!,
  }));
  const total = possible.reduce((sum, { share }) => sum + share, 0);
  return possible.filter(({ share }) => share > 0).map(({ genotype, share }) => ({ genotype, share: share / total }));
}

/** Total log10 LR, or -Infinity as soon as it cannot reach `least` any more. */
export function log10LrFromTables(tables: SearchTables, remains: CodedRemains, least = -Infinity): number {
  const { offsets, log10Lr, mostFrom } = tables;
  const { genotypes } = remains;
  let sum = 0;
  for (let at = 0; at < genotypes.length; at++) {
    const genotype = genotypes[at]!;
    if (genotype >= 0) sum += log10Lr[offsets[at]! + genotype]!;
    else if (genotype === UNCERTAIN) sum += log10OfUncertain(tables, at, remains);
    if (sum + mostFrom[at + 1]! < least) return -Infinity;
  }
  return sum;
}

/** A pair that reaches the threshold, by place in the lists searched. */
export interface FoundPair {
  readonly family: number;
  readonly remains: number;
  readonly log10Lr: number;
}

/**
 * All families against all remains that share one frequency database, reporting the pairs that reach `least`.
 * Family by family, so that its tables stay in the processor's nearest memory while all remains pass by.
 */
export function searchAll(
  families: readonly SearchTables[],
  remains: readonly CodedRemains[],
  least: number,
  found: (pair: FoundPair) => void,
): void {
  const first = families[0];
  if (!first) return;
  const markers = first.offsets.length - 1;
  const places = new Int32Array(remains.length * markers);
  remains.forEach(({ genotypes }, r) => {
    for (let at = 0; at < markers; at++) {
      const genotype = genotypes[at]!;
      places[r * markers + at] = genotype >= 0 ? first.offsets[at]! + genotype : genotype;
    }
  });
  families.forEach((tables, family) => {
    if (tables.log10Lr.length !== first.log10Lr.length || tables.offsets.length !== first.offsets.length) {
      throw new KinshipInputError(
        'kinship.other-ladders',
        `families[${family}]`,
        'The tables were built from another frequency database',
      );
    }
    const { log10Lr, mostFrom } = tables;
    for (let r = 0, start = 0; r < remains.length; r++, start += markers) {
      let sum = 0;
      let at = 0;
      for (; at < markers; at++) {
        const place = places[start + at]!;
        if (place >= 0) sum += log10Lr[place]!;
        else if (place === UNCERTAIN) sum += log10OfUncertain(tables, at, remains[r]!);
        if (sum + mostFrom[at + 1]! < least) break;
      }
      if (at === markers) found({ family, remains: r, log10Lr: sum });
    }
  });
}

function log10OfUncertain({ offsets, log10Lr }: SearchTables, at: number, remains: CodedRemains): number {
  let lr = 0;
  for (const { genotype, share } of remains.uncertain.get(at)!) {
    lr += share * 10 ** log10Lr[offsets[at]! + genotype]!;
  }
  return Math.log10(lr);
}

/** SHA-256 of pedigree, profiles, ladders, frequencies, mutation and theta. */
export function hashOfInputs({ pedigree, missing, theta, markers }: SoughtPerson): string {
  const hash = createHash('sha256');
  const add = (part: unknown) => hash.update(JSON.stringify(part)).update('\n');
  add([pedigree.ids, pedigree.sexes, [...pedigree.father], [...pedigree.mother], missing, theta]);
  for (const { marker, observed } of markers) {
    add([marker.name, marker.alleles, marker.silent, [...marker.frequencies], observed]);
    for (const matrix of [marker.male, marker.female]) add(matrix && [...matrix]);
  }
  return hash.digest('hex');
}
