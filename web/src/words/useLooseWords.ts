import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { fields as familyFields } from '../families/steps';
import { fields as remainsFields } from '../remains/steps';
import { useValueWords } from './useValueWords';

const fields = new Map([...familyFields, ...remainsFields].map((field) => [field.name, field]));

/** Words for a value whose shape is the stage's to decide: a field of the record where it is one, else as plainly as can be. */
export function useLooseWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useValueWords();
  return useCallback(
    (name: string, value: unknown): string => {
      const field = fields.get(name);
      const named = name === 'available' || name === 'recovered' ? (value as Record<string, unknown> | null) : null;
      if (name === 'available' && named)
        return format.list(
          Object.entries(named).map(
            ([key, has]) =>
              `${t([`comparison.${key}`, `field.${key}`, 'word.other'])}: ${t(has ? 'word.yes' : 'word.no')}`,
          ),
        );
      if (name === 'recovered' && typeof named?.year === 'number')
        return format.date(
          [named.year, named.month && String(named.month as number).padStart(2, '0')].filter(Boolean).join('-'),
        );
      const plain = (one: unknown): string => {
        if (one === null || one === undefined) return '';
        if (typeof one === 'boolean') return t(one ? 'word.yes' : 'word.no');
        if (typeof one === 'number') return format.number(one);
        if (Array.isArray(one)) return format.list(one.map(plain));
        if (typeof one === 'object') return Object.values(one).map(plain).filter(Boolean).join(' · ');
        const text = String(one);
        if (/^[A-Z]{3}$/.test(text)) return format.country(text);
        return /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? format.date(text) : text;
      };
      if (name === 'marks' && Array.isArray(value))
        return format.list(
          (value as { type: string; region?: string; site?: string }[]).map(
            (mark) => `${t(`mark.${mark.type}`)}, ${t(`site.${mark.region ?? mark.site}`)}`,
          ),
        );
      if (name === 'clothing' && Array.isArray(value)) return format.list(value.map(String));
      try {
        return field ? say(field, value) : plain(value);
      } catch {
        return plain(value);
      }
    },
    [format, say, t],
  );
}
