import { useMemo } from 'react';
import { alpha3Codes, useFormat } from '../i18n/format';

/** Countries in the reader's language and order. */
export function useCountryOptions(): { value: string; label: string }[] {
  const format = useFormat();
  return useMemo(() => {
    const order = new Intl.Collator(format.language);
    return alpha3Codes
      .map((code) => ({ value: code, label: format.country(code) }))
      .sort((a, b) => order.compare(a.label, b.label));
  }, [format]);
}

/** Languages heard most at desks; any other is typed by its BCP-47 tag. */
const tongues = [
  ...[
    'ar',
    'fr',
    'en',
    'es',
    'ti',
    'am',
    'so',
    'om',
    'aa',
    'sw',
    'ha',
    'ff',
    'wo',
    'bm',
    'mnk',
    'snk',
    'yo',
    'ig',
    'pt',
  ],
  ...[
    'fa',
    'ps',
    'prs',
    'ur',
    'pa',
    'bn',
    'hi',
    'ne',
    'si',
    'ta',
    'ku',
    'ckb',
    'tr',
    'ber',
    'kab',
    'ru',
    'uz',
    'tg',
    'vi',
  ],
  ...['ht', 'qu', 'din', 'nus', 'fur', 'sus', 'ln', 'my', 'rhg'],
];
export function useLanguageOptions(): { value: string; label: string }[] {
  const format = useFormat();
  return useMemo(() => {
    const order = new Intl.Collator(format.language);
    return tongues
      .map((code) => ({ value: code, label: format.tongue(code) }))
      .sort((a, b) => order.compare(a.label, b.label));
  }, [format]);
}
