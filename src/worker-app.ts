import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { AuditSealer } from './audit';
import { DueDates } from './cases';
import { ConsentExpiry } from './families';
import { DueTasks } from './identification';
import { DnaCoverage } from './kinship';
import { CoverageService } from './matching';
import { Database, Inbox, OutboxRelay, type PlatformResources, systemActor } from './platform';

/** The job process: outbox relay, queue listeners, audit sealer, end of consents, what falls due. Started, it runs until it is closed. */
export async function createWorkerApp(resources: PlatformResources): Promise<INestApplicationContext> {
  const app = await NestFactory.createApplicationContext(AppModule.on(resources), { bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.get(Inbox).start({ lockMs: resources.config.lockMs });
  app.get(OutboxRelay).start();
  app.get(AuditSealer).start();
  app.get(ConsentExpiry).start();
  app.get(DueDates).start();
  app.get(DueTasks).start();
  app.get(CoverageService).start();
  app.get(DnaCoverage).start();
  return app;
}

/** How long sealing may be waited for: an open transaction elsewhere holds the horizon, and nothing of ours waits for it. */
const SEALING_PATIENCE_MS = 10_000;

/** Waits until every event has had its effect or was given up and, where asked, until the audit entries are sealed. */
export async function untilIdle(
  app: INestApplicationContext,
  how: { readonly isSealed?: boolean; readonly onProgress?: (left: number) => void } = {},
): Promise<{ dead: number }> {
  const database = app.get(Database);
  let doneAt: number | null = null;
  for (;;) {
    const [state] = await database.read(
      systemActor('work', 'cli'),
      (tx) =>
        tx.query(
          `SELECT count(*) FILTER (WHERE done_at IS NULL AND dead_at IS NULL)::int AS undone,
                count(*) FILTER (WHERE dead_at IS NOT NULL)::int AS dead,
                (SELECT count(*) FROM audit_entry WHERE NOT is_sealed)::int AS unsealed FROM outbox_message`,
        ) as Promise<[{ undone: number; dead: number; unsealed: number }]>,
    );
    doneAt = state.undone > 0 ? null : (doneAt ?? Date.now());
    const isSealed = !how.isSealed || state.unsealed === 0;
    if (doneAt !== null && (isSealed || Date.now() - doneAt > SEALING_PATIENCE_MS)) return { dead: state.dead };
    how.onProgress?.(state.undone);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
