import type { CaseStatus } from './status';

/** While a search goes on, or may go on again, its review is somebody's work; what is settled is reviewed no more. */
const reviewed: Readonly<Record<CaseStatus, boolean>> = {
  open: true,
  tracing: true,
  suspended: true,
  // Still compared with new remains, and the certainty of the fate may be another in a year.
  fate_clarified: true,
  located_alive: false,
  identified: false,
  closed: false,
};
export const reviewedStatuses = (Object.keys(reviewed) as CaseStatus[]).filter((status) => reviewed[status]);

/** What was said last about a day that fell due: of which day, and to whom. */
export interface Said {
  readonly day: string;
  readonly to: string;
}

/**
 * Whether a person is to be told that a day has come. Once for each day and person: again when the day was moved and has
 * come anew, or when somebody else answers for it now; never because a worker began anew.
 */
export const isToBeSaid = (due: Said, said: Said | null, today: string): boolean =>
  due.day <= today && (said === null || said.day !== due.day || said.to !== due.to);
