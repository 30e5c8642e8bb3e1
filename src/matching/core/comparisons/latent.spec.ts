import { confusion, latentWeight } from './latent';

describe('two statements about one true class', () => {
  const truth = [0.2, 0.5, 0.3];
  const neighbours = [[1], [0, 2], [1]];
  const told = (said: number) => (t: number) => confusion(said, t, 0.1, neighbours);
  const seen = (said: number) => (t: number) => confusion(said, t, 0.25, neighbours);

  it('states each class with chances that sum to 1', () => {
    for (const t of truth.keys())
      expect([0, 1, 2].reduce((sum, said) => sum + confusion(said, t, 0.25, neighbours), 0)).toBeCloseTo(1, 12);
  });

  it('averages to 1 over findings of random others, as a likelihood ratio must', () => {
    for (const a of truth.keys()) {
      const mean = [0, 1, 2].reduce((sum, p) => {
        const { same, other } = latentWeight(truth, told(a), seen(p), '');
        return sum + other * (same / other);
      }, 0);
      expect(mean).toBeCloseTo(1, 12);
    }
  });

  it('says nothing where one side is a coin toss', () => {
    const { same, other } = latentWeight(truth, () => 0.5, seen(1), '');
    expect(same / other).toBeCloseTo(1, 12);
  });

  it('is 1 / share where neither side errs', () => {
    const exact = (said: number) => (t: number) => (said === t ? 1 : 0);
    const { same, other } = latentWeight(truth, exact(0), exact(0), '');
    expect(same / other).toBeCloseTo(1 / 0.2, 12);
  });
});
