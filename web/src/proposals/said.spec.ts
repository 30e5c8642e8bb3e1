import { anteMortemProfile, postMortemProfile } from '../../../src/matching/core/profile';
import { defaultSettings } from '../../../src/matching/core/settings';
import { weighPair } from '../../../src/matching/core/evidence';
import { saidOfComparison } from './said';

/** The engine's own texts, so that a change of its wording is seen here and not on a screen. */
const { parts } = weighPair(
  anteMortemProfile({
    ...{ sex: 'male', birthDate: '1998-04-11', heightCm: { from: 182, to: 186 }, hairColour: 'black' },
    ...{ lastContactOn: '2026-01-02', nationalities: ['SEN'], build: 'medium', eyeColour: 'brown' },
    ...{ lastContactPlace: { latitude: 14.42, longitude: -16.96 } },
  }),
  postMortemProfile({
    ...{ recoveredOn: '2026-01-20', daysSinceDeath: { from: 3, to: 10 }, ageYears: { from: 25, to: 32 } },
    ...{ heightCm: { from: 182, to: 185 }, originHints: ['SEN'], languages: ['wo'] },
    recoveryPlace: { latitude: 27.6, longitude: -18.1 },
  }),
  defaultSettings,
);
const text = (comparison: string, side: 'anteMortem' | 'postMortem') =>
  parts.find((part) => part.comparison === comparison)?.[side] ?? '';

describe('what a side says in a comparison', () => {
  it.each([
    ['sex', 'anteMortem', { key: 'sex.male', values: {} }],
    ['hair', 'anteMortem', { key: 'hair.black', values: {} }],
    ['age', 'anteMortem', { key: 'said.born', values: { year: 1998 } }],
    ['age', 'postMortem', { key: 'said.age', values: { years: 28.75 } }],
    ['stature', 'anteMortem', { key: 'said.height', values: { cm: 184 } }],
    ['stature', 'postMortem', { key: 'said.height', values: {} }],
    ['time', 'anteMortem', { span: 'contact', from: '2026-01-02', to: '2026-01-02' }],
    ['time', 'postMortem', { span: 'death', from: '2026-01-10', to: '2026-01-17' }],
    ['place', 'postMortem', { point: ['27.6', '-18.1'] }],
    ['origin', 'postMortem', { codes: ['SEN', 'wo'] }],
  ] as const)('%s, %s', (comparison, side, said) =>
    expect(saidOfComparison(comparison, text(comparison, side))).toMatchObject(said),
  );
  it('says by what the sex was judged', () =>
    expect(saidOfComparison('sex', 'male (external)')).toEqual({ sex: 'male', basis: 'external' }));
  it('leaves the words of people as they are', () => expect(saidOfComparison('names', 'Moussa Sanogo')).toBeNull());
});
