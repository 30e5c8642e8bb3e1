import { Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import { type Job, UnrecoverableError } from 'bullmq';
import type { DataSource } from 'typeorm';
import { systemActor } from '../actor';
import { Database } from '../database/database';
import { isUnreachable } from '../database/unreachable';
import { Queues } from '../queue/queues';
import { routesInForce } from './events';
import { type EventListener, type Heard, HEARING, type Hearing } from './listener';

interface JobData {
  readonly oids: readonly string[];
}

/** Takes jobs from the queues and gives them to the listeners, each outbox row with effect exactly once. */
@Injectable()
export class Inbox {
  private readonly logger = new Logger(Inbox.name);
  private readonly listeners = new Map<string, EventListener>();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Starts a worker for each queue. Refuses to start where routes.ts and the listeners differ. */
  start(how: { readonly lockMs: number; readonly concurrency?: number }): void {
    this.collect();
    const routed = Object.entries(routesInForce()).flatMap(([event, queues]) =>
      queues.map((queue) => `${queue} ${event}`),
    );
    const unheard = routed.filter((key) => !this.listeners.has(key));
    const unrouted = [...this.listeners.keys()].filter((key) => !routed.includes(key));
    if (unheard.length > 0 || unrouted.length > 0)
      throw new Error(
        `routes.ts and listeners differ: nobody hears [${unheard.join(', ')}], not routed [${unrouted.join(', ')}]`,
      );
    for (const queue of new Set(routed.map((key) => key.split(' ')[0]!)))
      this.queues.work(queue, (job: Job<JobData>) => this.process(queue, job), {
        lockMs: how.lockMs,
        concurrency: how.concurrency ?? 2,
      });
  }

  private collect(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!instance || !metatype) continue;
      const hearing = this.reflector.get<Hearing | undefined>(HEARING, metatype);
      if (hearing) this.listeners.set(`${hearing.queue} ${hearing.event}`, instance as EventListener);
    }
  }

  private async process(queue: string, job: Job<JobData>): Promise<void> {
    const listener = this.listeners.get(`${queue} ${job.name}`);
    if (!listener) throw new UnrecoverableError(`${queue} does not listen to ${job.name}`);
    try {
      await this.apply(listener, job.data.oids);
    } catch (error) {
      const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      // A database that was away says nothing against the message: the reconciler sends it again.
      if (isLast && !isUnreachable(error)) await this.bury(job.data.oids, error);
      throw error;
    }
  }

  /** One effect for each message, however often it is delivered. Public for the tests that deliver twice. */
  async apply(listener: EventListener, messageIds: readonly string[]): Promise<void> {
    const heard = await this.unheard(messageIds);
    if (heard.length === 0) return;
    const prepared = await listener.prepare?.(heard);
    await this.database.act(systemActor('inbox'), async (tx) => {
      const fresh = (await tx.query(
        `INSERT INTO inbox_message (oid) SELECT unnest($1::bigint[]) ON CONFLICT DO NOTHING RETURNING oid`,
        [heard.map(({ messageId }) => messageId)],
      )) as { oid: string }[];
      const ids = new Set(fresh.map(({ oid }) => oid));
      const mine = heard.filter(({ messageId }) => ids.has(messageId));
      if (mine.length > 0) await listener.handle(tx, mine, prepared);
      await tx.query(`UPDATE outbox_message SET done_at = clock_timestamp() WHERE id = ANY($1::bigint[])`, [
        heard.map(({ messageId }) => messageId),
      ]);
    });
  }

  private async unheard(messageIds: readonly string[]): Promise<Heard[]> {
    const rows = (await this.dataSource.query(
      `SELECT id, payload, bulk FROM outbox_message WHERE id = ANY($1::bigint[]) AND done_at IS NULL AND dead_at IS NULL ORDER BY id`,
      [messageIds],
    )) as { id: string; payload: Record<string, string>; bulk: boolean }[];
    return rows.map(({ id, payload, bulk }) => ({ messageId: id, ids: payload, bulk }));
  }

  /** After the last attempt: one poisoned message must not hold its batch back, so a batch is tried row by row first. */
  private async bury(messageIds: readonly string[], error: unknown): Promise<void> {
    if (messageIds.length > 1) {
      await this.dataSource.query(
        `UPDATE outbox_message SET bulk = false, sent_at = NULL WHERE id = ANY($1::bigint[]) AND done_at IS NULL`,
        [messageIds],
      );
      return;
    }
    const cause = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 2000) : 'unknown';
    this.logger.error(`message ${messageIds[0]} given up: ${cause}`);
    await this.dataSource.query(
      `UPDATE outbox_message SET dead_at = clock_timestamp(), cause = $2 WHERE id = ANY($1::bigint[]) AND done_at IS NULL`,
      [messageIds, cause],
    );
  }
}
