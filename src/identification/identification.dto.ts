import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { methods } from '../access';
import { country, words } from '../description';
import { pageQuery } from '../platform';
import { outcomes, states } from './core/board';
import { findings, lineKinds } from './core/evidence';
import { acts, waits } from './core/next';
import { relations } from './core/readers';
import { conclusions } from './core/signatures';

const day = z.iso.date();
const longWords = words(8000);

export class OpenDto extends createZodDto(z.strictObject({ proposalId: z.uuid() })) {}

export class LineDto extends createZodDto(
  z.strictObject({
    kind: z.enum(lineKinds),
    finding: z.enum(findings),
    /** The reconciliation in writing; may wait, but nothing is decided on a line without it. */
    words: z.string().trim().max(8000).default(''),
    discrepancyExplained: longWords.nullable().default(null),
    /** The line whose fact this one repeats. */
    restsOn: z.uuid().nullable().default(null),
    isWithdrawn: z.boolean().default(false),
  }),
) {}

export class AttestationDto extends createZodDto(
  z.strictObject({ reportVersion: z.number().int().min(1), statement: longWords }),
) {}
export class ThirdSpecialistDto extends createZodDto(
  z.strictObject({
    userId: z.uuid(),
    /** Of the release, where the custodian names the third and so opens its record to them. */
    authorityReference: words(200).nullable().default(null),
  }),
) {}
export class ThirdReleaseDto extends createZodDto(
  z.strictObject({
    userId: z.uuid(),
    authorityReference: words(200).nullable().default(null),
    reason: words(2000).optional(),
  }),
) {}
export class SignatureDto extends createZodDto(
  z.strictObject({
    method: z.enum(methods),
    qualificationId: z.uuid(),
    conclusion: z.enum(conclusions),
    statement: longWords,
  }),
) {}
export class OutcomeDto extends createZodDto(
  z.strictObject({
    outcome: z.enum(outcomes),
    reason: longWords,
    /** Of a presumption, where the authority gave one. */
    authorityReference: words(200).nullable().default(null),
  }),
) {}
export class AuthorityDecisionDto extends createZodDto(
  z.strictObject({
    authority: words(300),
    reference: words(200),
    decidedOn: day,
    decision: z.enum(['confirmed', 'refused']),
  }),
) {}
/** Bad news is given in person; what was done instead is recorded as fact. */
export const waysOfTelling = ['in_person', 'by_trusted_person', 'phone'] as const;
export class TellingDto extends createZodDto(
  z.strictObject({
    toldOn: day,
    by: words(300),
    how: z.enum(waysOfTelling),
    place: z.string().trim().max(300).default(''),
  }),
) {}
export class ReversalDto extends createZodDto(z.strictObject({ reason: longWords })) {}
export class TaskDoneDto extends createZodDto(z.strictObject({ isDone: z.boolean() })) {}
export class IdentificationsQuery extends createZodDto(
  z.strictObject({ ...pageQuery, waiting: z.enum(['me']).optional(), state: z.enum(states).optional() }),
) {}

const person = z.strictObject({ id: z.uuid(), name: z.string(), organisation: z.string() });
const stamp = { by: person, at: z.string() };

const line = z.strictObject({
  ...{ id: z.uuid(), kind: z.enum(lineKinds), finding: z.enum(findings), restsOn: z.uuid().nullable() },
  ...{
    isWithdrawn: z.boolean(),
    isReconciled: z.boolean(),
    isUnexplained: z.boolean(),
    revision: z.number().int(),
    ...stamp,
  },
  /** Left out for those who may see which lines there are, and not yet what they say. */
  words: z.string().optional(),
  discrepancyExplained: z.string().nullable().optional(),
});
const signature = z.strictObject({
  ...{
    id: z.uuid(),
    seat: z.enum(['family', 'custodian', 'third']),
    method: z.enum(methods),
    mandate: z.string(),
    ...stamp,
  },
  ...{ conclusion: z.enum(conclusions), statement: z.string() },
  version: z.number().int(),
  /** False for a signature of evidence that was changed since. */
  isCurrent: z.boolean(),
});

const head = {
  id: z.uuid(),
  /** Why the reader may know of it. */
  seenAs: z.enum(relations),
  state: z.enum(states),
  isTold: z.boolean(),
  proposalId: z.uuid(),
  openedAt: z.string(),
};

/** Fields beyond the first block are left out, not emptied, where the reader may not see them. */
export class IdentificationView extends createZodDto(
  z.strictObject({
    ...head,
    version: z.number().int(),
    case: z.strictObject({ id: z.uuid(), reference: z.string(), name: z.string().nullable().optional() }),
    remains: z.strictObject({ id: z.uuid(), reference: z.string() }),
    authorityDecision: z
      .strictObject({
        authority: z.string(),
        reference: z.string(),
        decidedOn: day,
        decision: z.enum(['confirmed', 'refused']),
        ...stamp,
      })
      .nullable(),
    telling: z.strictObject({ toldOn: day, by: z.string(), how: z.enum(waysOfTelling), place: z.string() }).nullable(),
    next: z.array(z.enum(acts)),
    specialists: z.strictObject({ family: person, custodian: person, third: person.nullable() }).optional(),
    lines: z.array(line).optional(),
    signatures: z.array(signature).optional(),
    /** How far the agreeing lines carry. */
    basis: z.enum(['primary', 'secondary', 'presumptive', 'none']).optional(),
    isThirdNeeded: z.boolean().optional(),
    /** Whether the custodian has opened the files to the third specialist. */
    isThirdReleased: z.boolean().optional(),
    /** What still stands between the evidence and an identity, as stable codes. */
    lacking: z.array(z.string()).optional(),
    outcomes: z
      .array(z.strictObject({ id: z.uuid(), outcome: z.enum(outcomes), ...stamp, reason: z.string().optional() }))
      .optional(),
    attestations: z
      .array(
        z.strictObject({ id: z.uuid(), reportVersion: z.number().int(), statement: z.string().optional(), ...stamp }),
      )
      .optional(),
    reversals: z.array(z.strictObject({ id: z.uuid(), reason: z.string(), ...stamp })).optional(),
    /** Cases of other relatives about the same person, which followed; each is told to its own family. */
    linkedCases: z
      .array(z.strictObject({ id: z.uuid(), reference: z.string(), toldOn: day.nullable(), mayTell: z.boolean() }))
      .optional(),
    tasks: z
      .array(
        z.strictObject({
          ...{ id: z.uuid(), side: z.enum(['family', 'custodian']), kind: z.string(), dueOn: day },
          ...{ doneAt: z.string().nullable(), doneBy: z.string().nullable() },
        }),
      )
      .optional(),
  }),
) {}

export class IdentificationsView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        ...head,
        caseReference: z.string(),
        remainsReference: z.string(),
        waitsFor: z.array(z.enum(waits)),
      }),
    ),
    next: z.string().nullable(),
  }),
) {}

/** What may be printed and handed on: the identity and who answers for it, and no wording of either file. */
export class CertificateView extends createZodDto(
  z.strictObject({
    identificationId: z.uuid(),
    state: z.enum(['standing', 'reversed']),
    reversedAt: z.string().nullable(),
    person: z.strictObject({
      caseReference: z.string(),
      name: z.string().nullable(),
      country,
      contactPoint: z.string(),
    }),
    remains: z.strictObject({ reference: z.string(), country, contactPoint: z.string() }),
    basis: z.enum(['primary', 'secondary']),
    evidence: z.array(z.enum(lineKinds)),
    signatures: z.array(
      z.strictObject({
        ...{ seat: z.enum(['family', 'custodian', 'third']), name: z.string(), organisation: z.string() },
        ...{ method: z.enum(methods), mandate: z.string(), signedAt: z.string() },
      }),
    ),
    anteMortemAttestedBy: z.array(z.strictObject({ name: z.string(), at: z.string() })),
    authority: z.string(),
    authorityReference: z.string(),
    decidedOn: day,
  }),
) {}

/** DNA beside the other evidence, for those who reconcile and decide. */
export class DnaEvidenceView extends createZodDto(
  z.strictObject({
    /** `persons`: how many open persons the prior was spread over. */
    withoutDna: z.strictObject({ log10LR: z.number(), posterior: z.number(), persons: z.number() }).nullable(),
    /** The newest conclusion that two people qualified for DNA signed. `log10LR` null: the ratio is 0. */
    dna: z
      .strictObject({
        ...{ resultId: z.uuid(), band: z.enum(['supports_strongly', 'supports', 'inconclusive', 'excludes']) },
        ...{ log10LR: z.number().nullable(), isClaimUnsupported: z.boolean(), populations: z.number().int() },
        ...{ concludedAt: z.string(), isSealedForReview: z.boolean() },
      })
      .nullable(),
    posterior: z.number().nullable(),
  }),
) {}
