import { Injectable } from '@nestjs/common';
import { audit } from '../audit';
import { FamiliesService } from '../families';
import { type Actor, type Tx } from '../platform';

interface Held {
  readonly id: string;
  readonly person: string | null;
  readonly consentSeen: boolean;
  readonly samplingSeen: boolean;
}

/**
 * What a donor takes back. Before a signature everything goes at once: profile, earlier versions, tables, results; the
 * laboratory is asked to destroy sample and extract. After one, the profile it relied on stays sealed for review and reversal.
 */
@Injectable()
export class Withdrawals {
  constructor(private readonly families: FamiliesService) {}

  /** The profiles of a report whose consent was there and is no more. Answers whether any were. */
  async ofReport(tx: Tx, actor: Actor, reportId: string): Promise<boolean> {
    const held = (await tx.query(
      `SELECT id, person, consent_seen AS "consentSeen", sampling_seen AS "samplingSeen" FROM dna_profile
       WHERE report_id = $1 AND NOT is_review_only`,
      [reportId],
    )) as Held[];
    if (held.length === 0) return false;
    const report = await this.families.reportSummary(tx, reportId);
    const isSamplingGiven = await this.families.isConsentGiven(tx, reportId, 'dna_sampling');
    const { persons } = await this.families.relativesOf(tx, reportId);
    const consenting = new Set(persons.filter(({ consentDna }) => consentDna === 'given').map(({ person }) => person));
    const isWithdrawn = report?.status === 'withdrawn';
    const gone = held.filter(
      ({ person, consentSeen, samplingSeen }) =>
        isWithdrawn ||
        (samplingSeen && !isSamplingGiven) ||
        (consentSeen && person !== null && !consenting.has(person)),
    );
    if (gone.length === 0) return false;
    await this.profiles(tx, actor, reportId, gone);
    const donors = new Set(gone.map(({ person }) => person));
    await this.askDestruction(tx, actor, reportId, [...donors]);
    return true;
  }

  /** One sample that its donor takes back, with every profile typed from that donor. */
  async ofSample(
    tx: Tx,
    actor: Actor,
    sample: { readonly id: string; readonly reportId: string | null; readonly person: string | null },
  ): Promise<void> {
    const held =
      sample.reportId === null
        ? []
        : ((await tx.query(
            `SELECT id, person FROM dna_profile WHERE report_id = $1 AND person IS NOT DISTINCT FROM $2 AND NOT is_review_only`,
            [sample.reportId, sample.person],
          )) as Held[]);
    if (held.length > 0) await this.profiles(tx, actor, sample.reportId!, held);
    await tx.query(
      `UPDATE dna_sample SET withdrawn_at = coalesce(withdrawn_at, now()), destruction_asked_at = coalesce(destruction_asked_at, now()),
         version = version + 1 WHERE id = $1 AND withdrawn_at IS NULL`,
      [sample.id],
    );
  }

  private async profiles(tx: Tx, actor: Actor, reportId: string, held: readonly Pick<Held, 'id'>[]): Promise<void> {
    const ids = held.map(({ id }) => id);
    const signed = (await tx.query(
      `SELECT DISTINCT unnest(r.profile_ids) AS id FROM kinship_result r
       WHERE r.report_id = $1 AND EXISTS (SELECT FROM kinship_signature s WHERE s.result_id = r.id)`,
      [reportId],
    )) as { id: string }[];
    const relied = new Set(signed.map(({ id }) => id));
    const sealed = ids.filter((id) => relied.has(id));
    const deleted = ids.filter((id) => !relied.has(id));
    // Tables hold what all relatives of the family share, so they go whole and are built again without this one.
    await tx.query(`DELETE FROM kinship_table WHERE report_id = $1`, [reportId]);
    await tx.query(
      `DELETE FROM kinship_result r WHERE r.report_id = $1 AND r.profile_ids && $2::uuid[]
         AND NOT EXISTS (SELECT FROM kinship_signature s WHERE s.result_id = r.id)`,
      [reportId, ids],
    );
    await tx.query(
      `UPDATE kinship_result SET is_sealed_for_review = true, is_current = false, version = version + 1
       WHERE report_id = $1 AND profile_ids && $2::uuid[] AND NOT is_sealed_for_review`,
      [reportId, ids],
    );
    await tx.query(`DELETE FROM dna_profile_revision WHERE profile_id = ANY($1)`, [deleted]);
    await tx.query(`DELETE FROM dna_profile WHERE id = ANY($1)`, [deleted]);
    await tx.query(`UPDATE dna_profile SET is_review_only = true, version = version + 1 WHERE id = ANY($1)`, [sealed]);
    if (deleted.length > 0)
      await audit(tx, actor, 'kinship.profile-deleted', {
        subject: reportId,
        fields: ['dnaProfile'],
        reason: 'withdrawn',
      });
    if (sealed.length > 0)
      await audit(tx, actor, 'kinship.profile-sealed', {
        subject: reportId,
        fields: ['dnaProfile'],
        reason: 'withdrawn',
      });
  }

  private async askDestruction(
    tx: Tx,
    actor: Actor,
    reportId: string,
    persons: readonly (string | null)[],
  ): Promise<void> {
    const asked = (await tx.query(
      `UPDATE dna_sample SET withdrawn_at = coalesce(withdrawn_at, now()), destruction_asked_at = coalesce(destruction_asked_at, now()),
         version = version + 1
       WHERE report_id = $1 AND coalesce(person, '') = ANY($2) AND withdrawn_at IS NULL RETURNING id`,
      [reportId, persons.map((person) => person ?? '')],
    )) as [unknown[], number];
    if (asked[1] > 0)
      await audit(tx, actor, 'kinship.destruction-asked', {
        subject: reportId,
        fields: ['sample'],
        reason: 'withdrawn',
      });
  }
}
