import { Population, populationOf } from '../population';
import { defaultSettings } from '../settings';
import { emptySetting, found, log10Of, told } from './example';
import { deathWithin, time } from './time';

describe('time', () => {
  it('gives all deaths some day: the chance of death within a gap rises from 0 to 1', () => {
    expect(deathWithin(-5, emptySetting)).toBe(0);
    expect(deathWithin(14, emptySetting)).toBeGreaterThan(0.35);
    expect(deathWithin(4000, emptySetting)).toBeCloseTo(1, 6);
  });

  it('prefers the contact shortly before death, and penalises the one after it', () => {
    const body = { condition: ['fresh' as const], daysSinceDeath: { from: 1, to: 4 } };
    const at = ['2023-06-14', '2023-05-01', '2022-06-01', '2023-07-10'].map((lastContactOn) =>
      log10Of(time, { lastContactOn }, body),
    );
    expect([...at].sort((a, b) => b - a)).toEqual(at);
    expect(at[3]).toBeLessThan(-1);
  });

  it('averages to 1 over the open reports, as a likelihood ratio must', () => {
    const days = Array.from({ length: 400 }, (_, at) =>
      new Date(Date.UTC(2022, 6, 1) + at * 86_400_000).toISOString().slice(0, 10),
    );
    const reports = days.map((lastContactOn) => told({ lastContactOn }));
    const population: Population = populationOf(reports);
    const p = found({ daysSinceDeath: { from: 2, to: 10 } }).death;
    if (p === null) throw new Error('a body found has a time of death');
    const against = time.against(p, { settings: defaultSettings, population });
    const mean = reports.reduce((sum, { contact }) => {
      const weight = contact === null ? null : against(contact);
      return weight === null ? sum : sum + weight.same / weight.other / reports.length;
    }, 0);
    expect(mean).toBeGreaterThan(0.85);
    expect(mean).toBeLessThan(1.15);
  });

  it('reads a wide date as wide', () => {
    const body = { daysSinceDeath: { from: 1, to: 4 } };
    expect(log10Of(time, { lastContactOn: '2023' }, body)).toBeLessThan(
      log10Of(time, { lastContactOn: '2023-06' }, body),
    );
  });
});
