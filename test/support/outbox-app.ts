import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Database,
  defineEvent,
  defineRoutes,
  type EventListener,
  type Heard,
  Hears,
  Inbox,
  OutboxRelay,
  PlatformModule,
  type PlatformResources,
  systemActor,
  type Tx,
} from '../../src/platform';

export const somethingHappened = defineEvent('test.happened', 'thingId');
export const QUEUE = 'test-things';

/** Writes a row for each event it hears; fails for the things it is told to fail for. */
@Hears(QUEUE, somethingHappened)
@Injectable()
export class NoteEffect implements EventListener<'thingId'> {
  static readonly poisoned = new Set<string>();
  static slowMs = 0;

  async handle(tx: Tx, heard: readonly Heard<'thingId'>[]): Promise<void> {
    for (const { ids } of heard) {
      if (NoteEffect.poisoned.has(ids.thingId)) throw new Error('this thing cannot be handled');
      await tx.query(`INSERT INTO test_effect (thing_id) VALUES ($1)`, [ids.thingId]);
    }
    if (NoteEffect.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, NoteEffect.slowMs));
  }
}

@Module({ providers: [NoteEffect] })
class ThingsModule {}

/** The platform with one listener of the test's own, on the real database and the real queue. */
export async function startOutboxApp(resources: PlatformResources) {
  defineRoutes({ [somethingHappened.name]: [QUEUE] });
  @Module({ imports: [PlatformModule.on(resources), ThingsModule] })
  class OutboxApp {}
  const app = await NestFactory.createApplicationContext(OutboxApp, { logger: false });
  return {
    app,
    database: app.get(Database),
    actor: systemActor('test'),
    listen: () => app.get(Inbox).start({ lockMs: resources.config.lockMs }),
    relay: app.get(OutboxRelay),
    inbox: app.get(Inbox),
    listener: app.get(NoteEffect),
  };
}
