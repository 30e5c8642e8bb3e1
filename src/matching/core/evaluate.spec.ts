import { evaluate } from './evaluate';

const candidate = (remains: string, report: string, rank: number, posterior: number) => ({
  remains,
  report,
  rank,
  posterior,
});

describe('evaluation', () => {
  const truth = ['a', 'b', 'c', 'd'].map((remains) => ({ remains, report: `of ${remains}` }));

  it('counts ranks by hand', () => {
    const result = evaluate(
      [
        candidate('a', 'of a', 1, 0.9),
        candidate('b', 'x', 1, 0.5),
        candidate('b', 'of b', 4, 0.1),
        candidate('c', 'of c', 20, 0.01),
      ],
      truth,
    );
    expect(result.recallAt).toEqual({ 1: 0.25, 10: 0.5, 50: 0.75 });
    expect(result.meanReciprocalRank).toBeCloseTo((1 + 1 / 4 + 1 / 20) / 4, 12);
    expect(result.logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.5) + Math.log(0.1) + Math.log(0.01)) / 4, 12);
  });

  it('finds stated probabilities right that are right as often as they say', () => {
    const ranked = Array.from({ length: 1000 }, (_, at) => candidate(`r${at}`, 'p', 1, 0.25));
    const result = evaluate(
      ranked,
      ranked.filter((_, at) => at % 4 === 0),
    );
    expect(result.expectedCalibrationError).toBeCloseTo(0, 12);
    expect(result.bins[2]).toMatchObject({ candidates: 1000, meanStated: 0.25, observed: 0.25 });
    expect(result.candidatesFrom01).toBe(1000);
  });

  it('measures how wrong they are', () => {
    const ranked = Array.from({ length: 100 }, (_, at) => candidate(`r${at}`, 'p', 1, 0.85));
    expect(evaluate(ranked, ranked.slice(0, 35)).expectedCalibrationError).toBeCloseTo(0.5, 12);
  });

  it('takes the best of two true reports, and answers for NaN and for nothing', () => {
    const two = [...truth.slice(0, 1), { remains: 'a', report: 'also of a' }];
    expect(evaluate([candidate('a', 'of a', 9, 0.2), candidate('a', 'also of a', 2, 0.3)], two)).toMatchObject({
      remains: 1,
      meanReciprocalRank: 0.5,
    });
    expect(Number.isFinite(evaluate([candidate('a', 'of a', 1, Number.NaN)], truth).logLoss)).toBe(true);
    expect(evaluate([], [])).toMatchObject({ remains: 0, candidates: 0, logLoss: 0, expectedCalibrationError: 0 });
  });
});
