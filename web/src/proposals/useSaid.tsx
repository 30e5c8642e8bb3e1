import { useCallback, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison, Part } from '../api/proposals';
import { fields } from '../families/steps';
import { useFormat } from '../i18n/format';
import { useValueWords } from '../words/useValueWords';
import { saidOfComparison } from './said';

const marksField = fields.find(({ name }) => name === 'marks');

/** What a side says in a comparison, in the reader's language where its shape is known, else as written. */
export function useSaid(both: Comparison | null) {
  const { t } = useTranslation();
  const format = useFormat();
  const sayValue = useValueWords();
  return useCallback(
    (part: Part, side: 'anteMortem' | 'postMortem'): ReactNode => {
      const text = part[side];
      if (!text) return '–';
      if (both && part.comparison === 'marks' && marksField) return <bdi>{sayValue(marksField, both.marks[side])}</bdi>;
      if (both && part.comparison === 'teeth')
        return t('said.teeth', { count: new Set(both.teeth[side].map(({ tooth }) => tooth)).size });
      const said = saidOfComparison(part.comparison, text);
      if (said === null) return <bdi>{text}</bdi>;
      if ('sex' in said) return `${t(`sex.${said.sex}`)} (${t(`basis.${said.basis}`)})`;
      if ('codes' in said)
        return format.list(
          said.codes.map((code) => (code === code.toUpperCase() ? format.country(code) : format.tongue(code))),
        );
      if ('span' in said) {
        const days =
          said.from === said.to
            ? format.day(said.from)
            : t('date.between', { from: format.day(said.from), to: format.day(said.to) });
        return t(`said.${said.span}`, { days });
      }
      if ('point' in said)
        return (
          <>
            <bdi className="code">{said.point.join(', ')}</bdi>{' '}
            {t('said.within', { distance: format.unit(said.km, 'kilometer') })}
            {said.route && (
              <>
                {' · '}
                <bdi>{said.route}</bdi>
              </>
            )}
          </>
        );
      const numbers = Object.entries(said.values).map(([key, value]) => [
        key,
        key === 'year' ? format.number(value, { useGrouping: false }) : format.number(value),
      ]);
      return t(said.key, Object.fromEntries(numbers) as Record<string, string>);
    },
    [both, format, sayValue, t],
  );
}
