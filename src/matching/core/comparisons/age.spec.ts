import { log10Of, told } from './example';
import { age } from './age';

describe('age', () => {
  const years = (from: number, to = from) => ({ ageYears: { from, to } });
  const contact = { lastContactOn: '2023-06-01' };

  it('agrees within the range and falls with the distance, down to the gross error', () => {
    const at = [25, 30, 38, 60].map((stated) => log10Of(age, { ...years(stated), ...contact }, years(20, 30)));
    expect(at[0]).toBeGreaterThan(0.3);
    expect([...at].sort((a, b) => b - a)).toEqual(at);
    expect(at[3]).toBeCloseTo(Math.log10(0.03), 3);
  });

  it('lets the person grow older until death', () => {
    const report = { ...years(20), lastContactOn: '2013-06-01' };
    expect(log10Of(age, report, years(28, 33))).toBeGreaterThan(log10Of(age, report, years(18, 22)));
  });

  it('takes a round age and a first of January less literally', () => {
    const sd = (am: Parameters<typeof told>[0]) => told({ ...contact, ...am }).birth?.sdYears ?? 0;
    expect(sd(years(25))).toBeGreaterThan(sd(years(26)));
    expect(sd({ birthDate: '1998-01-01' })).toBeGreaterThan(sd({ birthDate: '1998-02-03' }));
  });

  it('is silent on a reversed or infinite range', () => {
    expect(told({ ...years(40, 20), ...contact }).birth).toBeNull();
    expect(told({ ...years(Number.NaN), ...contact }).birth).toBeNull();
    expect(told({ ...years(Number.POSITIVE_INFINITY), ...contact }).birth).toBeNull();
  });
});
