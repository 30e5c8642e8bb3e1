import fc from 'fast-check';
import { weighPair } from './evidence';
import { arbitraryRemains, arbitraryReport } from '../../../test/matching/arbitrary-records';
import { ReportIndex } from './index/reports';
import { anteMortemProfile, postMortemProfile } from './profile';
import { defaultSettings } from './settings';
import { daySpanOf, dayOf } from './reading/days';
import { normalOfRange } from './reading/ranges';

describe('profiles', () => {
  it('know a day as a day, a month as its days, and "about" as wider', () => {
    expect(daySpanOf('2024-02-29')).toEqual({ earliest: dayOf('2024-02-29'), latest: dayOf('2024-02-29') });
    expect(daySpanOf('2024-02-30')).toBeNull();
    expect(daySpanOf('2023-02')).toEqual({ earliest: dayOf('2023-02-01'), latest: dayOf('2023-02-28') });
    const about = daySpanOf('2023-02~');
    expect(about?.earliest).toBeLessThan(dayOf('2023-02-01'));
    expect(daySpanOf('not a date')).toBeNull();
  });

  it('read a range as the middle 90 %', () => {
    expect(normalOfRange({ from: 160, to: 170 }, () => 2, 25)).toEqual({ mean: 165, sd: 10 / 3.29 });
    expect(normalOfRange({ from: null, to: null }, () => 2, 25)).toBeNull();
    expect(normalOfRange({ from: 170, to: 160 }, () => 2, 25)).toBeNull();
  });

  it('take the time of death from the condition where nobody estimated it, and say so', () => {
    const fresh = postMortemProfile({ recoveredOn: '2023-06-20', condition: ['fresh'] }).death;
    const bones = postMortemProfile({ recoveredOn: '2023-06-20', condition: ['skeletonised'] }).death;
    expect(fresh?.isEstimated).toBe(true);
    expect(fresh && bones && fresh.earliest > bones.earliest).toBe(true);
  });

  it('never put the last contact after the report, and doubt one that is wholly after it', () => {
    const early = anteMortemProfile({ lastContactOn: '2023' }, { registeredOn: '2023-06-01' }).contact;
    expect(early).toEqual({ earliest: dayOf('2023-01-01'), latest: dayOf('2023-06-01'), isCredible: true });
    expect(anteMortemProfile({ lastContactOn: '2024-01-01' }, { registeredOn: '2023-06-01' }).contact?.isCredible).toBe(
      false,
    );
  });
});

describe('bad input', () => {
  const bad = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 1e300];
  const range = fc.record({ from: fc.constantFrom(...bad, 10, 30, null), to: fc.constantFrom(...bad, 10, 30, null) });
  const text = fc.oneof(fc.string(), fc.constantFrom('x'.repeat(5000), '\u202eabc', '\ud800', 'ab ሰላም аб', ''));
  const arbitraryMess = fc.record({
    ...{
      ageYears: range,
      heightCm: range,
      weightKg: range,
      daysSinceDeath: range,
      givenNames: text,
      namesFound: fc.array(text),
      birthDate: text,
      lastContactOn: text,
    },
    ...{
      recoveredOn: text,
      clothing: fc.array(text),
      medical: fc.array(text),
      phones: fc.array(fc.record({ written: text })),
      incidentReference: text,
      route: text,
    },
    documents: fc.array(fc.record({ kind: text, number: text })),
    lastContactPlace: fc.record({
      latitude: fc.constantFrom(...bad, 30),
      longitude: fc.constantFrom(...bad, 30),
      accuracyKm: fc.constantFrom(...bad, 3),
    }),
    recoveryPlace: fc.record({ latitude: fc.constantFrom(...bad, 30), longitude: fc.constantFrom(...bad, 30) }),
  });

  it('never makes a weight that is not a number, and ranks nothing so', () => {
    fc.assert(
      fc.property(arbitraryMess, arbitraryReport, arbitraryRemains, (mess, report, remains) => {
        const am = anteMortemProfile({ ...report, ...mess } as never, { registeredOn: mess.recoveredOn });
        const pm = postMortemProfile({ ...remains, ...mess } as never);
        const evidence = weighPair(am, pm, defaultSettings);
        expect(Number.isFinite(evidence.log10Lr)).toBe(true);
        for (const part of evidence.parts) expect(Number.isFinite(part.log10Lr)).toBe(true);
        const index = new ReportIndex(defaultSettings);
        index.put({ id: 'r', version: 1, slice: 0, eligibilityClass: 0 }, am);
        const { found, sumOfLr } = index.search(pm, { k: 3 });
        for (const { log10Lr } of found)
          expect(Math.abs(log10Lr - weighPair(am, pm, defaultSettings, index.population).log10Lr)).toBeLessThan(1e-6);
        expect(Number.isFinite(sumOfLr)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('weighs two empty profiles as nothing, and a profile of one field by that field', () => {
    expect(weighPair(anteMortemProfile({}), postMortemProfile({}), defaultSettings).log10Lr).toBe(0);
    const evidence = weighPair(
      anteMortemProfile({ sex: 'female' }),
      postMortemProfile({ sex: 'female' }),
      defaultSettings,
    );
    expect(
      evidence.parts
        .filter(({ state }) => state === 'agrees' || state === 'disagrees')
        .map(({ comparison }) => comparison),
    ).toEqual(['sex']);
  });

  it('answers for 200 marks on both sides within reach of one pair', () => {
    const marks = Array.from({ length: 200 }, (_, at) => ({
      type: 'scar' as const,
      site: 'arm' as const,
      words: `number ${at}`,
    }));
    expect(
      Number.isFinite(weighPair(anteMortemProfile({ marks }), postMortemProfile({ marks }), defaultSettings).log10Lr),
    ).toBe(true);
  });
});
