import { emptySetting, log10Of, told, found } from './example';
import { sex } from './sex';

describe('sex', () => {
  const female = emptySetting.population.sex.share('female');
  const { ante, dna } = emptySetting.settings.numbers.sex;

  it('is the closed form of two erring statements', () => {
    const joint = female * (1 - ante) * (1 - dna) + (1 - female) * ante * dna;
    const toldFemale = female * (1 - ante) + (1 - female) * ante;
    const seenFemale = female * (1 - dna) + (1 - female) * dna;
    expect(log10Of(sex, { sex: 'female' }, { sex: 'female', sexBasis: 'dna' })).toBeCloseTo(
      Math.log10(joint / (toldFemale * seenFemale)),
      10,
    );
  });

  it('weighs more where the rarer sex agrees', () =>
    expect(log10Of(sex, { sex: 'female' }, { sex: 'female' })).toBeGreaterThan(
      log10Of(sex, { sex: 'male' }, { sex: 'male' }),
    ));

  it('disagrees the more, the surer the method, and never excludes', () => {
    const by = (sexBasis: 'dna' | 'external' | 'skeletal') =>
      log10Of(sex, { sex: 'male' }, { sex: 'female', sexBasis });
    expect(by('dna')).toBeLessThan(by('external'));
    expect(by('external')).toBeLessThan(by('skeletal'));
    expect(by('dna')).toBeGreaterThanOrEqual(-3);
  });

  it('hardly counts from the bones of a child', () =>
    expect(
      Math.abs(log10Of(sex, { sex: 'male' }, { sex: 'female', sexBasis: 'skeletal', ageYears: { from: 5, to: 8 } })),
    ).toBeLessThan(0.4));

  it('is silent where either is unknown or neither', () => {
    expect(sex.anteMortem(told({ sex: 'unknown' }))).toBeNull();
    expect(sex.postMortem(found({ sex: 'other' }))).toBeNull();
  });
});
