import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pageQuery } from '../platform';

/** What may wait in an inbox. The words are the screen's; an item holds a kind and an id, and nothing of the case. */
export const inboxKinds = [
  'cases.due',
  'cases.task-due',
  'matching.proposed',
  'matching.interest-expressed',
  'matching.released',
  'identification.opened',
  'identification.third-specialist-asked',
  'identification.third-specialist-named',
  'identification.signed',
  'identification.concluded',
  'identification.decided',
  'identification.told',
  'identification.task-due',
  'identification.reversal-asked',
  'identification.reversed',
] as const;
export type InboxKind = (typeof inboxKinds)[number];
export const subjectKinds = ['case', 'proposal', 'identification'] as const;

export class InboxItemView extends createZodDto(
  z.strictObject({
    id: z.uuid(),
    kind: z.enum(inboxKinds),
    subject: z.strictObject({ kind: z.enum(subjectKinds), id: z.uuid() }),
    at: z.string(),
    readAt: z.string().nullable(),
  }),
) {}
export class InboxView extends createZodDto(
  z.strictObject({ items: z.array(InboxItemView.schema), next: z.string().nullable() }),
) {}
export class InboxQuery extends createZodDto(
  z.strictObject({ ...pageQuery, unread: z.enum(['true', 'false', '']).optional() }),
) {}
