import { expectedSum, grownSum, MOST_GROWTH } from './grown-sum';
import { posterior, statedPrior } from './posterior';

describe('a sum of likelihood ratios, grown with the register', () => {
  it('is what was found while nothing came', () => {
    expect(grownSum({ sumOfLr: 12, persons: 10, residents: 11 }, 11, 500)).toEqual({ sumOfLr: 12, persons: 10 });
  });

  it('grows in proportion, and by the report asked about', () => {
    expect(grownSum({ sumOfLr: 12, persons: 10, residents: 10 }, 20, null)).toEqual({ sumOfLr: 24, persons: 20 });
    expect(grownSum({ sumOfLr: 12, persons: 10, residents: 10 }, 20, 500)).toEqual({ sumOfLr: 524, persons: 20 });
  });

  it('is not known of remains never searched, nor after the register became another', () => {
    expect(grownSum(undefined, 1, 1)).toBeNull();
    expect(grownSum({ sumOfLr: 0, persons: 0, residents: 0 }, 1, 1)).toBeNull();
    expect(grownSum({ sumOfLr: 9, persons: 9, residents: 10 }, 10 * MOST_GROWTH + 1, 1)).toBeNull();
  });

  it('keeps the posterior of an average stranger where the prior is, however large the register', () => {
    const then = { sumOfLr: 100, persons: 100, residents: 100 };
    for (const residents of [100, 150, 250, 400]) {
      const { sumOfLr, persons } = grownSum(then, residents, 1)!;
      // Mean ratio 1: the evidence says nothing, so each keeps a share of the half that was reported.
      expect(posterior(0, 1, sumOfLr, statedPrior(persons, 0.5, ''))).toBeCloseTo(0.5 / residents, 4);
    }
  });

  it('is expected, before anybody took it, to leave an average stranger where the prior is', () => {
    const { sumOfLr, persons } = expectedSum(1000, 0);
    expect(posterior(0, 1, sumOfLr, statedPrior(persons, 0.5, ''))).toBeCloseTo(0.5 / 1000, 9);
  });
});
