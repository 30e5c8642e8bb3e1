import { type CustodyGap, custodyGaps, type Handover, handoverAt, inOrder } from './custody';

export interface Grave {
  readonly cemetery: string | null;
  readonly plot: string | null;
  readonly row: string | null;
  readonly number: string | null;
  /** ISO days; null where unknown, or still there. */
  readonly from: string | null;
  readonly to: string | null;
}

/** All that says where remains were: from their recovery to their grave and home. */
export interface Traces {
  /** ISO day of the recovery, or the earliest it may have been; null where unknown or not recovered. */
  readonly recoveredFrom: string | null;
  readonly recoveryPlace: string | null;
  readonly isRecovered: boolean;
  readonly custody: readonly (Handover & { readonly place: string | null })[];
  readonly graves: readonly Grave[];
  /** What the record said of their place, and from which day it said so. */
  readonly locations: readonly { readonly since: string; readonly words: string | null }[];
}

export interface Whereabouts {
  readonly kind: 'grave' | 'custody' | 'location' | 'place_of_recovery' | 'not_recovered' | 'unknown';
  readonly place: string | null;
  readonly grave: Grave | null;
  readonly holder: string | null;
  /** ISO day from which this is known; null where it has no date. */
  readonly since: string | null;
  /** The chain of custody was broken on the way here. */
  readonly gaps: readonly CustodyGap[];
}

/**
 * "Where is this person?" at the end of a day. The latest dated fact on or before that day answers, a grave before a
 * hand-over of the same day; then a grave without a date, what the record said, the place of recovery.
 */
export function whereIs(traces: Traces, day: string): Whereabouts {
  const handover = handoverAt(traces.custody, day);
  const holder = handover?.to ?? inOrder(traces.custody)[0]?.from ?? null;
  const gaps = custodyGaps(traces.custody).filter(({ until }) => until <= day);
  const answer = (kind: Whereabouts['kind'], said: Partial<Whereabouts> = {}): Whereabouts => ({
    ...{ kind, place: null, grave: null, holder, since: null, gaps },
    ...said,
  });
  const inGrave = traces.graves.filter(({ to }) => to === null || to > day);
  const dated = inGrave
    .filter(({ from }) => from !== null && from <= day)
    .sort((a, b) => (a.from! < b.from! ? 1 : -1))[0];
  if (dated && (handover === undefined || handover.on <= dated.from!))
    return answer('grave', { grave: dated, place: dated.cemetery, since: dated.from });
  if (handover !== undefined) return answer('custody', { place: handover.place, since: handover.on });
  const isBefore = traces.recoveredFrom !== null && day < traces.recoveredFrom;
  const undated = inGrave.find(({ from }) => from === null);
  if (undated && !isBefore) return answer('grave', { grave: undated, place: undated.cemetery });
  if (isBefore || !traces.isRecovered) {
    const seen = saidOn(traces, day)?.words ?? traces.recoveryPlace;
    return answer('not_recovered', { place: traces.isRecovered ? null : seen, holder: null });
  }
  const said = saidOn(traces, day);
  if (said?.words) return answer('location', { place: said.words, since: said.since });
  if (traces.recoveryPlace !== null)
    return answer('place_of_recovery', { place: traces.recoveryPlace, since: traces.recoveredFrom });
  return answer('unknown');
}

const saidOn = ({ locations }: Traces, day: string) =>
  [...locations].sort((a, b) => (a.since < b.since ? -1 : 1)).findLast(({ since }) => since <= day);
