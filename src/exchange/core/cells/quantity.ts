import type { Range } from '../../../description';
import { foldDigits, read, refuse, type CellReader, type Reading } from './reading';

/** Decimal point or decimal comma; null where it is no number. A comma before exactly three digits is for the caller to doubt. */
function numberOf(text: string): number | null {
  return /^\d{1,9}([.,]\d{1,15})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}
const isAmbiguous = (text: string) => /^\d{1,3},\d{3}$/.test(text);

interface Limits {
  readonly minimum: number;
  readonly maximum: number;
}

/** A single quantity: a radius in kilometres, say. */
export const quantity =
  ({ minimum, maximum }: Limits): CellReader<number> =>
  (cell) => {
    const text = foldDigits(cell);
    if (/^[-−]\s*\d/.test(text) && minimum >= 0) return refuse('exchange.number-negative');
    if (isAmbiguous(text)) return refuse('exchange.number-ambiguous');
    const value = numberOf(text);
    if (value === null) return refuse('exchange.number-not-understood');
    return value < minimum || value > maximum
      ? refuse('exchange.number-out-of-range', { minimum, maximum })
      : read(value);
  };

/** WGS84 degrees with a sign. */
export const degrees =
  (limit: 90 | 180): CellReader<number> =>
  (cell) => {
    const text = foldDigits(cell).replace(/^−/, '-');
    if (/[°º'’′"″]|[NSEWO]\s*$|^\s*[NSEW]/i.test(text) && /\d/.test(text))
      return refuse('exchange.coordinate-not-decimal');
    const value = numberOf(text.replace(/^[-+]/, ''));
    if (value === null) return refuse('exchange.number-not-understood');
    if (value > limit) return refuse('exchange.number-out-of-range', { minimum: -limit, maximum: limit });
    return read(text.startsWith('-') && value !== 0 ? -value : value);
  };

/** `165`, `160-170`, `160-`, `-170`. `explain` may know what an odd number was meant to be. */
export const range =
  (
    limits: Limits & { readonly unit: string; readonly explain?: (text: string) => Reading<Range> | null },
  ): CellReader<Range> =>
  (cell) => {
    const { minimum, maximum, unit } = limits;
    const text = foldDigits(cell).replace(/\s*-\s*/g, '-');
    const explained = limits.explain?.(text);
    if (explained) return explained;
    // Only a workbook says so: there a number is minus five, where CSV text may be "up to 5".
    if (/^−\s*\d/.test(text) || /^--|^-\d+([.,]\d+)?-/.test(text)) return refuse('exchange.number-negative');
    const parts = /^([\d.,]*)(-?)([\d.,]*)$/.exec(text);
    if (!parts)
      return /^[\d.,\s-]+[a-z]+\.?$/i.test(text)
        ? refuse('exchange.unit-not-wanted', { unit })
        : refuse('exchange.range-not-understood');
    const [, first = '', dash = '', last = ''] = parts;
    if (isAmbiguous(first) || isAmbiguous(last)) return refuse('exchange.number-ambiguous');
    const from = first === '' ? null : numberOf(first);
    const to = dash === '' ? from : last === '' ? null : numberOf(last);
    if ((first !== '' && from === null) || (last !== '' && to === null) || (from === null && to === null))
      return refuse('exchange.range-not-understood');
    for (const end of [from, to])
      if (end !== null && (end < minimum || end > maximum))
        return refuse('exchange.number-out-of-range', { minimum, maximum });
    if (from !== null && to !== null && from > to)
      return refuse('exchange.range-reversed', { suggestion: `${to}-${from}` });
    return read({ from, to });
  };

/** The inverse of `range`. */
export const writeRange = ({ from, to }: Range): string => (from === to ? `${from}` : `${from ?? ''}-${to ?? ''}`);

/**
 * Years. `-40` is "up to 40"; but `-5` may be a negative age as well, and to take a mistyped adult for a small child
 * would hide them from the search, so below 18 the writer is asked back and loses nothing by `0-5`.
 */
export const age = range({
  minimum: 0,
  maximum: 120,
  unit: 'years',
  explain: (text) => {
    const upTo = /^-(\d{1,2})$/.exec(text);
    return upTo && Number(upTo[1]) < 18 ? refuse('exchange.age-minus', { suggestion: `0${text}` }) : null;
  },
});

/** Centimetres; metres and feet are recognised and refused with the centimetres they would be. */
export const height = range({ minimum: 20, maximum: 272, unit: 'cm', explain: explainHeight });

function explainHeight(text: string): Reading<Range> | null {
  const feet = /^([3-7])\s*(?:'|’|′|ft)\s*(\d{1,2})?\s*(?:"|”|″|''|in)?$/i.exec(text);
  if (feet) {
    const inches = Number(feet[1]) * 12 + Number(feet[2] ?? 0);
    return refuse('exchange.height-in-feet', { suggestion: Math.round(inches * 2.54) });
  }
  const metres = /^([0-2][.,]\d{1,2})(?:-([0-2][.,]\d{1,2}))?\s*m?$/i.exec(text);
  if (!metres) return null;
  const centimetres = [metres[1], metres[2]].flatMap((part) =>
    part === undefined ? [] : [Math.round(Number(part.replace(',', '.')) * 100)],
  );
  return refuse('exchange.height-in-metres', { suggestion: centimetres.join('-') });
}

/** Kilograms. */
export const weight = range({ minimum: 0.2, maximum: 450, unit: 'kg' });
/** Days since death. */
export const daysSinceDeath = range({ minimum: 0, maximum: 36600, unit: 'days' });
