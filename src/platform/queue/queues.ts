import {
  Queue,
  QueueEvents,
  setDefaultBackendFactory,
  Worker,
  createPostgresBackend,
  type Processor,
  type QueueOptions,
} from 'bullmq';
import type { RedisOptions } from 'ioredis';
import { connectionOf } from '../database/connection';

/** Where jobs wait. Both engines pass the same tests; what is in them may be lost at any moment. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  readonly url: string;
  /** Keeps the queues of several desks apart on one Redis. */
  readonly prefix?: string;
}

/** BullMQ's tables lie in their own schema, migrated by the migrator and only used here. */
export const QUEUE_SCHEMA = 'bullmq';

/** Jobs of one name wait in one queue; a number that is lower goes first. */
export const priorities = { live: 1, bulk: 10 } as const;

/**
 * The one place that knows BullMQ's backends. Producers fail fast, so that a dead Redis delays the relay and never an
 * act; workers wait for it. BullMQ's backend factory is global to a process: one process, one backend.
 */
export class Queues {
  private readonly opened = new Map<string, Queue>();
  private readonly workers: Worker[] = [];

  constructor(private readonly backend: QueueBackend) {
    if (backend.kind === 'postgres') setDefaultBackendFactory(createPostgresBackend as never);
  }

  get kind(): QueueBackend['kind'] {
    return this.backend.kind;
  }

  queue(name: string): Queue {
    const known = this.opened.get(name);
    if (known) return known;
    const queue = new Queue(name, {
      connection: this.connection('producer'),
      prefix: this.backend.prefix ?? 'cairn',
      defaultJobOptions: {
        attempts: 5,
        backoff: { type: 'exponential', delay: 500 },
        removeOnComplete: true,
        removeOnFail: true,
      },
    } as QueueOptions);
    // BullMQ reports lost connections as events; unheard they would end the process.
    queue.on('error', () => undefined);
    this.opened.set(name, queue);
    return queue;
  }

  work(name: string, processor: Processor, how: { readonly concurrency: number; readonly lockMs: number }): Worker {
    const worker = new Worker(name, processor, {
      connection: this.connection('worker') as never,
      prefix: this.backend.prefix ?? 'cairn',
      concurrency: how.concurrency,
      lockDuration: how.lockMs,
      stalledInterval: how.lockMs,
      // The reconciler re-sends what has no effect, so a job hit twice by dying workers may be dropped safely; until
      // then let another worker try it.
      maxStalledCount: 10,
      drainDelay: 5,
    });
    worker.on('error', () => undefined);
    this.workers.push(worker);
    return worker;
  }

  /** Throws what is in a queue away, as a lost Redis would. For tests and repairs: the outbox sends it again. */
  async obliterate(name: string): Promise<void> {
    await this.queue(name).obliterate({ force: true });
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.opened.values()].map((queue) => queue.close()));
    this.workers.length = 0;
    this.opened.clear();
  }

  private connection(side: 'producer' | 'worker') {
    if (this.backend.kind === 'redis') {
      const patience =
        side === 'producer' ? { enableOfflineQueue: false, maxRetriesPerRequest: 1 } : { maxRetriesPerRequest: null };
      return { ...redisOptions(this.backend.url), ...patience } as never;
    }
    return { ...connectionOf(this.backend.url), schema: QUEUE_SCHEMA, migrate: false, max: 2 } as never;
  }
}

/** Creates or updates BullMQ's own tables; run by the migrator with the rights to do so. */
export async function migrateQueueSchema(adminUrl: string): Promise<void> {
  setDefaultBackendFactory(createPostgresBackend as never);
  const events = new QueueEvents('migrations', {
    connection: { ...connectionOf(adminUrl), schema: QUEUE_SCHEMA, migrate: true, max: 2 } as never,
    autorun: false,
  });
  events.on('error', () => undefined);
  await events.waitUntilReady();
  await events.close();
}

/** A redis:// URL as options: BullMQ closes the connections that it opened itself, and no others. */
function redisOptions(url: string): RedisOptions {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: port ? Number(port) : 6379,
    db: Number(pathname.slice(1) || 0),
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
}
