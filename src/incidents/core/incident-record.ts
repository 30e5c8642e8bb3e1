import { z } from 'zod';
import { country, words } from '../../description';

const count = z.number().int().min(-100_000).max(1_000_000).nullable();

/**
 * An event in which migrants died or went missing: a shipwreck, a vehicle, a stretch of desert. As its register tells
 * it: counts may be unknown (null), and corrections are negative.
 */
export const incidentRecord = z.strictObject({
  /** Which register: `IOM-MMP` for the Missing Migrants Project, `cairn` for events recorded here. */
  source: words(40),
  /** Identifiers in that register. One main id may hold several rows (split incidents), told apart by the ordinal. */
  mainId: words(300),
  incidentId: words(300),
  ordinal: z.number().int().min(0).max(1000).default(0),
  /** Day it was reported, which is often not the day it happened. */
  reportedOn: z.iso.date().nullable(),
  route: z.string().max(200).nullable(),
  region: z.string().max(200).nullable(),
  country: country.nullable(),
  location: z.string().max(4000).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  dead: count,
  missing: count,
  survivors: count,
  females: count,
  males: count,
  children: count,
  cause: z.string().max(2000).nullable(),
  /** Where the people came from, as the register words it. */
  origin: z.string().max(500).nullable(),
  /** 1 (one media report) to 5 (official source), as the register rates it. */
  sourceQuality: z.number().int().min(1).max(5).nullable(),
  informationSource: z.string().max(2000).nullable(),
  link: z.string().max(4000).nullable(),
});
export type IncidentRecord = z.infer<typeof incidentRecord>;
