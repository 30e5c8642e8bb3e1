import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { auditMany } from '../audit';
import { Database, publish, systemActor, Turns } from '../platform';
import { familyConsentChanged } from './families.events';

const HOUR_MS = 3_600_000;

/**
 * A consent ends on its day whether or not anybody acts: reads refuse it from then on. What was compared under it must
 * be seen again, so the worker notes the day once, as a change like any other.
 */
@Injectable()
export class ConsentExpiry implements OnApplicationShutdown {
  private readonly logger = new Logger(ConsentExpiry.name);
  private readonly turns = new Turns();

  constructor(private readonly database: Database) {}

  start(everyMs = HOUR_MS): void {
    this.turns.start(
      () => this.noteEnded(),
      everyMs,
      (fault) => this.logger.warn(`ended consents wait: ${fault}`),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.turns.stop();
  }

  /** Answers the reports whose consents have ended since the last look. */
  async noteEnded(): Promise<string[]> {
    const actor = systemActor('consent expiry');
    return this.database.act(actor, async (tx) => {
      const [rows] = (await tx.query(
        `UPDATE family_consent c SET expiry_noted = true FROM family_report r
         WHERE r.id = c.report_id AND c.expires_on < (now() AT TIME ZONE 'UTC')::date AND NOT c.expiry_noted
           AND c.is_live
         RETURNING c.report_id AS id, c.purpose, r.status`,
      )) as [{ id: string; purpose: string; status: string }[], number];
      const entries = rows.map(({ id, purpose }) => ({ subject: id, fields: [purpose] }));
      await auditMany(tx, actor, 'families.consent-ended', entries);
      const ids = [...new Set(rows.filter(({ status }) => status === 'registered').map(({ id }) => id))];
      const messages = ids.map((reportId) => ({ reportId }));
      await publish(tx, familyConsentChanged, messages);
      return ids;
    });
  }
}
