import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { groupBy } from '../group-by';
import { connectionOf } from '../database/connection';
import { priorities, Queues } from '../queue/queues';

interface OutboxRow {
  readonly id: string;
  readonly event: string;
  readonly queue: string;
  readonly bulk: boolean;
  readonly sends: number;
}

/** How many rows of an import travel in one job: few, so that a live record waits for a short job and not for a long one. */
const BATCH = 100;

/**
 * Moves committed outbox rows to the queues, and sends again what has had no effect for a while. A row may reach its
 * queue twice (a crash between the queue and our commit); the inbox makes that harmless.
 */
@Injectable()
export class OutboxRelay implements OnApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private listener: Client | undefined;
  private wake: (() => void) | undefined;
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly queues: Queues,
    private readonly settings: { readonly url: string; readonly resendMs: number },
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
    await this.listener?.end().catch(() => undefined);
    this.listener = undefined;
  }

  private async run(): Promise<void> {
    let lastReconciled = 0;
    while (!this.stopping) {
      try {
        await this.listen();
        if (Date.now() - lastReconciled > Math.min(30_000, this.settings.resendMs)) {
          await this.reconcile();
          lastReconciled = Date.now();
        }
        if ((await this.relayOnce()) === 0) await this.sleep(1000);
      } catch (error) {
        this.logger.warn(`outbox waits: ${error instanceof Error ? error.message : String(error)}`);
        await this.sleep(1000);
      }
    }
  }

  /** Hands one batch of unsent rows to their queues; answers how many. */
  async relayOnce(): Promise<number> {
    return this.dataSource.transaction(async (tx) => {
      const [rows] = (await tx.query(
        `UPDATE outbox_message SET sent_at = clock_timestamp(), sends = sends + 1
         WHERE id IN (SELECT id FROM outbox_message WHERE sent_at IS NULL AND done_at IS NULL AND dead_at IS NULL
                      ORDER BY bulk, id LIMIT ${BATCH * 20} FOR UPDATE SKIP LOCKED)
         RETURNING id, event, queue, bulk, sends`,
      )) as [OutboxRow[], number];
      for (const [queue, jobs] of this.jobsFor(rows)) await this.queues.queue(queue).addBulk(jobs);
      return rows.length;
    });
  }

  /** Rows handed over long ago without effect (a lost queue, a job given up) are offered again. */
  async reconcile(): Promise<number> {
    const [, count] = (await this.dataSource.query(
      `UPDATE outbox_message SET sent_at = NULL
       WHERE done_at IS NULL AND dead_at IS NULL AND sent_at < clock_timestamp() - make_interval(secs => $1)`,
      [this.settings.resendMs / 1000],
    )) as [unknown, number];
    return count;
  }

  private jobsFor(rows: readonly OutboxRow[]) {
    const live = rows.filter((row) => !row.bulk).map((row) => [row]);
    const byEvent = groupBy(
      rows.filter((row) => row.bulk),
      (row) => `${row.queue} ${row.event}`,
    );
    const bulk = [...byEvent.values()].flatMap((group) =>
      Array.from({ length: Math.ceil(group.length / BATCH) }, (_, at) => group.slice(at * BATCH, (at + 1) * BATCH)),
    );
    const jobs = [...live, ...bulk].map((group) => {
      const first = group[0]!;
      return {
        queue: first.queue,
        job: {
          name: first.event,
          data: { oids: group.map((row) => row.id) },
          // Never the same id twice: a re-sent row must not be taken for a job that the queue still remembers.
          opts: {
            jobId: `outbox-${first.id}-${first.sends}`,
            priority: first.bulk ? priorities.bulk : priorities.live,
          },
        },
      };
    });
    return [...groupBy(jobs, ({ queue }) => queue)].map(
      ([queue, list]) => [queue, list.map(({ job }) => job)] as const,
    );
  }

  private async listen(): Promise<void> {
    if (this.listener) return;
    const client = new Client({ ...connectionOf(this.settings.url), keepAlive: true } as never);
    client.on('error', () => (this.listener = undefined));
    client.on('notification', () => this.wake?.());
    await client.connect();
    await client.query('LISTEN outbox_message');
    this.listener = client;
  }

  private async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopping) this.wake();
    });
    this.wake = undefined;
  }
}
