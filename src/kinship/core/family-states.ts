import type { WorkLimit } from './elimination';
import { expectedWork, likelihood } from './likelihood';
import type { Marker } from './marker';
import type { Observation } from './observation';
import type { Pedigree } from './pedigree';
import { ln } from './scaled-number';

/** What even the smallest likelihood costs, in operations. */
const WORK_TO_BEGIN = 20_000;

/** A family of an incident: who is missing from it and what its relatives were typed as. */
export interface MissingFamily {
  readonly id: string;
  readonly pedigree: Pedigree;
  /** Persons of the pedigree who are missing. */
  readonly missing: readonly number[];
  /** observed[marker][person]; the missing are untyped. */
  readonly observed: readonly (readonly (readonly Observation[])[])[];
}

/** A victim's profile, by marker. */
export type Profile = readonly (Observation | null)[];

/**
 * ln P(family's data and the victims placed in it), computed once for each different state.
 * Victims with the same genotype at a marker share that marker's likelihood.
 */
export class FamilyStates {
  private readonly known = new Map<string, number>();

  constructor(
    readonly family: MissingFamily,
    private readonly markers: readonly Marker[],
    private readonly limit?: WorkLimit,
  ) {}

  /** `placed` has a profile, or null for nobody, for each missing person of the family. */
  lnLikelihood(placed: readonly (Profile | null)[]): number {
    let sum = 0;
    for (let at = 0; at < this.markers.length; at++) {
      sum += this.atMarker(at, placed);
      if (sum === -Infinity) return sum;
    }
    return sum;
  }

  /** Markers at which the state is impossible when no allele may mutate. */
  impossibleWithoutMutation(placed: readonly (Profile | null)[]): number {
    return this.markers.filter((_, at) => this.atMarker(at, placed, true) === -Infinity).length;
  }

  /** Operations for one state, about. */
  workOfOneState(): number {
    const { pedigree, observed } = this.family;
    const perMarker = this.markers.map((marker, at) =>
      expectedWork({ pedigree, marker, observed: observed[at]!, theta: 0 }),
    );
    return perMarker.reduce((sum, work) => sum + work + WORK_TO_BEGIN, 0);
  }

  private atMarker(at: number, placed: readonly (Profile | null)[], withoutMutation = false): number {
    const marker = withoutMutation ? this.markers[at]!.withoutMutation() : this.markers[at]!;
    const genotypes = placed.map((profile) => profile?.[at] ?? null);
    const names = genotypes.map((g) => (g ? `${g.first}/${g.second}` : '-'));
    const key = `${at}${withoutMutation && this.markers[at]!.mutates ? 'w' : ''} ${names.join(' ')}`;
    let value = this.known.get(key);
    if (value === undefined) {
      const { pedigree, missing, observed } = this.family;
      const persons = [...observed[at]!];
      genotypes.forEach((genotype, m) => (persons[missing[m]!] = genotype ? [genotype] : []));
      value = ln(likelihood({ pedigree, marker, observed: persons, theta: 0 }, this.limit));
      this.known.set(key, value);
    }
    return value;
  }
}
