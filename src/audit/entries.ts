import type { HashedEntry } from './core/chain';

/** The columns of an entry in the form that is hashed. Times as UTC text with microseconds: a JavaScript date would lose them. */
export const hashedColumns = `e.id::text AS id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.act,
  e.user_id AS "userId", e.actor_name AS "actorName", e.organisation_id AS "organisationId", e.country, e.roles, e.via,
  e.is_system AS "isSystem", e.request_id AS "requestId", e.subject, e.fields, e.reason, e.purpose`;

export type EntryRow = HashedEntry;
