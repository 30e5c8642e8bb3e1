import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { sexes, words } from '../description';
import { pageQuery } from '../platform';
import { correctedKinds } from './core/corrections';
import { postMortem } from './core/post-mortem';
import { disposals, remainsStatuses } from './core/status';
import { timelineKinds } from './core/timeline';

const day = z.iso.date();

/** Each part as the cemetery writes it; a grave in the desert may have only a number. */
export const gravePlace = z
  .strictObject({
    cemetery: words(300).nullable().default(null),
    plot: words(200).nullable().default(null),
    row: words(200).nullable().default(null),
    number: words(200).nullable().default(null),
    /** Day of the burial; null where it is not known. */
    from: day.nullable().default(null),
  })
  .refine(({ cemetery, plot, row, number }) => (cemetery ?? plot ?? row ?? number) !== null, {
    error: 'forensic-remains.grave-without-place',
  });
export type GravePlace = z.infer<typeof gravePlace>;

/** What a desk says of remains. A location or grave left out is not said, and stays; null says there is none. */
export const remainsContent = z.strictObject({
  reference: words(100),
  /** Unfinished: seen by its desk, compared with nothing. */
  draft: z.boolean().default(false),
  postMortem,
  /** Where the remains are now: mortuary and place. */
  location: words(1000).nullable().optional(),
  grave: gravePlace.nullable().optional(),
  /** For remains seen or known of but not recovered: who says so, and when to look again. */
  sighting: z.strictObject({ source: words(500), reviewOn: day }).optional(),
});
export class RemainsDto extends createZodDto(remainsContent) {}
export type RemainsContent = z.infer<typeof remainsContent>;

export class StatusChangeDto extends createZodDto(
  z.strictObject({
    to: z.enum(remainsStatuses),
    reason: words(1000),
    on: day,
    authorityReference: words(200).nullable().default(null),
    /** How, where they are buried. */
    disposal: z.enum(disposals).nullable().default(null),
    /** Already done by others; recorded as fact. */
    doneElsewhere: z.boolean().default(false),
  }),
) {}

export const examinationKinds = [
  ...(['external', 'internal', 'dental', 'fingerprints', 'dna'] as const),
  ...(['radiology', 'anthropology', 'effects', 'other'] as const),
] as const;
export const examinationStates = ['not_started', 'assigned', 'in_progress', 'done', 'not_possible'] as const;

export class ExaminationDto extends createZodDto(
  z
    .strictObject({
      kind: z.enum(examinationKinds),
      state: z.enum(examinationStates),
      on: day.nullable().default(null),
      /** Who examined, or to whom it is assigned. */
      by: words(200).nullable().default(null),
      findings: words(20_000).nullable().default(null),
      /** Why it is not possible. */
      why: words(1000).nullable().default(null),
    })
    .refine(({ state, why }) => state !== 'not_possible' || why !== null, {
      path: ['why'],
      error: 'forensic-remains.reason-needed',
    })
    .refine(({ state, on }) => state !== 'done' || on !== null, {
      path: ['on'],
      error: 'forensic-remains.day-needed',
    }),
) {}

export const sampleContent = z.strictObject({ kind: words(60), label: words(100) });
export class SampleDto extends createZodDto(
  z.strictObject({
    ...sampleContent.shape,
    takenOn: day.nullable().default(null),
    /** Where on the body. */
    site: words(200).nullable().default(null),
  }),
) {}

export class CustodyDto extends createZodDto(
  z.strictObject({
    /** null: nobody knows who held them. */
    from: words(300).nullable(),
    to: words(300),
    on: day,
    place: words(500).nullable().default(null),
    reason: words(1000).nullable().default(null),
    seal: words(100).nullable().default(null),
    /** Happened on paper before, outside Cairn; the only way to enter a gap. */
    enteredLater: z.boolean().default(false),
  }),
) {}

const correction = { corrects: z.uuid(), reason: words(1000) };
const sampleCorrection = z.strictObject({
  ...{ kind: z.literal('sample'), ...correction },
  replacement: z.strictObject({ id: z.uuid(), ...SampleDto.schema.shape }).nullable(),
});
const custodyCorrection = z.strictObject({
  ...{ kind: z.literal('custody'), ...correction },
  replacement: z.strictObject({ id: z.uuid(), ...CustodyDto.schema.shape }).nullable(),
});
/** Names what it corrects and why; `replacement` stands in its place, null where nothing does. */
const correctionOf = z.discriminatedUnion('kind', [sampleCorrection, custodyCorrection]);
export type CorrectionDto = z.infer<typeof correctionOf>;
// TypeScript lets no class extend a union; at run time the class carries the union's own schema and its name.
const correctionBase = createZodDto(correctionOf) as unknown as ReturnType<
  typeof createZodDto<typeof sampleCorrection>
>;
export class CorrectionBody extends correctionBase {}

const time = z.string();
const graveView = z.strictObject({ ...gravePlace.shape, to: day.nullable() });
const gap = z.strictObject({
  handoverId: z.uuid(),
  lastHolder: z.string().nullable(),
  since: day.nullable(),
  until: day,
});

export class WhereaboutsView extends createZodDto(
  z.strictObject({
    kind: z.enum(['grave', 'custody', 'location', 'place_of_recovery', 'not_recovered', 'unknown']),
    place: z.string().nullable(),
    grave: graveView.nullable(),
    holder: z.string().nullable(),
    since: day.nullable(),
    gaps: z.array(gap),
  }),
) {}

const listed = {
  id: z.uuid(),
  reference: z.string(),
  organisationId: z.uuid(),
  contactPointId: z.uuid(),
  contactPointCode: z.string(),
  country: z.string(),
  status: z.enum(remainsStatuses),
  draft: z.boolean(),
  reviewOn: day.nullable(),
  recoveredYear: z.number().int().nullable(),
  recoveredMonth: z.number().int().nullable(),
  sex: z.enum(sexes).nullable(),
  version: z.number().int(),
  recordedAt: time,
  changedAt: time,
};
export class RemainsListView extends createZodDto(
  z.strictObject({ items: z.array(z.strictObject(listed)), next: z.string().nullable() }),
) {}

export class RemainsView extends createZodDto(
  z.strictObject({
    ...listed,
    postMortem,
    /** Fields that the remains cannot show in their condition. */
    notExaminable: z.array(z.string()),
    location: z.string().nullable(),
    source: z.string().nullable(),
    grave: graveView.nullable(),
    graves: z.array(graveView),
    statusChanges: z.array(
      z.strictObject({
        id: z.uuid(),
        from: z.enum(remainsStatuses),
        to: z.enum(remainsStatuses),
        on: day,
        reason: z.string(),
        authorityReference: z.string().nullable(),
        disposal: z.enum(disposals).nullable(),
        doneElsewhere: z.boolean(),
        reversal: z.boolean(),
        by: z.string(),
        at: time,
      }),
    ),
    nextStatuses: z.array(z.enum(remainsStatuses)),
    missingEvidence: z.array(z.string()),
    examinations: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.enum(examinationKinds),
        state: z.enum(examinationStates),
        on: day.nullable(),
        by: z.string().nullable(),
        findings: z.string().nullable(),
        why: z.string().nullable(),
        version: z.number().int(),
        at: time,
      }),
    ),
    samples: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.string(),
        label: z.string(),
        takenOn: day.nullable(),
        site: z.string().nullable(),
        at: time,
      }),
    ),
    custody: z.array(
      z.strictObject({
        id: z.uuid(),
        from: z.string().nullable(),
        to: z.string(),
        on: day,
        place: z.string().nullable(),
        reason: z.string().nullable(),
        seal: z.string().nullable(),
        enteredLater: z.boolean(),
        enteredBy: z.string(),
        at: time,
      }),
    ),
    custodyGaps: z.array(gap),
    /** What was struck, and why; what stands in its place is among samples and custody. */
    corrections: z.array(
      z.strictObject({
        ...{ id: z.uuid(), kind: z.enum(correctedKinds), corrects: z.uuid(), replacedBy: z.uuid().nullable() },
        ...{ what: z.string(), on: day.nullable(), reason: z.string(), by: z.string(), at: time },
      }),
    ),
    whereabouts: WhereaboutsView.schema,
  }),
) {}

export class TimelineView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        /** A day or a time, ISO. */
        at: z.string(),
        kind: z.enum(timelineKinds),
        id: z.string().nullable(),
        what: z.string(),
        by: z.string().nullable(),
        /** Why the entry no longer stands; null where it does. */
        struckBecause: z.string().nullable(),
      }),
    ),
  }),
) {}

export class RemainsQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    /** Only those of one's own desk. */
    mine: z.stringbool().default(false),
    status: z.enum(remainsStatuses).optional(),
    /** Beginning of a reference. */
    q: z.string().trim().max(100).optional(),
  }),
) {}
export class WhereQuery extends createZodDto(z.strictObject({ on: day.optional() })) {}
