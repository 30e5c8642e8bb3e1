import { anteMortem } from '../families/core/ante-mortem';
import { postMortem } from '../forensic-remains/core/post-mortem';
import { alignedNames, placesOfBoth, placesOfFamily, timeOfBoth, timeOfFamily } from './compared-files';
import { anteMortemProfile, postMortemProfile } from './core/profile';
import { daySpanOf } from './core/reading/days';

const am = anteMortem.parse({
  givenNames: 'Mohamed',
  familyNames: 'Haddad',
  fatherNames: 'Omar',
  lastContactOn: '2026-01-02',
  lastContactPlace: { name: 'Mbour', latitude: 14.42, longitude: -16.96, accuracyKm: 5, country: 'SEN' },
});
const pm = postMortem.parse({
  recoveredOn: '2026-01-20',
  daysSinceDeath: { from: 3, to: 10 },
  recoveryPlace: { name: 'off El Hierro', latitude: 27.63, longitude: -18.11, country: 'ESP' },
});

describe('the two files side by side', () => {
  it('set each word of a name beside its partner in another script, with its reading and whose name it is', () => {
    const [name] = alignedNames(am, ['محمد عمر']);
    expect(name!.words.slice(0, 2)).toMatchObject([
      { told: 'Mohamed', found: 'محمد', field: 'givenNames', relation: 'same sound' },
      { told: 'Omar', found: 'عمر', field: 'fatherNames', relation: 'same sound' },
    ]);
    expect(name!.words[0]!.foundReading).toMatch(/^m.?h.?m.?d$/);
    // What nobody found stays alone, and is not set beside anything.
    expect(name!.words.filter(({ relation }) => relation === 'alone').map(({ told }) => told)).toEqual(['Haddad']);
  });

  it('leave a name out that has no word of the report', () => {
    expect(alignedNames(anteMortem.parse({}), ['Moussa'])).toEqual([]);
    expect(alignedNames(am, [])).toEqual([]);
  });

  it('put contact, death and recovery on one line: death is the recovery less the days since', () => {
    const line = timeOfBoth(anteMortemProfile(am), postMortemProfile(pm), daySpanOf(pm.recoveredOn));
    expect(line).toEqual([
      { event: 'contact', from: '2026-01-02', to: '2026-01-02', isCoarse: false },
      { event: 'death', from: '2026-01-10', to: '2026-01-17', isCoarse: false },
      { event: 'recovery', from: '2026-01-20', to: '2026-01-20', isCoarse: false },
    ]);
  });

  it('give the family’s desk the month and the cell of the recovery, and no more', () => {
    const coarse = {
      recovered: { year: 2026, month: 2 },
      area: { country: 'ESP', latitude: 27.5, longitude: -18.2, sizeKm: 50 },
    };
    expect(timeOfFamily(anteMortemProfile(am), coarse)[1]).toEqual({
      ...{ event: 'recovery', from: '2026-02-01', to: '2026-02-28', isCoarse: true },
    });
    expect(timeOfFamily(anteMortemProfile(am), { recovered: { year: 2024, month: null } })[1]).toMatchObject({
      ...{ from: '2024-01-01', to: '2024-12-31' },
    });
    expect(placesOfFamily(am, coarse)[1]).toEqual({
      ...{ event: 'recovery', name: null, country: 'ESP', latitude: 27.5, longitude: -18.2, radiusKm: 25 },
      isCoarse: true,
    });
    expect(placesOfBoth(am, pm)[1]).toMatchObject({ name: 'off El Hierro', latitude: 27.63, isCoarse: false });
  });
});
