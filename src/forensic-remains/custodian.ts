import { type Actor, NotFoundError } from '../platform';

/**
 * Remains are open to the team that keeps them and to the system; to everybody else they do not exist. (Which of the
 * team's people may act at all is decided by the policy of the route.)
 */
export function asCustodian<Row extends { readonly organisationId: string }>(actor: Actor, row: Row | null): Row {
  if (row === null || !(actor.isSystem || actor.organisationId === row.organisationId)) throw new NotFoundError();
  return row;
}
