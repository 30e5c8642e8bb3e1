import { haplotypeFrequency } from './haplotype-frequency';
import { compareMt, compareY, maternalLineage, paternalLineage } from './lineage';
import { readPedigree } from './pedigree';

const pedigree = readPedigree([
  { id: 'grandfather', sex: 'male' },
  { id: 'grandmother', sex: 'female' },
  { id: 'father', sex: 'male', father: 'grandfather', mother: 'grandmother' },
  { id: 'aunt', sex: 'female', father: 'grandfather', mother: 'grandmother' },
  { id: 'mother', sex: 'female' },
  { id: 'missing', sex: 'male', father: 'father', mother: 'mother' },
  { id: 'sister', sex: 'female', father: 'father', mother: 'mother' },
  { id: 'uncle by marriage', sex: 'male' },
  { id: 'cousin', sex: 'male', father: 'uncle by marriage', mother: 'aunt' },
]);
const at = (id: string) => pedigree.indexOf.get(id)!;
const named = (lineage: ReadonlyMap<number, number>) =>
  Object.fromEntries([...lineage].map(([person, meioses]) => [pedigree.ids[person], meioses]));

it('the Y goes from father to son without a break', () => {
  expect(named(paternalLineage(pedigree, at('missing')))).toEqual({ missing: 0, father: 1, grandfather: 2 });
  expect(named(paternalLineage(pedigree, at('sister')))).toEqual({});
});

it('mitochondria go from mothers to all their children, and never from a father', () => {
  expect(named(maternalLineage(pedigree, at('missing')))).toEqual({ missing: 0, mother: 1, sister: 2 });
  expect(named(maternalLineage(pedigree, at('cousin')))).toEqual({ cousin: 0, aunt: 1, grandmother: 2, father: 3 });
});

describe('two Y profiles', () => {
  const y = { DYS19: ['14'], DYS390: ['24'], DYS391: ['10'], DYS385: ['11', '14'] };
  it.each([
    ['compatible', 'the same', y],
    ['compatible', 'copies of a multicopy locus in another order', { ...y, DYS385: ['14', '11'] }],
    ['compatible', 'one single step', { ...y, DYS19: ['15'] }],
    ['inconclusive', 'one wide step', { ...y, DYS19: ['17'] }],
    ['excluded', 'three loci', { ...y, DYS19: ['15'], DYS390: ['25'], DYS391: ['11'] }],
    ['not-compared', 'no locus shared', { DYS999: ['1'] }],
  ])('%s: %s', (finding, _, other) => expect(compareY(y, other, 2).finding).toBe(finding));
});

describe('two mitochondrial sequences', () => {
  const ranges = [[16024, 16365]] as const;
  const mt = (...differences: string[]) => ({ ranges, differences });
  it.each([
    ['compatible', 'the same', mt('16189C', '16311C')],
    ['compatible', 'a mixture that contains the base', mt('16189Y', '16311C')],
    ['compatible', 'a change of length in an unstable stretch', mt('16189C', '16193.1C', '16311C')],
    ['inconclusive', 'one difference', mt('16189C')],
    ['excluded', 'two differences', mt('16189C', '16304C')],
    ['not-compared', 'other ranges', { ranges: [[73, 340]] as const, differences: ['263G'] }],
  ])('%s: %s', (finding, _, other) => expect(compareMt(mt('16189C', '16311C'), other).finding).toBe(finding));

  it('are compared only where both were read', () => {
    const wide = {
      ranges: [
        [16024, 16569],
        [73, 340],
      ] as const,
      differences: ['16189C', '16311C', '16519C', '263G'],
    };
    expect(compareMt(mt('16189C', '16311C'), wide)).toMatchObject({ finding: 'compatible', compared: 342 });
  });
});

describe('the frequency of a haplotype', () => {
  it('never seen: the upper bound is 1 - 0.05^(1/n)', () => {
    const { clopperPearsonUpper95OneSided, zeroCountUpper95 } = haplotypeFrequency(0, 1000);
    expect(clopperPearsonUpper95OneSided).toBeCloseTo(1 - Math.pow(0.05, 1 / 1000), 14);
    expect(zeroCountUpper95).toBeCloseTo(1 - Math.pow(0.05, 1 / 1000), 14);
  });
  it('bounds of those who carry it mirror those of the others', () => {
    const [low, high] = haplotypeFrequency(7, 60).clopperPearson95TwoSided;
    const [otherLow, otherHigh] = haplotypeFrequency(53, 60).clopperPearson95TwoSided;
    expect(low).toBeCloseTo(1 - otherHigh, 12);
    expect(high).toBeCloseTo(1 - otherLow, 12);
  });
  it('seen in all: no upper bound below 1', () =>
    expect(haplotypeFrequency(60, 60).clopperPearsonUpper95OneSided).toBe(1));
  it.each([
    [-1, 10],
    [11, 10],
    [0.5, 10],
    [0, 0],
  ])('refuses %s of %s', (count, n) => expect(() => haplotypeFrequency(count, n)).toThrow());
});
