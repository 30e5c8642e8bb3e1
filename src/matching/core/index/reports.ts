import { type ComparisonName, type Setting, comparisonNames, log10LrOf } from '../comparison';
import { documents } from '../comparisons/documents';
import { emptyWeightTable, type Finder, MAX_ELEMENTS } from '../comparisons/elements';
import { phones } from '../comparisons/phones';
import { type AnyComparison, comparisons } from '../evidence';
import { exclusionOf } from '../exclusion';
import { type CountedProfile, Population } from '../population';
import type { AnteMortemProfile, ContactFacet, PostMortemProfile } from '../profile';
import type { DocumentNumber } from '../reading/identifiers';
import type { MatchingSettings } from '../settings';
import { Column, Dictionary, ListColumn } from './columns';
import { Holders } from './holders';
import { SparseWeights } from './sparse-weights';
import { type Entry, type Filter, Rows } from './rows';
import { type Fill, type SearchResult, scan } from './scan';

export interface SearchOptions extends Filter {
  readonly k: number;
  /** What a random report says; the index's own reports unless given. */
  readonly population?: Population;
  /** Reports that people have excluded for these remains, and signed. */
  readonly excludedIds?: ReadonlySet<string>;
}

const at = (name: ComparisonName): number => comparisonNames.indexOf(name);
const PHONES = at('phones');
const DOCUMENTS = at('documents');
const TIME = at('time');
/** Roles of list elements are kept in the low bits beside the element's number. */
export const ROLES = 16;
/** Comparisons whose facets are few: a facet's number per row, and per question a table of all facets. */
const facetIndices = comparisons.flatMap((comparison, index) =>
  comparison.elements === undefined && index !== PHONES && index !== DOCUMENTS ? [index] : [],
);
const listIndices = comparisons.flatMap((comparison, index) => (comparison.elements === undefined ? [] : [index]));

export interface ListRows {
  readonly column: ListColumn;
  readonly elements: Dictionary<unknown>;
  readonly finder: Finder<unknown>;
  readonly weights: SparseWeights;
}
export function newListRows(index: number): ListRows {
  const finder: Finder<unknown> | undefined = comparisonAt(index).elements?.finder();
  if (finder === undefined) throw new RangeError(`comparison ${index} is none of lists`);
  return { column: new ListColumn(), elements: new Dictionary<unknown>(), finder, weights: new SparseWeights() };
}
export function numberOfElement({ elements, finder }: ListRows, key: string, element: unknown): number {
  const size = elements.size;
  const number = elements.numberOf(key, element);
  if (elements.size > size) finder.add(element, number);
  return number;
}

/**
 * All open reports, resident: a number per row for each facet, and lists of numbers for names, marks, teeth and things. `search` weighs
 * every one of them against one record of remains. Nothing of a report's text can be read back from a row but through the
 * dictionaries, which live in this process only.
 */
export class ReportIndex {
  readonly rows = new Rows();
  /** Counts the reports that this index holds. */
  readonly population = new Population();
  private readonly profiles = new Map<number, { column: Column; facets: Dictionary<unknown> }>(
    facetIndices.map((index) => [index, { column: new Column('uint32'), facets: new Dictionary<unknown>() }]),
  );
  private readonly lists = new Map<number, ListRows>(listIndices.map((index) => [index, newListRows(index)]));
  private readonly phoneHolders = new Holders('0123456789');
  private readonly paperHolders = new Holders('0123456789ABCDEFGHJKMNPRSTUVWXYZ');
  private readonly paperKinds = { column: new Column('uint32'), facets: new Dictionary<readonly DocumentNumber[]>() };
  private readonly phones = new ListColumn();
  private readonly papers = new Map<number, readonly string[]>();

  constructor(readonly settings: MatchingSettings) {}

  get size(): number {
    return this.rows.size;
  }

  /** Bytes of the typed arrays; dictionaries and the map of ids come on top. */
  get columnBytes(): number {
    let bytes = this.rows.bytes + this.paperKinds.column.bytes + this.phones.bytes;
    for (const { column } of this.profiles.values()) bytes += column.bytes;
    for (const { column } of this.lists.values()) bytes += column.bytes;
    return bytes;
  }

  /** Adds a report, or replaces the one with this id. */
  put(entry: Entry, profile: AnteMortemProfile): void {
    const known = this.rows.row(entry.id);
    if (known !== undefined) this.forget(known);
    const row = this.rows.put(entry);
    for (const [index, { column, facets }] of this.profiles) {
      const facet: unknown = comparisonAt(index).anteMortem(profile);
      column.set(row, facet === null ? 0 : facets.numberOf(JSON.stringify(facet), facet));
    }
    for (const [index, lists] of this.lists) {
      const comparison = comparisonAt(index);
      const facet: unknown = comparison.anteMortem(profile);
      const told = facet === null ? [] : (comparison.elements?.ofAnteMortem(facet) ?? []);
      const list = told.map(
        ({ element, role }) =>
          numberOfElement(lists, comparison.elements?.keyOfAnteMortem(element) ?? '', element) * ROLES + role,
      );
      lists.column.set(row, list, this.rows.length);
    }
    const papers = profile.documents ?? [];
    for (const number of profile.phones ?? []) this.phoneHolders.add(number, row);
    for (const { number } of papers) this.paperHolders.add(number, row);
    this.phones.set(row, (profile.phones ?? []).map(phoneAsNumber), this.rows.length);
    if (papers.length > 0)
      this.papers.set(
        row,
        papers.map(({ number }) => number),
      );
    // Only the kinds matter where no number agrees: a number that nobody has stands for them.
    const kinds = [...new Set(papers.map(({ kind }) => kind))].sort().map((kind) => ({ kind, number: '' }));
    this.paperKinds.column.set(
      row,
      papers.length === 0 ? 0 : this.paperKinds.facets.numberOf(JSON.stringify(kinds), kinds),
    );
    this.population.add(profile);
  }

  /** Takes a report out; false where there was none. */
  remove(id: string): boolean {
    const row = this.rows.row(id);
    if (row === undefined) return false;
    this.forget(row);
    this.rows.remove(id);
    return true;
  }

  /**
   * Weighs every allowed report against these remains. The weights equal `weighPair`'s to 1e-6, and an excluded pair is counted and left
   * out of the ranking.
   */
  search(
    pm: PostMortemProfile,
    { k, population = this.population, excludedIds, ...filter }: SearchOptions,
  ): SearchResult {
    const setting: Setting = { settings: this.settings, population };
    const fills = new Map<number, Fill>();
    for (const [index, { column, facets }] of this.profiles) {
      const table = this.facetTable(comparisonAt(index), pm, facets, setting);
      if (table !== null) fills.set(index, fillFromTable(column.values, table));
    }
    for (const index of this.lists.keys()) {
      const fill = this.fillFromLists(index, pm, setting);
      if (fill !== null) fills.set(index, fill);
    }
    this.addNumbers(fills, pm, setting);
    return scan(this.rows, fills, this.exclusions(pm, excludedIds), this.settings, k, filter);
  }

  /** Weight of every distinct facet against these remains, by its number; null where the remains say nothing of it. */
  private facetTable(
    comparison: AnyComparison,
    pm: PostMortemProfile,
    facets: Dictionary<unknown>,
    setting: Setting,
  ): Float64Array | null {
    const p: unknown = comparison.postMortem(pm);
    if (p === null || p === 'not_examinable') return null;
    const weigh = comparison.against(p, setting);
    const table = new Float64Array(facets.size);
    for (let number = 1; number < facets.size; number++)
      table[number] = log10LrOf(weigh(facets.valueOf(number)), this.settings.numbers.floorLog10, comparison.cap);
    return table;
  }

  private fillFromLists(index: number, pm: PostMortemProfile, setting: Setting): Fill | null {
    const comparison = comparisonAt(index);
    const lists = this.lists.get(index);
    const p: unknown = comparison.postMortem(pm);
    if (comparison.elements === undefined || lists === undefined || p === null || p === 'not_examinable') return null;
    const { ofPostMortem, keyOfPostMortem, blank, weigher, combiner } = comparison.elements;
    const { floorLog10 } = this.settings.numbers;
    const { column, elements, finder } = lists;
    const size = elements.size;
    const found = ofPostMortem(p).slice(0, MAX_ELEMENTS);
    const weigh = weigher(setting);
    const combine = combiner(setting);
    const weights = emptyWeightTable();
    const merged = mergeColumns(comparison, found);
    weights.columnCount = merged.roles.length;
    weights.table = new Float64Array(size * merged.roles.length).fill(blank);
    const isTouched = new Uint8Array(size);
    merged.roles.forEach((role, at) => {
      weights.columns[at] = at * size;
      weights.columnRoles[at] = role;
    });
    lists.weights.prepare(setting);
    found.forEach(({ element }, place) => {
      const key = keyOfPostMortem(element);
      const sparse = lists.weights.of(
        key,
        size,
        blank,
        () => finder.near(element),
        (number) => weigh(elements.valueOf(number), element),
      );
      const offset = (merged.columnOf[place] ?? 0) * size;
      for (let entry = 0; entry < sparse.numbers.length; entry++) {
        const number = sparse.numbers[entry] ?? 0;
        weights.table[offset + number] = sparse.weights[entry] ?? 0;
        isTouched[number] = 1;
      }
    });
    // A report none of whose elements has to do with these remains: one answer for all.
    weights.rowCount = 1;
    weights.rows[0] = 0;
    weights.rowRoles[0] = 0;
    const untouched = bounded(combine(weights), floorLog10, comparison.cap);
    const { data, startOf, lengthOf } = column;
    return (block, count, into) => {
      for (let at = 0; at < count; at++) {
        const row = block[at] ?? 0;
        const length = lengthOf[row] ?? 0;
        if (length === 0) {
          into[at] = 0;
          continue;
        }
        const start = startOf[row] ?? 0;
        let touched = 0;
        for (let place = 0; place < length; place++) {
          const value = data[start + place] ?? 0;
          const number = value >>> 4;
          weights.rows[place] = number;
          weights.rowRoles[place] = value & 15;
          touched |= isTouched[number] ?? 0;
        }
        weights.rowCount = length;
        into[at] = touched === 0 ? untouched : bounded(combine(weights), floorLog10, comparison.cap);
      }
    };
  }

  /** Phones and papers: what holders of other numbers get, and the few whose numbers agree or nearly do. */
  private addNumbers(fills: Map<number, Fill>, pm: PostMortemProfile, setting: Setting): void {
    if (pm.phones !== null) {
      const weigh = phones.against(pm.phones, setting);
      const weightOf = (numbers: readonly string[]) =>
        log10LrOf(weigh(numbers), this.settings.numbers.floorLog10, phones.cap);
      const others = weightOf(['']);
      const hits = new Map<number, number>();
      const { data, startOf, lengthOf } = this.phones;
      for (const number of pm.phones)
        for (const row of [...this.phoneHolders.of(number), ...this.phoneHolders.oneSlipFrom(number)])
          if (!hits.has(row)) {
            const start = startOf[row] ?? 0;
            hits.set(row, weightOf([...data.subarray(start, start + (lengthOf[row] ?? 0))].map(phoneAsText)));
          }
      fills.set(PHONES, (block, count, into) => {
        for (let at = 0; at < count; at++) {
          const row = block[at] ?? 0;
          into[at] = (lengthOf[row] ?? 0) === 0 ? 0 : hits.size > 0 ? (hits.get(row) ?? others) : others;
        }
      });
    }
    if (pm.documents !== null) {
      const weigh = documents.against(pm.documents, setting);
      const weightOf = (papers: readonly DocumentNumber[]) =>
        log10LrOf(weigh(papers), this.settings.numbers.floorLog10, documents.cap);
      const { facets, column } = this.paperKinds;
      const table = Float64Array.from({ length: facets.size }, (_, number) =>
        number === 0 ? 0 : weightOf(facets.valueOf(number)),
      );
      const hits = new Map<number, number>();
      for (const { number } of pm.documents)
        for (const row of [...this.paperHolders.of(number), ...this.paperHolders.oneSlipFrom(number)])
          if (!hits.has(row)) {
            const numbers = this.papers.get(row) ?? [];
            const kinds = facets.valueOf(column.values[row] ?? 0);
            hits.set(row, weightOf([...kinds, ...numbers.map((text) => ({ kind: '', number: text }))]));
          }
      const values = column.values;
      fills.set(DOCUMENTS, (block, count, into) => {
        for (let at = 0; at < count; at++) {
          const row = block[at] ?? 0;
          into[at] = (hits.size > 0 ? hits.get(row) : undefined) ?? table[values[row] ?? 0] ?? 0;
        }
      });
    }
  }

  private exclusions(
    pm: PostMortemProfile,
    excludedIds: ReadonlySet<string> | undefined,
  ): ((row: number) => boolean) | null {
    const contacts = this.profiles.get(TIME);
    if (contacts === undefined) return null;
    const { facets, column } = contacts;
    const byContact = new Uint8Array(facets.size);
    for (let number = 1; number < facets.size; number++)
      byContact[number] = exclusionOf(facets.valueOf(number) as ContactFacet, pm.death, this.settings) === null ? 0 : 1;
    const rowsExcluded = new Set([...(excludedIds ?? [])].map((id) => this.rows.row(id)));
    const contactOf = column.values;
    const aliveOn = this.rows.alive.values;
    const foundBy = pm.death?.foundBy ?? Number.POSITIVE_INFINITY;
    return (row) =>
      byContact[contactOf[row] ?? 0] === 1 ||
      (aliveOn[row] ?? 0) > foundBy ||
      (rowsExcluded.size > 0 && rowsExcluded.has(row));
  }

  private forget(row: number): void {
    this.population.remove(this.countedProfile(row));
    const { data, startOf, lengthOf } = this.phones;
    const start = startOf[row] ?? 0;
    for (const number of data.subarray(start, start + (lengthOf[row] ?? 0)))
      this.phoneHolders.remove(phoneAsText(number), row);
    for (const number of this.papers.get(row) ?? []) this.paperHolders.remove(number, row);
    this.papers.delete(row);
  }

  /** The countable parts of a row's report, read back from the dictionaries. */
  private countedProfile(row: number): CountedProfile {
    const facet = (name: ComparisonName): unknown => {
      const { column, facets } = this.profiles.get(at(name)) ?? {};
      const number = column?.values[row] ?? 0;
      return number === 0 ? null : facets?.valueOf(number);
    };
    const list = (name: ComparisonName, role?: number): unknown[] => {
      const { column, elements } = this.lists.get(at(name)) ?? {};
      const start = column?.startOf[row] ?? 0;
      return [...(column?.data.subarray(start, start + (column.lengthOf[row] ?? 0)) ?? [])]
        .filter((value) => role === undefined || value % ROLES === role)
        .map((value) => elements?.valueOf(Math.floor(value / ROLES)));
    };
    const orNull = (values: unknown[]): unknown[] | null => (values.length === 0 ? null : values);
    const start = this.phones.startOf[row] ?? 0;
    return {
      ...{
        sex: facet('sex'),
        hair: facet('hair'),
        eyes: facet('eyes'),
        build: facet('build'),
        blood: facet('blood-group'),
        birth: facet('age'),
      },
      ...{
        contact: facet('time'),
        place: facet('place'),
        origin: facet('origin'),
        incident: facet('incident'),
        medical: facet('medical'),
      },
      names: { own: list('names', 0), parents: [], kin: [] },
      ...{ marks: orNull(list('marks')), items: orNull(list('belongings')) },
      phones: orNull([...this.phones.data.subarray(start, start + (this.phones.lengthOf[row] ?? 0))].map(phoneAsText)),
    } as CountedProfile;
  }
}

function comparisonAt(index: number): AnyComparison {
  const comparison = comparisons[index];
  if (comparison === undefined) throw new RangeError(`no comparison ${index}`);
  return comparison;
}

function fillFromTable(values: Uint32Array, table: Float64Array): Fill {
  return (block, count, into) => {
    for (let at = 0; at < count; at++) into[at] = table[values[block[at] ?? 0] ?? 0] ?? 0;
  };
}

/** As `log10LrOf` bounds it; NaN is "nothing compared". */
export function bounded(log10: number, floor: number, cap: number): number {
  return Number.isNaN(log10) ? 0 : Math.min(cap, Math.max(floor, log10));
}

/**
 * A report's element meets at most one column of each role in some comparisons (a tooth is charted once): there the columns of a role
 * are laid over one another.
 */
export function mergeColumns(
  comparison: AnyComparison,
  found: readonly { readonly role: number }[],
): { columnOf: number[]; roles: number[] } {
  if (comparison.elements?.isOneColumnPerRole !== true)
    return { columnOf: found.map((_, place) => place), roles: found.map(({ role }) => role) };
  const roles = [...new Set(found.map(({ role }) => role))].sort((a, b) => a - b);
  return { columnOf: found.map(({ role }) => roles.indexOf(role)), roles };
}

/** Digits with a leading 1, which keeps zeros and length and fits 32 bits. */
const phoneAsNumber = (digits: string): number => Number(`1${digits}`);
const phoneAsText = (number: number): string => String(number).slice(1);
