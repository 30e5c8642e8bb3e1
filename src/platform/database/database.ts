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
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

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
