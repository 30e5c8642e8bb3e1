import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database';
import { KeyRing } from './key-ring';
import { openBytes, sealBytes } from './seal';

/** Where a sealed value lies and whose key opens it. */
export interface SealedPlace {
  /** Whose key it is: a report, remains or a case. Destroying that key destroys all it sealed. */
  readonly scope: string;
  /** ISO 3166-1 alpha-3 of the desk that took the data. */
  readonly country: string;
  readonly dataClass: 'ante_mortem' | 'post_mortem' | 'contact' | 'case_notes' | 'dna' | 'identification';
  readonly table: string;
  readonly id: string;
}

const CACHE_LIMIT = 50_000;
const keyName = (place: SealedPlace): string => `${place.scope}|${place.dataClass}`;
const whereOf = (place: SealedPlace): string => `${place.table}|${place.id}|${place.dataClass}`;

/** Seals and opens the sensitive values of records: the only way to write or read them. */
@Injectable()
export class Secrets {
  /** Opened case keys; a process that may open them at all gains nothing by opening them again. */
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly ring: KeyRing) {}

  async seal(tx: Tx, place: SealedPlace, value: unknown): Promise<Buffer> {
    return (await this.sealMany(tx, [{ place, value }]))[0]!;
  }

  async sealMany(
    tx: Tx,
    items: readonly { readonly place: SealedPlace; readonly value: unknown }[],
  ): Promise<Buffer[]> {
    const keys = await this.keysFor(
      tx,
      items.map(({ place }) => place),
      'make',
    );
    return items.map(({ place, value }) =>
      sealBytes(keys.get(keyName(place))!, whereOf(place), Buffer.from(JSON.stringify(value))),
    );
  }

  async open<T>(tx: Tx, place: SealedPlace, sealed: Buffer): Promise<T> {
    return (await this.openMany<T>(tx, [{ place, sealed }]))[0]!;
  }

  /** Opens many values with one query for their keys. Throws `SealBrokenError` on the first that does not open. */
  async openMany<T>(tx: Tx, items: readonly { readonly place: SealedPlace; readonly sealed: Buffer }[]): Promise<T[]> {
    const keys = await this.keysFor(
      tx,
      items.map(({ place }) => place),
      'find',
    );
    return items.map(
      ({ place, sealed }) =>
        JSON.parse(
          openBytes(keys.get(keyName(place)) ?? Buffer.alloc(32), whereOf(place), sealed).toString('utf8'),
        ) as T,
    );
  }

  /** Destroys the keys of a scope: what they sealed can never be read again. */
  async shred(tx: Tx, scope: string): Promise<void> {
    await tx.query(`DELETE FROM data_key WHERE scope = $1`, [scope]);
    for (const name of this.keys.keys()) if (name.startsWith(`${scope}|`)) this.keys.delete(name);
  }

  private async keysFor(
    tx: Tx,
    places: readonly SealedPlace[],
    missing: 'make' | 'find',
  ): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    const wanted = new Map<string, SealedPlace>();
    for (const place of places) {
      const cached = this.keys.get(keyName(place));
      if (cached) found.set(keyName(place), cached);
      else wanted.set(keyName(place), place);
    }
    if (wanted.size === 0) return found;
    const list = [...wanted.values()];
    if (missing === 'make') await this.makeMissing(tx, list);
    const rows = (await tx.query(
      `SELECT scope, data_class, country, wrapped, created_at = now() AS "isOwn" FROM data_key
       WHERE (scope, data_class) IN (SELECT unnest($1::uuid[]), unnest($2::text[]))`,
      [list.map(({ scope }) => scope), list.map(({ dataClass }) => dataClass)],
    )) as { scope: string; data_class: string; country: string; wrapped: Buffer; isOwn: boolean }[];
    if (this.keys.size > CACHE_LIMIT) this.keys.clear();
    for (const row of rows) {
      const name = `${row.scope}|${row.data_class}`;
      const key = openBytes(this.ring.wrappingKey(row.country, row.data_class), `data_key|${name}`, row.wrapped);
      found.set(name, key);
      // A key made in this very transaction may yet be rolled back with it. Kept, it would seal the next attempt's values
      // with a key that is stored nowhere; so only keys that were there before the transaction began are kept.
      if (!row.isOwn) this.keys.set(name, key);
    }
    return found;
  }

  private async makeMissing(tx: Tx, places: readonly SealedPlace[]): Promise<void> {
    const wrapped = places.map((place) =>
      sealBytes(this.ring.wrappingKey(place.country, place.dataClass), `data_key|${keyName(place)}`, randomBytes(32)),
    );
    await tx.query(
      `INSERT INTO data_key (scope, data_class, country, wrapped)
       SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::text[]), unnest($4::bytea[]) ON CONFLICT DO NOTHING`,
      [
        places.map(({ scope }) => scope),
        places.map(({ dataClass }) => dataClass),
        places.map(({ country }) => country),
        wrapped,
      ],
    );
  }
}
