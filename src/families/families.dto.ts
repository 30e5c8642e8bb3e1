import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { country, dnaConsents, edtfDate, languageTag, sexes, words } from '../description';
import { pageQuery } from '../platform';
import { anteMortem } from './core/ante-mortem';
import { consentWays, institutions, isWithheldWord, purposes } from './core/consent';

export const reportStatuses = ['draft', 'registered', 'withdrawn'] as const;
export type ReportStatus = (typeof reportStatuses)[number];
export const sampleKinds = ['buccal_swab', 'blood', 'hair', 'personal_item', 'other'] as const;

const reference = words(100);
const instant = z.iso.datetime();
const day = z.iso.date();

/** Who asks, and how to reach them: never part of what is compared. */
export const enquirer = z.strictObject({
  name: words(500).optional(),
  relationship: words(200).optional(),
  phone: words(60).optional(),
  language: languageTag.optional(),
});
export type Enquirer = z.infer<typeof enquirer>;

const doNotShareWith = z.array(z.string().refine(isWithheldWord, { error: 'families.withheld-from-whom' })).max(300);

export const reportContent = {
  reference,
  registeredOn: edtfDate.optional(),
  anteMortem: anteMortem.default({}),
  enquirer: enquirer.default({}),
  doNotShareWith: doNotShareWith.default([]),
};

export class FamilyReportDto extends createZodDto(
  z.strictObject({
    ...reportContent,
    /** Kept while the family is still telling: not compared, and nobody is told. */
    draft: z.boolean().default(false),
    /** The desk that takes the report; the officer's own where it is left out. */
    contactPointId: z.uuid().optional(),
  }),
) {}

export class WithdrawalDto extends createZodDto(z.strictObject({ reason: words(500).optional() })) {}

export class ConsentDto extends createZodDto(
  z.strictObject({
    purpose: z.enum(purposes),
    state: country.optional(),
    institution: z.enum(institutions).optional(),
    /** Who gave it, when, how, and which version of the text was shown: without all four it is a claim. */
    by: words(500).optional(),
    on: day.optional(),
    how: z.enum(consentWays).optional(),
    textVersion: words(200).optional(),
    expiresOn: day.optional(),
  }),
) {}

export const relative = z.strictObject({
  person: words(60),
  father: words(60).nullable().default(null),
  mother: words(60).nullable().default(null),
  sex: z.enum(sexes).default('unknown'),
  isMissingPerson: z.boolean().default(false),
  name: words(500).nullable().default(null),
  relationship: words(200).nullable().default(null),
  /** Null where nobody knows. */
  isAlive: z.boolean().nullable().default(null),
  sampleLabel: words(100).nullable().default(null),
  sampleKind: z.enum(sampleKinds).nullable().default(null),
  consentDna: z.enum(dnaConsents).default('not_asked'),
});
export type Relative = z.infer<typeof relative>;

export class RelativesDto extends createZodDto(z.strictObject({ persons: z.array(relative).max(200) })) {}

export class ConsentView extends createZodDto(
  z.strictObject({
    id: z.uuid(),
    purpose: z.enum(purposes),
    state: z.string().nullable(),
    institution: z.enum(institutions).nullable(),
    by: z.string().nullable(),
    on: day.nullable(),
    how: z.enum(consentWays).nullable(),
    textVersion: z.string().nullable(),
    expiresOn: day.nullable(),
    /** Named without who, when, how and what was shown: waits for the desk to confirm it. */
    isClaim: z.boolean(),
    inEffect: z.boolean(),
    withdrawnAt: instant.nullable(),
    replacedBy: z.uuid().nullable(),
    recordedAt: instant,
  }),
) {}

export class RelativesView extends createZodDto(
  z.strictObject({
    persons: z.array(relative),
    /** Of the report, for its next change. */
    version: z.number().int(),
  }),
) {}

export class FamilyReportItem extends createZodDto(
  z.strictObject({
    id: z.uuid(),
    reference: z.string(),
    status: z.enum(reportStatuses),
    registeredOn: z.string().nullable(),
    sex: z.enum(sexes).nullable(),
    birthYearFrom: z.number().int().nullable(),
    birthYearTo: z.number().int().nullable(),
    country,
    contactPointId: z.uuid(),
    contactPointName: z.string(),
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
  }),
) {}

export class FamilyReportsView extends createZodDto(
  z.strictObject({ items: z.array(FamilyReportItem.schema), next: z.string().nullable() }),
) {}

export class FamilyReportView extends createZodDto(
  z.strictObject({
    ...FamilyReportItem.schema.shape,
    organisationId: z.uuid(),
    anteMortem,
    enquirer,
    doNotShareWith: z.array(z.string()),
    /** Why the family took it back, where it said so. */
    withdrawalReason: z.string().nullable(),
    /** Whether it is compared at present: registered, and a consent to search is in effect. */
    isOpen: z.boolean(),
    consents: z.array(ConsentView.schema),
    relatives: z.array(relative),
  }),
) {}

export class FamilyReportsQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    /** `true`: of the asker's own desk. */
    mine: z.enum(['true', 'false']).optional(),
    status: z.enum(reportStatuses).optional(),
    /** The beginning of a reference. */
    q: z.string().trim().max(100).optional(),
  }),
) {}

export class ReadingQuery extends createZodDto(
  z.strictObject({
    /** Why the file is opened, for the family to read in the trail. */
    purpose: words(200).default('the search for this person'),
  }),
) {}
