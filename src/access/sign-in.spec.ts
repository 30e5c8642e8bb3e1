import { secondsToWait } from './sign-in';

describe('the wait after failed sign-ins', () => {
  const failures = Array.from({ length: 200 }, (_, n) => n);

  it('is none below five', () => {
    expect(failures.slice(0, 5).map(secondsToWait)).toEqual([0, 0, 0, 0, 0]);
  });

  it('doubles from two seconds on', () => {
    expect([5, 6, 7, 8, 9, 10].map(secondsToWait)).toEqual([2, 4, 8, 16, 32, 64]);
  });

  it('never gets shorter with one more failure', () => {
    for (const n of failures) expect(secondsToWait(n + 1)).toBeGreaterThanOrEqual(secondsToWait(n));
  });

  it('is never more than a quarter of an hour, so that nobody is locked out for good', () => {
    expect(Math.max(...failures.map(secondsToWait), secondsToWait(1_000_000))).toBe(900);
  });

  it('leaves a guesser a hundred tries a day', () => {
    const day = 24 * 3600;
    let [tries, spent] = [0, 0];
    while (spent < day) spent += secondsToWait(++tries);
    expect(tries).toBeLessThan(115);
  });
});
