import type { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager, QueryFailedError } from 'typeorm';
import type { Actor } from '../actor';

/** A transaction: TypeORM's entity manager bound to it. What takes a `Tx` cannot be called outside one. */
export type Tx = EntityManager;

const mayRepeat = (error: unknown): boolean =>
  error instanceof QueryFailedError && ['40001', '40P01'].includes((error.driverError as { code?: string }).code ?? '');

/** The only way to the database: one act, one transaction, for a named actor. */
@Injectable()
export class Database {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {
    outliveLostConnections(dataSource);
  }

  /** Runs an act in one transaction. A deadlock or a serialisation failure is repeated three times, so `work` must be repeatable. */
  async act<T>(_actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(work);
      } catch (error) {
        if (attempt > 3 || !mayRepeat(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20 * attempt * (1 + Math.random())));
      }
    }
  }

  /** Reads in one snapshot; the database refuses any write in it. */
  async read<T>(_actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      await tx.query('SET TRANSACTION READ ONLY');
      return work(tx);
    });
  }
}

/**
 * A connection cut by the server reports two errors, its end and what was said before. TypeORM stops listening at the
 * first; the second, unheard, would end the process. The statement in hand is told of it all the same.
 */
function outliveLostConnections(dataSource: DataSource): void {
  const pool = (dataSource.driver as unknown as { readonly master: EventEmitter }).master;
  const known = new WeakSet<EventEmitter>();
  pool.on('acquire', (client: EventEmitter) => {
    if (known.has(client)) return;
    known.add(client);
    client.on('error', () => undefined);
  });
}
