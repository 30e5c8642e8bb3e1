import fc from 'fast-check';
import { posteriorWithDna } from './with-dna';

const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const log10 = fc.double({ min: -30, max: 30, noNaN: true });

it('a ratio of 1 changes nothing, and a ratio of 0 leaves nothing', () => {
  fc.assert(
    fc.property(probability, (posterior) => {
      expect(posteriorWithDna({ posterior, log10LR: 0 })).toBeCloseTo(posterior, 12);
      expect(posteriorWithDna({ posterior, log10LR: null })).toBe(0);
    }),
  );
});

it('two ratios one after the other are their product at once', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (p, ratio) => {
        const twice = posteriorWithDna({
          posterior: posteriorWithDna({ posterior: p, log10LR: ratio }),
          log10LR: ratio,
        });
        expect(twice).toBeCloseTo(posteriorWithDna({ posterior: p, log10LR: 2 * ratio }), 9);
      },
    ),
  );
});

it('is a probability, and grows with the ratio', () => {
  fc.assert(
    fc.property(probability, log10, log10, (posterior, one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)].map((log10LR) =>
        posteriorWithDna({ posterior, log10LR }),
      ) as [number, number];
      expect(less).toBeGreaterThanOrEqual(0);
      expect(more).toBeLessThanOrEqual(1);
      expect(less).toBeLessThanOrEqual(more);
    }),
  );
});

it('agrees with the closed form', () => {
  expect(posteriorWithDna({ posterior: 0.001, log10LR: 6 })).toBeCloseTo(1000 / (1000 + 0.999), 12);
});
