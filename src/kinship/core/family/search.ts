import { type Observation, readObservation } from '../observation';
import { type CodedRemains, codeRemains, log10LrFromTables, type SearchTables, searchTables } from '../search-tables';
import type { KinshipSettings } from './settings';
import {
  comparePair,
  type Comparison,
  prepareFamily,
  type PricedDatabase,
  type RemainsInputs,
  soughtOf,
  workOfFamily,
} from './comparison';
import { type FamilyInputs, hashOf } from './family-inputs';
import { laddersOf } from './frequency-database';
import { markerKey } from './marker-names';

/** The tables of one family in one population, and the markers they are about. */
export interface FamilyTables {
  readonly checksum: string;
  readonly inputsHash: string;
  readonly markers: readonly string[];
  readonly offsets: readonly number[];
  readonly mostFrom: readonly number[];
  /** Float32, little-endian, base64. */
  readonly log10Lr: string;
}

export interface SearchJob {
  readonly settings: KinshipSettings;
  readonly databases: readonly PricedDatabase[];
  readonly families: readonly {
    readonly id: string;
    readonly inputs: FamilyInputs;
    /** As stored; used where their hash is still that of the inputs. */
    readonly tables: readonly FamilyTables[];
    /** Remains that may be compared with this family. */
    readonly remains: readonly string[];
  }[];
  readonly remains: readonly RemainsInputs[];
  /** Pairs that are computed and told whatever their ratio. */
  readonly always: boolean;
}

export interface SearchOutcome {
  readonly compared: number;
  readonly built: readonly { readonly familyId: string; readonly tables: readonly FamilyTables[] }[];
  readonly found: readonly {
    readonly familyId: string;
    readonly remainsId: string;
    readonly comparison: Comparison;
  }[];
  /** Families that were not compared, with a code. */
  readonly refused: readonly { readonly familyId: string; readonly code: string; readonly operations: number }[];
}

export const tablesHash = (family: FamilyInputs, settings: KinshipSettings, checksum: string): string =>
  hashOf(family.persons, family.missing, family.typed, settings, checksum);

/** Operations that a job would take at most: all tables built anew. */
export function expectedOperations({ families, databases, settings }: SearchJob): number {
  return families.reduce(
    (sum, { inputs }) =>
      databases.reduce(
        (all, { database }) => all + workOfFamily(prepareFamily(inputs, database, settings), settings.theta),
        sum,
      ),
    0,
  );
}

/**
 * Compares families with remains: by tables where every allele of the remains is on the ladder, and each pair that
 * reaches the threshold in every population directly.
 */
export function search(job: SearchJob, onProgress: (done: number) => void = () => undefined): SearchOutcome {
  const { settings, databases, families } = job;
  const coded = databases.map(({ database }) => codedOnBaseLadders(job.remains, database, settings));
  const place = new Map(job.remains.map(({ id }, at) => [id, at]));
  const least = Math.log10(settings.thresholds.candidate);
  const outcome = { compared: 0, built: [] as never[], found: [] as never[], refused: [] as never[] } as Mutable;
  for (const [at, family] of families.entries()) {
    onProgress(at / families.length);
    try {
      const tables = databases.map(({ checksum, database }) => {
        const inputsHash = tablesHash(family.inputs, settings, checksum);
        const stored = family.tables.find((one) => one.checksum === checksum && one.inputsHash === inputsHash);
        return stored ?? buildTables(family.inputs, { checksum, database }, settings, inputsHash);
      });
      if (tables.some((one) => !family.tables.includes(one))) outcome.built.push({ familyId: family.id, tables });
      const unpacked = tables.map((one) => unpack(one));
      for (const [done, id] of family.remains.entries()) {
        if (done % 500 === 499) onProgress((at + done / family.remains.length) / families.length);
        const remains = job.remains[place.get(id)!]!;
        if (!isSexPossible(family.inputs, remains)) continue;
        outcome.compared++;
        const isCandidate = tables.every((table, d) => {
          const code = coded[d]!.get(id)!;
          if (code === null) return true;
          return log10LrFromTables(unpacked[d]!, chosen(code, table.markers, coded[d]!.names), least) >= least;
        });
        if (!isCandidate && !job.always) continue;
        const comparison = comparePair(family.inputs, remains, databases, settings);
        const isReached = (comparison.smallestLog10LR ?? -Infinity) >= least;
        if (isReached || job.always) outcome.found.push({ familyId: family.id, remainsId: id, comparison });
      }
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === undefined || !code.startsWith('kinship.')) throw error;
      outcome.refused.push({ familyId: family.id, code, operations: 0 });
    }
  }
  onProgress(1);
  return outcome;
}

type Mutable = { -readonly [K in keyof SearchOutcome]: SearchOutcome[K] extends readonly (infer T)[] ? T[] : number };

function buildTables(
  family: FamilyInputs,
  { checksum, database }: PricedDatabase,
  settings: KinshipSettings,
  inputsHash: string,
): FamilyTables {
  const prepared = prepareFamily(family, database, settings);
  const { offsets, mostFrom, log10Lr } = searchTables(soughtOf(prepared, settings.theta));
  return {
    ...{ checksum, inputsHash, markers: prepared.markers.map(({ name }) => name), offsets: [...offsets] },
    mostFrom: [...mostFrom],
    log10Lr: Buffer.from(log10Lr.buffer, log10Lr.byteOffset, log10Lr.byteLength).toString('base64'),
  };
}

function unpack({ inputsHash, offsets, mostFrom, log10Lr }: FamilyTables): SearchTables {
  const bytes = Buffer.from(log10Lr, 'base64');
  const aligned = new Float32Array(bytes.byteLength / 4);
  for (let at = 0; at < aligned.length; at++) aligned[at] = bytes.readFloatLE(at * 4);
  return { inputsHash, offsets: Int32Array.from(offsets), mostFrom: Float64Array.from(mostFrom), log10Lr: aligned };
}

interface BaseCodes {
  readonly names: readonly string[];
  /** null: an allele that the database does not hold, so that each family's ladder is another. */
  get(id: string): CodedRemains | null | undefined;
}

/** Remains by places on the ladders of the database; a family's added alleles come after these, so the places hold for all. */
function codedOnBaseLadders(
  remains: readonly RemainsInputs[],
  database: PricedDatabase['database'],
  settings: KinshipSettings,
): BaseCodes {
  const every = new Map(database.markers.map(({ name }) => [markerKey(name), [] as string[]]));
  const { markers } = laddersOf(database, settings, every);
  const codes = new Map<string, CodedRemains | null>();
  for (const { id, genotypes } of remains) {
    const isOnLadder = markers.every((marker) =>
      (genotypes[markerKey(marker.name)] ?? []).every((allele) => marker.alleles.includes(allele)),
    );
    const profile = markers.map((marker): Observation | null => {
      const alleles = isOnLadder ? genotypes[markerKey(marker.name)] : undefined;
      return alleles
        ? readObservation([alleles[0] ?? null, alleles[1] ?? null], marker, settings.dropout, marker.name)
        : null;
    });
    // With one allele known the second may be any of the family's own ladder: such a pair is computed directly.
    const isWhole = profile.every((seen) => seen === null || seen.second >= 0) && settings.dropout === 0;
    codes.set(id, isOnLadder && isWhole ? codeRemains(profile, markers) : null);
  }
  return { names: markers.map(({ name }) => name), get: (id) => codes.get(id) };
}

/** The codes at the markers of one family's tables. */
function chosen(code: CodedRemains, wanted: readonly string[], names: readonly string[]): CodedRemains {
  const genotypes = Int32Array.from(wanted, (name) => code.genotypes[names.indexOf(name)]!);
  return { genotypes, uncertain: code.uncertain };
}

function isSexPossible({ persons, missing }: FamilyInputs, { sex }: RemainsInputs): boolean {
  const own = persons.find(({ id }) => id === missing)?.sex ?? 'unknown';
  return sex === 'unknown' || own === 'unknown' || sex === own;
}
