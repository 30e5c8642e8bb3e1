import type { Setting } from '../comparison';
import type { Population } from '../population';

interface Sparse {
  numbers: Uint32Array;
  weights: Float64Array;
  /** Elements of the dictionary that were weighed. */
  upTo: number;
}

/** Entries kept for all keys together; at 12 bytes each, under 50 MB. */
const MOST_ENTRIES = 4_000_000;

/**
 * Weights of one element of a question with every element of the dictionary, of which few are not blank: kept from question to question,
 * since names and things repeat, and dropped when the population they rest on changes.
 */
export class SparseWeights {
  private readonly known = new Map<string, Sparse>();
  private population: Population | null = null;
  private changes = -1;
  private settings: Setting['settings'] | null = null;
  private entries = 0;

  prepare({ settings, population }: Setting): void {
    if (this.population === population && this.changes === population.changes && this.settings === settings) return;
    this.known.clear();
    this.entries = 0;
    this.population = population;
    this.changes = population.changes;
    this.settings = settings;
  }

  of(
    key: string,
    size: number,
    blank: number,
    near: () => readonly number[],
    weigh: (number: number) => number,
  ): Sparse {
    const before = this.known.get(key);
    if (before !== undefined && before.upTo === size) return before;
    const numbers: number[] = [];
    const weights: number[] = [];
    for (const number of near()) {
      if (number < (before?.upTo ?? 1)) continue;
      const weight = weigh(number);
      if (Object.is(weight, blank)) continue;
      numbers.push(number);
      weights.push(weight);
    }
    const sparse: Sparse = {
      numbers: Uint32Array.from([...(before?.numbers ?? []), ...numbers]),
      weights: Float64Array.from([...(before?.weights ?? []), ...weights]),
      upTo: size,
    };
    if (this.entries > MOST_ENTRIES) {
      this.known.clear();
      this.entries = 0;
    }
    this.known.set(key, sparse);
    this.entries += sparse.numbers.length - (before?.numbers.length ?? 0);
    return sparse;
  }
}
