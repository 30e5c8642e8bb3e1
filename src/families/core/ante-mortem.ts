import { z } from 'zod';
import {
  ageRange,
  bloodGroup,
  build,
  country,
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

/**
 * What one family tells of the person it seeks (ante-mortem data). Everything may be missing: an absent field is
 * "not recorded", never "no". Why a field is empty, where the family said so, stands in `answers`.
 */
export const anteMortem = z.strictObject({
  givenNames: words().optional(),
  familyNames: words().optional(),
  /** Nicknames, aliases, other spellings, other scripts. */
  otherNames: wordList(50).optional(),
  fatherNames: words().optional(),
  motherNames: words().optional(),
  sex: sex.optional(),
  genderAsLived: words(100).optional(),
  birthDate: edtfDate.optional(),
  /** Years, when last in contact. */
  ageYears: ageRange.optional(),
  nationalities: z.array(country).max(10).optional(),
  originPlace: words(1000).optional(),
  languages: z.array(languageTag).max(20).optional(),
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
  phones: z.array(phone).max(30).optional(),
  bloodGroup: bloodGroup.optional(),
  medical: wordList().optional(),
  lastContactOn: edtfDate.optional(),
  lastContactPlace: place.optional(),
  /** A migration route, by the name the IOM Missing Migrants Project gives it. */
  route: words(200).optional(),
  intendedDestination: country.optional(),
  /** Reference in the incident register, where the family names the event. */
  incidentReference: words(100).optional(),
  travelledWith: wordList(100).optional(),
  minorUnaccompanied: z.boolean().optional(),
  /** Authorities that may have taken the person's fingerprints. */
  fingerprintsTakenBy: z
    .array(z.strictObject({ country, kind: words(60) }))
    .max(20)
    .optional(),
  /** Why a field is empty, where the family said why. Keys are field names of this record. */
  answers: z.record(z.string().max(40), z.enum(['not_known', 'rather_not_say', 'ask_again'])).optional(),
});
export type AnteMortem = z.infer<typeof anteMortem>;
