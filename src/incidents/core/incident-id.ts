import { createHash } from 'node:crypto';

/** The id of a register's row: the same row gives the same id in every import, and in every Cairn. */
export function incidentIdOf(key: { source: string; mainId: string; incidentId: string; ordinal: number }): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([key.source, key.mainId, key.incidentId, key.ordinal]))
    .digest();
  digest[6] = (digest[6]! & 0x0f) | 0x80; // version 8: made by a rule of one's own (RFC 9562)
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
