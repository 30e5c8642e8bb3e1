import { z } from 'zod';
import {
  ageRange,
  bloodGroup,
  build,
  country,
  daysRange,
  edtfDate,
  eyeColour,
  hairColour,
  heightRange,
  identityDocument,
  languageTag,
  marks,
  phone,
  place,
  sex,
  teeth,
  weightRange,
  wordList,
  words,
} from '../../description';

export const recoveredFrom = [
  ...(['sea', 'shore', 'river', 'desert', 'vessel', 'vehicle', 'building', 'road', 'hospital'] as const),
  ...(['detention', 'grave', 'other'] as const),
] as const;
export const completenesses = ['whole', 'partial', 'body_part', 'fragments'] as const;
export const conditions = ['fresh', 'decomposed', 'mummified', 'saponified', 'skeletonised', 'burned'] as const;
export const sexBases = ['external', 'internal', 'skeletal', 'dna'] as const;
export const fingerprintStates = ['taken', 'unobtainable', 'not_attempted'] as const;

/** Why an examiner recorded no value: four different answers, none of them "no". */
export const examinationAnswers = ['not_examined', 'not_examinable', 'not_available'] as const;

/** What a forensic team found and examined (post-mortem data). Everything may be missing; absence is never "no". */
export const postMortem = z.strictObject({
  recoveredOn: edtfDate.optional(),
  recoveryPlace: place.optional(),
  recoveredFrom: z.enum(recoveredFrom).optional(),
  completeness: z.enum(completenesses).optional(),
  condition: z.array(z.enum(conditions)).max(6).optional(),
  daysSinceDeath: daysRange.optional(),
  sex: sex.optional(),
  sexBasis: z.enum(sexBases).optional(),
  /** Years at death. */
  ageYears: ageRange.optional(),
  /** Method, in words: `dental development`, `pubic symphysis`. */
  ageBasis: words(200).optional(),
  heightCm: heightRange.optional(),
  weightKg: weightRange.optional(),
  build: build.optional(),
  hairColour: hairColour.optional(),
  eyeColour: eyeColour.optional(),
  marks: marks.optional(),
  teeth: teeth.optional(),
  clothing: wordList().optional(),
  belongings: wordList().optional(),
  documents: z.array(identityDocument).max(30).optional(),
  /** Names on papers, phones, jewellery, tattoos. */
  namesFound: wordList(50).optional(),
  phones: z.array(phone).max(30).optional(),
  /** Of papers and messages found. */
  languages: z.array(languageTag).max(20).optional(),
  /** Countries that a SIM card, currency or label points to. */
  originHints: z.array(country).max(20).optional(),
  bloodGroup: bloodGroup.optional(),
  medical: wordList().optional(),
  incidentReference: words(100).optional(),
  causeOfDeath: words(1000).optional(),
  mannerOfDeath: words(200).optional(),
  fingerprints: z.enum(fingerprintStates).optional(),
  pregnancy: z.boolean().optional(),
  /** References of remains found together: mother and child, parts. */
  associatedWith: wordList(50).optional(),
  /** Why a field is empty. Keys are field names of this record. */
  answers: z.record(z.string().max(40), z.enum(examinationAnswers)).optional(),
});
export type PostMortem = z.infer<typeof postMortem>;
