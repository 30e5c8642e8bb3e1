import type { Identification } from '../api/identifications';

/** A section of an identification's page: what it shows, and how it says that something was done. */
export interface Part {
  readonly it: Identification;
  readonly onDone: () => Promise<unknown>;
}
