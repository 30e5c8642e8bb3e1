/** A date as it is asked for: a year, perhaps a month, perhaps a day, and how sure. It becomes EDTF and is read from it. */
export interface PartialDay {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}
export const dateModes = ['on', 'about', 'between', 'before', 'after'] as const;
export type DateMode = (typeof dateModes)[number];
export interface TypedDate {
  readonly mode: DateMode;
  readonly from: PartialDay;
  readonly to: PartialDay;
}

const nothing: PartialDay = { year: '', month: '', day: '' };
export const noDate: TypedDate = { mode: 'on', from: nothing, to: nothing };
const isEmpty = ({ year, month, day }: PartialDay): boolean => `${year}${month}${day}`.trim() === '';

/** `2024-03-05` of its parts; null where they are no day of the calendar. Arabic-Indic and Persian digits are read as digits. */
export function isoOf({ year, month, day }: PartialDay): string | null {
  const [y, m, d] = [year, month, day].map((text) => westernDigits(text).trim());
  if (y === undefined || !/^(18[5-9]|19|20|21)\d{1,2}$/.test(y) || y.length !== 4) return null;
  if (!m) return d ? null : y;
  const monthNumber = Number(m);
  if (!/^\d{1,2}$/.test(m) || monthNumber < 1 || monthNumber > 12) return null;
  const text = `${y}-${m.padStart(2, '0')}`;
  if (!d) return text;
  const days = new Date(Date.UTC(Number(y), monthNumber, 0)).getUTCDate();
  return /^\d{1,2}$/.test(d) && Number(d) >= 1 && Number(d) <= days ? `${text}-${d.padStart(2, '0')}` : null;
}

export const westernDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));

/** EDTF of what was typed; undefined when nothing was, null when it cannot be understood. */
export function edtfOf({ mode, from, to }: TypedDate): string | null | undefined {
  if (isEmpty(from) && (mode !== 'between' || isEmpty(to))) return undefined;
  const first = isoOf(from);
  if (first === null) return null;
  if (mode === 'about') return `${first}~`;
  if (mode === 'before') return `../${first}`;
  if (mode === 'after') return `${first}/..`;
  if (mode === 'on') return first;
  const last = isoOf(to);
  return last === null || last < first.slice(0, last.length) ? null : `${first}/${last}`;
}

const partsOf = (iso: string): PartialDay => {
  const [year = '', month = '', day = ''] = iso.replace(/[~?%]/g, '').split('-');
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
};

export function typedDateOf(edtf: string | undefined): TypedDate {
  if (!edtf) return noDate;
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return { mode: /[~?%]/.test(from) ? 'about' : 'on', from: partsOf(from), to: nothing };
  if (from === '' || from === '..') return { mode: 'before', from: partsOf(to), to: nothing };
  if (to === '' || to === '..') return { mode: 'after', from: partsOf(from), to: nothing };
  return { mode: 'between', from: partsOf(from), to: partsOf(to) };
}
