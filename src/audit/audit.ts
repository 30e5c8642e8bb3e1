import type { Actor, Tx } from '../platform';

export interface AuditDetails {
  /** Id of the record the act was about. */
  readonly subject?: string;
  /** Names of the fields that were written or read; never their values. */
  readonly fields?: readonly string[];
  /** Why, where the act asks for a reason. */
  readonly reason?: string;
  /** Purpose of a read of sensitive data. */
  readonly purpose?: string;
}

/** Records an act in the act's own transaction: both are stored, or neither. */
export async function audit(tx: Tx, actor: Actor, act: string, details: AuditDetails = {}): Promise<void> {
  await auditMany(tx, actor, act, [details]);
}

/** One entry for each of many like acts, an import's rows say. */
export async function auditMany(tx: Tx, actor: Actor, act: string, many: readonly AuditDetails[]): Promise<void> {
  if (many.length === 0) return;
  await tx.query(
    `INSERT INTO audit_entry (act, user_id, actor_name, organisation_id, country, roles, via, is_system, request_id, subject, fields, reason, purpose)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, item->>'subject',
            ARRAY(SELECT jsonb_array_elements_text(coalesce(item->'fields', '[]'))), item->>'reason', item->>'purpose'
     FROM unnest($10::jsonb[]) item`,
    [
      act,
      actor.userId,
      actor.name,
      actor.organisationId,
      actor.country,
      [...actor.roles],
      actor.via,
      actor.isSystem,
      actor.requestId,
      many.map((details) => JSON.stringify(details)),
    ],
  );
}
