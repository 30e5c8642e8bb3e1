import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/request';

/** What the API refused, by field of the record: `anteMortem.birthDate` becomes the sentence beside `birthDate`. */
export function useRefusalWords() {
  const { t } = useTranslation();
  return useCallback(
    (problem: Problem, within: string): Record<string, string> =>
      Object.fromEntries(
        (problem.errors ?? []).map(({ path, code }) => {
          const name = path.replace(new RegExp(`^${within}\\.`), '').split(/[.[]/)[0] ?? path;
          return [name, t([`error.${code}`, 'error.field'])];
        }),
      ),
    [t],
  );
}
