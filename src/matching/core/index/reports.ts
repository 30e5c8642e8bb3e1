import { type ComparisonName, type Setting, log10LrOf } from '../comparison';
import { documents } from '../comparisons/documents';
import { type FoundWeights, MAX_ELEMENTS } from '../comparisons/elements';
import { type Measure, preparedMeasure } from '../comparisons/measure';
import { phones } from '../comparisons/phones';
import type { AnyComparison } from '../evidence';
import { earliestCredible } from '../exclusion';
import { type CountedProfile, Population } from '../population';
import type { AnteMortemProfile, ContactFacet, PostMortemProfile } from '../profile';
import type { MatchingSettings } from '../settings';
import { Column, Dictionary } from './columns';
import { type AnyElements, bounded, comparisonAt, facetIndices, indexOf, listIndices, ListRows } from './lists';
import { Numbers } from './numbers';
import { type Entry, type Filter, Rows } from './rows';
import { type Exclusions, type Fill, type SearchResult, scan } from './scan';

export interface SearchOptions extends Filter {
  readonly k: number;
  /** What a random report says; the index's own reports unless given. */
  readonly population?: Population;
  /** Reports that people have excluded for these remains, and signed. */
  readonly excludedIds?: ReadonlySet<string>;
}

const TIME = indexOf('time');

/**
 * All open reports, resident: a number per row for each facet, and lists of numbers for names, marks, teeth and things. `search` weighs
 * every one of them against one record of remains. Nothing of a report's text can be read back from a row but through the
 * dictionaries, which live in this process only.
 */
export class ReportIndex {
  readonly rows = new Rows();
  /** Counts the reports that this index holds. */
  readonly population = new Population();
  private readonly profiles = new Map<number, ToldFacets>(
    facetIndices.map((index) => [index, new ToldFacets(comparisonAt(index))]),
  );
  private readonly lists = new Map(listIndices.map((index) => [index, new ListRows(comparisonAt(index))]));
  private readonly numbers = new Numbers();
  /** Of each distinct last contact, the first day on which the person was surely heard of. */
  private readonly heardOf: number[] = [Number.NEGATIVE_INFINITY];

  constructor(readonly settings: MatchingSettings) {}

  get size(): number {
    return this.rows.size;
  }

  /** Bytes of the typed arrays; dictionaries and the map of ids come on top. */
  get columnBytes(): number {
    let bytes = this.rows.bytes + this.numbers.bytes;
    for (const { column } of this.profiles.values()) bytes += column.bytes;
    for (const { column } of this.lists.values()) bytes += column.bytes;
    return bytes;
  }

  /** Adds a report, or replaces the one with this id. */
  put(entry: Entry, profile: AnteMortemProfile): void {
    const known = this.rows.row(entry.id);
    if (known !== undefined) this.forget(known);
    const row = this.rows.put(entry);
    for (const facets of this.profiles.values()) facets.put(row, profile);
    for (const [index, lists] of this.lists) {
      const comparison = comparisonAt(index);
      const facet: unknown = comparison.anteMortem(profile);
      const elements: AnyElements | undefined = comparison.elements;
      if (elements !== undefined)
        lists.put(row, this.rows.length, facet === null ? [] : elements.ofAnteMortem(facet), elements.keyOfAnteMortem);
    }
    this.numbers.put(row, this.rows.length, profile.phones, profile.documents);
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
    for (const [index, told] of this.profiles) {
      const table = told.tableFor(pm, setting);
      if (table !== null) fills.set(index, { numbers: told.column.values, table });
    }
    for (const index of this.lists.keys()) {
      const fill = this.fillFromLists(index, pm, setting);
      if (fill !== null) fills.set(index, fill);
    }
    this.addNumbers(fills, pm, setting);
    return scan(this.rows, fills, this.exclusions(pm, excludedIds), this.settings, k, filter);
  }

  private fillFromLists(index: number, pm: PostMortemProfile, setting: Setting): Fill | null {
    const comparison = comparisonAt(index);
    const lists = this.lists.get(index);
    const p: unknown = comparison.postMortem(pm);
    if (comparison.elements === undefined || lists === undefined || p === null || p === 'not_examinable') return null;
    const { ofPostMortem, keyOfPostMortem, blank, weigher, listCombiner } = comparison.elements;
    const { floorLog10 } = this.settings.numbers;
    const { cap } = comparison;
    const bound = bounded;
    const { column, elements, finder } = lists;
    const { size } = elements;
    const found = ofPostMortem(p).slice(0, MAX_ELEMENTS);
    const weigh = weigher(setting);
    const merged = mergeColumns(comparison, found);
    const weights: FoundWeights = {
      table: lists.blankTable(size * merged.roles.length, blank),
      size,
      roles: merged.roles,
      isTouched: new Uint8Array(size),
    };
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
        weights.isTouched[number] = 1;
      }
    });
    const combine = listCombiner(setting, weights);
    const { data, startOf, lengthOf } = column;
    return (block, count, into) => {
      for (let at = 0; at < count; at++) {
        const row = block[at] ?? 0;
        const length = lengthOf[row] ?? 0;
        into[at] = length === 0 ? 0 : bound(combine(data, startOf[row] ?? 0, length), floorLog10, cap);
      }
    };
  }

  private addNumbers(fills: Map<number, Fill>, pm: PostMortemProfile, setting: Setting): void {
    const { floorLog10 } = this.settings.numbers;
    if (pm.phones !== null) {
      const weigh = phones.against(pm.phones, setting);
      fills.set(
        indexOf('phones'),
        this.numbers.fillPhones(pm.phones, (numbers) => log10LrOf(weigh(numbers), floorLog10, phones.cap)),
      );
    }
    if (pm.documents !== null) {
      const weigh = documents.against(pm.documents, setting);
      fills.set(
        indexOf('documents'),
        this.numbers.fillPapers(pm.documents, (papers) => log10LrOf(weigh(papers), floorLog10, documents.cap)),
      );
    }
  }

  private exclusions(pm: PostMortemProfile, excludedIds: ReadonlySet<string> | undefined): Exclusions {
    const contacts = this.profiles.get(TIME);
    const size = contacts?.facets.size ?? 1;
    for (; this.heardOf.length < size;)
      this.heardOf.push(earliestCredible(contacts?.facets.valueOf(this.heardOf.length) as ContactFacet));
    // As `exclusionOf` decides: heard of on a day after the recovery, by more than the tolerance.
    const lastPossible = (pm.death?.foundBy ?? Number.POSITIVE_INFINITY) + this.settings.numbers.time.toleranceDays;
    const isExcluded = Uint8Array.from(this.heardOf, (day) => (day > lastPossible ? 1 : 0));
    const rows = new Set<number>();
    for (const id of excludedIds ?? []) {
      const row = this.rows.row(id);
      if (row !== undefined) rows.add(row);
    }
    return {
      numbers: contacts?.column.values ?? new Uint32Array(0),
      isExcluded,
      aliveAfter: this.rows.isAnybodyAlive && pm.death !== null ? pm.death.foundBy : null,
      rows,
    };
  }

  private forget(row: number): void {
    this.population.remove(this.countedProfile(row));
    this.numbers.forget(row);
  }

  /** The countable parts of a row's report, read back from the dictionaries. */
  private countedProfile(row: number): CountedProfile {
    const facet = (name: ComparisonName): unknown => {
      const { column, facets } = this.profiles.get(indexOf(name)) ?? {};
      const number = column?.values[row] ?? 0;
      return number === 0 ? null : facets?.valueOf(number);
    };
    const list = (name: ComparisonName, role?: number): unknown[] => this.lists.get(indexOf(name))?.of(row, role) ?? [];
    const orNull = (values: unknown[]): unknown[] | null => (values.length === 0 ? null : values);
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
      ...{
        marks: orNull(list('marks')),
        items: orNull(list('belongings')),
        phones: orNull(this.numbers.phonesOf(row)),
      },
    } as CountedProfile;
  }
}

/** One comparison's facets of all rows, and the numbers of every distinct one. */
class ToldFacets {
  readonly column = new Column('uint32');
  readonly facets = new Dictionary<unknown>();
  private numbers = new Float64Array(0);
  private written = 1;

  constructor(private readonly comparison: AnyComparison) {}

  put(row: number, profile: AnteMortemProfile): void {
    const facet: unknown = this.comparison.anteMortem(profile);
    this.column.set(row, facet === null ? 0 : this.facets.numberOf(JSON.stringify(facet), facet));
  }

  /** Weight of every distinct facet against these remains, by its number; null where the remains say nothing of it. */
  tableFor(pm: PostMortemProfile, setting: Setting): Float64Array | null {
    const p: unknown = this.comparison.postMortem(pm);
    if (p === null || p === 'not_examinable') return null;
    const { floorLog10 } = setting.settings.numbers;
    const { cap } = this.comparison;
    const { size } = this.facets;
    const table = new Float64Array(size);
    const measure: Measure<unknown, unknown> | undefined = this.comparison.measure;
    if (measure === undefined) {
      const weigh = this.comparison.against(p, setting);
      for (let number = 1; number < size; number++)
        table[number] = log10LrOf(weigh(this.facets.valueOf(number)), floorLog10, cap);
      return table;
    }
    const { writeTold, writeFound, log10 } = preparedMeasure(measure, setting);
    const { width } = measure.told;
    if (this.numbers.length < size * width) {
      const grown = new Float64Array(Math.ceil(size * 1.5) * width);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    const { numbers } = this;
    for (; this.written < size; this.written++)
      writeTold(this.facets.valueOf(this.written), numbers, this.written * width);
    const found = new Float64Array(measure.found.width);
    writeFound(p, found, 0);
    const bound = bounded;
    for (let number = 1; number < size; number++)
      table[number] = bound(log10(numbers, number * width, found, 0), floorLog10, cap);
    return table;
  }
}

/**
 * A report's element meets at most one column of each role in some comparisons (a tooth is charted once): there the columns of a role
 * are laid over one another.
 */
function mergeColumns(
  comparison: AnyComparison,
  found: readonly { readonly role: number }[],
): { columnOf: number[]; roles: number[] } {
  if (comparison.elements?.isOneColumnPerRole !== true)
    return { columnOf: found.map((_, place) => place), roles: found.map(({ role }) => role) };
  const roles = [...new Set(found.map(({ role }) => role))].sort((a, b) => a - b);
  return { columnOf: found.map(({ role }) => roles.indexOf(role)), roles };
}
