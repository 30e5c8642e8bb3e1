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
  it('is not taken in by dependent evidence, which decoys show for what it is', () => {
    // Mean LRs spread log-normally: about e^(-s²/2) where nobody reported, e^(+s²/2) where somebody did, which is what calibrated ones do.
    // All of them are then three times what they should be.
    const spread = 2;
    const normal = (at: number): number => {
      const turn = (salt: number): number => (((at + 1) * salt) % 9973) / 9973;
      return Math.sqrt(-2 * Math.log(turn(2477) + 1e-6)) * Math.cos(2 * Math.PI * turn(6007));
    };
    const search = (at: number, isReported: boolean) => ({
      persons: 100,
      sumOfLr: 300 * Math.exp(spread * normal(at) + ((isReported ? 1 : -1) * spread ** 2) / 2),
    });
    const searches = Array.from({ length: 3000 }, (_, at) => search(at, at % 10 < 3));
    const decoys = Array.from({ length: 1500 }, (_, at) => ({ ...search(at + 5000, false), body: at, event: at + 1 }));
    expect(reportedShare(searches)).toBeGreaterThan(0.4);
    expect(Math.abs(reportedShare(searches, decoys) - 0.3)).toBeLessThan(0.05);
  });
  it('takes what a decoy finds again of its own two persons out of the sum', () => {
    const found = [{ id: 'own', log10Lr: 6 }];
    const searches = Array.from({ length: 100 }, () => ({ persons: 100, sumOfLr: 1e6 + 100, found }));
    const decoy = (own: boolean) => ({
      persons: 100,
      sumOfLr: (own ? 1e6 : 0) + 100,
      found: own ? found : [],
      body: 0,
      event: 1,
    });
    const with_ = reportedShare(
      searches,
      Array.from({ length: 50 }, () => decoy(true)),
    );
    const without = reportedShare(
      searches,
      Array.from({ length: 50 }, () => decoy(false)),
    );
    expect(with_).toBeCloseTo(without, 2);
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
