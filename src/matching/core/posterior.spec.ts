import fc from 'fast-check';
import { gradeOf, posterior, posteriorOfNobody, randomReportsReaching, reportedShare, statedPrior } from './posterior';

const prior = statedPrior(1000, 0.6, 'eligible open persons');

describe('the posterior', () => {
  it('with nobody, sums to 1 over all eligible persons', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -6, max: 9, noNaN: true }), { minLength: 1, maxLength: 50 }), (weights) => {
        const sum = weights.reduce((total, weight) => total + 10 ** weight, 0);
        const of = statedPrior(weights.length, 0.6, '');
        const total = weights.reduce((all, weight) => all + posterior(weight, 1, sum, of), posteriorOfNobody(sum, of));
        expect(total).toBeCloseTo(1, 9);
      }),
    );
  });

  it('is the closed form, and the prior where the evidence says nothing', () => {
    expect(posterior(0, 1, 1000, prior)).toBeCloseTo(0.6 / 1000, 12);
    expect(posterior(4, 1, 1e4 + 999, prior)).toBeCloseTo((0.0006 * 1e4) / (0.4 + 0.0006 * (1e4 + 999)), 12);
  });

  it('does not make a lone weak candidate look good', () =>
    expect(posterior(0.5, 1, 10 ** 0.5, statedPrior(1, 0.6, ''))).toBeLessThan(0.85));

  it('splits the prior of one person between linked reports', () => {
    const sum = 0.5 * 1e4 + 0.5 * 1e2 + 998;
    expect(posterior(4, 0.5, sum, prior) + posterior(2, 0.5, sum, prior)).toBeLessThan(
      posterior(4, 1, 1e4 + 998, prior),
    );
  });

  it.each([
    [Number.NaN, 1, 10],
    [2, 0, 10],
    [2, 1, Number.NaN],
  ])('is 0, never NaN, for %p, %p, %p', (log10, share, sum) => expect(posterior(log10, share, sum, prior)).toBe(0));
  it('stays a probability at any size', () => {
    expect(posterior(Number.POSITIVE_INFINITY, 1, Number.POSITIVE_INFINITY, prior)).toBeLessThanOrEqual(1);
    expect(posterior(500, 1, 1e79, prior)).toBeCloseTo(1, 6);
    expect(posterior(3, 1, 1000, statedPrior(Number.NaN, Number.NaN, ''))).toBe(0);
  });
});

describe('the share of the found who were reported', () => {
  it('is recovered from searches made with a known share', () => {
    // A search of somebody reported has a mean LR far above 1, of a stranger far below.
    const searches = Array.from({ length: 2000 }, (_, at) => ({ persons: 100, sumOfLr: at % 10 < 3 ? 1e6 : 2 }));
    expect(reportedShare(searches)).toBeCloseTo(0.3, 1);
  });
  it('is a half where nothing was searched', () => expect(reportedShare([])).toBeCloseTo(0.5, 6));
});

it('grades the evidence, or says that it cannot tell', () => {
  expect([-2, 0.4, 1.5, 3, 5, 7].map((weight) => gradeOf(weight, 6))).toEqual([
    'against',
    'cannot-tell',
    'weak',
    'moderate',
    'strong',
    'very-strong',
  ]);
  expect(gradeOf(7, 2)).toBe('cannot-tell');
  expect(gradeOf(Number.NaN, 9)).toBe('cannot-tell');
});

it('bounds the random reports that would reach a weight', () => {
  expect(randomReportsReaching(3, 20_000)).toBeCloseTo(20, 9);
  expect(randomReportsReaching(-2, 20_000)).toBe(20_000);
});
