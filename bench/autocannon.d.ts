/** The little of autocannon that the benchmarks use; it brings no types of its own. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  interface SentRequest {
    readonly method?: string;
    readonly path?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly setupRequest?: (request: SentRequest) => SentRequest;
  }
  interface Settings {
    readonly url: string;
    readonly connections: number;
    readonly overallRate: number;
    readonly duration: number;
    readonly requests: readonly SentRequest[];
  }
  interface Run extends EventEmitter, PromiseLike<unknown> {
    on(event: 'response', hear: (client: unknown, status: number, bytes: number, milliseconds: number) => void): this;
  }
  export default function autocannon(settings: Settings): Run;
}
