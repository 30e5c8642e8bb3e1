import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { country } from '../../description';

/** Where remains may have come from and whom to ask, for the team that holds them. Shares rank; they prove nothing. */
export class TracingView extends createZodDto(
  z.strictObject({
    corridors: z.array(
      z.strictObject({
        route: z.string(),
        share: z.number(),
        reasons: z.array(z.enum(['found-on-route', 'event-named', 'events-near'])),
        incidents: z.array(z.string()),
      }),
    ),
    origins: z.array(
      z.strictObject({
        country,
        share: z.number(),
        reasons: z.array(z.enum(['hint', 'phone', 'language', 'register'])),
      }),
    ),
    departure: z
      .strictObject({
        from: z.iso.date(),
        to: z.iso.date(),
        likelyFrom: z.iso.date(),
        likelyTo: z.iso.date(),
      })
      .nullable(),
    desks: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        country,
        reasons: z.array(
          z.strictObject({ reason: z.enum(['serves-origin', 'covers-route', 'speaks']), of: z.string() }),
        ),
      }),
    ),
  }),
) {}
