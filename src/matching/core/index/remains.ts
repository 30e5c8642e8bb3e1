import { type Setting, log10LrOf } from '../comparison';
import { documents } from '../comparisons/documents';
import { emptyWeightTable, MAX_ELEMENTS, ROLE_BITS as roleBits, ROLE_MASK as roleMask } from '../comparisons/elements';
import { type Measure, preparedMeasure } from '../comparisons/measure';
import { phones } from '../comparisons/phones';
import type { AnyComparison } from '../evidence';
import { earliestCredible } from '../exclusion';
import type { Population } from '../population';
import type { AnteMortemProfile, PostMortemProfile } from '../profile';
import type { Day } from '../reading/days';
import type { MatchingSettings } from '../settings';
import { Column, Dictionary } from './columns';
import { type AnyElements, bounded, comparisonAt, facetIndices, indexOf, listIndices, ListRows } from './lists';
import { Numbers } from './numbers';
import { type Entry, type Filter, Rows } from './rows';
import { type Exclusions, type Fill, type SearchResult, scan } from './scan';

// Held here: an imported name is looked up at each use, which the innermost loops feel.
const ROLE_BITS = roleBits;
const ROLE_MASK = roleMask;

export interface RemainsSearchOptions extends Filter {
  readonly k: number;
  readonly provenAliveOn?: Day | null;
  /** Remains that people have excluded for this report, and signed. */
  readonly excludedIds?: ReadonlySet<string>;
}

/**
 * All remains, resident, for weighing one report against every one of them. What depends on the remains and on the population of
 * reports is computed once and kept until the population is replaced or changes: give it a copy that stands still.
 */
export class RemainsIndex {
  readonly rows = new Rows();
  private readonly facets = new Map<number, FacetRows>(
    facetIndices.map((index) => [index, new FacetRows(comparisonAt(index))]),
  );
  private readonly deaths = { column: new Column('uint32'), facets: new Dictionary<PostMortemProfile['death']>() };
  private readonly lists = new Map(listIndices.map((index) => [index, new ListRows(comparisonAt(index))]));
  private readonly numbers = new Numbers();
  /** Of each distinct time of death, the last day on which the remains may have been found. */
  private readonly foundBy: number[] = [Number.POSITIVE_INFINITY];

  constructor(
    readonly settings: MatchingSettings,
    public population: Population,
  ) {}

  get size(): number {
    return this.rows.size;
  }

  /** Adds a record of remains, or replaces the one with this id. */
  put(entry: Entry, profile: PostMortemProfile): void {
    const known = this.rows.row(entry.id);
    if (known !== undefined) this.numbers.forget(known);
    const row = this.rows.put(entry);
    for (const facet of this.facets.values()) facet.put(row, profile);
    const { death } = profile;
    this.deaths.column.set(row, death === null ? 0 : this.deaths.facets.numberOf(String(death.foundBy), death));
    for (const [index, lists] of this.lists) {
      const comparison = comparisonAt(index);
      const facet: unknown = comparison.postMortem(profile);
      const elements: AnyElements | undefined = comparison.elements;
      const isSilent = facet === null || facet === 'not_examinable';
      if (elements !== undefined)
        lists.put(row, this.rows.length, isSilent ? [] : elements.ofPostMortem(facet), elements.keyOfPostMortem);
    }
    this.numbers.put(row, this.rows.length, profile.phones, profile.documents);
  }

  /** Takes remains out; false where there were none. */
  remove(id: string): boolean {
    const row = this.rows.remove(id);
    if (row === undefined) return false;
    this.numbers.forget(row);
    return true;
  }

  /** Weighs this report against all allowed remains. The weights equal `weighPair`'s to 1e-6. */
  search(am: AnteMortemProfile, { k, provenAliveOn, excludedIds, ...filter }: RemainsSearchOptions): SearchResult {
    const setting: Setting = { settings: this.settings, population: this.population };
    const fills = new Map<number, Fill>();
    for (const [index, facet] of this.facets) {
      const a: unknown = comparisonAt(index).anteMortem(am);
      if (a !== null) fills.set(index, { numbers: facet.column.values, table: facet.tableFor(a, setting) });
    }
    for (const index of this.lists.keys()) {
      const fill = this.fillFromLists(index, am, setting);
      if (fill !== null) fills.set(index, fill);
    }
    const { floorLog10 } = this.settings.numbers;
    const { phones: numbers, documents: papers } = am;
    if (numbers !== null)
      fills.set(
        indexOf('phones'),
        this.numbers.fillPhones(numbers, (found) =>
          log10LrOf(phones.against(found, setting)(numbers), floorLog10, phones.cap),
        ),
      );
    if (papers !== null)
      fills.set(
        indexOf('documents'),
        this.numbers.fillPapers(papers, (found) =>
          log10LrOf(documents.against(found, setting)(papers), floorLog10, documents.cap),
        ),
      );
    return scan(this.rows, fills, this.exclusions(am, provenAliveOn ?? null, excludedIds), this.settings, k, filter);
  }

  private fillFromLists(index: number, am: AnteMortemProfile, setting: Setting): Fill | null {
    const comparison = comparisonAt(index);
    const lists = this.lists.get(index);
    const facet: unknown = comparison.anteMortem(am);
    const elements: AnyElements | undefined = comparison.elements;
    if (elements === undefined || lists === undefined || facet === null) return null;
    const { floorLog10 } = this.settings.numbers;
    const bound = bounded;
    const size = lists.elements.size;
    const told = elements.ofAnteMortem(facet).slice(0, MAX_ELEMENTS);
    if (told.length === 0) return null;
    const weigh = elements.weigher(setting);
    const combine = elements.combiner(setting);
    const weights = emptyWeightTable();
    // Where an element meets at most one of the other side, the rows are laid over one another.
    const isOneRow = elements.isOneColumnPerRole === true;
    weights.rowCount = isOneRow ? 1 : told.length;
    weights.table = lists.blankTable(size * weights.rowCount, elements.blank);
    const isTouched = new Uint8Array(size);
    lists.weights.prepare(setting);
    told.forEach(({ element, role }, place) => {
      const offset = isOneRow ? 0 : place * size;
      weights.rows[place] = offset;
      weights.rowRoles[place] = role;
      const sparse = lists.weights.of(
        elements.keyOfAnteMortem(element),
        size,
        elements.blank,
        () => lists.finder.near(element),
        (number) => weigh(element, lists.elements.valueOf(number)),
      );
      for (let entry = 0; entry < sparse.numbers.length; entry++) {
        const number = sparse.numbers[entry] ?? 0;
        weights.table[offset + number] = sparse.weights[entry] ?? 0;
        isTouched[number] = 1;
      }
    });
    // Remains none of whose elements has to do with this report: one answer for each last role, that is, number of names found.
    const untouched = new Float64Array(16).fill(Number.NaN);
    const { data, startOf, lengthOf } = lists.column;
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
          const number = value >>> ROLE_BITS;
          weights.columns[place] = number;
          weights.columnRoles[place] = value & ROLE_MASK;
          touched |= isTouched[number] ?? 0;
        }
        weights.columnCount = length;
        const lastRole = weights.columnRoles[length - 1] ?? 0;
        let weight = touched === 0 ? (untouched[lastRole] ?? Number.NaN) : Number.NaN;
        if (Number.isNaN(weight)) {
          weight = bound(combine(weights), floorLog10, comparison.cap);
          if (touched === 0) untouched[lastRole] = weight;
        }
        into[at] = weight;
      }
    };
  }

  private exclusions(
    am: AnteMortemProfile,
    provenAliveOn: Day | null,
    excludedIds: ReadonlySet<string> | undefined,
  ): Exclusions {
    const { column, facets } = this.deaths;
    for (; this.foundBy.length < facets.size;)
      this.foundBy.push(facets.valueOf(this.foundBy.length)?.foundBy ?? Number.POSITIVE_INFINITY);
    // As `exclusionOf` decides: heard of, or proven alive, on a day after the recovery.
    const aliveOn = Number.isFinite(provenAliveOn) ? (provenAliveOn ?? 0) : Number.NEGATIVE_INFINITY;
    const heardOf = earliestCredible(am.contact) - this.settings.numbers.time.toleranceDays;
    const isExcluded = Uint8Array.from(this.foundBy, (day) => (aliveOn > day || heardOf > day ? 1 : 0));
    const rows = new Set<number>();
    for (const id of excludedIds ?? []) {
      const row = this.rows.row(id);
      if (row !== undefined) rows.add(row);
    }
    return { numbers: column.values, isExcluded, aliveAfter: null, rows };
  }
}

/** One comparison's facets of all rows, and what was computed of each distinct facet alone. */
class FacetRows {
  readonly column = new Column('uint32');
  private readonly facets = new Dictionary<unknown>();
  /** For comparisons of quantities: the numbers of every facet. */
  private numbers = new Float64Array(0);
  /** For the others: a weigher of every facet. */
  private weighers: ((a: unknown) => ReturnType<ReturnType<AnyComparison['against']>>)[] = [];
  private prepared = 1;
  private stamp: { population: Population; changes: number } | null = null;

  constructor(private readonly comparison: AnyComparison) {}

  put(row: number, profile: PostMortemProfile): void {
    const facet: unknown = this.comparison.postMortem(profile);
    this.column.set(
      row,
      facet === null || facet === 'not_examinable' ? 0 : this.facets.numberOf(JSON.stringify(facet), facet),
    );
  }

  /** Weight of this report's facet against every distinct facet of the remains, by its number. */
  tableFor(a: unknown, setting: Setting): Float64Array {
    this.prepare(setting);
    const { floorLog10 } = setting.settings.numbers;
    const { cap } = this.comparison;
    const table = new Float64Array(this.facets.size);
    const measure: Measure<unknown, unknown> | undefined = this.comparison.measure;
    if (measure === undefined) {
      for (let number = 1; number < table.length; number++)
        table[number] = log10LrOf(this.weighers[number]?.(a) ?? null, floorLog10, cap);
      return table;
    }
    const { writeTold, log10 } = preparedMeasure(measure, setting);
    const told = new Float64Array(measure.told.width);
    writeTold(a, told, 0);
    const { numbers } = this;
    const { width } = measure.found;
    const bound = bounded;
    for (let number = 1; number < table.length; number++)
      table[number] = bound(log10(told, 0, numbers, number * width), floorLog10, cap);
    return table;
  }

  private prepare(setting: Setting): void {
    const { population } = setting;
    if (this.stamp?.population !== population || this.stamp.changes !== population.changes) {
      this.prepared = 1;
      this.stamp = { population, changes: population.changes };
    }
    const size = this.facets.size;
    if (this.prepared === size) return;
    const measure: Measure<unknown, unknown> | undefined = this.comparison.measure;
    if (measure === undefined)
      for (let number = this.prepared; number < size; number++)
        this.weighers[number] = this.comparison.against(this.facets.valueOf(number), setting);
    else {
      const { width } = measure.found;
      if (this.numbers.length < size * width) {
        const grown = new Float64Array(Math.ceil(size * 1.5) * width);
        grown.set(this.numbers);
        this.numbers = grown;
      }
      const { writeFound } = preparedMeasure(measure, setting);
      for (let number = this.prepared; number < size; number++)
        writeFound(this.facets.valueOf(number), this.numbers, number * width);
    }
    this.prepared = size;
  }
}
