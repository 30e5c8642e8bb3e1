import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The separator of the parts of a source, as the API writes it: each part is a sentence of its own. */
const BETWEEN = '; ';

/** Where a number of the comparison comes from, in the reader's language; what nobody has translated stays as written. */
export function useSourceWords() {
  const { t } = useTranslation();
  return useCallback(
    (source: string): string =>
      source
        .split(BETWEEN)
        .map((part) => t([`source.${part}`], { defaultValue: part }))
        .join(BETWEEN),
    [t],
  );
}
