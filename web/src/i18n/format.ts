import codes from 'i18n-iso-countries/codes.json';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { saidOf, sayDay } from './edtf-words';
import { PSEUDO } from './index';

const alpha2 = new Map((codes as string[][]).map(([two, three]) => [three ?? '', two ?? '']));
alpha2.set('XKX', 'XK');
export const alpha3Codes: readonly string[] = [...alpha2.keys()];

type Range = { readonly from: number | null; readonly to: number | null };

/** Numbers, dates, countries and languages as the reader writes them, by Intl. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const language = i18n.language === PSEUDO ? 'en' : i18n.language;
  return useMemo(() => {
    const number = (value: number, shape: Intl.NumberFormatOptions = {}) =>
      new Intl.NumberFormat(language, shape).format(value);
    const unit = (value: number, name: string) =>
      number(value, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 1 });
    const names = (type: 'region' | 'language') => new Intl.DisplayNames([language], { type, fallback: 'code' });
    const regions = names('region');
    const tongues = names('language');
    const safely = (say: () => string | undefined, otherwise: string): string => {
      try {
        return say() ?? otherwise;
      } catch {
        return otherwise;
      }
    };
    return {
      language,
      number,
      unit,
      days: (value: number) => unit(value, 'day'),
      age: (days: number) => (days < 1 ? t('home.age-today') : t('home.age', { days: unit(days, 'day') })),
      signed: (value: number) =>
        number(value, { signDisplay: 'exceptZero', minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      percent: (value: number) =>
        number(value, { style: 'percent', maximumFractionDigits: value < 0.01 || value > 0.99 ? 2 : 0 }),
      day: (iso: string) => sayDay(iso.slice(0, 10), language),
      time: (when: string | Date) =>
        new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(when)),
      clock: (when: Date) => new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(when),
      date: (edtf: string): string => {
        const said = saidOf(edtf);
        if (said.how === 'as-written') return said.day;
        if (said.how === 'between')
          return t('date.between', { from: sayDay(said.from, language), to: sayDay(said.to, language) });
        const day = sayDay(said.day, language);
        return said.how === 'on' ? day : t(`date.${said.how}`, { day });
      },
      range: (range: Range, name: string): string => {
        if (range.from !== null && range.to !== null)
          return range.from === range.to ? unit(range.from, name) : `${number(range.from)}–${unit(range.to, name)}`;
        return range.from !== null
          ? t('range.from', { value: unit(range.from, name) })
          : t('range.to', { value: unit(range.to ?? 0, name) });
      },
      country: (code: string | null | undefined): string =>
        code ? safely(() => regions.of(alpha2.get(code) ?? code), code) : '',
      tongue: (tag: string | null | undefined): string => (tag ? safely(() => tongues.of(tag), tag) : ''),
      list: (items: readonly string[]) => new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(items),
    };
  }, [language, t]);
}
