import { z } from 'zod';

/** Values that either side may give of a person. Lists are closed; "unknown" is left out here, since absence says it. */
export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export const builds = ['light', 'medium', 'heavy'] as const;
export const hairColours = ['blond', 'brown', 'black', 'red', 'grey', 'white'] as const;
export const eyeColours = ['blue', 'grey', 'green', 'brown', 'black'] as const;
export const bloodGroups = ['O-', 'O+', 'A-', 'A+', 'B-', 'B+', 'AB-', 'AB+', 'O', 'A', 'B', 'AB'] as const;

export const sex = z.enum(sexes);
export const build = z.enum(builds);
export const hairColour = z.enum(hairColours);
export const eyeColour = z.enum(eyeColours);
export const bloodGroup = z.enum(bloodGroups);
export type Sex = z.infer<typeof sex>;
export type Build = z.infer<typeof build>;
export type HairColour = z.infer<typeof hairColour>;
export type EyeColour = z.infer<typeof eyeColour>;
export type BloodGroup = z.infer<typeof bloodGroup>;

/** A name or a few words, in any script. */
export const words = (maximum = 500) => z.string().trim().min(1).max(maximum);
export const wordList = (maximumItems = 100) => z.array(words(1000)).max(maximumItems);
/** BCP-47, checked for its form only: `ti`, `fr`, `ar-SD`, `kmr-Latn`. */
export const languageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, {
  error: 'description.language-not-understood',
});

export const identityDocument = z.strictObject({ kind: words(60), number: words(80) });
export type IdentityDocument = z.infer<typeof identityDocument>;

/** A telephone number as written, and as E.164 where it parses. */
export const phone = z.strictObject({
  written: words(60),
  e164: z
    .string()
    .regex(/^\+[1-9][0-9]{5,14}$/)
    .nullable()
    .optional(),
});
export type Phone = z.infer<typeof phone>;
