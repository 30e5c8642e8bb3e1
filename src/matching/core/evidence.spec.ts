import { anteMortem } from '../../families/core/ante-mortem';
import { postMortem } from '../../forensic-remains/core/post-mortem';
import { found, told } from './comparisons/example';
import { comparisonNames } from './comparison';
import { comparisons, weighPair } from './evidence';
import { defaultSettings } from './settings';

const report = {
  ...{
    givenNames: 'Selam',
    familyNames: 'Tesfay',
    sex: 'female' as const,
    birthDate: '1998-05',
    heightCm: { from: 160, to: 165 },
  },
  ...{
    lastContactOn: '2023-06-10',
    lastContactPlace: { latitude: 32.9, longitude: 13.2 },
    route: 'Central Mediterranean',
  },
  ...{ phones: [{ written: '+218912345678' }], documents: [{ kind: 'passport', number: 'EP0123456' }] },
};
const remains = {
  ...{
    sex: 'female' as const,
    ageYears: { from: 20, to: 30 },
    heightCm: { from: 158, to: 166 },
    condition: ['decomposed' as const],
  },
  ...{
    recoveryPlace: { latitude: 33.5, longitude: 12.1 },
    daysSinceDeath: { from: 3, to: 10 },
    namesFound: ['Selam Tesfay'],
  },
  ...{
    phones: [{ written: '0912345678' }],
    documents: [{ kind: 'passport', number: 'EP0123456' }],
    eyeColour: 'brown' as const,
  },
};
const weighed = (am: object, pm: object) =>
  weighPair(told(anteMortem.parse(am)), found(postMortem.parse(pm)), defaultSettings);

describe('the evidence of a pair', () => {
  it('lists every comparison once, in order, each with its source', () => {
    expect(comparisons.map(({ name }) => name)).toEqual([...comparisonNames]);
    const { parts } = weighed(report, remains);
    expect(parts.map(({ comparison }) => comparison)).toEqual([...comparisonNames]);
    for (const part of parts) expect(part.source.length).toBeGreaterThan(10);
  });

  it('is the sum of its groups, and one object found counts once: name, phone and document together stay under the cap', () => {
    const evidence = weighed(report, remains);
    expect(evidence.log10Lr).toBeCloseTo(
      evidence.groups.reduce((sum, { log10Lr }) => sum + log10Lr, 0),
      12,
    );
    const object = evidence.groups.find(({ group }) => group === 'object');
    expect(object?.isCapped).toBe(true);
    expect(object?.log10Lr).toBe(6);
    expect(object?.sumLog10).toBeGreaterThan(10);
  });

  it('adds exactly 0 for what is missing on either side, and keeps the silences apart', () => {
    const evidence = weighed({}, {});
    expect(evidence.log10Lr).toBe(0);
    expect(evidence.exclusion).toBeNull();
    for (const part of evidence.parts)
      expect([part.state, part.log10Lr]).toEqual([part.comparison === 'eyes' ? 'not_examinable' : 'silent', 0]);
    expect(
      weighed({ eyeColour: 'brown' }, { condition: ['skeletonised'], eyeColour: 'brown' }).parts.find(
        ({ comparison }) => comparison === 'eyes',
      )?.state,
    ).toBe('not_examinable');
  });

  it('lets no single part fall below the floor, however many reasons it has', () => {
    const teeth = (code: 'mis' | 'sou') => [11, 12, 13, 14, 15, 16, 21, 22, 23].map((tooth) => ({ tooth, code }));
    expect(weighed({ teeth: teeth('mis') }, { teeth: teeth('sou') }).log10Lr).toBe(-3);
  });

  it('gives the likelihoods whose ratio is the weight', () => {
    for (const part of weighed(report, remains).parts)
      if (part.likelihoodIfSame !== null && part.likelihoodIfOther !== null && Math.abs(part.log10Lr) < 1.4)
        expect(Math.log10(part.likelihoodIfSame / part.likelihoodIfOther)).toBeCloseTo(part.log10Lr, 9);
  });

  it('keeps the weight of an excluded pair beside its reason', () => {
    const evidence = weighed({ ...report, lastContactOn: '2023-12-01' }, { ...remains, recoveredOn: '2022-06-20' });
    expect(evidence.exclusion).toMatchObject({ reason: 'died-before-last-contact' });
    expect(Number.isFinite(evidence.log10Lr)).toBe(true);
  });
});
