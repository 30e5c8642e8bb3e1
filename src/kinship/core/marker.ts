import { KinshipInputError } from './kinship-input-error';
import {
  equalMutation,
  isIdentity,
  isStationary,
  type MutationMatrix,
  type MutationRates,
  proportionalMutation,
  stepwiseMutation,
} from './mutation';
import { type ReducedLadder, reduceLadder, wholeLadder } from './reduced-ladder';

/** One marker as a case or a frequency database states it. */
export interface MarkerDescription {
  readonly name: string;
  readonly alleles: readonly string[];
  readonly frequencies: readonly number[];
  /** Frequency of an allele that no kit shows; the visible ones sum to 1 minus this. */
  readonly silentFrequency?: number | undefined;
  readonly mutation?: { readonly male: MutationRates; readonly female: MutationRates } | null | undefined;
}

/** How far from 1 a frequency table may be and still count as rounded rather than wrong. */
export const FREQUENCY_SUM_TOLERANCE = 1e-6;

/** Reduced ladders kept for the next calculation with the same alleles seen. */
const LADDERS_KEPT = 300;

/** A marker ready to compute with: ladder, frequencies, mutation matrices of both sexes. */
export class Marker {
  readonly name: string;
  /** Visible alleles in the order given; a silent allele, if any, comes last as an unnamed one. */
  readonly alleles: readonly string[];
  readonly frequencies: Float64Array;
  readonly size: number;
  /** Index of the silent allele, or -1. */
  readonly silent: number;
  /** null where alleles are handed on unchanged. */
  readonly male: MutationMatrix | null;
  readonly female: MutationMatrix | null;
  /** No mutation, or mutation to a fresh draw from the population. */
  readonly redrawsFromPopulation: boolean;
  /** Whether untyped ancestors may be left out without changing the result. */
  readonly stationary: boolean;
  private readonly indexByAllele: ReadonlyMap<string, number>;
  private readonly reduced = new Map<string, ReducedLadder>();
  private whole: ReducedLadder | null = null;

  constructor(description: MarkerDescription, path = 'marker') {
    const { name, alleles, frequencies } = description;
    this.name = name;
    checkLadder(alleles, frequencies, description.silentFrequency, path);
    const silentFrequency = description.silentFrequency ?? 0;
    const sum = frequencies.reduce((total, p) => total + p, silentFrequency);
    if (!(Math.abs(sum - 1) <= FREQUENCY_SUM_TOLERANCE)) {
      throw new KinshipInputError(
        'kinship.frequencies-do-not-sum-to-one',
        `${path}.frequencies`,
        `The allele frequencies of ${name} sum to ${sum}; they must sum to 1 (with the silent allele, if there is one)`,
      );
    }
    this.silent = silentFrequency > 0 ? alleles.length : -1;
    this.alleles = alleles;
    this.size = alleles.length + (this.silent < 0 ? 0 : 1);
    // Rounded tables are off by 1e-9 or so; mutation needs a distribution that sums to 1 to the last digit.
    this.frequencies = Float64Array.from(
      this.silent < 0 ? frequencies : [...frequencies, silentFrequency],
      (p) => p / sum,
    );
    this.indexByAllele = new Map(alleles.map((allele, index) => [allele, index]));
    this.male = this.matrixOf(description.mutation?.male, `${path}.mutation.male`);
    this.female = this.matrixOf(description.mutation?.female, `${path}.mutation.female`);
    this.redrawsFromPopulation =
      (this.male === null || description.mutation?.male.model === 'proportional') &&
      (this.female === null || description.mutation?.female.model === 'proportional');
    this.stationary = [this.male, this.female].every((m) => m === null || isStationary(m, this.frequencies));
  }

  get mutates(): boolean {
    return this.male !== null || this.female !== null;
  }

  indexOf(allele: string, path: string): number {
    const index = this.indexByAllele.get(allele);
    if (index === undefined) {
      throw new KinshipInputError(
        'kinship.allele-outside-ladder',
        path,
        `Allele ${allele} is not among the alleles of ${this.name}; add it by the stated policy for unseen alleles first`,
      );
    }
    if (this.frequencies[index] === 0) {
      throw new KinshipInputError(
        'kinship.observed-allele-has-frequency-zero',
        path,
        `Allele ${allele} of ${this.name} was observed but has frequency 0; give it a minimum frequency first`,
      );
    }
    return index;
  }

  /** The same marker without mutation, for counting the markers that do not fit. */
  withoutMutation(): Marker {
    if (!this.mutates) return this;
    const silentFrequency = this.silent < 0 ? undefined : this.frequencies[this.silent];
    const frequencies = Array.from(this.frequencies.subarray(0, this.alleles.length));
    return new Marker({ name: this.name, alleles: this.alleles, frequencies, silentFrequency });
  }

  /** The ladder with all alleles merged that nobody distinguishes; `seen` are kept apart. */
  reducedTo(seen: Iterable<number>): ReducedLadder {
    const kept = [...seen];
    if (this.silent >= 0 && !kept.includes(this.silent)) kept.push(this.silent);
    if (kept.length >= this.size - 1) return this.unreduced();
    kept.sort((a, b) => a - b);
    const key = kept.join();
    let ladder = this.reduced.get(key);
    if (!ladder) {
      ladder = reduceLadder(this, kept);
      if (ladder.size === this.size) ladder = this.unreduced();
      if (this.reduced.size >= LADDERS_KEPT) this.reduced.clear();
      this.reduced.set(key, ladder);
    }
    return ladder;
  }

  /** The whole ladder, nothing merged. */
  unreduced(): ReducedLadder {
    return (this.whole ??= wholeLadder(this));
  }

  private matrixOf(rates: MutationRates | null | undefined, path: string): MutationMatrix | null {
    const visible = this.alleles.length;
    if (!rates || visible < 2) return null;
    checkRates(rates, path);
    const matrix = visibleMatrix(rates, this.alleles, this.frequencies.subarray(0, visible), path);
    for (let i = 0; i < visible; i++) {
      if (matrix[i * visible + i]! < 0) {
        throw new KinshipInputError(
          'kinship.mutation-rate-too-high',
          path,
          `With this rate allele ${this.alleles[i]} of ${this.name} would be handed on unchanged with negative probability`,
        );
      }
    }
    if (isIdentity(matrix, visible)) return null;
    return this.silent < 0 ? matrix : withSilentAllele(matrix, visible);
  }
}

function checkLadder(
  alleles: readonly string[],
  frequencies: readonly number[],
  silentFrequency: number | undefined,
  path: string,
): void {
  if (alleles.length === 0) {
    throw new KinshipInputError('kinship.no-alleles', `${path}.alleles`, 'The marker lists no alleles');
  }
  if (alleles.length !== frequencies.length) {
    throw new KinshipInputError(
      'kinship.frequencies-do-not-fit-alleles',
      `${path}.frequencies`,
      `${alleles.length} alleles but ${frequencies.length} frequencies`,
    );
  }
  const twice = alleles.findIndex((allele, index) => alleles.indexOf(allele) !== index);
  if (twice >= 0) {
    throw new KinshipInputError(
      'kinship.allele-listed-twice',
      `${path}.alleles[${twice}]`,
      `Allele ${alleles[twice]} is listed twice`,
    );
  }
  for (const [index, frequency] of [...frequencies, silentFrequency ?? 0].entries()) {
    if (!(frequency >= 0 && frequency <= 1)) {
      throw new KinshipInputError(
        'kinship.frequency-not-a-probability',
        index < frequencies.length ? `${path}.frequencies[${index}]` : `${path}.silentFrequency`,
        `A frequency is ${frequency}; it must lie between 0 and 1`,
      );
    }
  }
}

function checkRates({ model, rate, range, rate2 }: MutationRates, path: string): void {
  const refuse = (field: string, message: string): never => {
    throw new KinshipInputError('kinship.mutation-rate-invalid', `${path}.${field}`, message);
  };
  if (!['equal', 'proportional', 'stepwise'].includes(model)) {
    refuse('model', `The mutation model must be equal, proportional or stepwise, not ${String(model)}`);
  }
  if (!(rate >= 0 && rate <= 1)) refuse('rate', `A mutation rate is ${rate}; it must lie between 0 and 1`);
  if (model !== 'stepwise') return;
  if (!(range !== undefined && range > 0 && range <= 1)) {
    refuse('range', `The stepwise model needs a range above 0 and at most 1, not ${String(range)}`);
  }
  if (rate2 !== undefined && !(rate2 >= 0 && rate + rate2 <= 1)) {
    refuse('rate2', `The rates sum to more than 1, or rate2 is negative (${rate2})`);
  }
}

function visibleMatrix(
  rates: MutationRates,
  alleles: readonly string[],
  frequencies: Float64Array,
  path: string,
): MutationMatrix {
  if (rates.model === 'equal') return equalMutation(alleles.length, rates.rate);
  if (rates.model === 'proportional') {
    const visible = frequencies.reduce((total, p) => total + p, 0);
    return proportionalMutation(
      frequencies.map((p) => p / visible),
      rates.rate,
    );
  }
  const sizes = alleles.map((allele) => {
    const size = allele.trim() === '' ? NaN : Number(allele);
    if (Number.isFinite(size)) return size;
    throw new KinshipInputError(
      'kinship.stepwise-needs-numbers',
      path,
      `Allele ${allele} is no number of repeats, and the stepwise model counts steps; choose another model or map the allele`,
    );
  });
  return stepwiseMutation(sizes, rates.rate, rates.range!, rates.rate2 ?? 0);
}

/** Our stated rule: a silent allele neither mutates nor arises by mutation. */
function withSilentAllele(matrix: MutationMatrix, visible: number): MutationMatrix {
  const size = visible + 1;
  const extended = new Float64Array(size * size);
  for (let i = 0; i < visible; i++) {
    for (let j = 0; j < visible; j++) extended[i * size + j] = matrix[i * visible + j]!;
  }
  extended[size * size - 1] = 1;
  return extended;
}
