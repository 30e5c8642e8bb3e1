/** Where the search for one missing person stands. */
export const caseStatuses = [
  'open',
  'tracing',
  'suspended',
  'located_alive',
  'identified',
  'fate_clarified',
  'closed',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/**
 * Legal changes by the case's owner. `identified` is reached, and left, only by an identification or its reversal
 * (`identificationChanges`), never by hand: no list of statuses may be clicked through to a death.
 */
const changes: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  open: ['tracing', 'suspended', 'located_alive', 'fate_clarified', 'closed'],
  tracing: ['suspended', 'located_alive', 'fate_clarified', 'closed'],
  suspended: ['tracing', 'located_alive', 'fate_clarified', 'closed'],
  located_alive: ['tracing', 'closed'],
  identified: ['closed'],
  fate_clarified: ['tracing', 'closed'],
  closed: ['tracing'],
};

/** Whose fate is not settled may yet be identified; `fate_clarified` too, since it is still compared with new remains. */
const identifiable: readonly CaseStatus[] = ['open', 'tracing', 'suspended', 'fate_clarified', 'closed'];

export const mayChange = (from: CaseStatus, to: CaseStatus): boolean => changes[from].includes(to);
export const mayBecomeIdentified = (from: CaseStatus): boolean => identifiable.includes(from);

/** What the outside is told: four gentle words, and nothing that a death, a find or an identification would change. */
export const outwardStatuses = ['registered', 'searching', 'please_contact_your_desk', 'closed'] as const;
export type OutwardStatus = (typeof outwardStatuses)[number];

/** The outward word of a status. `located_alive` reads like any other closed file, so that a refusal of contact cannot be read from it. */
export function outwardOf(status: CaseStatus): OutwardStatus {
  if (status === 'open') return 'registered';
  if (status === 'closed' || status === 'located_alive') return 'closed';
  return 'searching';
}

/** A suspended case is looked at again within a year, any other within this many days unless its owner says otherwise. */
export const REVIEW_DAYS = 90;
export const LONGEST_REVIEW_DAYS = 366;

/** Day plus days, as ISO days in UTC. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
