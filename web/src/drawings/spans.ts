/** An event between two ISO days, both included. */
export interface Span {
  readonly event: 'contact' | 'death' | 'recovery';
  readonly from: string;
  readonly to: string;
  readonly isCoarse: boolean;
}
export interface PlacedSpan extends Span {
  readonly startPercent: number;
  readonly widthPercent: number;
}

const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

/** Sets events on one common line from the first day of any to the last; what is no day at all is left out. */
export function placedOn(spans: readonly Span[]): readonly PlacedSpan[] {
  const dated = spans
    .map((span) => ({ span, first: dayOf(span.from), last: dayOf(span.to) + 1 }))
    .filter(({ first, last }) => Number.isFinite(first) && last > first);
  const begin = Math.min(...dated.map(({ first }) => first));
  const end = Math.max(...dated.map(({ last }) => last));
  return dated.map(({ span, first, last }) => ({
    ...span,
    startPercent: (100 * (first - begin)) / (end - begin),
    widthPercent: (100 * (last - first)) / (end - begin),
  }));
}
