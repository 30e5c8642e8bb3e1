/** What is known of the cluster that a database lies in and of the one that gave its transaction ids. */
export interface ClusterFacts {
  /** System identifier of this cluster. */
  readonly present: string;
  /** The one noted when the database was last opened; null where nobody has noted any. */
  readonly noted: string | null;
  /** Whether the database holds transaction ids at all. */
  readonly holdsIds: boolean;
  /** Whether one of them has not been given yet by this cluster. */
  readonly isAhead: boolean;
}

/**
 * `ours`: the ids mean what they say. `unmarked`: nothing to mistake, and the cluster is yet to be noted. `moved`: ids of
 * another cluster, or of one that nobody noted; compared with a horizon of this one they would prove what never happened.
 */
export type ClusterVerdict = 'ours' | 'unmarked' | 'moved';

export function verdictOn({ present, noted, holdsIds, isAhead }: ClusterFacts): ClusterVerdict {
  if (isAhead) return 'moved';
  if (noted === present) return 'ours';
  return holdsIds ? 'moved' : 'unmarked';
}
