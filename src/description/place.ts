import { z } from 'zod';
import { country } from './country';

/** A place as somebody named it, with WGS84 degrees where they are known. Latitude and longitude come together or not at all. */
export const place = z
  .strictObject({
    name: z.string().max(500).optional(),
    latitude: z.number().min(-90).max(90).optional(),
    longitude: z.number().min(-180).max(180).optional(),
    /** Radius in kilometres within which the point is meant. */
    accuracyKm: z.number().min(0).max(20000).optional(),
    country: country.optional(),
  })
  .refine((value) => (value.latitude === undefined) === (value.longitude === undefined), {
    error: 'description.place-half-a-point',
  });
export type Place = z.infer<typeof place>;
