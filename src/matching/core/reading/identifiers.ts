import type { IdentityDocument } from '../../../description';

export interface DocumentNumber {
  readonly kind: string;
  /** Capitals and digits only, with the letters that look like digits read as digits. */
  readonly number: string;
}

const PHONE_DIGITS = 9;
const MAX_NUMBERS = 40;

/**
 * The last nine digits of each number: the subscriber, whatever country code or trunk zero was written before. Arabic-Indic and other
 * digits are read. Fewer than seven digits identify nobody.
 */
export function phoneNumbers(
  phones: readonly { readonly written: string; readonly e164?: string | null }[] | undefined,
): string[] {
  const numbers = (phones ?? [])
    .slice(0, MAX_NUMBERS)
    .map(({ written, e164 }) => digitsOf(e164 ?? written).replace(/^0+/, ''))
    .filter((digits) => digits.length >= 7)
    .map((digits) => digits.slice(-PHONE_DIGITS));
  return [...new Set(numbers)].sort();
}

/** Zeroes of the scripts whose digits people type; each is followed by its other nine. */
const zeroes = [0x0660, 0x06f0, 0x0966, 0x09e6];

function digitsOf(text: string): string {
  let digits = '';
  for (const character of text.slice(0, 60).normalize('NFKC')) {
    const code = character.codePointAt(0) ?? 0;
    const zero = zeroes.find((start) => code >= start && code <= start + 9);
    if (zero !== undefined) digits += String(code - zero);
    else if (character >= '0' && character <= '9') digits += character;
  }
  return digits;
}

const confusable: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1' };

export function documentNumbers(documents: readonly IdentityDocument[] | undefined): DocumentNumber[] {
  const numbers = new Map<string, DocumentNumber>();
  for (const document of (documents ?? []).slice(0, MAX_NUMBERS)) {
    const number = withoutCheckDigit(
      document.number
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, ''),
    )
      .replace(/[OQIL]/g, (letter) => confusable[letter] ?? letter)
      .slice(0, 24);
    if (number.length >= 4) numbers.set(number, { kind: document.kind.trim().toLowerCase().slice(0, 40), number });
  }
  return [...numbers.values()].sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** Weights of the places of a machine-readable number, over and over. Source: ICAO Doc 9303, part 3. */
const CHECK_WEIGHTS = [7, 3, 1];
const MRZ_NUMBER = /^[A-Z0-9]{9}[0-9]$/;

/** A passport's number read from its machine-readable line comes with a tenth character that proves the nine before it. */
function withoutCheckDigit(number: string): string {
  if (!MRZ_NUMBER.test(number)) return number;
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += parseInt(number[at] ?? '0', 36) * (CHECK_WEIGHTS[at % 3] ?? 0);
  return sum % 10 === Number(number[9]) ? number.slice(0, 9) : number;
}

/** Whether one wrong, missing, added or swapped character turns one into the other; false where they are equal. */
export function isOneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
