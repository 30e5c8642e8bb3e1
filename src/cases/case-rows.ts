import type { Actor } from '../platform';
import type { CaseStatus } from './core/status';

/** A case as its table holds it, with the names of owner and desk. */
export interface CaseRow {
  readonly id: string;
  readonly organisationId: string;
  readonly contactPointId: string;
  readonly contactPointName: string;
  readonly country: string;
  readonly reference: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly status: CaseStatus;
  readonly shownStatus: CaseStatus;
  readonly reviewOn: string;
  readonly openedOn: string;
  readonly ageDays: number;
  readonly isOverdue: boolean;
  readonly version: number;
  readonly isPrivy: boolean;
}

/** Columns of a `CaseRow`; `$1` is the reader. Only the owner and those named privy know of an identification before the telling. */
export const caseColumns = `c.id, c.organisation_id AS "organisationId", c.contact_point_id AS "contactPointId", p.name AS "contactPointName", c.country,
  c.reference, c.owner_id AS "ownerId", u.name AS "ownerName", c.status, c.shown_status AS "shownStatus", c.review_on::text AS "reviewOn",
  c.opened_at::date::text AS "openedOn", (current_date - c.opened_at::date) AS "ageDays", c.review_on < current_date AS "isOverdue", c.version,
  (c.owner_id IS NOT DISTINCT FROM $1::uuid OR EXISTS (SELECT FROM case_privy v WHERE v.case_id = c.id AND v.user_id = $1::uuid)) AS "isPrivy"`;

export const caseTables = `FROM missing_person_case c JOIN contact_point p ON p.id = c.contact_point_id LEFT JOIN app_user u ON u.id = c.owner_id`;

/** The status this reader may see. */
export const visibleStatus = (row: CaseRow): CaseStatus => (row.isPrivy ? row.status : row.shownStatus);

/** A case is the business of the organisation whose desk took the report, and of nobody else. */
export const mayWorkOn = (actor: Actor, row: Pick<CaseRow, 'organisationId'>): boolean =>
  actor.isSystem || actor.organisationId === row.organisationId;
