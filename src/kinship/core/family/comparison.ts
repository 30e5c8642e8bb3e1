import type { KinshipSettings } from './settings';
import type { FamilyInputs, Genotypes, Notice } from './family-inputs';
import { type FrequencyDatabase, laddersOf } from './frequency-database';
import { linkedAmong, markerKey } from './marker-names';
import { type KinshipQuestion, type KinshipRatio, kinshipRatio } from '../likelihood-ratio';
import { expectedWork } from '../likelihood';
import type { Marker } from '../marker';
import type { WorkLimit } from '../elimination';
import { type Observation, readObservation } from '../observation';
import { type Pedigree, readPedigree, type Sex } from '../pedigree';
import type { SoughtPerson } from '../search-tables';

/** Remains as they are compared. */
export interface RemainsInputs {
  readonly id: string;
  readonly sex: Sex;
  readonly genotypes: Genotypes;
}

/** What is said of a pair beyond the laboratory: never an allele. */
export const bands = ['supports_strongly', 'supports', 'inconclusive', 'excludes'] as const;
export type Band = (typeof bands)[number];

export interface PopulationRatio {
  readonly checksum: string;
  readonly database: string;
  readonly population: string;
  /** null is LR 0. */
  readonly log10LR: number | null;
  readonly added: readonly { readonly marker: string; readonly allele: string; readonly minimumFrequency: number }[];
  readonly perMarker: KinshipRatio['perMarker'];
}

/** A pair computed directly, in every population in use. */
export interface Comparison {
  readonly populations: readonly PopulationRatio[];
  readonly smallestLog10LR: number | null;
  readonly largestLog10LR: number | null;
  readonly markersCompared: number;
  /** Markers at which the family and these remains fit only by a mutation. */
  readonly inconsistent: readonly string[];
  readonly band: Band;
  /** The claimed relationship is not supported; because one relative, or brothers and sisters only, were typed, it excludes nobody. */
  readonly isClaimUnsupported: boolean;
  readonly notices: readonly Notice[];
}

/** The pedigree, and the family's genotypes at the markers that it and the database share. */
export interface PreparedFamily {
  readonly pedigree: Pedigree;
  readonly missing: number;
  readonly markers: readonly Marker[];
  readonly observed: readonly (readonly (readonly Observation[])[])[];
  readonly added: PopulationRatio['added'];
}

export interface PricedDatabase {
  readonly checksum: string;
  readonly database: FrequencyDatabase;
}

/** Alleles that a family shows, by marker; markers that nobody of it has typed say nothing and are left out. */
export function allelesOfFamily({ typed }: FamilyInputs): Map<string, Set<string>> {
  const seen = new Map<string, Set<string>>();
  for (const genotypes of Object.values(typed))
    for (const [key, alleles] of Object.entries(genotypes)) {
      const known = seen.get(key) ?? new Set<string>();
      seen.set(key, known);
      for (const allele of alleles) known.add(allele);
    }
  return seen;
}

const asObservation = (alleles: readonly string[], marker: Marker, dropout: number): Observation | null =>
  readObservation([alleles[0] ?? null, alleles[1] ?? null], marker, dropout, marker.name);

export function prepareFamily(
  family: FamilyInputs,
  database: FrequencyDatabase,
  settings: KinshipSettings,
  remains?: Genotypes,
): PreparedFamily {
  const wanted = allelesOfFamily(family);
  if (remains) for (const [key, alleles] of Object.entries(remains)) for (const a of alleles) wanted.get(key)?.add(a);
  const { markers, added } = laddersOf(database, settings, wanted);
  const pedigree = readPedigree(family.persons);
  const missing = pedigree.indexOf.get(family.missing)!;
  const observed = markers.map((marker) =>
    pedigree.ids.map((person): Observation[] => {
      const alleles = family.typed[person]?.[markerKey(marker.name)];
      const seen = alleles ? asObservation(alleles, marker, 0) : null;
      return seen ? [seen] : [];
    }),
  );
  return { pedigree, missing, markers, observed, added };
}

export const soughtOf = ({ pedigree, missing, markers, observed }: PreparedFamily, theta: number): SoughtPerson => ({
  ...{ pedigree, missing, theta },
  markers: markers.map((marker, at) => ({ marker, observed: observed[at]! })),
});

/** Operations that the tables of this family would take, found without computing them. */
export function workOfFamily({ pedigree, markers, observed, missing }: PreparedFamily, theta: number): number {
  return markers.reduce((sum, marker, at) => {
    const genotypes = theta > 0 ? (marker.size * (marker.size + 1)) / 2 : 1;
    return (
      sum + genotypes * expectedWork({ pedigree, marker, observed: observed[at]!, theta, asked: missing } as never)
    );
  }, 0);
}

export function questionOf(prepared: PreparedFamily, remains: Genotypes, settings: KinshipSettings): KinshipQuestion {
  const { pedigree, missing, markers, observed } = prepared;
  return {
    ...{ pedigree, missing, theta: settings.theta },
    markers: markers.map((marker, at) => {
      const alleles = remains[markerKey(marker.name)];
      return {
        ...{ marker, observed: observed[at]! },
        remains: alleles ? asObservation(alleles, marker, settings.dropout) : null,
      };
    }),
  };
}

/** One pair in every population, with the hypotheses "these remains are the missing person" and "a stranger to the family". */
export function comparePair(
  family: FamilyInputs,
  remains: RemainsInputs,
  databases: readonly PricedDatabase[],
  settings: KinshipSettings,
  limit?: WorkLimit,
): Comparison {
  const compared = new Set<string>();
  const inconsistent = new Set<string>();
  const populations = databases.map(({ checksum, database }): PopulationRatio => {
    const prepared = prepareFamily(family, database, settings, remains.genotypes);
    const question = questionOf(prepared, remains.genotypes, settings);
    const typed = question.markers.filter(({ remains: seen }) => seen !== null);
    const { perMarker, total } = kinshipRatio({ ...question, markers: typed }, limit);
    for (const { marker } of typed) compared.add(marker.name);
    for (const name of fitOnlyByMutation({ ...question, markers: typed }, limit)) inconsistent.add(name);
    if (total.LR === null && total.log10LR === null) throw new Error('kinship.ratio-not-a-number');
    return {
      ...{ checksum, database: database.name, population: database.population, log10LR: total.log10LR },
      ...{ added: prepared.added, perMarker },
    };
  });
  const logs = populations.map(({ log10LR }) => log10LR ?? -Infinity);
  const [smallest, largest] = [Math.min(...logs), Math.max(...logs)];
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  const notices: Notice[] = [
    ...family.notices,
    ...linkedAmong([...compared]).map(([marker, other]) => ({ code: 'kinship.linked-markers', marker, other })),
  ];
  return {
    populations,
    smallestLog10LR: finite(smallest),
    largestLog10LR: finite(largest),
    markersCompared: compared.size,
    inconsistent: [...inconsistent],
    ...bandOf({ smallest, largest, markersCompared: compared.size, canExclude: canExclude(family) }, settings),
    notices,
  };
}

/** Markers whose ratio is 0 once mutation is left out of account. */
function fitOnlyByMutation(question: KinshipQuestion, limit?: WorkLimit): string[] {
  const markers = question.markers.map((one) => ({ ...one, marker: one.marker.withoutMutation() }));
  return kinshipRatio({ ...question, theta: 0, markers }, limit)
    .perMarker.filter(({ LR }) => LR === 0 || LR === null)
    .map(({ marker }) => marker);
}

/** From the ratios to a band. Strong words need enough markers in the least favourable population. */
export function bandOf(
  found: {
    readonly smallest: number;
    readonly largest: number;
    readonly markersCompared: number;
    readonly canExclude: boolean;
  },
  { thresholds }: KinshipSettings,
): { band: Band; isClaimUnsupported: boolean } {
  const { smallest, largest, markersCompared } = found;
  const isEnough = markersCompared >= thresholds.leastMarkers;
  if (smallest >= Math.log10(thresholds.supportsStrongly) && isEnough)
    return { band: 'supports_strongly', isClaimUnsupported: false };
  if (smallest >= Math.log10(thresholds.supports)) return { band: 'supports', isClaimUnsupported: false };
  if (largest > Math.log10(thresholds.excludes)) return { band: 'inconclusive', isClaimUnsupported: false };
  if (found.canExclude && isEnough) return { band: 'excludes', isClaimUnsupported: false };
  return { band: 'inconclusive', isClaimUnsupported: true };
}

/**
 * Families are not laboratories: that one claimed relative does not fit, or that brothers and sisters alone do not, has
 * other reasons than that the remains are somebody else's. Two relatives are needed, one of them no brother or sister.
 */
export function canExclude({ persons, missing, typed }: FamilyInputs): boolean {
  const own = persons.find(({ id }) => id === missing);
  const parents = [own?.father, own?.mother].filter((parent) => parent !== null && parent !== undefined);
  const isSibling = (id: string) => {
    const person = persons.find((one) => one.id === id);
    return person !== undefined && parents.some((parent) => parent === person.father || parent === person.mother);
  };
  const relatives = Object.keys(typed).filter((id) => Object.keys(typed[id]!).length > 0);
  return relatives.length >= 2 && !relatives.every((id) => id !== missing && isSibling(id));
}
