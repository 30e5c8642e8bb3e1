import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { country, languageTag, words } from '../description';
import { pageQuery } from '../platform';

export const deskKinds = ['family', 'forensic', 'consulate'] as const;
export type DeskKind = (typeof deskKinds)[number];

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, { error: 'contact-points.code-not-understood' });

export class ContactPointDto extends createZodDto(
  z.strictObject({
    organisationId: z.uuid(),
    code,
    name: words(200),
    country,
    kind: z.enum(deskKinds),
    /** Languages in which a family can speak to this desk. */
    languages: z.array(languageTag).max(50).default([]),
    /** Countries it serves, besides its own. */
    countries: z.array(country).max(100).default([]),
    /** Migration routes it covers, by their IOM names. */
    routes: z.array(words(200)).max(40).default([]),
    places: z.string().trim().max(2000).default(''),
    /** How people reach it: address, hours, telephone of the desk. */
    reachedBy: z.string().trim().max(2000).default(''),
    isOpen: z.boolean().default(true),
  }),
) {}

export class ContactPointView extends createZodDto(
  z.strictObject({
    id: z.uuid(),
    organisationId: z.uuid(),
    organisationName: z.string(),
    code: z.string(),
    name: z.string(),
    country,
    kind: z.enum(deskKinds),
    languages: z.array(z.string()),
    countries: z.array(z.string()),
    routes: z.array(z.string()),
    places: z.string(),
    reachedBy: z.string(),
    isOpen: z.boolean(),
    version: z.number().int(),
  }),
) {}

export class ContactPointsView extends createZodDto(
  z.strictObject({ items: z.array(ContactPointView.schema), next: z.string().nullable() }),
) {}

export class ContactPointsQuery extends createZodDto(
  z.strictObject({
    ...pageQuery,
    country: country.optional(),
    kind: z.enum(deskKinds).optional(),
    language: languageTag.optional(),
    route: z.string().max(200).optional(),
    q: z.string().max(200).optional(),
  }),
) {}
