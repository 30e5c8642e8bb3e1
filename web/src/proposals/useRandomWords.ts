import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';

/** Under this many a sentence says that none is expected: a fraction of a report means nothing to a reader. */
const NONE_BELOW = 0.5;

/** How many reports of others would reach this weight by chance, as a sentence. */
export function useRandomWords(): (expected: number) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return useCallback(
    (expected) =>
      expected < NONE_BELOW
        ? t('evidence.random-none')
        : t('evidence.random', { count: format.number(Math.round(expected), { maximumSignificantDigits: 2 }) }),
    [format, t],
  );
}
