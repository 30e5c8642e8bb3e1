import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { country, words } from '../description';
import { pageQuery } from '../platform';
import { caseStatuses, outwardStatuses } from './core/status';

const day = z.iso.date();
const person = z.strictObject({ id: z.uuid(), name: z.string() });

const caseItem = z.strictObject({
  id: z.uuid(),
  reference: z.string(),
  /** As the family wrote it; null where no name was given. */
  name: z.string().nullable(),
  status: z.enum(caseStatuses),
  owner: person.nullable(),
  contactPoint: person,
  country,
  openedOn: day,
  ageDays: z.number().int(),
  reviewOn: day,
  isOverdue: z.boolean(),
  version: z.number().int(),
});

export class CasesView extends createZodDto(
  z.strictObject({ items: z.array(caseItem), next: z.string().nullable() }),
) {}

const searchEntry = z.strictObject({
  id: z.uuid(),
  on: day,
  by: z.string(),
  asked: z.string(),
  how: z.string(),
  answer: z.string(),
  minutes: z.number().int().nullable(),
});
const task = z.strictObject({
  id: z.uuid(),
  what: z.string(),
  dueOn: day,
  assignee: person.nullable(),
  isDone: z.boolean(),
  isOverdue: z.boolean(),
  version: z.number().int(),
});

export class CaseView extends createZodDto(
  caseItem.extend({
    reportIds: z.array(z.uuid()),
    linkedCases: z.array(z.strictObject({ id: z.uuid(), reference: z.string() })),
    searchLog: z.array(searchEntry),
    tasks: z.array(task),
    /** True where the reader may know of an identification that others are not shown yet. */
    isPrivy: z.boolean(),
    mayBecome: z.array(z.enum(caseStatuses)),
  }),
) {}

export class CaseTimelineView extends createZodDto(
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
  }),
) {}

export class DuplicatesView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        caseId: z.uuid(),
        reference: z.string(),
        name: z.string().nullable(),
        log10Lr: z.number().nullable(),
        decision: z.enum(['same_person', 'different_persons']).nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
) {}

export class ConsulateCasesView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        reference: z.string(),
        status: z.enum(outwardStatuses),
        since: day,
        contactPoint: z.strictObject({ name: z.string(), country, reachedBy: z.string() }),
      }),
    ),
    next: z.string().nullable(),
  }),
) {}

export class CasesQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    mine: z.enum(['true', 'false']).optional(),
    unassigned: z.enum(['true', 'false']).optional(),
    status: z.enum(caseStatuses).optional(),
    due: z.enum(['overdue', 'today', 'week']).optional(),
    olderThanDays: z.coerce.number().int().min(0).max(40_000).optional(),
    /** Beginning of a reference. Names are searched through the index, never here. */
    q: z.string().max(100).optional(),
  }),
) {}

export class CasesPageQuery extends createZodDto(z.strictObject(pageQuery)) {}
export class CaseStatusChangeDto extends createZodDto(
  z.strictObject({ to: z.enum(caseStatuses), reason: words(2000) }),
) {}
export class OwnerDto extends createZodDto(z.strictObject({ userId: z.uuid(), reason: words(2000) })) {}
export class ReviewDateDto extends createZodDto(z.strictObject({ on: day, reason: words(2000) })) {}
export class SearchEntryDto extends createZodDto(
  z.strictObject({
    on: day,
    asked: words(500),
    how: words(200),
    answer: z.string().trim().max(4000).default(''),
    minutes: z.number().int().min(0).max(100_000).nullable().default(null),
  }),
) {}
export class TaskDto extends createZodDto(
  z.strictObject({
    what: words(1000),
    dueOn: day,
    assigneeId: z.uuid().nullable().default(null),
    isDone: z.boolean().default(false),
  }),
) {}
export class DuplicateDecisionDto extends createZodDto(
  z.strictObject({ decision: z.enum(['same_person', 'different_persons']), reason: words(2000) }),
) {}
