import type { ReasonParameters, RejectCode } from '../reasons';

export interface CellFault {
  readonly code: RejectCode;
  readonly params?: ReasonParameters;
}
/** What a cell says, or everything that is wrong with it. */
export type Reading<T> = { readonly value: T; readonly faults?: undefined } | { readonly faults: readonly CellFault[] };
/** Reads a trimmed cell that is not empty. Never throws. */
export type CellReader<T> = (text: string) => Reading<T>;

export const read = <T>(value: T): Reading<T> => ({ value });
export const refuse = (code: RejectCode, params?: ReasonParameters): { readonly faults: readonly CellFault[] } => ({
  faults: [params ? { code, params } : { code }],
});

/** Zeros of the digits people type: Arabic-Indic, Persian, Devanagari, Bengali, full width. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/** Digits of any of those scripts as ASCII, the dashes of word processors as a hyphen. U+2212, the minus sign, stays. */
export function foldDigits(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text
    .replace(/[٠-٩۰-۹०-९০-৯０-９]/g, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (zeros.find((zero) => code >= zero && code < zero + 10) ?? code));
    })
    .replace(/[‐‑‒–—]/g, '-');
}
