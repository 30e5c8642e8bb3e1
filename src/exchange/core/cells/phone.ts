import countries from 'i18n-iso-countries';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js';
import type { Phone } from '../../../description';
import { foldDigits, read, refuse, type CellReader } from './reading';

/** A telephone number, kept as written, and as E.164 where it parses in the country (alpha-3) of `phone_country`. */
export const phone =
  (country?: string): CellReader<Phone> =>
  (cell) => {
    if (cell.length > 60) return refuse('exchange.text-too-long', { maximum: 60 });
    if ((foldDigits(cell).match(/\d/g) ?? []).length < 4) return refuse('exchange.phone-not-understood');
    return read({ written: cell, e164: e164Of(cell, country) });
  };

/** Null where the number has no country or does not fit the numbering plan of it: the written form still compares. */
export function e164Of(written: string, country?: string): string | null {
  const alpha2 = country === undefined ? undefined : alpha2Of(country);
  const digits = foldDigits(written);
  try {
    const direct = parsePhoneNumberFromString(digits, alpha2);
    // Outside its own country a number is often noted with 00 for the plus sign.
    const parsed = direct?.isPossible() ? direct : parsePhoneNumberFromString(digits.replace(/^\s*00/, '+'));
    return parsed?.isPossible() && /^\+[1-9]\d{5,14}$/.test(parsed.number) ? parsed.number : null;
  } catch {
    return null;
  }
}

const alpha2Of = (alpha3: string) =>
  (alpha3 === 'XKX' ? 'XK' : countries.alpha3ToAlpha2(alpha3)) as CountryCode | undefined;
