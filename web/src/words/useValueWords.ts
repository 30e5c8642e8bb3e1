import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark, Place, ToothState } from '../../../src/description';
import type { Field } from '../interview/fields';
import { useFormat } from '../i18n/format';

/** Unicode isolates: words in their own direction, and numbers always left to right, inside a sentence of either. */
const own = (text: string): string => `\u2068${text}\u2069`;
const leftToRight = (text: string): string => `\u2066${text}\u2069`;

/** The value of a field of a record, said in the reader's language. */
export function useValueWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (field: Field, value: unknown): string => {
      if (value === undefined || value === null) return '';
      switch (field.kind) {
        case 'date':
          return format.date(value as string);
        case 'range':
          return format.range(value as { from: number | null; to: number | null }, field.unit ?? 'day');
        case 'choice':
          return field.optionWords ? t(`${field.optionWords}.${value as string}`) : String(value);
        case 'choices':
          return format.list((value as string[]).map((one) => t(`${field.optionWords}.${one}`)));
        case 'country':
          return format.country(value as string);
        case 'countries':
          return format.list((value as string[]).map(format.country));
        case 'tongues':
          return format.list((value as string[]).map(format.tongue));
        case 'yes-no':
          return t(value ? 'word.yes' : 'word.no');
        case 'place': {
          const { name, country, latitude, longitude } = value as Place;
          const point =
            latitude === undefined ? '' : leftToRight(`${latitude.toFixed(2)}, ${(longitude ?? 0).toFixed(2)}`);
          return [name && own(name), format.country(country), point].filter(Boolean).join(' · ');
        }
        case 'marks':
          return (value as Mark[])
            .map((mark) =>
              [
                `${t(`mark.${mark.type}`)}, ${t(`site.${mark.site}`)}`,
                mark.side && `(${t(`side.${mark.side}`)})`,
                mark.words && own(mark.words),
              ]
                .filter(Boolean)
                .join(' '),
            )
            .join('; ');
        case 'teeth':
          return (value as ToothState[]).map((state) => leftToRight(`${state.tooth} ${state.code}`)).join('; ');
        case 'phones':
          return (value as { written: string }[]).map((phone) => leftToRight(phone.written)).join('; ');
        case 'documents':
          return (value as { kind: string; number: string }[])
            .map((one) => `${own(one.kind)}: ${leftToRight(one.number)}`)
            .join('; ');
        case 'takers':
          return (value as { country: string; kind: string }[]).map((one) => format.country(one.country)).join('; ');
        case 'lines':
          return (value as string[]).map(own).join('; ');
        default:
          return String(value);
      }
    },
    [format, t],
  );
}
