import type { EventListener } from '../../src/platform';
import { AppModule } from '../../src/app.module';
import { openDesk } from '../../src/desk';
import { Config, Database, exitWithParent, Inbox, Queues, systemActor } from '../../src/platform';
import { runProcess, stopOnSignal } from '../../src/process';
import { createWorkerApp } from '../../src/worker-app';
import { CountedEffectsModule, hearTwice } from './counted-effects';

export const NAIVE_QUEUE = 'fault-naive';

/** What the worker tells its test. A start without its end, when the process is dead, was work in flight. */
export type WorkerSays =
  | { readonly says: 'ready' }
  | { readonly says: 'start' | 'end'; readonly work: string }
  | { readonly says: 'naive-jobs-added' };

/**
 * The worker as it is in production (`src/worker.ts`), with one listener more, a report of each start and end over the
 * parent's channel, and the negative control: a handler as one would write it without inbox and outbox.
 */
async function main(): Promise<void> {
  exitWithParent();
  hearTwice();
  const onlyTheProduct = AppModule.on.bind(AppModule);
  AppModule.on = (resources) => {
    const module = onlyTheProduct(resources);
    return { ...module, imports: [...module.imports!, CountedEffectsModule] };
  };
  const reallyApply = Inbox.prototype.apply;
  Inbox.prototype.apply = async function (this: Inbox, listener: EventListener, messageIds: readonly string[]) {
    const work = `outbox ${messageIds.join(' ')}`;
    say({ says: 'start', work });
    await reallyApply.call(this, listener, messageIds);
    say({ says: 'end', work });
  };
  const config = Config.from(process.env);
  const desk = await openDesk(config, 'cairn-worker');
  const app = await createWorkerApp(desk.resources);
  const [queues, database] = [app.get(Queues), app.get(Database)];
  const takeNaiveJob = async ({ data }: { data: { thing: number } }) => {
    const work = `naive ${data.thing}`;
    say({ says: 'start', work });
    await database.act(systemActor('naive'), (tx) =>
      tx.query(`INSERT INTO naive_effect (thing) VALUES ($1)`, [data.thing]),
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    say({ says: 'end', work });
  };
  queues.work(NAIVE_QUEUE, takeNaiveJob, { concurrency: 2, lockMs: config.lockMs });
  process.on('message', ({ from, to }: { from: number; to: number }) => {
    const jobs = Array.from({ length: to - from }, (_, at) => ({ name: 'naive', data: { thing: from + at } }));
    void queues
      .queue(NAIVE_QUEUE)
      .addBulk(jobs)
      .then(() => say({ says: 'naive-jobs-added' }));
  });
  process.channel?.unref();
  stopOnSignal(async () => {
    await app.close();
    await desk.release();
  });
  say({ says: 'ready' });
}

function say(message: WorkerSays): void {
  process.send?.(message);
}

runProcess(main);
