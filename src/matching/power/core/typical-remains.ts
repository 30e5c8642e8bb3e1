import type { PostMortem } from '../../../forensic-remains';

const lowerTeeth = [31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 47];
const chart = (lost: number): NonNullable<PostMortem['teeth']> =>
  lowerTeeth.map((tooth, at) => ({ tooth, code: at < lost ? 'mis' : at % 6 === 5 ? 'car' : 'sou' }));

/**
 * Examinations as they are usual on sea and land routes, from a fresh body to bones. They stand in where fewer remains are recorded than an
 * average could hide one among, and where there are none yet: what is worth asking a family then follows from what examiners usually can see.
 * Source: our own assumption, after the items recorded for unidentified dead in the published forensic work on the shipwrecks of 2013 to 2016.
 */
export const typicalRemains: readonly { readonly postMortem: PostMortem; readonly hasDna: boolean }[] = [
  {
    postMortem: {
      ...{ recoveredOn: '2025-06-01', condition: ['fresh'], completeness: 'whole', sex: 'male', sexBasis: 'external' },
      ...{ ageYears: { from: 20, to: 30 }, heightCm: { from: 170, to: 174 }, hairColour: 'black', eyeColour: 'brown' },
      ...{ build: 'medium', marks: [{ type: 'scar', site: 'knee' }], daysSinceDeath: { from: 1, to: 4 } },
    },
    hasDna: true,
  },
  {
    postMortem: {
      ...{ recoveredOn: '2025-06-01', condition: ['decomposed'], completeness: 'whole', sex: 'male' },
      ...{ sexBasis: 'internal', ageYears: { from: 20, to: 35 }, heightCm: { from: 168, to: 176 }, teeth: chart(0) },
      ...{ marks: [{ type: 'scar', site: 'forearm' }], daysSinceDeath: { from: 10, to: 40 } },
      ...{ phones: [{ written: '+390000000001', e164: '+390000000001' }] },
    },
    hasDna: true,
  },
  {
    postMortem: {
      ...{ recoveredOn: '2025-06-01', condition: ['decomposed'], completeness: 'whole', sex: 'female' },
      ...{
        sexBasis: 'internal',
        ageYears: { from: 18, to: 30 },
        heightCm: { from: 158, to: 165 },
        hairColour: 'black',
      },
      ...{ teeth: chart(1), daysSinceDeath: { from: 10, to: 60 } },
    },
    hasDna: true,
  },
  {
    postMortem: {
      ...{ recoveredOn: '2025-06-01', condition: ['skeletonised'], completeness: 'partial', sex: 'male' },
      ...{ sexBasis: 'skeletal', ageYears: { from: 20, to: 40 }, heightCm: { from: 165, to: 178 }, teeth: chart(2) },
      daysSinceDeath: { from: 120, to: 900 },
    },
    hasDna: true,
  },
  {
    postMortem: {
      ...{ recoveredOn: '2025-06-01', condition: ['decomposed'], completeness: 'whole', sex: 'male' },
      ...{ sexBasis: 'external', ageYears: { from: 25, to: 40 }, daysSinceDeath: { from: 5, to: 30 } },
    },
    hasDna: false,
  },
];
