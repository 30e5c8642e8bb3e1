import { custodyGaps, type Handover } from './custody';
import type { Grave } from './whereabouts';

export const timelineKinds = [
  ...(['recovered', 'recorded', 'changed', 'status', 'examination', 'sample'] as const),
  ...(['custody', 'custody_gap', 'buried', 'exhumed', 'corrected'] as const),
] as const;

export interface TimelineEntry {
  /** ISO day or time; an EDTF date for the recovery. */
  readonly at: string;
  readonly kind: (typeof timelineKinds)[number];
  readonly id: string | null;
  /** A status, a kind of examination, a label, a holder, a cemetery. */
  readonly what: string;
  readonly by: string | null;
  /** Why the entry no longer stands, where a correction struck it; null where it stands. */
  readonly struckBecause: string | null;
}

interface Happened {
  readonly recordedAt: string;
  readonly recoveredOn: string | null;
  readonly changedAt: readonly string[];
  readonly statusChanges: readonly {
    readonly id: string;
    readonly to: string;
    readonly on: string;
    readonly by: string;
  }[];
  readonly examinations: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly on: string | null;
    readonly by: string | null;
    readonly at: string;
  }[];
  readonly samples: readonly {
    readonly id: string;
    readonly label: string;
    readonly takenOn: string | null;
    readonly at: string;
  }[];
  readonly custody: readonly (Handover & { readonly enteredBy: string })[];
  readonly corrections: readonly {
    readonly id: string;
    readonly kind: 'sample' | 'custody';
    readonly corrects: string;
    readonly what: string;
    /** ISO day of what was struck; null where it had none. */
    readonly on: string | null;
    readonly enteredAt: string;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  }[];
  readonly graves: readonly Grave[];
}

/** All that happened to remains, earliest first; what has no day of its own stands at the time of its entry. */
export function timelineOf(happened: Happened): TimelineEntry[] {
  const { statusChanges, examinations, samples, custody, graves, corrections } = happened;
  const entry = (
    kind: TimelineEntry['kind'],
    at: string,
    what: string,
    id: string | null = null,
    by: string | null = null,
  ) => ({
    ...{ at, kind, id, what, by },
    struckBecause: null as string | null,
  });
  const entries: TimelineEntry[] = [
    ...(happened.recoveredOn === null ? [] : [entry('recovered', happened.recoveredOn, '')]),
    entry('recorded', happened.recordedAt, ''),
    ...happened.changedAt.map((at) => entry('changed', at, '')),
    ...statusChanges.map(({ id, to, on, by }) => entry('status', on, to, id, by)),
    ...examinations.map(({ id, kind, on, at, by }) => entry('examination', on ?? at, kind, id, by)),
    ...samples.map(({ id, label, takenOn, at }) => entry('sample', takenOn ?? at, label, id)),
    ...custodyGaps(custody).map(({ handoverId, since, until }) => entry('custody_gap', until, since ?? '', handoverId)),
    ...custody.map(({ id, on, to, enteredBy }) => entry('custody', on, to, id, enteredBy)),
    // What was struck stays where it stood, and the correction stands where it was made.
    ...corrections.flatMap(({ id, kind, corrects, what, on, enteredAt, reason, by, at }) => [
      { ...entry(kind, on ?? enteredAt, what, corrects), struckBecause: reason },
      entry('corrected', at, what, id, by),
    ]),
    ...graves.flatMap(({ from, to, cemetery }) => [
      entry('buried', from ?? happened.recordedAt, cemetery ?? ''),
      ...(to === null ? [] : [entry('exhumed', to, cemetery ?? '')]),
    ]),
  ];
  return entries
    .map((item, index) => ({ item, index }))
    .sort((a, b) => (dayOf(a.item) === dayOf(b.item) ? a.index - b.index : dayOf(a.item) < dayOf(b.item) ? -1 : 1))
    .map(({ item }) => item);
}

const dayOf = ({ at }: TimelineEntry): string => at.replace(/^\.\.\//, '').slice(0, 10);
