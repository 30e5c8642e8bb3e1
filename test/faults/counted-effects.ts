import { Injectable, Module } from '@nestjs/common';
import { familyReported } from '../../src/families';
import { defineRoutes, type EventListener, type Heard, Hears, type Tx } from '../../src/platform';
import { routes } from '../../src/routes';

export const COUNTING_QUEUE = 'fault-counting';

/**
 * A second listener to the product's own event, under the product's own inbox. Opening a case twice is harmless in
 * itself, so it would hide a message that had its effect twice; this effect is a bare row that would show it.
 */
@Hears(COUNTING_QUEUE, familyReported)
@Injectable()
export class CountEffect implements EventListener<'reportId', null> {
  async prepare(): Promise<null> {
    await new Promise((resolve) => setTimeout(resolve, 40));
    return null;
  }

  async handle(tx: Tx, heard: readonly Heard<'reportId'>[]): Promise<void> {
    for (const { messageId } of heard) await tx.query(`INSERT INTO fault_effect (oid) VALUES ($1)`, [messageId]);
    await tx.query(`SELECT pg_sleep(0.03)`);
  }
}

@Module({ providers: [CountEffect] })
export class CountedEffectsModule {}

/** The routes of the product, and one more ear; for every process of a fault test that publishes or listens. */
export const hearTwice = () =>
  defineRoutes({ ...routes, [familyReported.name]: [...routes[familyReported.name]!, COUNTING_QUEUE] });
