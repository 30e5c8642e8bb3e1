import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { pieces } from './core/power';

/** What would help a case most, first. In words and rounded: it rests on many remains and tells of none. */
export class PowerView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        piece: z.enum(pieces),
        relative: z.enum(['parent', 'child', 'sibling']).nullable(),
        /** How far it would be expected to set the right remains apart from others. */
        effect: z.enum(['much', 'some', 'little']),
        /** With how many of the remains that fit best it could be compared. */
        comparable: z.enum(['most', 'some', 'few']),
        /** Expected log10 likelihood ratio of the piece, if the person is among them. */
        expectedLog10Lr: z.number(),
      }),
    ),
  }),
) {}
