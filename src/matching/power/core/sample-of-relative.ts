export type NearRelative = 'parent' | 'child' | 'sibling';

/** Loci of the panels in use, and alleles as if equally frequent: five give the heterozygosity of 0.8 common to them. */
const LOCI = 21;
const ALLELES = 5;
/** Chances of sharing no, one and both alleles by descent; a mutation in five hundred keeps one slip from deciding alone. */
const shared: Readonly<Record<NearRelative, readonly [number, number, number]>> = {
  parent: [0.002, 0.998, 0],
  child: [0.002, 0.998, 0],
  sibling: [0.25, 0.5, 0.25],
};

/**
 * What the DNA of one near relative is expected to say of remains whose profile is known: base-10 logarithm of the likelihood
 * ratio if the remains are the person, and if they are a random other, unrelated one.
 *
 * Closed sums over all pairs of genotypes at a locus of equally frequent alleles, times the number of loci, taken as independent.
 * Error: real loci differ (a panel of 16 says a quarter less), and degraded bone yields fewer.
 * Source: Thompson 1975, coefficients of identity by descent; heterozygosity of autosomal panels, NIST 1036 population sample.
 */
export function expectedOfRelative(relative: NearRelative): { ifSame: number; ifOther: number } {
  const [k0, k1, k2] = shared[relative];
  const p = 1 / ALLELES;
  let ifSame = 0;
  let ifOther = 0;
  for (const [a, b] of genotypes())
    for (const [c, d] of genotypes()) {
      const ofRelative = chanceOf(a, b, p);
      const ofRandom = chanceOf(c, d, p);
      // One allele by descent from either of the relative's two, the other drawn from the population.
      const withOne = [a, b].reduce((sum, from) => sum + 0.5 * givenOne(from, c, d, p), 0);
      const withBoth = a === c && b === d ? 1 : 0;
      const likelihood = k0 * ofRandom + k1 * withOne + k2 * withBoth;
      const log10 = Math.log10(likelihood / ofRandom);
      if (likelihood > 0) ifSame += ofRelative * likelihood * log10;
      ifOther += ofRelative * ofRandom * log10;
    }
  return { ifSame: LOCI * ifSame, ifOther: LOCI * ifOther };
}

function* genotypes(): Generator<readonly [number, number]> {
  for (let a = 0; a < ALLELES; a++) for (let b = a; b < ALLELES; b++) yield [a, b];
}
const chanceOf = (a: number, b: number, p: number): number => (a === b ? p * p : 2 * p * p);
function givenOne(from: number, c: number, d: number, p: number): number {
  if (c === d) return from === c ? p : 0;
  return from === c || from === d ? p : 0;
}
