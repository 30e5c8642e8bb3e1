import type { Tx } from '../database/database';

/** What happened, by a past participle, with the ids of what it happened to. Never data: queues are clear text. */
export interface EventDefinition<Key extends string = string> {
  readonly name: string;
  readonly keys: readonly Key[];
}

export type EventIds<E extends EventDefinition> = Readonly<Record<E['keys'][number], string>>;

export function defineEvent<const Keys extends readonly string[]>(
  name: string,
  ...keys: Keys
): EventDefinition<Keys[number]> {
  return { name, keys };
}

/** Event name -> the queues that hear it. */
export type Routes = Readonly<Record<string, readonly string[]>>;

let routes: Routes | undefined;

/** Called once by `src/routes.ts`, the page that shows the whole asynchronous wiring. */
export function defineRoutes(table: Routes): Routes {
  routes = table;
  return table;
}

export function routesInForce(): Routes {
  if (!routes) throw new Error('src/routes.ts was not loaded');
  return routes;
}

/**
 * Writes the event to the outbox in the act's own transaction: one row for each queue that hears it. The relay moves
 * committed rows to the queues. `bulk` marks rows of an import, which let live records go first.
 */
export async function publish<Key extends string>(
  tx: Tx,
  event: EventDefinition<Key>,
  ids: Readonly<Record<Key, string>> | readonly Readonly<Record<Key, string>>[],
  how: { readonly bulk?: boolean } = {},
): Promise<void> {
  const queues = routesInForce()[event.name];
  if (!queues) throw new Error(`src/routes.ts does not say who hears ${event.name}`);
  const payloads = Array.isArray(ids) ? ids : [ids];
  if (queues.length === 0 || payloads.length === 0) return;
  await tx.query(
    `INSERT INTO outbox_message (event, queue, payload, bulk)
     SELECT $1, queue, payload, $4 FROM unnest($2::text[]) queue, unnest($3::jsonb[]) payload`,
    [event.name, queues, payloads.map((payload) => JSON.stringify(payload)), how.bulk ?? false],
  );
}
