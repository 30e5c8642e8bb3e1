import { evaluateSlices, type PairFacts, upperBound } from './evaluate-slices';

describe('an upper bound of a share', () => {
  it('is that of the closed form where nothing was seen: (1 - p)^n = risk', () => {
    expect(upperBound(0, 3000)).toBeCloseTo(1 - 0.025 ** (1 / 3000), 9);
    expect(upperBound(0, 1)).toBeCloseTo(0.975, 9);
  });
  it('is above what was seen, and falls as more is seen', () => {
    expect(upperBound(3, 100)).toBeGreaterThan(0.03);
    expect(upperBound(30, 1000)).toBeLessThan(upperBound(3, 100));
    expect(upperBound(4, 4)).toBe(1);
    expect(upperBound(0, 0)).toBe(1);
  });
  it('has the published value for 1 of 10 (Clopper and Pearson 1934: .445)', () =>
    expect(upperBound(1, 10)).toBeCloseTo(0.445, 3));
});

describe('slices', () => {
  const facts = (script: string): PairFacts => ({
    ...{ script, nationality: 'ERI', sex: 'male', age: '18-34', evidence: 'marks', condition: 'fresh' },
    isExcluded: false,
  });
  const truth = ['a', 'b', 'c', 'd'].map((remains) => ({ remains, report: `of ${remains}` }));
  const ranked = [
    { remains: 'a', report: 'of a', rank: 1, posterior: 0.9 },
    { remains: 'b', report: 'x', rank: 1, posterior: 0.5 },
    { remains: 'b', report: 'of b', rank: 20, posterior: 0.1 },
    { remains: 'c', report: 'of c', rank: 5, posterior: 0.1 },
  ];
  const slices = evaluateSlices(ranked, truth, ({ remains }) => facts('ab'.includes(remains) ? 'Latin' : 'Arabic'), 1);

  it('judge each part by its own pairs', () => {
    const of = (value: string) => slices.find((slice) => slice.by === 'script' && slice.value === value);
    expect(of('Latin')).toMatchObject({ remains: 2, recallAt: { 1: 0.5, 10: 0.5, 50: 1 } });
    expect(of('Arabic')).toMatchObject({ remains: 2, recallAt: { 1: 0, 10: 0.5, 50: 0.5 } });
  });
  it('leave out what has too few pairs, and pairs of which nothing is known', () => {
    expect(evaluateSlices(ranked, truth, () => facts('Latin'), 5)).toEqual([]);
    expect(evaluateSlices(ranked, truth, () => null, 1)).toEqual([]);
  });
});
