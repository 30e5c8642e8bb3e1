import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Tx } from '../platform';
import { type ChainHead, faultOf, type LinkedEntry, startOf } from './core/chain';
import { hashedColumns } from './entries';

/** What a walk along the chains found. */
export interface Verdict {
  readonly entries: number;
  readonly chains: number;
  /** The first bad entry of each chain that has one. */
  readonly faults: readonly {
    readonly chain: string;
    readonly position: number;
    readonly entryId: string | null;
    readonly fault: string;
  }[];
  /** Entries that have waited for the sealer for more than a minute. */
  readonly unsealedOverAMinute: number;
}

const PAGE = 10_000;
type LinkedRow = LinkedEntry & { readonly entryId: string };

/** Recomputes every link from the entries themselves: an edit, a deletion, an insertion or a swap shows at its place. */
@Injectable()
export class AuditVerification {
  constructor(private readonly database: Database) {}

  async verify(actor: Actor, onProgress: (entries: number) => void = () => undefined): Promise<Verdict> {
    return this.database.read(actor, async (tx) => {
      const faults: { chain: string; position: number; entryId: string | null; fault: string }[] = [];
      const heads = new Map<string, ChainHead>();
      const broken = new Set<string>();
      let entries = 0;
      for await (const link of this.links(tx)) {
        entries++;
        if (entries % PAGE === 0) onProgress(entries);
        if (broken.has(link.chain)) continue;
        const head = heads.get(link.chain) ?? startOf(link.chain);
        const fault = faultOf(link, head);
        if (fault) {
          broken.add(link.chain);
          faults.push({ chain: link.chain, position: link.position, entryId: link.entryId, fault });
        } else heads.set(link.chain, { position: link.position, hash: link.hash });
      }
      const strays = (await tx.query(
        `SELECT e.id::text AS id FROM audit_entry e LEFT JOIN audit_link l ON l.entry_id = e.id
         WHERE e.is_sealed AND l.entry_id IS NULL ORDER BY e.id LIMIT 100`,
      )) as { id: string }[];
      for (const { id } of strays)
        faults.push({ chain: '?', position: 0, entryId: id, fault: 'marked as sealed, but in no chain' });
      const [{ waiting }] = (await tx.query(
        `SELECT count(*)::int AS waiting FROM audit_entry WHERE NOT is_sealed AND at < clock_timestamp() - interval '1 minute'`,
      )) as [{ waiting: number }];
      return {
        entries,
        chains: heads.size + [...broken].filter((chain) => !heads.has(chain)).length,
        faults,
        unsealedOverAMinute: waiting,
      };
    });
  }

  private async *links(tx: Tx): AsyncGenerator<LinkedRow> {
    let [chain, position] = ['', 0];
    for (;;) {
      const page = (await tx.query(
        `SELECT l.entry_id::text AS "entryId", l.chain, l.position, l.hash, ${hashedColumns}
         FROM audit_link l LEFT JOIN audit_entry e ON e.id = l.entry_id
         WHERE (l.chain, l.position) > ($1, $2) ORDER BY l.chain, l.position LIMIT ${PAGE}`,
        [chain, position],
      )) as LinkedRow[];
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      [chain, position] = [last.chain, last.position];
    }
  }
}
