import { populationOf } from '../population';
import { isOneSlipApart } from '../reading/identifiers';
import { defaultSettings } from '../settings';
import { documents } from './documents';
import { log10Of, told } from './example';
import { incident } from './incident';
import { medical } from './medical';
import { origin } from './origin';
import { phones } from './phones';

describe('phones', () => {
  const held = { phones: [{ written: '0912 345 678', e164: '+218912345678' }] };

  it('agree however written: trunk zero, country code, Arabic digits', () => {
    // Among so many that nobody unreported matters.
    const population = populationOf([told(held)]);
    population.reports = 1e7;
    const setting = { settings: defaultSettings, population };
    for (const written of ['+218 91 234 5678', '00218912345678', '٠٩١٢٣٤٥٦٧٨'])
      expect(log10Of(phones, held, { phones: [{ written }] }, setting)).toBe(5.4);
  });

  it('agree less with one digit wrong, and hardly disagree', () => {
    expect(log10Of(phones, held, { phones: [{ written: '+218912345679' }] })).toBeCloseTo(Math.log10(0.03 / 0.0001), 6);
    expect(log10Of(phones, held, { phones: [{ written: '+33611111111' }] })).toBeGreaterThan(-0.2);
  });

  it('say less where few are reported: the unreported brother carries the same number', () => {
    const weightAmong = (reports: number) => {
      const population = populationOf(
        Array.from({ length: reports }, (_, at) => told(at === 0 ? held : { sex: 'male' })),
      );
      return log10Of(phones, held, { phones: held.phones }, { settings: defaultSettings, population });
    };
    expect(weightAmong(100)).toBeCloseTo(Math.log10(0.5 / (0.1 / 100 + 1e-6)), 9);
    expect(weightAmong(1000)).toBeGreaterThan(weightAmong(100) + 0.99);
  });

  it("weigh a number of forty reports by log N / 40: a smuggler's phone", () => {
    const population = populationOf(Array.from({ length: 1000 }, (_, at) => told(at < 41 ? held : { sex: 'male' })));
    const expected = Math.log10(0.5 / (40.1 / 1000 + 1e-6));
    expect(
      log10Of(phones, held, { phones: [{ written: '+218912345678' }] }, { settings: defaultSettings, population }),
    ).toBeCloseTo(expected, 9);
  });
});

describe('documents', () => {
  const paper = (number: string) => ({ documents: [{ kind: 'passport', number }] });

  it('agree in spite of blanks and letters that look like digits', () =>
    expect(log10Of(documents, paper('EP O12 3I4'), paper('ep0123 14'))).toBeGreaterThan(5));
  it('agree less one character apart, and disagree no more than papers of others are common', () => {
    expect(log10Of(documents, paper('EP012314'), paper('EP012341'))).toBeGreaterThan(2);
    expect(log10Of(documents, paper('EP012314'), paper('ZZ999999'))).toBeGreaterThan(Math.log10(0.15));
  });
  it.each([
    ['12345', '12354', true],
    ['12345', '1234', true],
    ['12345', '12945', true],
    ['12345', '12345', false],
    ['12345', '21354', false],
  ])('%s and %s: one slip is %s', (a, b, expected) => expect(isOneSlipApart(a, b)).toBe(expected));
});

describe('incident', () => {
  it('is the more telling, the fewer reports name it', () => {
    const one = log10Of(incident, { incidentReference: '2023.MMP1' }, { incidentReference: '2023.mmp1' });
    const population = populationOf(Array.from({ length: 400 }, () => told({ incidentReference: '2023.MMP1' })));
    expect(one).toBeGreaterThan(2);
    expect(
      log10Of(
        incident,
        { incidentReference: '2023.MMP1' },
        { incidentReference: '2023.MMP1' },
        { settings: defaultSettings, population },
      ),
    ).toBeLessThan(0.1);
    expect(log10Of(incident, { incidentReference: 'a' }, { incidentReference: 'b' })).toBeLessThan(-0.5);
  });
});

describe('origin', () => {
  it('hardly counts a country of transit, and forgives the neighbour', () => {
    const same = log10Of(origin, { nationalities: ['ERI'] }, { originHints: ['ERI'] });
    const neighbour = log10Of(origin, { nationalities: ['ERI'] }, { originHints: ['ETH'] });
    const other = log10Of(origin, { nationalities: ['ERI'] }, { originHints: ['BGD'] });
    expect(same).toBeGreaterThan(neighbour);
    expect(neighbour).toBeGreaterThan(other);
    expect(other).toBeGreaterThan(-1.5);
  });
  it('counts the best hint only', () =>
    expect(log10Of(origin, { nationalities: ['ERI'] }, { originHints: ['ERI', 'LBY'] })).toBeCloseTo(
      log10Of(origin, { nationalities: ['ERI'] }, { originHints: ['ERI'] }),
      12,
    ));
});

describe('medical findings', () => {
  it('agree in several languages, and absence never counts', () => {
    expect(
      log10Of(medical, { medical: ['fracture ancienne du tibia'] }, { medical: ['healed fracture, left tibia'] }),
    ).toBeGreaterThan(0.8);
    expect(log10Of(medical, { medical: ['diabetes'] }, { medical: ['old appendectomy'] })).toBe(0);
    expect(log10Of(medical, { medical: ['no pacemaker'] }, { medical: ['pacemaker'] })).toBe(0);
  });
  it('counts a fracture of another bone as nothing', () =>
    expect(log10Of(medical, { medical: ['fracture femur'] }, { medical: ['fracture rib'] })).toBe(0));
});
