import { SetMetadata } from '@nestjs/common';
import type { Tx } from '../database/database';
import type { EventDefinition } from './events';

/** An event as a listener receives it. */
export interface Heard<Key extends string = string> {
  /** Id of the outbox row; one effect for each. */
  readonly messageId: string;
  readonly ids: Readonly<Record<Key, string>>;
  readonly bulk: boolean;
}

/**
 * Hears one event on one queue. `prepare` may read and compute at length, outside any transaction; `handle` applies
 * the effect, in one transaction with the inbox rows that make it happen once. Both may be repeated.
 */
export interface EventListener<Key extends string = string, Prepared = unknown> {
  prepare?(heard: readonly Heard<Key>[]): Promise<Prepared>;
  handle(tx: Tx, heard: readonly Heard<Key>[], prepared: Prepared): Promise<void>;
}

export interface Hearing {
  readonly queue: string;
  readonly event: string;
}
export const HEARING = 'cairn:hears';

/** Declares that this provider (an `EventListener`) hears `event` on `queue`. The worker's start checks it against routes.ts. */
export const Hears = (queue: string, event: EventDefinition) =>
  SetMetadata(HEARING, { queue, event: event.name } satisfies Hearing);
