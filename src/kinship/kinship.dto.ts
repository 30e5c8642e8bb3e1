import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { country, words } from '../description';
import { pageQuery } from '../platform';
import { bands } from './core/family/comparison';

const day = z.iso.date();
const checksum = z.string().regex(/^[0-9a-f]{64}$/);

export const sampleActs = ['sent', 'received', 'extracted', 'returned', 'stored'] as const;
export const qualities = ['good', 'weak', 'repeated'] as const;
export const lineages = ['autosomal', 'y', 'mitochondrial'] as const;

export class LaboratoryDto extends createZodDto(
  z.strictObject({ name: words(200), country, contact: z.string().trim().max(500).default('') }),
) {}
const laboratory = z.strictObject({
  ...{ id: z.uuid(), name: z.string(), country, contact: z.string(), version: z.number().int() },
});
export class LaboratoriesView extends createZodDto(z.strictObject({ items: z.array(laboratory) })) {}
export class LaboratoryView extends createZodDto(laboratory) {}

/** What a donor said yes to, alone, after the explanation that unexpected relationships may show. */
const donorConsent = z
  .strictObject({
    by: words(500),
    on: day,
    how: z.enum(['in_person', 'phone', 'writing']),
    textVersion: words(200),
    /** Asked without others of the family present. */
    askedAlone: z.literal(true),
    /** Told that before a signature all is deleted and destroyed on request, and that after one the profile stays sealed. */
    toldOfDeletion: z.literal(true),
    /** For a child: an independent guardian, the child's own yes, and why no adult's sample suffices. */
    child: z
      .strictObject({ guardian: words(500), assent: z.literal(true), whyNoAdult: words(1000) })
      .nullable()
      .default(null),
  })
  .nullable()
  .default(null);

export class SampleDto extends createZodDto(
  z
    .strictObject({
      remainsId: z.uuid().optional(),
      reportId: z.uuid().optional(),
      /** Label in the family's tree; left out for the missing person's own trace. */
      person: words(60).nullable().default(null),
      kind: words(60),
      label: words(100),
      collectedOn: day.nullable().default(null),
      laboratoryId: z.uuid().nullable().default(null),
      consent: donorConsent,
    })
    .refine(({ remainsId, reportId }) => (remainsId === undefined) !== (reportId === undefined), {
      error: 'kinship.one-subject',
    })
    .refine(({ person, reportId }) => person === null || reportId !== undefined, { error: 'kinship.one-subject' })
    .refine(({ person, consent }) => person === null || consent !== null, {
      path: ['consent'],
      error: 'kinship.donor-consent-needed',
    }),
) {}

export class SampleEventDto extends createZodDto(
  z.strictObject({ act: z.enum(sampleActs), on: day, holder: words(200) }),
) {}
export class SampleWithdrawalDto extends createZodDto(z.strictObject({ reason: words(500).optional() })) {}
export class DestructionDto extends createZodDto(z.strictObject({ on: day, by: words(200) })) {}
export class SamplesQuery extends createZodDto(
  z.strictObject({
    reportId: z.uuid().optional(),
    remainsId: z.uuid().optional(),
    /** Those whose destruction the laboratory has not confirmed yet. */
    waiting: z.enum(['destruction']).optional(),
  }),
) {}

const sampleView = z.strictObject({
  id: z.uuid(),
  remainsId: z.uuid().nullable(),
  reportId: z.uuid().nullable(),
  person: z.string().nullable(),
  kind: z.string(),
  label: z.string(),
  collectedOn: day.nullable(),
  laboratory: z.string().nullable(),
  laboratoryId: z.uuid().nullable(),
  isConsented: z.boolean(),
  withdrawnAt: z.string().nullable(),
  destructionAskedAt: z.string().nullable(),
  destroyedOn: day.nullable(),
  destroyedBy: z.string().nullable(),
  version: z.number().int(),
  events: z.array(
    z.strictObject({
      id: z.uuid(),
      act: z.enum(sampleActs),
      on: day,
      holder: z.string(),
      by: z.string(),
      at: z.string(),
    }),
  ),
});
export class SampleView extends createZodDto(sampleView) {}
export class SamplesView extends createZodDto(z.strictObject({ items: z.array(sampleView) })) {}

const allele = z.string().regex(/^([<>]?\d{1,3}(\.(\d|X))?|[XY]|[A-Z]?\d{1,5}(\.\d{1,2})?([A-Z]{1,4}|-)?)$/, {
  error: 'kinship.allele-not-understood',
});
const reading = z.strictObject({
  marker: words(40),
  alleles: z.array(allele).min(1).max(200),
  quality: z.enum(qualities).optional(),
});
export class ProfileDto extends createZodDto(
  z.strictObject({
    sampleId: z.uuid(),
    lineage: z.enum(lineages).default('autosomal'),
    laboratory: words(200).nullable().default(null),
    kit: words(100).nullable().default(null),
    analysedOn: day.nullable().default(null),
    markers: z.array(reading).min(1).max(200),
  }),
) {}
const profileView = z.strictObject({
  id: z.uuid(),
  person: z.string().nullable(),
  sampleId: z.uuid().nullable(),
  sample: z.string().nullable(),
  lineage: z.enum(lineages),
  laboratory: z.string().nullable(),
  kit: z.string().nullable(),
  analysedOn: z.string().nullable(),
  isReviewOnly: z.boolean(),
  /** Whether the donor's consent lets it be computed with now. */
  isUsed: z.boolean(),
  version: z.number().int(),
  markers: z.array(
    z.strictObject({ marker: z.string(), alleles: z.array(z.string()), quality: z.enum(qualities).optional() }),
  ),
});
export class ProfileView extends createZodDto(profileView) {}

const notice = z.strictObject({
  code: z.string(),
  person: z.string().optional(),
  marker: z.string().optional(),
  other: z.string().optional(),
});
const run = z.strictObject({
  id: z.uuid(),
  state: z.enum(['running', 'done', 'cancelled', 'refused']),
  reason: z.string().nullable(),
  progress: z.number(),
  compared: z.number().int(),
  found: z.number().int(),
  expectedSeconds: z.number().nullable(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
});
export class RunView extends createZodDto(run) {}

const resultItem = z.strictObject({
  id: z.uuid(),
  reportId: z.uuid(),
  reportReference: z.string(),
  remainsId: z.uuid(),
  remainsReference: z.string(),
  band: z.enum(bands),
  isClaimUnsupported: z.boolean(),
  /** Over the populations in use; null is a ratio of 0. */
  smallestLog10LR: z.number().nullable(),
  largestLog10LR: z.number().nullable(),
  markersCompared: z.number().int(),
  isCurrent: z.boolean(),
  isSealedForReview: z.boolean(),
  signatures: z.number().int(),
  concludedAt: z.string().nullable(),
  computedAt: z.string(),
  version: z.number().int(),
});
export class ResultsView extends createZodDto(
  z.strictObject({ items: z.array(resultItem), next: z.string().nullable() }),
) {}
export class ResultsQuery extends createZodDto(
  z.strictObject({ ...pageQuery, reportId: z.uuid().optional(), remainsId: z.uuid().optional() }),
) {}

export class FamilyDnaView extends createZodDto(
  z.strictObject({
    reportId: z.uuid(),
    reference: z.string(),
    reportVersion: z.number().int(),
    /** Why the family is not compared now; null where it is. */
    reason: z.string().nullable(),
    persons: z.array(
      z.strictObject({
        person: z.string(),
        father: z.string().nullable(),
        mother: z.string().nullable(),
        sex: z.enum(['female', 'male', 'other', 'unknown']),
        isMissingPerson: z.boolean(),
        relationship: z.string().nullable(),
        isTyped: z.boolean(),
        isConsenting: z.boolean(),
      }),
    ),
    profiles: z.array(profileView),
    samples: z.array(sampleView),
    notices: z.array(notice),
    runs: z.array(run),
  }),
) {}

export class FamiliesDnaView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        reportId: z.uuid(),
        reference: z.string(),
        profiles: z.number().int(),
        state: z.string(),
        reason: z.string().nullable(),
        results: z.number().int(),
        progress: z.number().nullable(),
        runId: z.uuid().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
) {}

export class ResultView extends createZodDto(
  z.strictObject({
    ...resultItem.shape,
    /** The missing person's label in the tree. */
    missing: z.string(),
    populations: z.array(
      z.strictObject({
        checksum,
        database: z.string(),
        population: z.string(),
        log10LR: z.number().nullable(),
        added: z.array(z.strictObject({ marker: z.string(), allele: z.string(), minimumFrequency: z.number() })),
        perMarker: z.array(
          z.strictObject({
            marker: z.string(),
            likH1: z.number(),
            likH2: z.number(),
            LR: z.number().nullable(),
          }),
        ),
      }),
    ),
    /** By marker: what was typed of each relative and of the remains. */
    genotypes: z.array(
      z.strictObject({
        marker: z.string(),
        remains: z.array(z.string()).nullable(),
        family: z.array(z.strictObject({ person: z.string(), alleles: z.array(z.string()) })),
        isInconsistent: z.boolean(),
      }),
    ),
    persons: z.array(
      z.strictObject({
        person: z.string(),
        father: z.string().nullable(),
        mother: z.string().nullable(),
        sex: z.enum(['female', 'male', 'unknown']),
      }),
    ),
    notices: z.array(notice),
    settingsId: z.string(),
    /** Every number the result rests on, with where it comes from. */
    settings: z.record(z.string(), z.unknown()),
    engine: z.string(),
    signed: z.array(
      z.strictObject({
        id: z.uuid(),
        by: z.string(),
        mandate: z.string(),
        conclusion: z.enum(bands),
        statement: z.string(),
        at: z.string(),
      }),
    ),
    mayBeSigned: z.boolean(),
  }),
) {}

export class RecomputationView extends createZodDto(
  z.strictObject({ isIdentical: z.boolean(), engine: z.string(), presentEngine: z.string() }),
) {}

export class ResultSignatureDto extends createZodDto(
  z.strictObject({ qualificationId: z.uuid(), conclusion: z.enum(bands), statement: words(8000) }),
) {}

export class BandsView extends createZodDto(
  z.strictObject({
    items: z.array(z.strictObject({ resultId: z.uuid(), band: z.enum(bands), concludedAt: z.string() })),
  }),
) {}

export class FrequenciesView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        checksum,
        name: z.string(),
        population: z.string(),
        source: z.string(),
        licence: z.string(),
        persons: z.number().int(),
        markers: z.array(z.string()),
        isShipped: z.boolean(),
        isInUse: z.boolean(),
        reason: z.string().nullable(),
        version: z.number().int(),
      }),
    ),
    /** What becomes of an allele that a database does not hold. */
    unseenAlleles: z.strictObject({ policy: z.string(), atLeast: z.number(), reason: z.string() }),
  }),
) {}
export class FrequencyUploadDto extends createZodDto(
  z.strictObject({
    name: words(200),
    population: words(100),
    source: words(500),
    licence: words(200),
    persons: z.number().int().min(1).max(10_000_000),
    /** CSV with the columns marker, allele, frequency. */
    csv: z.string().min(1).max(2_000_000),
  }),
) {}
export class FrequencyUploaded extends createZodDto(z.strictObject({ checksum })) {}
export class FrequencyUseDto extends createZodDto(z.strictObject({ isInUse: z.boolean(), reason: words(500) })) {}

export class DnaCoverageView extends createZodDto(
  z.strictObject({
    asOf: z.string(),
    families: z.number().int(),
    remains: z.number().int(),
    /** Pairs that may be compared by DNA, and those that may not, by reason. */
    pairs: z.number().int(),
    ineligible: z.record(z.string(), z.number().int()),
    holes: z.number().int(),
    /** Records that could not be computed, by reason; their pairs count as holes. */
    notComputed: z.record(z.string(), z.number().int()),
  }),
) {}
