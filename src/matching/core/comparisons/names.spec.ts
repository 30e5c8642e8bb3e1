import { populationOf } from '../population';
import { defaultSettings } from '../settings';
import { log10Of, told } from './example';
import { names } from './names';

describe('names', () => {
  const found = (...namesFound: string[]) => ({ namesFound });

  it('agree in any order, and the more words the more', () => {
    const one = log10Of(names, { givenNames: 'Selam', familyNames: 'Tesfay' }, found('Selam'));
    const both = log10Of(names, { givenNames: 'Selam', familyNames: 'Tesfay' }, found('Tesfay Selam'));
    expect(one).toBeGreaterThan(1);
    expect(both).toBeGreaterThan(one);
    expect(both).toBeCloseTo(log10Of(names, { givenNames: 'Tesfay', familyNames: 'Selam' }, found('Selam Tesfay')), 9);
  });

  it.each([
    ['Gebre Medhin', 'Gebremedhin'],
    ['Gebremedhin', 'Gebre Medhin'],
    ['ገብረ መድህን', 'Gebremedhin'],
    ['Haile Mariam', 'HAILEMARIAM'],
    ['Nur al-Din', 'Nureddin'],
    ['Abd al-Rahman', 'Abdulrahman'],
  ])('agree whether a compound is written as one word or as two: %s, %s', (givenNames, written) => {
    const apart = log10Of(names, { givenNames, familyNames: 'Tesfay' }, found(`${written} Tesfay`));
    const single = log10Of(names, { familyNames: 'Tesfay' }, found('Tesfay'));
    expect(apart).toBeGreaterThan(single + 0.8);
  });

  it('agree where a compound lies across two fields', () => {
    const across = log10Of(names, { givenNames: 'Gebre', familyNames: 'Medhin' }, found('Gebremedhin'));
    expect(across).toBeGreaterThan(1);
    expect(log10Of(names, { givenNames: 'Gebre', familyNames: 'Medhin' }, found('Medhin Gebre'))).toBeGreaterThan(1);
  });

  it('count little where many reports hold the name', () => {
    const reports = [...Array(300).keys()].map((at) =>
      told({ givenNames: at < 90 ? 'Mohamed' : `Unusual${'bcdfgklmnprst'[at % 13]}o` }),
    );
    const setting = { settings: defaultSettings, population: populationOf(reports) };
    expect(log10Of(names, { givenNames: 'Mohamed' }, found('Mohamed'), setting)).toBeLessThan(0.5);
  });

  it("hardly disagree: the paper may be another's", () => {
    const value = log10Of(names, { givenNames: 'Selam' }, found('Pierre Dupont'));
    expect(value).toBeLessThan(-0.3);
    expect(value).toBeGreaterThan(-1);
  });

  it('count a father less than the person, and a companion still', () => {
    const own = log10Of(names, { givenNames: 'Kibrom' }, found('Kibrom'));
    const father = log10Of(names, { givenNames: 'Selam', fatherNames: 'Kibrom' }, found('Kibrom'));
    const companion = log10Of(names, { givenNames: 'Selam', travelledWith: ['Kibrom'] }, found('Kibrom'));
    expect(own).toBeGreaterThan(father);
    expect(father).toBeGreaterThan(0);
    expect(companion).toBeGreaterThan(0);
  });

  it('do not multiply one name written twice', () => {
    const once = log10Of(names, { givenNames: 'Kibrom' }, found('Kibrom'));
    expect(log10Of(names, { givenNames: 'Kibrom' }, found('Kibrom', 'Kibrom'))).toBeLessThan(1.31 * once);
  });

  it('answer for 5,000 characters, signs of direction and empty words', () => {
    expect(Number.isFinite(log10Of(names, { givenNames: 'Ab cde '.repeat(700) }, found('x'.repeat(999))))).toBe(true);
    expect(log10Of(names, { givenNames: '\u202bKibrom\u202c' }, found('Kibrom'))).toBeGreaterThan(1);
    expect(log10Of(names, { givenNames: '...' }, found('Kibrom'))).toBe(0);
  });
});
