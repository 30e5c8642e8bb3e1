import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../description';
import type { PersonDescription } from '../pedigree';
import { markerKey } from './marker-names';

/** One analysis as a laboratory reported it. */
export interface Typing {
  readonly profileId: string;
  readonly markers: readonly { readonly marker: string; readonly alleles: readonly string[] }[];
}

/** A genotype by marker key: two alleles, or one where the other is not known. */
export type Genotypes = Readonly<Record<string, readonly string[]>>;

/** A family with what may be compared of it at this moment. */
export interface FamilyInputs {
  readonly persons: readonly PersonDescription[];
  readonly missing: string;
  /** By person of the tree; the missing person's own traces are theirs. */
  readonly typed: Readonly<Record<string, Genotypes>>;
  readonly profileIds: readonly string[];
  readonly notices: readonly Notice[];
}

/** What a laboratory should know of how its data were read: a code and the names it is about, never a value. */
export interface Notice {
  readonly code: string;
  readonly person?: string;
  readonly marker?: string;
  readonly other?: string;
}

const NOT_COMPUTED = new Set(['amel', 'yindel']);
const isOnLadder = (allele: string) => /^\d{1,3}(\.\d{1,2})?$/.test(allele);

/**
 * All analyses of one person as one genotype a marker. Readings that agree are one; a reading of two alleles completes
 * one of a single allele; readings that contradict each other leave the marker out, with a notice.
 */
export function mergedGenotypes(
  typings: readonly Typing[],
  person: string,
): { genotypes: Genotypes; notices: Notice[] } {
  const readings = new Map<string, string[]>();
  const contradicted = new Set<string>();
  const notices: Notice[] = [];
  for (const { markers } of typings)
    for (const { marker, alleles } of markers) {
      const key = markerKey(marker);
      if (NOT_COMPUTED.has(key) || alleles.length === 0) continue;
      if (alleles.length > 2 || !alleles.every(isOnLadder)) {
        notices.push({ code: 'kinship.allele-off-ladder', person, marker });
        contradicted.add(key);
        continue;
      }
      const sorted = [...alleles].sort((a, b) => Number(a) - Number(b));
      const known = readings.get(key);
      const isFuller = known?.length === 1 && sorted.length === 2 && sorted.includes(known[0]!);
      if (!known || isFuller) readings.set(key, sorted);
      else if (known.join() !== sorted.join() && !(sorted.length === 1 && known.includes(sorted[0]!))) {
        if (!contradicted.has(key)) notices.push({ code: 'kinship.typings-disagree', person, marker });
        contradicted.add(key);
      }
    }
  for (const key of contradicted) readings.delete(key);
  return { genotypes: Object.fromEntries([...readings].sort(([a], [b]) => (a < b ? -1 : 1))), notices };
}

/** Names the inputs by their content: tables and results of other inputs are out of date. */
export const hashOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(canonicalJson(parts)).digest('hex');
