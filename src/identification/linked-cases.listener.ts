import { Injectable } from '@nestjs/common';
import { casesLinked } from '../cases';
import { type EventListener, type Heard, Hears, publish, systemActor, type Tx } from '../platform';
import { identificationDecided } from './identification.events';
import { IdentificationReaders } from './identification-readers';
import { identificationColumns, type IdentificationRow } from './identification-table';
import { LinkedCases } from './linked-cases';

export const IDENTIFICATION_QUEUE = 'identification';

/** A case that is linked to an identified one later follows it too, with a telling of its own. */
@Hears(IDENTIFICATION_QUEUE, casesLinked)
@Injectable()
export class FollowOnLink implements EventListener<'caseId' | 'otherCaseId'> {
  constructor(
    private readonly linked: LinkedCases,
    private readonly readers: IdentificationReaders,
  ) {}

  async handle(tx: Tx, heard: readonly Heard<'caseId' | 'otherCaseId'>[]): Promise<void> {
    const ids = heard.flatMap(({ ids }) => [ids.caseId, ids.otherCaseId]);
    const rows = (await tx.query(
      `SELECT ${identificationColumns} FROM identification i WHERE i.state = 'identified' AND (i.case_id = ANY($1)
         OR EXISTS (SELECT FROM identification_case l WHERE l.identification_id = i.id AND l.case_id = ANY($1))) ORDER BY i.id`,
      [ids],
    )) as IdentificationRow[];
    for (const row of rows) {
      const privyIds = await this.readers.privyIds(tx, row.id);
      const followed = await this.linked.follow(tx, systemActor('identification'), row, privyIds, 'leave');
      if (followed.length > 0) await publish(tx, identificationDecided, { identificationId: row.id });
    }
  }
}
