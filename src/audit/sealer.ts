import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database, systemActor, type Tx } from '../platform';
import { chainOf, genesis, linkHash } from './core/chain';
import { type EntryRow, hashedColumns } from './entries';

const BATCH = 5000;
/** Any number, the same in every process: only one sealer links at a time. */
const SEALER_LOCK = 7_201_842;

/**
 * Links committed entries into the chain of their country and day, every second. Only entries below the snapshot
 * horizon are taken: one with a lower id may still be uncommitted, and would otherwise come too late for its place.
 */
@Injectable()
export class AuditSealer implements OnApplicationShutdown {
  private readonly logger = new Logger(AuditSealer.name);
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  start(everyMs = 1000): void {
    const turn = async () => {
      try {
        while ((await this.sealOnce()) === BATCH);
      } catch (error) {
        this.logger.warn(`the audit chain waits: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (this.timer) this.timer = setTimeout(() => (this.current = turn()), everyMs);
    };
    this.timer = setTimeout(() => (this.current = turn()), everyMs);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.current;
  }

  /** Links one batch; answers how many entries. */
  async sealOnce(): Promise<number> {
    return this.database.act(systemActor('audit sealer'), async (tx) => {
      const [{ locked }] = (await tx.query(`SELECT pg_try_advisory_xact_lock($1) AS locked`, [SEALER_LOCK])) as [
        { locked: boolean },
      ];
      if (!locked) return 0;
      const entries = (await tx.query(
        `SELECT ${hashedColumns} FROM audit_entry e
         WHERE NOT e.is_sealed AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
         ORDER BY e.id LIMIT ${BATCH}`,
      )) as EntryRow[];
      if (entries.length > 0) await this.link(tx, entries);
      return entries.length;
    });
  }

  private async link(tx: Tx, entries: readonly EntryRow[]): Promise<void> {
    const heads = await this.heads(tx, [...new Set(entries.map(chainOf))]);
    const links = entries.map((entry) => {
      const chain = chainOf(entry);
      const head = heads.get(chain) ?? { position: 0, hash: genesis(chain) };
      const position = head.position + 1;
      const hash = linkHash(head.hash, position, entry);
      heads.set(chain, { position, hash });
      return { id: entry.id, chain, position, hash };
    });
    await tx.query(
      `INSERT INTO audit_link (entry_id, chain, position, hash)
       SELECT unnest($1::bigint[]), unnest($2::text[]), unnest($3::int[]), unnest($4::bytea[])`,
      [
        links.map(({ id }) => id),
        links.map(({ chain }) => chain),
        links.map(({ position }) => position),
        links.map(({ hash }) => hash),
      ],
    );
    await tx.query(`UPDATE audit_entry SET is_sealed = true WHERE id = ANY($1::bigint[])`, [links.map(({ id }) => id)]);
  }

  private async heads(tx: Tx, chains: readonly string[]): Promise<Map<string, { position: number; hash: Buffer }>> {
    const rows = (await tx.query(
      `SELECT head.* FROM unnest($1::text[]) AS of_chain
       CROSS JOIN LATERAL (SELECT chain, position, hash FROM audit_link WHERE chain = of_chain ORDER BY position DESC LIMIT 1) head`,
      [chains],
    )) as { chain: string; position: number; hash: Buffer }[];
    return new Map(rows.map((row) => [row.chain, row]));
  }
}
