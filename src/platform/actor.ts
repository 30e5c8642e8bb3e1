import { randomUUID } from 'node:crypto';

export const roles = [
  'contact_point_officer',
  'forensic_officer',
  'consular_officer',
  'coordinator',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

/** What kind of body an organisation is; decides what it may ever see, whatever roles its people hold. */
export const agencies = ['family', 'forensic', 'consulate', 'network'] as const;
export type Agency = (typeof agencies)[number];

/** Who is asking. The one type that every act takes first; `access` makes it from facts read at each request. */
export interface Actor {
  /** null for the system itself (relay, listeners, sealer) and for the operator of an embedded desk. */
  readonly userId: string | null;
  readonly name: string;
  readonly organisationId: string | null;
  /** ISO 3166-1 alpha-3 of the organisation; null for the system. */
  readonly country: string | null;
  readonly agency: Agency | null;
  readonly contactPointId: string | null;
  readonly roles: readonly Role[];
  readonly via: 'http' | 'cli' | 'worker';
  /** True for the system and the operator of an embedded desk, who stand outside the roles; the audit trail says so. */
  readonly isSystem: boolean;
  readonly requestId: string;
}

/** The system acting on its own account, in a listener or a scheduled job. */
export function systemActor(name: string, via: Actor['via'] = 'worker'): Actor {
  return {
    userId: null,
    name,
    organisationId: null,
    country: null,
    agency: null,
    contactPointId: null,
    roles: [],
    via,
    isSystem: true,
    requestId: randomUUID(),
  };
}
