import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { country, marks, teeth, words } from '../description';
import { pageQuery } from '../platform';
import { proposalStates, stages } from './core/proposal-state';

const person = z.strictObject({ id: z.uuid(), name: z.string() });
const range = z.strictObject({ from: z.number().nullable(), to: z.number().nullable() });

const part = z.strictObject({
  comparison: z.string(),
  group: z.string(),
  state: z.enum(['agrees', 'disagrees', 'silent', 'not_examinable']),
  level: z.string().nullable(),
  log10Lr: z.number(),
  likelihoodIfSame: z.number().nullable(),
  likelihoodIfOther: z.number().nullable(),
  source: z.string(),
});
/** With what each side says: from S5a on between the named specialists, or where one organisation holds both. */
const openPart = part.extend({ anteMortem: z.string().nullable(), postMortem: z.string().nullable() });

const evidenceOf = <P extends z.ZodType>(one: P) =>
  z.strictObject({
    log10Lr: z.number(),
    posterior: z.number(),
    prior: z.strictObject({ persons: z.number(), reported: z.number(), source: z.string() }),
    grade: z.string(),
    /** How many random reports would reach this likelihood ratio. */
    expectedRandom: z.number(),
    parts: z.array(one),
    groups: z.array(
      z.strictObject({ group: z.string(), sumLog10: z.number(), log10Lr: z.number(), isCapped: z.boolean() }),
    ),
    settingsId: z.string(),
    computedAt: z.string(),
  });

const coarseFeatures = z.strictObject({
  sex: z.string().nullable(),
  ageYears: range.nullable(),
  heightCm: range.nullable(),
  recovered: z.strictObject({ year: z.number().nullable(), month: z.number().nullable() }),
  area: z
    .strictObject({
      country: z.string().nullable(),
      latitude: z.number().nullable(),
      longitude: z.number().nullable(),
      sizeKm: z.number(),
    })
    .nullable(),
  marks: z.array(z.strictObject({ type: z.string(), region: z.string() })),
  marksWithheld: z.number().int(),
  clothing: z.array(z.string()),
  languages: z.array(z.string()),
  originHints: z.array(z.string()),
  available: z.strictObject({ dental: z.boolean(), dna: z.boolean(), fingerprints: z.boolean() }),
});

/** An event on one line of time, and a place on the map; coarse where this reader may not know it more precisely. */
const timed = z.strictObject({
  event: z.enum(['contact', 'death', 'recovery']),
  from: z.iso.date(),
  to: z.iso.date(),
  isCoarse: z.boolean(),
});
const mapped = z.strictObject({
  event: z.enum(['contact', 'recovery']),
  name: z.string().nullable(),
  country: country.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  radiusKm: z.number().nullable(),
  isCoarse: z.boolean(),
});
const nameFields = ['givenNames', 'familyNames', 'otherNames', 'fatherNames', 'motherNames'] as const;
const relations = ['same letters', 'same sound', 'known form', 'initial', 'different', 'alone'] as const;
const alignedName = z.strictObject({
  told: z.string(),
  found: z.string(),
  words: z.array(
    z.strictObject({
      told: z.string().nullable(),
      toldReading: z.string().nullable(),
      field: z.enum(nameFields).nullable(),
      found: z.string().nullable(),
      foundReading: z.string().nullable(),
      relation: z.enum(relations),
    }),
  ),
});
/** What the drawings set side by side: open from S5a on to those who see both files. */
const overlaid = {
  names: z.array(alignedName),
  teeth: z.strictObject({ anteMortem: teeth, postMortem: teeth }),
  marks: z.strictObject({ anteMortem: marks, postMortem: marks }),
};
/** When and where, as precisely as this side may know it; the route is the family's own word. */
const whenAndWhere = { timeline: z.array(timed), places: z.array(mapped), route: z.string().nullable() };

const acts = [
  'review',
  'ask',
  'name_specialist',
  'need_information',
  'set_aside',
  'release',
  'identify',
  'wait',
] as const;
export type NextAct = (typeof acts)[number];

const common = {
  id: z.uuid(),
  stage: z.enum(stages),
  state: z.enum(proposalStates),
  version: z.number().int(),
  proposedOn: z.iso.date(),
  changedOn: z.iso.date(),
  next: z.array(z.enum(acts)),
};

/** The family's desk: its own case, coarse features of the remains, the evidence without values. */
export const familyView = z.strictObject({
  side: z.literal('family'),
  ...common,
  case: z.strictObject({ id: z.uuid(), reference: z.string(), name: z.string().nullable() }),
  remains: coarseFeatures,
  remainsCountry: country,
  evidence: evidenceOf(part),
  ...whenAndWhere,
  askedOn: z.iso.date().nullable(),
  specialists: z.strictObject({ family: person.nullable(), remains: person.nullable() }),
});

/** The remains' side from S2 on: its own record, which classes agree, who asks; no score and nothing of the family. */
export const remainsView = z.strictObject({
  side: z.literal('remains'),
  ...common,
  remains: z.strictObject({ id: z.uuid(), reference: z.string() }),
  agreeing: z.array(z.string()),
  askedOn: z.iso.date(),
  askedBy: z.strictObject({ contactPoint: z.string(), country }),
  specialists: z.strictObject({ family: z.boolean(), remains: person.nullable() }),
});

/** Both files side by side: the two named specialists from S5a on, or one organisation that lawfully holds both. */
export const comparisonView = z.strictObject({
  side: z.literal('both'),
  ...common,
  case: z.strictObject({ id: z.uuid(), reference: z.string(), name: z.string().nullable() }),
  remains: z.strictObject({ id: z.uuid(), reference: z.string() }),
  evidence: evidenceOf(openPart),
  ...whenAndWhere,
  ...overlaid,
  specialists: z.strictObject({ family: person.nullable(), remains: person.nullable() }),
});

export type FamilyProposalView = z.infer<typeof familyView>;
export type RemainsProposalView = z.infer<typeof remainsView>;
export type ComparisonProposalView = z.infer<typeof comparisonView>;
export type ProposalView = FamilyProposalView | RemainsProposalView | ComparisonProposalView;

/** One of three shapes, told apart by `side`; see docs on disclosure for the fields of each stage. */
const proposalView = z.discriminatedUnion('side', [familyView, remainsView, comparisonView]);
// TypeScript lets no class extend a union; at run time the class carries the union's own schema and its name.
const unionBase = createZodDto(proposalView) as unknown as ReturnType<typeof createZodDto<typeof familyView>>;
export class ProposalViewDto extends unionBase {}

export class ProposalsView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        side: z.enum(['family', 'remains', 'both']),
        stage: z.enum(stages),
        state: z.enum(proposalStates),
        /** The reader's own reference: of the case, or of the remains. */
        reference: z.string(),
        name: z.string().nullable(),
        /** Verbal grade of the evidence and what it rests on; null on the remains' side, which sees no score. */
        grade: z.string().nullable(),
        agreeing: z.array(z.string()),
        changedOn: z.iso.date(),
        ageDays: z.number().int(),
        waitsFor: z.enum(['you', 'others', 'nobody']),
        version: z.number().int(),
      }),
    ),
    next: z.string().nullable(),
  }),
) {}

/** The candidates of one case, strongest first: what each rests on, in classes; for the family's own desk. */
export class CandidatesView extends createZodDto(
  z.strictObject({
    coverage: z.strictObject({ comparedWith: z.number().int(), asOf: z.string().nullable(), holes: z.number().int() }),
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        stage: z.enum(stages),
        state: z.enum(proposalStates),
        grade: z.string(),
        log10Lr: z.number(),
        expectedRandom: z.number(),
        agreeing: z.array(z.string()),
        disagreeing: z.array(z.string()),
        silent: z.array(z.string()),
        notExaminable: z.array(z.string()),
        remains: z.strictObject({
          country,
          sex: z.string().nullable(),
          recovered: z.strictObject({ year: z.number().nullable(), month: z.number().nullable() }),
        }),
        changedOn: z.iso.date(),
      }),
    ),
  }),
) {}

export class ProposalsQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    state: z.enum(proposalStates).optional(),
    caseId: z.uuid().optional(),
    remainsId: z.uuid().optional(),
    waiting: z.enum(['me']).optional(),
  }),
) {}

export class InterestDto extends createZodDto(
  z.strictObject({ specialistId: z.uuid().nullable().default(null), reason: words(2000).optional() }),
) {}
export class SpecialistDto extends createZodDto(z.strictObject({ specialistId: z.uuid() })) {}
export class ProposalStateDto extends createZodDto(
  z.strictObject({ to: z.enum(['in_review', 'needs_information', 'inconclusive']), reason: words(2000) }),
) {}
export class ReleaseDto extends createZodDto(
  z.strictObject({
    specialistId: z.uuid(),
    authorityReference: words(200).nullable().default(null),
    reason: words(2000).optional(),
  }),
) {}

export class ProposalTimelineView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        at: z.string(),
        by: z.string(),
        act: z.string(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
    disclosures: z.array(
      z.strictObject({
        stage: z.enum(stages),
        fields: z.array(z.string()),
        purpose: z.string(),
        basis: z.string(),
        on: z.iso.date(),
        expiresOn: z.iso.date(),
        hasEnded: z.boolean(),
        recipient: z.string(),
      }),
    ),
  }),
) {}
