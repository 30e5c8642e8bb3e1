import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../shell/Page';
import { Code, Name } from '../shell/Text';
import type { Kin } from './relatives';

const own = (text: string): string => `\u2068${text}\u2069`;

/** A person of the family in words: how they are called on the screen, and what is known of them. */
export function useKinWords() {
  const { t } = useTranslation();
  return useMemo(() => {
    const title = (one: Kin, all: readonly Kin[]): string =>
      one.name?.trim() ||
      (one.isMissingPerson
        ? t('relatives.sought')
        : one.relationship?.trim() || t('relatives.person', { number: String(all.indexOf(one) + 1) }));
    const parent = (label: string | null, all: readonly Kin[]): string => {
      const found = all.find(({ person }) => person === label);
      return found ? own(title(found, all)) : '';
    };
    const facts = (one: Kin, all: readonly Kin[]): (readonly [string, string])[] =>
      (
        [
          [t('relatives.relationship'), one.relationship ? own(one.relationship) : ''],
          [t('field.sex'), one.sex === 'unknown' ? t('answer.not_known') : t(`sex.${one.sex}`)],
          [
            t('relatives.alive'),
            one.isAlive === null ? t('answer.not_known') : t(one.isAlive ? 'word.yes' : 'word.no'),
          ],
          [t('relatives.dna'), one.consentDna === 'not_asked' ? '' : t(`dna-consent.${one.consentDna}`)],
          [t('relatives.mother'), parent(one.mother, all)],
          [t('relatives.father'), parent(one.father, all)],
        ] as const
      ).filter(
        ([name, value]) =>
          value !== '' && !(one.isMissingPerson && [t('relatives.alive'), t('relatives.dna')].includes(name)),
      );
    return { title, facts };
  }, [t]);
}

/** The persons of the family, to be read and printed. */
export function RelativesRead({ kin }: { kin: readonly Kin[] }) {
  const { t } = useTranslation();
  const say = useKinWords();
  if (kin.length === 0) return <p className="empty">{t('relatives.empty')}</p>;
  return (
    <ul className="rows">
      {kin.map((one) => (
        <li key={one.person}>
          <div>
            <div className="what">
              <Name>{say.title(one, kin)}</Name>{' '}
              {one.isMissingPerson && one.name && <span className="badge on">{t('relatives.sought')}</span>}
            </div>
            <Facts
              of={[...say.facts(one, kin), [t('relatives.sample'), one.sampleLabel && <Code>{one.sampleLabel}</Code>]]}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
