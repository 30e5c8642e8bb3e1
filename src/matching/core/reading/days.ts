import { earliestAndLatest } from '../../../description';

/** Whole days since 1970-01-01, UTC. */
export type Day = number;
export const DAYS_PER_YEAR = 365.25;

export const dayOf = (isoDay: string): Day => Math.round(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000);

/** Both ends known, earliest <= latest. */
export interface DaySpan {
  readonly earliest: Day;
  readonly latest: Day;
}

/** How far an open end of a date is taken to reach, and how much "about" softens an end. */
const OPEN_DAYS = 365;
const softening = (span: number): number => Math.max(15, Math.round(span * 0.5));

const PLAIN_DAY = /^(?:19|20)\d\d-\d\d-\d\d$/;
/** Most dates are plain days, read a hundred times faster without the grammar of EDTF. */
function plainDay(text: string): DaySpan | null {
  const day = dayOf(text);
  // A month has its own number of days: 2024-02-30 would become March.
  return Number.isFinite(day) && new Date(day * 86_400_000).toISOString().startsWith(text)
    ? { earliest: day, latest: day }
    : null;
}

/** The days an EDTF date may mean; null where it is none. */
export function daySpanOf(edtf: string | undefined): DaySpan | null {
  if (edtf !== undefined && PLAIN_DAY.test(edtf)) return plainDay(edtf);
  const interval = edtf === undefined ? null : earliestAndLatest(edtf);
  if (interval === null) return null;
  let earliest = interval.earliest === null ? null : dayOf(interval.earliest);
  let latest = interval.latest === null ? null : dayOf(interval.latest);
  if (earliest === null && latest === null) return null;
  earliest ??= (latest as Day) - OPEN_DAYS;
  latest ??= earliest + OPEN_DAYS;
  if (!Number.isFinite(earliest) || !Number.isFinite(latest) || earliest > latest) return null;
  const soft = interval.approximate ? softening(latest - earliest + 1) : 0;
  return { earliest: earliest - soft, latest: latest + soft };
}

/** `points` days spread evenly over the span, each standing for an equal share of it. */
export function daysWithin(span: DaySpan, points: number): Day[] {
  const width = span.latest - span.earliest;
  if (width === 0) return [span.earliest];
  const count = Math.max(1, Math.min(points, width + 1));
  return Array.from({ length: count }, (_, at) => span.earliest + ((at + 0.5) * (width + 1)) / count - 0.5);
}
