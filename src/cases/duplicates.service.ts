import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { FamiliesService } from '../families';
import { type Actor, Database, NotFoundError, publish, Secrets, type Tx } from '../platform';
import { mayWorkOn } from './case-rows';
import type { DuplicateDecisionDto, DuplicatesView } from './cases.dto';
import { casesLinked } from './cases.events';
import { onePersonWith, type PairDecision } from './core/one-person';
import { notesOf } from './cases.service';

interface PairRow {
  readonly otherId: string;
  readonly reference: string;
  readonly log10Lr: number | null;
  readonly decision: 'same_person' | 'different_persons' | null;
  readonly reason: Buffer | null;
}

/**
 * Reports that may be about one person. Suggested by the machine, decided by a person, always reversible; linked and
 * never merged: each case keeps its owner and its file. Only cases of one organisation are shown to one another.
 */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly families: FamiliesService,
  ) {}

  async list(actor: Actor, id: string): Promise<DuplicatesView> {
    return this.database.act(actor, async (tx) => {
      const own = await this.caseOf(tx, actor, id);
      const rows = (await tx.query(
        `SELECT c.id AS "otherId", c.reference, d.log10_lr AS "log10Lr", d.decision, d.reason
         FROM case_duplicate d JOIN missing_person_case c ON c.id = CASE WHEN d.case_a = $1 THEN d.case_b ELSE d.case_a END
         WHERE (d.case_a = $1 OR d.case_b = $1) AND c.organisation_id = $2 ORDER BY d.log10_lr DESC NULLS LAST LIMIT 50`,
        [id, own.organisationId],
      )) as PairRow[];
      const names = await this.families.displayNames(
        tx,
        rows.map(({ otherId }) => otherId),
      );
      await audit(tx, actor, 'cases.duplicates-read', { subject: id, purpose: 'search' });
      const items: DuplicatesView['items'] = [];
      for (const { otherId, reason, ...row } of rows) {
        const scope = { id: [id, otherId].sort()[0]!, country: own.country };
        const words =
          reason && (await this.secrets.open<string>(tx, notesOf(scope, 'case_duplicate', scope.id), reason));
        items.push({ caseId: otherId, ...row, name: names.get(otherId) ?? null, reason: words });
      }
      return { items };
    });
  }

  async decide(actor: Actor, id: string, otherId: string, dto: DuplicateDecisionDto): Promise<DuplicatesView> {
    await this.database.act(actor, async (tx) => {
      const own = await this.caseOf(tx, actor, id);
      await this.caseOf(tx, actor, otherId);
      if (id === otherId) throw new NotFoundError();
      const [a, b] = [id, otherId].sort() as [string, string];
      const reason = await this.secrets.seal(
        tx,
        notesOf({ id: a, country: own.country }, 'case_duplicate', a),
        dto.reason,
      );
      await tx.query(
        `INSERT INTO case_duplicate (case_a, case_b, decision, decided_by, decided_at, reason) VALUES ($1, $2, $3, $4, now(), $5)
         ON CONFLICT (case_a, case_b) DO UPDATE SET decision = $3, decided_by = $4, decided_at = now(), reason = $5`,
        [a, b, dto.decision, actor.userId, reason],
      );
      for (const caseId of [a, b])
        await tx.query(
          `INSERT INTO case_event (case_id, actor_id, actor_name, act, to_value) VALUES ($1, $2, $3, $4, $5)`,
          [
            ...[
              caseId,
              actor.userId,
              actor.name,
              dto.decision === 'same_person' ? 'linked' : 'told-apart',
              caseId === a ? b : a,
            ],
          ],
        );
      await audit(tx, actor, 'cases.duplicate-decided', { subject: a, fields: [dto.decision] });
      await publish(tx, casesLinked, { caseId: a, otherCaseId: b });
    });
    return this.list(actor, id);
  }

  /** Suggestions of the matching engine; one that a person has decided stays decided. */
  async suggest(
    tx: Tx,
    pairs: readonly { readonly reportA: string; readonly reportB: string; readonly log10Lr: number }[],
  ): Promise<number> {
    const made = (await tx.query(
      `INSERT INTO case_duplicate (case_a, case_b, log10_lr)
       SELECT least(a, b), greatest(a, b), lr FROM unnest($1::uuid[], $2::uuid[], $3::real[]) AS pair(a, b, lr)
       WHERE EXISTS (SELECT FROM missing_person_case WHERE id = a) AND EXISTS (SELECT FROM missing_person_case WHERE id = b) AND a <> b
       ON CONFLICT (case_a, case_b) DO UPDATE SET log10_lr = excluded.log10_lr RETURNING case_a`,
      [pairs.map(({ reportA }) => reportA), pairs.map(({ reportB }) => reportB), pairs.map(({ log10Lr }) => log10Lr)],
    )) as unknown[];
    return made.length;
  }

  /** The other cases about the person of this one, as people linked them, through one another too. */
  async onePersonWith(tx: Tx, caseId: string): Promise<string[]> {
    const decisions = (await tx.query(
      `WITH RECURSIVE reached AS (
         SELECT $1::uuid AS id UNION
         SELECT CASE WHEN d.case_a = r.id THEN d.case_b ELSE d.case_a END
         FROM reached r JOIN case_duplicate d ON d.decision = 'same_person' AND (d.case_a = r.id OR d.case_b = r.id))
       SELECT DISTINCT d.case_a AS a, d.case_b AS b, d.decision FROM case_duplicate d
       WHERE d.decision IS NOT NULL AND d.case_a IN (SELECT id FROM reached) AND d.case_b IN (SELECT id FROM reached)`,
      [caseId],
    )) as PairDecision[];
    return onePersonWith(caseId, decisions);
  }

  /** Pairs of reports that people have linked as one person. */
  async links(tx: Tx): Promise<{ a: string; b: string }[]> {
    return (await tx.query(`SELECT case_a AS a, case_b AS b FROM case_duplicate WHERE decision = 'same_person'`)) as {
      a: string;
      b: string;
    }[];
  }

  /** Changes whenever a person links cases or tells them apart. */
  async linksVersion(tx: Tx): Promise<string> {
    const [{ version }] = (await tx.query(
      `SELECT concat(count(*), ' ', max(decided_at)) AS version FROM case_duplicate WHERE decision IS NOT NULL`,
    )) as [{ version: string }];
    return version;
  }

  private async caseOf(tx: Tx, actor: Actor, id: string): Promise<{ organisationId: string; country: string }> {
    const [row] = (await tx.query(
      `SELECT organisation_id AS "organisationId", country FROM missing_person_case WHERE id = $1`,
      [id],
    )) as {
      organisationId: string;
      country: string;
    }[];
    if (!row || !mayWorkOn(actor, row)) throw new NotFoundError();
    return row;
  }
}
