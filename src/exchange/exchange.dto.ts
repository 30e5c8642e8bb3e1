import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { importKinds } from './core';
import { importStates } from './import-runs';

const kind = z.enum(importKinds as [(typeof importKinds)[number], ...(typeof importKinds)[number][]]);

export class ImportQuery extends createZodDto(
  z.strictObject({
    kind,
    /** The desk whose records these are; the officer's own where it is left out. */
    contactPointId: z.uuid().optional(),
    dryRun: z.stringbool().default(false),
    allOrNothing: z.stringbool().default(false),
    ignoreUnknownColumns: z.stringbool().default(false),
    /** DNA files of laboratories: the report of the persons whom the file does not place. */
    report: z.string().trim().min(1).max(300).optional(),
  }),
) {}

const count = z.number().int();

export class ImportView extends createZodDto(
  z.strictObject({
    id: z.uuid(),
    kind,
    contactPointId: z.uuid().nullable(),
    dryRun: z.boolean(),
    allOrNothing: z.boolean(),
    /** `refused`: nothing of the file is stored, unless its end could not be read. `failed`: we failed; send it again. */
    state: z.enum(importStates),
    begunAt: z.string(),
    endedAt: z.string().nullable(),
    read: count,
    created: count,
    updated: count,
    unchanged: count,
    rejected: count,
    /** The first 200; all of them are in `rejects.csv`. */
    rejects: z.array(
      z.strictObject({ line: count, column: z.string().nullable(), code: z.string(), reason: z.string() }),
    ),
  }),
) {}
