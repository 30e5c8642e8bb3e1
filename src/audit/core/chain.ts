import { createHash } from 'node:crypto';

/** An audit entry as it is hashed: every column that says something, in a fixed order. */
export interface HashedEntry {
  readonly id: string;
  /** ISO time with microseconds, as PostgreSQL gives it. */
  readonly at: string;
  readonly act: string;
  readonly userId: string | null;
  readonly actorName: string;
  readonly organisationId: string | null;
  readonly country: string | null;
  readonly roles: readonly string[];
  readonly via: string;
  readonly isSystem: boolean;
  readonly requestId: string;
  readonly subject: string | null;
  readonly fields: readonly string[];
  readonly reason: string | null;
  readonly purpose: string | null;
}

/** What the first entry of a chain is linked to: the chain's own name, so that chains cannot be exchanged. */
export const genesis = (chain: string): Buffer => createHash('sha256').update(`cairn audit chain ${chain}`).digest();

/** The chain an entry belongs to: country (or `---` for the system) and UTC day. */
export const chainOf = (entry: Pick<HashedEntry, 'country' | 'at'>): string =>
  `${entry.country ?? '---'}/${entry.at.slice(0, 10)}`;

/** h(n) = SHA-256(h(n-1) || position || entry), the entry as JSON of an array, so that no two entries read alike. */
export function linkHash(previous: Buffer, position: number, entry: HashedEntry): Buffer {
  const row = [
    ...[entry.id, entry.at, entry.act, entry.userId, entry.actorName, entry.organisationId, entry.country, entry.roles],
    ...[entry.via, entry.isSystem, entry.requestId, entry.subject, entry.fields, entry.reason, entry.purpose],
  ];
  return createHash('sha256')
    .update(previous)
    .update(String(position))
    .update('\n')
    .update(JSON.stringify(row))
    .digest();
}

/** A sealed entry with its link, as the walk along a chain meets them; `id` is null where the entry itself is gone. */
export type LinkedEntry = Omit<HashedEntry, 'id'> & {
  readonly id: string | null;
  readonly chain: string;
  readonly position: number;
  readonly hash: Buffer;
};

/** How far a walk along a chain has come. */
export interface ChainHead {
  readonly position: number;
  readonly hash: Buffer;
}

export const startOf = (chain: string): ChainHead => ({ position: 0, hash: genesis(chain) });

/** What is wrong with the next link after `head`; null where it follows. */
export function faultOf(link: LinkedEntry, head: ChainHead): string | null {
  if (link.position !== head.position + 1) return `an entry is missing before position ${link.position}`;
  if (link.id === null) return 'the entry was deleted';
  if (chainOf(link) !== link.chain) return 'the entry belongs to another chain';
  if (!linkHash(head.hash, link.position, { ...link, id: link.id }).equals(link.hash))
    return 'the entry or its link was changed';
  return null;
}
