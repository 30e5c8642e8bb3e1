import { earliestAndLatest } from '../../../description';
import { foldDigits, read, refuse, type CellReader, type Reading } from './reading';

/** An EDTF date. `today`, where it is given, refuses what has not happened yet. */
export const date =
  (today?: string): CellReader<string> =>
  (cell) => {
    const text = foldDigits(cell).replace(/\s*\/\s*/g, '/');
    const interval = earliestAndLatest(text);
    if (interval === null) return explain(text);
    if (today !== undefined && interval.earliest !== null && interval.earliest > today)
      return refuse('exchange.date-in-future');
    return read(text);
  };

/** One full day, `2024-03-05`. */
export const day =
  (today?: string): CellReader<string> =>
  (cell) => {
    const reading = date(today)(cell);
    if (reading.faults || /^\d{4}-\d{2}-\d{2}$/.test(reading.value)) return reading;
    return refuse('exchange.date-one-day');
  };

/** Why the text is no date, with the date that was probably meant. It is not read so: the writer decides. */
function explain(text: string): Reading<string> {
  const spreadsheet = /^\d{5}(\.\d+)?$/.test(text) ? serialDay(Number(text)) : null;
  if (spreadsheet) return refuse('exchange.date-serial', { suggestion: spreadsheet });
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return suggestYearFirst([iso(compact[1], compact[2], compact[3])]);
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text);
  if (yearFirst) return suggestYearFirst([iso(yearFirst[1], yearFirst[2], yearFirst[3])]);
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (yearLast) {
    const [, a, b, year] = yearLast;
    return suggestYearFirst([iso(year, b, a), iso(year, a, b)]);
  }
  const monthLast = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  if (monthLast && earliestAndLatest(`${monthLast[2]}-${monthLast[1]?.padStart(2, '0')}`))
    return refuse('exchange.date-year-last', { suggestion: `${monthLast[2]}-${monthLast[1]?.padStart(2, '0')}` });
  const withTime = /^(\d{4}-\d{2}-\d{2})[T ]\d/.exec(text);
  if (withTime?.[1] && earliestAndLatest(withTime[1]))
    return refuse('exchange.date-with-time', { suggestion: withTime[1] });
  return refuse('exchange.date-not-understood');
}

const iso = (year = '', month = '', dayOfMonth = '') =>
  `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;

function suggestYearFirst(candidates: string[]): Reading<string> {
  const [first, second] = [...new Set(candidates.filter((candidate) => earliestAndLatest(candidate) !== null))];
  if (first === undefined) return refuse('exchange.date-not-understood');
  if (second !== undefined) return refuse('exchange.date-ambiguous', { first, second });
  return refuse('exchange.date-year-last', { suggestion: first });
}

/** The day a spreadsheet means by a number of days since 1899-12-30; null outside 1927 to 2119, which is rather another number. */
export function serialDay(serial: number): string | null {
  if (!(serial >= 10000 && serial < 80000)) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
