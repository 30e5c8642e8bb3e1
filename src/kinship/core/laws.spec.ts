import fc from 'fast-check';
import { genotypeTable } from './genotype-table';
import { likelihood } from './likelihood';
import { hypotheses } from './likelihood-ratio';
import { Marker, MarkerDescription } from './marker';
import type { MutationRates } from './mutation';
import type { Observation } from './observation';
import { Pedigree, PersonDescription, readPedigree } from './pedigree';
import { plainLikelihood } from './plain-enumeration';
import { plain } from './scaled-number';

/** Laws that hold for any pedigree, frequencies and mutation model, whatever the numbers. */

interface Family {
  readonly persons: readonly PersonDescription[];
  readonly description: MarkerDescription;
  readonly observed: readonly (readonly Observation[])[];
}

/** Small random pedigrees: any couple may have children, so half-siblings, incest and loops all occur. */
const trees = (founders: number, children: number) =>
  fc
    .array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.boolean()), { minLength: children, maxLength: children })
    .map((births) => {
      const persons: PersonDescription[] = Array.from({ length: founders }, (_, k) => ({
        id: `founder ${k}`,
        sex: k % 2 === 0 ? 'male' : 'female',
      }));
      births.forEach(([f, m, isMale], k) => {
        const men = persons.filter(({ sex }) => sex === 'male');
        const women = persons.filter(({ sex }) => sex === 'female');
        const [father, mother] = [men[f % men.length]!.id, women[m % women.length]!.id];
        persons.push({ id: `child ${k}`, sex: isMale ? 'male' : 'female', father, mother });
      });
      return persons;
    });

const rates = fc
  .record({
    model: fc.constantFrom('equal' as const, 'proportional' as const, 'stepwise' as const),
    rate: fc.constantFrom(0.002, 0.05),
    range: fc.constantFrom(0.1, 0.6),
    rate2: fc.constantFrom(0, 1e-4),
  })
  .map((r): MutationRates => r);

const mutations = fc.option(fc.record({ male: rates, female: rates }), { nil: null, freq: 2 });

const ladders = (size: number) =>
  fc
    .tuple(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: size, maxLength: size }), mutations)
    .map(([weights, mutation]): MarkerDescription => {
      const sum = weights.reduce((total, w) => total + w, 0);
      const alleles = ['9', '10', '9.3', '11', '12', '10.3', '14', '15'].slice(0, size);
      return { name: 'M', alleles, frequencies: weights.map((w) => w / sum), mutation };
    });

/** Types a share of the persons with genotypes that gene flow (without mutation) can produce. */
const typed = (persons: readonly PersonDescription[], size: number, share: number) =>
  fc
    .array(fc.record({ a: fc.nat(1e6), b: fc.nat(1e6), isTyped: fc.nat(99), half: fc.nat(9) }), {
      minLength: persons.length,
      maxLength: persons.length,
    })
    .map((draws) => {
      const pedigree = readPedigree(persons);
      const genotypes: [number, number][] = [];
      return draws.map(({ a, b, isTyped, half }, person): Observation[] => {
        const father = pedigree.father[person]!;
        genotypes[person] =
          father < 0
            ? [a % size, b % size]
            : [genotypes[father]![a % 2]!, genotypes[pedigree.mother[person]!]![b % 2]!];
        const [first, second] = genotypes[person]!;
        return isTyped >= share ? [] : [{ first, second: half === 0 ? -1 : second, dropout: half === 1 ? 0.1 : 0 }];
      });
    });

const families = (founders: number, children: number, size: number, share = 70) =>
  trees(founders, children).chain((persons) =>
    fc.record({ persons: fc.constant(persons), description: ladders(size), observed: typed(persons, size, share) }),
  ) as fc.Arbitrary<Family>;

const thetas = fc.constantFrom(0, 0, 0.03);

const close = (found: number, expected: number, tolerance = 1e-10) => {
  if (expected === 0) expect(found).toBe(0);
  else expect(Math.abs(found / expected - 1)).toBeLessThan(tolerance);
};

const of = ({ persons, description, observed }: Family, theta: number) =>
  plain(likelihood({ pedigree: readPedigree(persons), marker: new Marker(description), observed, theta }));

describe('the likelihood', () => {
  it('is the sum over all genotypes of all persons', () => {
    fc.assert(
      fc.property(families(3, 2, 3), thetas, (family, theta) => {
        const pedigree = readPedigree(family.persons);
        close(of(family, theta), plainLikelihood(pedigree, new Marker(family.description), family.observed, theta));
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('is the same sum with a silent allele and dropout', () => {
    fc.assert(
      fc.property(families(2, 2, 3), thetas, (family, theta) => {
        const frequencies = family.description.frequencies.map((p) => p * 0.96);
        const description = { ...family.description, frequencies, silentFrequency: 0.04 };
        const silent = { ...family, description };
        const pedigree = readPedigree(family.persons);
        close(of(silent, theta), plainLikelihood(pedigree, new Marker(description), family.observed, theta));
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it('does not depend on the order of persons or of alleles', () => {
    fc.assert(
      fc.property(families(4, 5, 8), thetas, fc.nat(1e6), (family, theta, shuffle) => {
        const persons = permutation(family.persons.length, shuffle);
        const alleles = permutation(8, shuffle + 1);
        const placeOf = (allele: number) => (allele < 0 ? -1 : alleles.indexOf(allele));
        const { description } = family;
        const renamed: Family = {
          persons: persons.map((p) => family.persons[p]!),
          description: {
            ...description,
            alleles: alleles.map((a) => description.alleles[a]!),
            frequencies: alleles.map((a) => description.frequencies[a]!),
          },
          observed: persons.map((p) =>
            family.observed[p]!.map((seen) => ({ ...seen, first: placeOf(seen.first), second: placeOf(seen.second) })),
          ),
        };
        close(of(renamed, theta), of(family, theta));
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('with rate 0 is that without mutation', () => {
    fc.assert(
      fc.property(
        families(4, 4, 8),
        thetas,
        fc.constantFrom('equal', 'proportional', 'stepwise'),
        (family, theta, model) => {
          const none = { model: model as MutationRates['model'], rate: 0, range: 0.1, rate2: 0 };
          const still = { ...family.description, mutation: { male: none, female: none } };
          close(
            of({ ...family, description: still }, theta),
            of({ ...family, description: { ...still, mutation: null } }, theta),
          );
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  it('does not change when unseen alleles are kept apart instead of merged', () => {
    fc.assert(
      fc.property(families(4, 4, 8, 50), (family) => {
        const problem = {
          pedigree: readPedigree(family.persons),
          marker: new Marker(family.description),
          observed: family.observed,
        };
        const apart = likelihood({ ...problem, theta: 0, kept: [0, 1, 2, 3, 4, 5, 6, 7] });
        close(of(family, 0), plain(apart));
      }),
      { numRuns: 80, seed: 5 },
    );
  });

  it('sums to 1 over everything that could have been seen', () => {
    fc.assert(
      fc.property(families(3, 3, 3, 0), thetas, fc.nat(5), fc.nat(5), (family, theta, one, other) => {
        let sum = 0;
        for (const g of genotypes(3)) {
          for (const h of genotypes(3)) {
            const observed = family.persons.map((_, p): Observation[] => (p === one ? [g] : p === other ? [h] : []));
            sum += of({ ...family, observed }, theta);
          }
        }
        close(sum, one === other ? 6 : 1);
      }),
      { numRuns: 30, seed: 6 },
    );
  });
});

describe('the likelihood ratio', () => {
  it('averages to 1 over strangers, with theta too', () => {
    fc.assert(
      fc.property(families(3, 3, 5, 40), thetas, fc.nat(5), (family, theta, missing) => {
        const question = questionOf(family, missing, theta);
        let [h1, h2] = [0, 0];
        for (const remains of genotypes(5)) {
          const both = hypotheses({ ...question, remains });
          h1 += plain(both.h1);
          h2 += plain(both.h2);
        }
        // LR averaged with the weight P(remains | family, H2), that is sum of h1 over sum of h2.
        close(h1, h2);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it.each([
    ['theta 0', 0],
    ['theta 0.02', 0.02],
  ])('from a table is that computed directly (%s)', (_, theta) => {
    fc.assert(
      fc.property(families(4, 3, 8, 40), fc.nat(6), (family, missing) => {
        const question = questionOf(family, missing, theta);
        const { h1, h2 } = genotypeTable(question);
        genotypes(8).forEach((remains, g) => {
          const direct = hypotheses({ ...question, remains });
          close(h1[g]! / h2[g]!, plain(direct.h1) / plain(direct.h2));
        });
      }),
      { numRuns: theta > 0 ? 6 : 60, seed: 8 },
    );
  });
});

function questionOf({ persons, description, observed }: Family, missing: number, theta: number) {
  return {
    pedigree: readPedigree(persons) as Pedigree,
    marker: new Marker(description),
    observed: observed.map((seen, person) => (person === missing ? [] : seen.map((o) => ({ ...o, dropout: 0 })))),
    missing,
    theta,
  };
}

/** All unordered genotypes, in the order of the packed tables. */
function genotypes(size: number): Observation[] {
  return Array.from({ length: size }, (_, second) =>
    Array.from({ length: second + 1 }, (__, first) => ({ first, second, dropout: 0 })),
  ).flat();
}

function permutation(n: number, seed: number): number[] {
  const order = Array.from({ length: n }, (_, k) => k);
  let state = (seed % 2147483646) + 1;
  for (let k = n - 1; k > 0; k--) {
    state = (state * 48271) % 2147483647;
    const other = state % (k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
