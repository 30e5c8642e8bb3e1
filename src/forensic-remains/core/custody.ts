/** One hand-over of remains. `from` is null where nobody knows who held them: a gap, kept and flagged. */
export interface Handover {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  /** ISO day. */
  readonly on: string;
  /** Order of entry, for hand-overs of one day. */
  readonly seq: number;
}

export interface CustodyGap {
  /** The hand-over whose giver is unknown. */
  readonly handoverId: string;
  /** Who last held them for certain, and since when; null where the chain begins with the gap. */
  readonly lastHolder: string | null;
  readonly since: string | null;
  readonly until: string;
}

export type CustodyRefusal =
  | 'forensic-remains.custody-to-oneself'
  | 'forensic-remains.custody-gap'
  | 'forensic-remains.custody-in-the-future'
  | 'forensic-remains.custody-reason-needed';

export const sameHolder = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

export const inOrder = <H extends Handover>(chain: readonly H[]): H[] =>
  [...chain].sort((a, b) => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1));

/** The last hand-over on or before a day; undefined before the first. */
export const handoverAt = <H extends Handover>(chain: readonly H[], day: string): H | undefined =>
  inOrder(chain).findLast(({ on }) => on <= day);

/** Who holds the remains at the end of a day; null where the chain does not say. */
export function holderOn(chain: readonly Handover[], day: string): string | null {
  const last = handoverAt(chain, day);
  if (last) return last.to;
  return inOrder(chain)[0]?.from ?? null;
}

/** Where the chain of custody is broken: a hand-over from an unknown holder, or from another than the one before received. */
export function custodyGaps(chain: readonly Handover[]): CustodyGap[] {
  const ordered = inOrder(chain);
  return ordered.flatMap((handover, index) => {
    const before = ordered[index - 1];
    const isWhole = handover.from !== null && (before === undefined || sameHolder(before.to, handover.from));
    if (isWhole) return [];
    return [{ handoverId: handover.id, lastHolder: before?.to ?? null, since: before?.on ?? null, until: handover.on }];
  });
}

/**
 * Why a hand-over is refused; null where it fits the chain. A gap that happened on paper, outside Cairn, may be entered
 * afterwards with its reason (`isEnteredLater`), as what it is; an act done in Cairn cannot make one. Nor may a hand-over
 * put between two others take the remains from under the next giver.
 */
export function refusalOfHandover(
  chain: readonly Handover[],
  next: Omit<Handover, 'id' | 'seq'> & { readonly isEnteredLater: boolean; readonly reason: string | null },
  today: string,
): CustodyRefusal | null {
  if (next.from !== null && sameHolder(next.from, next.to)) return 'forensic-remains.custody-to-oneself';
  if (next.on > today) return 'forensic-remains.custody-in-the-future';
  const before = handoverAt(chain, next.on);
  const after = inOrder(chain).find(({ on }) => on > next.on);
  if (after !== undefined && after.from !== null && !sameHolder(after.from, next.to))
    return 'forensic-remains.custody-gap';
  if (next.from === null) {
    if (chain.length > 0 && !next.isEnteredLater) return 'forensic-remains.custody-gap';
    if (before !== undefined && sameHolder(before.to, next.to)) return 'forensic-remains.custody-to-oneself';
    return next.isEnteredLater && next.reason === null ? 'forensic-remains.custody-reason-needed' : null;
  }
  if (before !== undefined && !sameHolder(before.to, next.from)) return 'forensic-remains.custody-gap';
  return null;
}
