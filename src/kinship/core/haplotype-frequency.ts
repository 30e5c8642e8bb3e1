import { KinshipInputError } from './kinship-input-error';

/** How common a Y or mitochondrial haplotype is, from its count in a reference database. */
export interface HaplotypeFrequency {
  readonly naive: number;
  readonly countingPlusOne: number;
  readonly countingPlusOneOverNPlus2: number;
  /** One-sided bounds: the true frequency lies below with 95 % (99 %) confidence. */
  readonly clopperPearsonUpper95OneSided: number;
  readonly clopperPearsonUpper99OneSided: number;
  readonly clopperPearson95TwoSided: readonly [number, number];
  /** 1 - 0.05^(1/n) where the haplotype was never seen, else null. */
  readonly zeroCountUpper95: number | null;
}

/**
 * Counting estimates and exact binomial bounds (Clopper & Pearson 1934, Biometrika 26:404-413).
 * The case's own haplotype must not be among the database's.
 */
export function haplotypeFrequency(count: number, databaseSize: number): HaplotypeFrequency {
  if (!Number.isInteger(databaseSize) || databaseSize < 1) {
    throw new KinshipInputError(
      'kinship.database-size-invalid',
      'databaseSize',
      'The database must hold at least one haplotype',
    );
  }
  if (!Number.isInteger(count) || count < 0 || count > databaseSize) {
    throw new KinshipInputError(
      'kinship.count-invalid',
      'count',
      `A count of ${count} among ${databaseSize} haplotypes is not possible`,
    );
  }
  return {
    naive: count / databaseSize,
    countingPlusOne: (count + 1) / (databaseSize + 1),
    countingPlusOneOverNPlus2: (count + 1) / (databaseSize + 2),
    clopperPearsonUpper95OneSided: upperBound(count, databaseSize, 0.05),
    clopperPearsonUpper99OneSided: upperBound(count, databaseSize, 0.01),
    clopperPearson95TwoSided: [lowerBound(count, databaseSize, 0.025), upperBound(count, databaseSize, 0.025)],
    zeroCountUpper95: count === 0 ? -Math.expm1(Math.log(0.05) / databaseSize) : null,
  };
}

/** The p at which so few or fewer are seen with probability alpha. */
function upperBound(count: number, n: number, alpha: number): number {
  return count === n ? 1 : solve((p) => alpha - lowerTail(count, n, p));
}

/** The p at which so many or more are seen with probability alpha: the upper bound of those who do not carry it. */
function lowerBound(count: number, n: number, alpha: number): number {
  return count === 0 ? 0 : solve((p) => upperTail(count, n, p) - alpha);
}

/** Root of a function that rises from below 0 to above it as p goes from 0 to 1, by halving on the log-odds scale. */
function solve(rising: (p: number) => number): number {
  let [low, high] = [-60, 60];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (rising(1 / (1 + Math.exp(-middle))) < 0) low = middle;
    else high = middle;
  }
  return 1 / (1 + Math.exp(-(low + high) / 2));
}

/** P(X <= count), summed on the side where its terms do not underflow. */
function lowerTail(count: number, n: number, p: number): number {
  if (n * p < count) return 1 - upperTail(count + 1, n, p);
  let term = binomial(count, n, p);
  let sum = 0;
  for (let i = count; i >= 0; i--) {
    sum += term;
    term *= (i * (1 - p)) / ((n - i + 1) * p);
  }
  return sum;
}

/** P(X >= count). */
function upperTail(count: number, n: number, p: number): number {
  if (n * p > count) return 1 - lowerTail(count - 1, n, p);
  let term = binomial(count, n, p);
  let sum = 0;
  for (let i = count; i <= n && (term > 0 || i === count); i++) {
    sum += term;
    term *= ((n - i) * p) / ((i + 1) * (1 - p));
  }
  return sum;
}

function binomial(count: number, n: number, p: number): number {
  const fewer = Math.min(count, n - count);
  let lnCombinations = 0;
  for (let i = 1; i <= fewer; i++) lnCombinations += Math.log((n - fewer + i) / i);
  return Math.exp(lnCombinations + count * Math.log(p) + (n - count) * Math.log1p(-p));
}
