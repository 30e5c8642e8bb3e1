import countries from 'i18n-iso-countries';
import { z } from 'zod';

const alpha3 = new Set(Object.keys(countries.getAlpha3Codes()));

/** ISO 3166-1 alpha-3, and XKX for Kosovo, which the codes of the United Nations lack. */
export const isCountry = (code: string): boolean => alpha3.has(code) || code === 'XKX';
export const country = z.string().refine(isCountry, { error: 'description.country-unknown' });
export type Country = string;
