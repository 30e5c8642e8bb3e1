import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { audit } from '../audit';
import { FamiliesService } from '../families';
import { type Actor, Database, decodeCursor, encodeCursor } from '../platform';
import type { ConsulateCasesView } from './cases.dto';
import { type CaseStatus, outwardOf } from './core/status';

/**
 * What a consulate sees: the cases of its nationals whose family named that state in a live consent and asked for no
 * protection from it. Reference, one outward word, since when, and the desk to speak to; nothing more.
 */
@Injectable()
export class ConsulateService {
  constructor(
    private readonly database: Database,
    private readonly families: FamiliesService,
  ) {}

  async list(actor: Actor, page: { cursor?: string | undefined; limit: number }): Promise<ConsulateCasesView> {
    const after = decodeCursor(page.cursor, [z.uuid()])?.[0] ?? null;
    return this.database.act(actor, async (tx) => {
      const shared = await this.families.sharedWithState(tx, actor.country ?? '', {
        afterId: after,
        limit: page.limit + 1,
      });
      const ids = shared.slice(0, page.limit);
      const rows = (await tx.query(
        `SELECT c.id, c.reference, c.shown_status AS shown, c.shown_since::date::text AS since, p.name, p.country, p.reached_by AS "reachedBy"
         FROM missing_person_case c JOIN contact_point p ON p.id = c.contact_point_id WHERE c.id = ANY($1) ORDER BY c.id`,
        [ids],
      )) as {
        id: string;
        reference: string;
        shown: CaseStatus;
        since: string;
        name: string;
        country: string;
        reachedBy: string;
      }[];
      await audit(tx, actor, 'cases.listed-for-consulate', { fields: ['status'], purpose: 'family_info' });
      return {
        items: rows.map(({ id, reference, shown, since, name, country, reachedBy }) => ({
          ...{ id, reference, since },
          status: outwardOf(shown),
          contactPoint: { name, country, reachedBy },
        })),
        next: shared.length > page.limit ? encodeCursor([ids.at(-1)]) : null,
      };
    });
  }
}
