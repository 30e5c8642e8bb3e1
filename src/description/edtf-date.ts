import edtf from 'edtf';

/** The days between which something lies; null where that end is open. ISO days, `2024-03-05`. */
export interface DayInterval {
  readonly earliest: string | null;
  readonly latest: string | null;
  /** True for "about" and "perhaps" (`~`, `?`, `%`): the ends are soft. */
  readonly approximate: boolean;
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Reads an EDTF date; null where the text is not one, or lies outside the years 1850 to 2200. */
export function earliestAndLatest(text: string): DayInterval | null {
  const trimmed = text.trim();
  if (!/^[0-9X./~?%-]+$/.test(trimmed) || trimmed.length > 40) return null;
  // The package takes bare digits for milliseconds since 1970: 45356, 20240305.
  if (/^\d+$/.test(trimmed) && trimmed.length !== 4) return null;
  try {
    const openStart = /^(\.\.)?\//.test(trimmed);
    const openEnd = /\/(\.\.)?$/.test(trimmed);
    if (openStart && openEnd) return null;
    const [min, max] = plainBounds(trimmed) ?? edtfBounds(trimmed);
    const earliest = openStart ? null : isoDay(min);
    const latest = openEnd ? null : isoDay(max);
    for (const day of [earliest, latest]) if (day !== null && (day < '1850-01-01' || day > '2200-01-01')) return null;
    if (earliest !== null && latest !== null && earliest > latest) return null;
    return { earliest, latest, approximate: /[~?%]/.test(trimmed) };
  } catch {
    return null;
  }
}

function edtfBounds(text: string): [number, number] {
  const { min, max } = edtf(text);
  return [min, max];
}

const plainPart = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?%]?$/;

/** Days, months, years and intervals of them, which are nearly all there are: the package takes 0.4 ms for one date. */
function plainBounds(text: string): [number, number] | null {
  const slash = text.indexOf('/');
  if (slash < 0) return boundsOfPart(text);
  const start = text.slice(0, slash);
  const end = text.slice(slash + 1);
  const first = start === '' || start === '..' ? ([0, 0] as const) : boundsOfPart(start);
  const last = end === '' || end === '..' ? ([0, 0] as const) : boundsOfPart(end);
  return first && last && [first[0], last[1]];
}

/** Null leaves the text to the package (seasons are months 21 to 24). A day that is not in the calendar throws: the package would take the next. */
function boundsOfPart(text: string): [number, number] | null {
  const found = plainPart.exec(text);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  if (year < 1000) throw new RangeError('year');
  if (found[2] === undefined) return [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
  if (month > 12 && found[3] === undefined) return null;
  if (month < 1 || month > 12) throw new RangeError('month');
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (found[3] === undefined) return [Date.UTC(year, month - 1, 1), Date.UTC(year, month - 1, lastDay)];
  if (day < 1 || day > lastDay) throw new RangeError('day');
  return [Date.UTC(year, month - 1, day), Date.UTC(year, month - 1, day)];
}
