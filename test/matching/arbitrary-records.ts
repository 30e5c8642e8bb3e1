import fc from 'fast-check';
import { bloodGroups, builds, dentalCodes, eyeColours, hairColours, markTypes } from '../../src/description';
import type { AnteMortem } from '../../src/families/core/ante-mortem';
import { type PostMortem, completenesses, conditions, sexBases } from '../../src/forensic-remains/core/post-mortem';

/**
 * For tests: records of both sides drawn from one small world, so that a random pair often shares a name, a number, a mark or a tooth and
 * every branch of every comparison is met.
 */
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const name = fc.constantFrom(
  'Mohamed',
  'Mohammed',
  'محمد',
  'Selam',
  'Selamawit',
  'Tesfay',
  'Tesfai',
  'ተስፋይ',
  'Ibrahim Musa',
  'Fatou Diallo',
  'Дмитрий',
  'Abdul Rahman',
  'J',
  'Ahmed',
);
const number = fc.constantFrom(
  '+218912345678',
  '0912345678',
  '0912345687',
  '091234568',
  '+33611223344',
  '+33611223345',
  '12',
);
const paper = fc.record({
  kind: fc.constantFrom('passport', 'id card', 'seaman book'),
  number: fc.constantFrom('EP012345', 'EPO12345', 'EP012354', 'EP12345', 'ZZ987', 'A1'),
});
const day = fc.constantFrom(
  '2023-05-01',
  '2023-06-10',
  '2023-06',
  '2023',
  '2022-11-20',
  '2023-12-24',
  '2023-06-01~',
  '../2023-06-11',
  '2021-03-03/2021-04-04',
);
const site = fc.constantFrom('arm', 'forearm', 'wrist', 'hand', 'knee', 'leg', 'face', 'chin', 'back');
const mark = fc.record(
  {
    type: fc.constantFrom(...markTypes),
    site,
    side: fc.constantFrom('left', 'right', 'both', 'middle'),
    words: fc.constantFrom('cross', 'letters ABD', 'bird 1998', 'abd'),
  },
  { requiredKeys: ['type', 'site'] },
);
const tooth = fc.record({
  tooth: fc.constantFrom(11, 12, 16, 21, 22, 26, 36, 37, 46, 47, 18, 55),
  code: fc.constantFrom(...dentalCodes),
});
const thing = fc.constantFrom(
  'black jacket',
  'veste noire',
  'blue jeans',
  'jacket',
  'red jacket',
  'silver ring "Amina"',
  'Casio watch',
  'bible',
  'shoes adidas',
  'ring',
);
const range = (low: number, high: number) =>
  fc
    .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: 0, max: 12 }), fc.constantFrom('both', 'from', 'to'))
    .map(([from, width, ends]) => ({
      from: ends === 'to' ? null : from,
      to: ends === 'from' ? null : from + width,
    }));
const where = fc.record(
  {
    latitude: fc.double({ min: 25, max: 45, noNaN: true }),
    longitude: fc.double({ min: -20, max: 30, noNaN: true }),
    accuracyKm: fc.constantFrom(1, 20, 300),
  },
  { requiredKeys: ['latitude', 'longitude'] },
);
const landOnly = fc.record({ country: fc.constantFrom('LBY', 'ITA', 'TUN', 'MEX') });
const country = fc.constantFrom('ERI', 'ETH', 'SDN', 'SYR', 'GMB', 'MEX');
const language = fc.constantFrom('ti', 'ar', 'fr', 'am', 'ar-SD');
const finding = fc.constantFrom(
  'fracture tibia',
  'old fracture',
  'diabetes',
  'pacemaker',
  'appendectomy',
  'no asthma',
  'pregnant',
);

const shared = {
  sex: maybe(fc.constantFrom('female', 'male', 'unknown')),
  heightCm: maybe(range(120, 200)),
  weightKg: maybe(range(30, 110)),
  build: maybe(fc.constantFrom(...builds)),
  hairColour: maybe(fc.constantFrom(...hairColours)),
  eyeColour: maybe(fc.constantFrom(...eyeColours)),
  bloodGroup: maybe(fc.constantFrom(...bloodGroups)),
  ageYears: maybe(range(0, 80)),
  marks: maybe(fc.array(mark, { maxLength: 5 })),
  teeth: maybe(fc.array(tooth, { maxLength: 12 })),
  clothing: maybe(fc.array(thing, { maxLength: 4 })),
  belongings: maybe(fc.array(thing, { maxLength: 4 })),
  documents: maybe(fc.array(paper, { maxLength: 2 })),
  phones: maybe(fc.array(fc.record({ written: number }), { maxLength: 3 })),
  languages: maybe(fc.array(language, { maxLength: 2 })),
  medical: maybe(fc.array(finding, { maxLength: 3 })),
  incidentReference: maybe(fc.constantFrom('2023.MMP1', '2023.MMP2')),
};

const defined = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

export const arbitraryReport: fc.Arbitrary<AnteMortem> = fc
  .record({
    ...shared,
    givenNames: maybe(name),
    familyNames: maybe(name),
    otherNames: maybe(fc.array(name, { maxLength: 2 })),
    fatherNames: maybe(name),
    travelledWith: maybe(fc.array(name, { maxLength: 2 })),
    birthDate: maybe(fc.constantFrom('1998-05-05', '1998-01-01', '1990', '2015-07', '19XX')),
    nationalities: maybe(fc.array(country, { maxLength: 2 })),
    lastContactOn: maybe(day),
    lastContactPlace: maybe(fc.oneof(where, landOnly)),
    route: maybe(
      fc.constantFrom('Central Mediterranean', 'central mediterranean', 'Western Mediterranean', 'A road unknown'),
    ),
  })
  .map((record) => defined(record) as AnteMortem);

export const arbitraryRemains: fc.Arbitrary<PostMortem> = fc
  .record({
    ...shared,
    sexBasis: maybe(fc.constantFrom(...sexBases)),
    recoveredOn: maybe(day),
    recoveryPlace: maybe(fc.oneof(where, landOnly)),
    completeness: maybe(fc.constantFrom(...completenesses)),
    condition: maybe(fc.array(fc.constantFrom(...conditions), { maxLength: 2 })),
    daysSinceDeath: maybe(range(0, 300)),
    namesFound: maybe(fc.array(name, { maxLength: 3 })),
    originHints: maybe(fc.array(country, { maxLength: 2 })),
    pregnancy: maybe(fc.boolean()),
  })
  .map((record) => defined(record) as PostMortem);
