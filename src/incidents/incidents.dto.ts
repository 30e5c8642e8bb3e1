import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { country } from '../description';
import { pageQuery } from '../platform';
import { incidentRecord } from './core/incident-record';

/** An event that no register holds, recorded by a coordinator. Its source is always `cairn`. */
export class IncidentDto extends createZodDto(
  incidentRecord.omit({ source: true, mainId: true, ordinal: true, link: true }),
) {}

export class IncidentView extends createZodDto(
  incidentRecord.extend({ id: z.uuid(), ordinal: z.number().int(), version: z.number().int() }),
) {}

export class IncidentsView extends createZodDto(
  z.strictObject({ items: z.array(IncidentView.schema), next: z.string().nullable() }),
) {}

const period = { from: z.iso.date().optional(), to: z.iso.date().optional(), route: z.string().max(200).optional() };

export class IncidentsQuery extends createZodDto(
  z.strictObject({ ...pageQuery, ...period, country: country.optional(), q: z.string().max(200).optional() }),
) {}

export class IncidentMapQuery extends createZodDto(z.strictObject(period)) {}

/** Compact, for a map of thousands: id, latitude, longitude, dead, missing, day. */
export class IncidentMapView extends createZodDto(
  z.strictObject({
    points: z.array(
      z.tuple([z.uuid(), z.number(), z.number(), z.number().nullable(), z.number().nullable(), z.string().nullable()]),
    ),
    withoutPlace: z.number().int(),
    credit: z.string(),
  }),
) {}

export class IncidentRoutesView extends createZodDto(
  z.strictObject({ routes: z.array(z.strictObject({ route: z.string(), incidents: z.number().int() })) }),
) {}
