import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CasesService, DuplicatesService, mayBecomeIdentified } from '../cases';
import { FamiliesService } from '../families';
import type { Actor, Tx } from '../platform';
import { LinkedCaseAgainstError } from './identification.errors';
import { TELLING_DAYS, TELLING_OF_REVERSAL_DAYS } from './core/plan';
import type { IdentificationRow } from './identification-table';

/** A case that followed an identification, and whether its family has been told. */
export interface LinkedCase {
  readonly identificationId: string;
  readonly caseId: string;
  readonly toldOn: string | null;
}

/**
 * One person sought by several relatives has several cases, linked by people. An identification is of the person, so all
 * of them follow it and come back with it; each is told to its own family, and shows nothing before that.
 */
@Injectable()
export class LinkedCases {
  constructor(
    private readonly cases: CasesService,
    private readonly duplicates: DuplicatesService,
    private readonly families: FamiliesService,
  ) {}

  /** Cases that followed these identifications. */
  async of(tx: Tx, identificationIds: readonly string[]): Promise<LinkedCase[]> {
    return (await tx.query(
      `SELECT identification_id AS "identificationId", case_id AS "caseId", told_on::text AS "toldOn" FROM identification_case
       WHERE identification_id = ANY($1) ORDER BY followed_at, case_id`,
      [identificationIds],
    )) as LinkedCase[];
  }

  /**
   * Brings every linked case to `identified`, once. One that is known to be about a living person stands against the
   * identity itself: where an authority decides it is refused, where a link is made later it is left alone.
   */
  async follow(
    tx: Tx,
    actor: Actor,
    row: Pick<IdentificationRow, 'id' | 'caseId'>,
    privyIds: readonly string[],
    whereOneLives: 'refuse' | 'leave',
  ): Promise<string[]> {
    const linked = await this.duplicates.onePersonWith(tx, row.caseId);
    const reports = await this.families.summaries(tx, linked);
    const followed: string[] = [];
    for (const { id, status: reportStatus } of [...reports].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const found = await this.cases.find(tx, id, actor);
      // A family that took its report back is told nothing and asked nothing any more.
      if (!found || reportStatus === 'withdrawn') continue;
      if (found.status === 'located_alive' && whereOneLives === 'refuse') throw new LinkedCaseAgainstError();
      if (!mayBecomeIdentified(found.status)) continue;
      const made = (await tx.query(
        `INSERT INTO identification_case (identification_id, case_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING case_id`,
        [row.id, id],
      )) as unknown[];
      if (made.length === 0) continue;
      await this.cases.makePrivy(tx, id, privyIds);
      if (found.ownerId !== null) await this.cases.makePrivy(tx, row.caseId, [found.ownerId]);
      await this.cases.markIdentified(tx, actor, id);
      await this.planTelling(tx, row.id, id, 'tell-the-family', TELLING_DAYS);
      followed.push(id);
    }
    return followed;
  }

  /** Takes back just the cases that followed, whatever was linked or told apart since. */
  async takeBack(tx: Tx, actor: Actor, row: Pick<IdentificationRow, 'id'>): Promise<void> {
    for (const { caseId, toldOn } of await this.of(tx, [row.id])) {
      await this.cases.reopenAfterReversal(tx, actor, caseId);
      if (toldOn !== null)
        await this.planTelling(tx, row.id, caseId, 'tell-the-family-of-the-reversal', TELLING_OF_REVERSAL_DAYS);
    }
  }

  private async planTelling(tx: Tx, id: string, caseId: string, kind: string, dueInDays: number): Promise<void> {
    await tx.query(
      `INSERT INTO identification_task (id, identification_id, side, kind, due_on, case_id) VALUES ($1, $2, 'family', $3, current_date + $4::int, $5)
       ON CONFLICT DO NOTHING`,
      [randomUUID(), id, kind, dueInDays, caseId],
    );
  }
}
