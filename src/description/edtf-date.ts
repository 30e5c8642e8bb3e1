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
  try {
    const openStart = /^(\.\.)?\//.test(trimmed);
    const openEnd = /\/(\.\.)?$/.test(trimmed);
    if (openStart && openEnd) return null;
    const parsed = edtf(trimmed);
    const earliest = openStart ? null : isoDay(parsed.min);
    const latest = openEnd ? null : isoDay(parsed.max);
    for (const day of [earliest, latest]) if (day !== null && (day < '1850-01-01' || day > '2200-01-01')) return null;
    if (earliest !== null && latest !== null && earliest > latest) return null;
    return { earliest, latest, approximate: /[~?%]/.test(trimmed) };
  } catch {
    return null;
  }
}
