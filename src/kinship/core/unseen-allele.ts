import { KinshipInputError } from './kinship-input-error';

/** 5 / 2N: what an allele never seen among N persons may have been missed at (NRC II, 1996). */
export function fiveOverTwoN(persons: number): number {
  return 5 / (2 * persons);
}

/** Allele frequencies with one allele added that the database does not hold. */
export interface ExtendedFrequencies {
  readonly alleles: readonly string[];
  readonly frequencies: readonly number[];
  /** To be stated in the report. */
  readonly policy: 'add-minimum-and-rescale';
  readonly addedAllele: string;
  readonly minimumFrequency: number;
}

/**
 * Adds the allele with the minimum frequency and divides all by the new sum.
 * The same frequencies must serve both hypotheses, so extend first and compute then.
 */
export function addUnseenAllele(
  database: Readonly<Record<string, number>>,
  allele: string,
  minimumFrequency: number,
): ExtendedFrequencies {
  if (allele in database) {
    throw new KinshipInputError('kinship.allele-listed-twice', 'unseenAllele', `${allele} is in the database already`);
  }
  if (!(minimumFrequency > 0 && minimumFrequency < 1)) {
    throw new KinshipInputError(
      'kinship.frequency-not-a-probability',
      'unseenAllele.minimumFrequency',
      `The minimum frequency is ${minimumFrequency}; it must lie between 0 and 1`,
    );
  }
  const entries = [...Object.entries(database), [allele, minimumFrequency] as const];
  const sum = entries.reduce((total, [, p]) => total + p, 0);
  return {
    alleles: entries.map(([name]) => name),
    frequencies: entries.map(([, p]) => p / sum),
    policy: 'add-minimum-and-rescale',
    addedAllele: allele,
    minimumFrequency,
  };
}
