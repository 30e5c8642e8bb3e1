import type { Actor } from '../../platform';

/** Of the report, what decides who may open it. */
export interface HeldReport {
  readonly organisationId: string;
}

/**
 * A report belongs to the organisation whose desk took it. Its contact point officers and coordinators read and write
 * it; to everybody else it does not exist. The operator of an embedded desk stands for its organisations.
 */
export function isOpenTo(actor: Actor, report: HeldReport): boolean {
  if (actor.isSystem) return true;
  return (
    actor.agency === 'family' &&
    actor.organisationId === report.organisationId &&
    (actor.roles.includes('contact_point_officer') || actor.roles.includes('coordinator'))
  );
}
