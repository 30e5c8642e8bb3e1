import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { IncidentView } from '../../incidents';

/**
 * One event as this reader may see it: the register's public facts, and of the reader's own organisation the records that name it. Another
 * organisation's are not counted: how many families ask after one boat is theirs to tell.
 */
export class IncidentOverviewView extends createZodDto(
  z.strictObject({
    incident: IncidentView.schema,
    /** Null where the reader's organisation keeps no cases. */
    cases: z
      .array(
        z.strictObject({
          id: z.uuid(),
          reference: z.string(),
          name: z.string().nullable(),
          status: z.string(),
          openProposals: z.number().int(),
        }),
      )
      .nullable(),
    /** Null where it keeps no remains. */
    remains: z
      .array(
        z.strictObject({ id: z.uuid(), reference: z.string(), status: z.string(), openProposals: z.number().int() }),
      )
      .nullable(),
    /** Of these records: how many are still compared, how many of them have been at their present version, and since when at the latest. */
    coverage: z.strictObject({
      open: z.number().int(),
      compared: z.number().int(),
      asOf: z.string().nullable(),
    }),
  }),
) {}
