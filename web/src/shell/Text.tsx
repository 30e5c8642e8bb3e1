import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** References, codes, numbers of documents: left to right in every language. */
export const Code = ({ children }: { children: ReactNode }) => <bdi className="code">{children}</bdi>;

const OTHER_LETTERS = /(?!\p{Script=Latin})\p{L}/u;
const LETTERS_BUT_ARABIC = /(?!\p{Script=Latin}|\p{Script=Arabic})\p{L}/u;
/** Whether a name is in a script that a reader of this language may not know. */
export const needsReading = (name: string, language: string): boolean =>
  (language === 'ar' ? LETTERS_BUT_ARABIC : OTHER_LETTERS).test(name);

const known = new Map<string, string>();

function useReading(name: string): string | undefined {
  const { i18n } = useTranslation();
  const isNeeded = needsReading(name, i18n.language);
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!isNeeded || known.has(name)) return;
    let isHere = true;
    // The tables of the scripts are fetched when the first such name is shown. Without them the name stands by itself.
    void import('../words/name-reading')
      .then(({ readingOf }) => readingOf(name))
      .then((reading) => {
        known.set(name, reading);
        if (isHere) redraw((count) => count + 1);
      })
      .catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [isNeeded, name]);
  return isNeeded ? known.get(name) : undefined;
}

/** A name as written, in its own direction, never corrected; its reading beside it in smaller type where one may be wanted. */
export function Name({ children }: { children: string | null | undefined }) {
  const { t } = useTranslation();
  const reading = useReading(children ?? '');
  return (
    <>
      <bdi>{children}</bdi>
      {reading && (
        <>
          {' '}
          <span className="reading" title={t('name.reading')}>
            <span className="sr">{t('name.reading')} </span>
            <bdi dir="ltr">{reading}</bdi>
          </span>
        </>
      )}
    </>
  );
}
