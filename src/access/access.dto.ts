import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { country, words } from '../description';
import { agencies, roles } from '../platform';
import { newPassword } from './passwords';

export const languages = ['en', 'fr', 'es', 'ar'] as const;
export const methods = ['dna', 'dental', 'fingerprint', 'pathology', 'anthropology', 'reconciliation'] as const;
export type Method = (typeof methods)[number];

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+$/, { error: 'access.email-not-understood' });
const day = z.iso.date();

export class SignInDto extends createZodDto(
  z.strictObject({ email: z.string().max(320), password: z.string().max(128) }),
) {}

export class FirstAdministratorDto extends createZodDto(
  z.strictObject({
    code: words(40),
    name: words(200),
    email,
    password: newPassword,
    organisation: z.strictObject({ name: words(200), country }),
  }),
) {}

export class SetupView extends createZodDto(z.strictObject({ needed: z.boolean() })) {}

const qualificationView = z.strictObject({
  id: z.uuid(),
  method: z.enum(methods),
  mandate: z.string(),
  grantedBy: z.string(),
  validUntil: day.nullable(),
});

export class SessionView extends createZodDto(
  z.strictObject({
    user: z.strictObject({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      language: z.enum(languages),
      roles: z.array(z.enum(roles)),
    }),
    organisation: z.strictObject({ id: z.uuid(), name: z.string(), country, agency: z.enum(agencies) }),
    contactPoint: z.strictObject({ id: z.uuid(), code: z.string(), name: z.string() }).nullable(),
    qualifications: z.array(qualificationView),
  }),
) {}

export class UserDto extends createZodDto(
  z.strictObject({
    name: words(200),
    email,
    language: z.enum(languages).default('en'),
    roles: z.array(z.enum(roles)).max(6),
    organisationId: z.uuid(),
    contactPointId: z.uuid().nullable().default(null),
    password: newPassword.optional(),
  }),
) {}

export class DisableDto extends createZodDto(z.strictObject({ disabled: z.boolean(), reason: words(500) })) {}

export class QualificationDto extends createZodDto(
  z.strictObject({
    method: z.enum(methods),
    mandate: words(500),
    grantedBy: words(200),
    validUntil: day.nullable().default(null),
  }),
) {}

export class UserView extends createZodDto(
  z.strictObject({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    language: z.enum(languages),
    roles: z.array(z.enum(roles)),
    organisationId: z.uuid(),
    organisationName: z.string(),
    contactPointId: z.uuid().nullable(),
    isDisabled: z.boolean(),
    qualifications: z.array(qualificationView),
    version: z.number().int(),
  }),
) {}

export class UsersView extends createZodDto(
  z.strictObject({ items: z.array(UserView.schema), next: z.string().nullable() }),
) {}

export class OrganisationDto extends createZodDto(
  z.strictObject({ name: words(200), country, agency: z.enum(agencies) }),
) {}

export class OrganisationView extends createZodDto(
  z.strictObject({ id: z.uuid(), name: z.string(), country, agency: z.enum(agencies), version: z.number().int() }),
) {}

export class OrganisationsView extends createZodDto(
  z.strictObject({ items: z.array(OrganisationView.schema), next: z.string().nullable() }),
) {}

export class SpecialistsView extends createZodDto(
  z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        name: z.string(),
        organisationId: z.uuid(),
        organisationName: z.string(),
        country,
        methods: z.array(z.enum(methods)),
      }),
    ),
  }),
) {}

export class SpecialistsQuery extends createZodDto(z.strictObject({ country })) {}

export class ColleaguesView extends createZodDto(
  z.strictObject({ items: z.array(z.strictObject({ id: z.uuid(), name: z.string(), roles: z.array(z.enum(roles)) })) }),
) {}
