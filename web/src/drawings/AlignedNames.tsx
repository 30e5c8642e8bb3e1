import { useTranslation } from 'react-i18next';
import type { Comparison } from '../api/proposals';

type Name = Comparison['names'][number];

/** A name found beside the family's, word by word in whatever scripts, each with its reading beneath; a table is the drawing. */
export function AlignedNames({ names }: { names: readonly Name[] }) {
  const { t } = useTranslation();
  if (names.length === 0) return <p className="empty">{t('names.nothing')}</p>;
  return (
    <>
      {names.map((name) => (
        <div key={name.found} className="table-box">
          <table className="plain-table folds">
            <caption>
              <bdi>{name.told}</bdi> · <bdi>{name.found}</bdi>
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('names.told')}</th>
                <th scope="col">{t('names.relation')}</th>
                <th scope="col">{t('names.found')}</th>
              </tr>
            </thead>
            <tbody>
              {name.words.map((word, index) => (
                <tr key={index}>
                  <td data-label={t('names.told')}>
                    <Word text={word.told} reading={word.toldReading} />
                    {word.field && <span className="quiet small"> · {t(`field.${word.field}`)}</span>}
                  </td>
                  <td data-label={t('names.relation')}>{t(`names.${word.relation}`)}</td>
                  <td data-label={t('names.found')}>
                    <Word text={word.found} reading={word.foundReading} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      <p className="quiet small">{t('names.words')}</p>
    </>
  );
}

function Word({ text, reading }: { text: string | null; reading: string | null }) {
  if (text === null) return <>–</>;
  return (
    <>
      <bdi>{text}</bdi>
      {reading && reading !== text.toLowerCase() && (
        <>
          {' '}
          <bdi className="quiet small" dir="ltr">
            {reading}
          </bdi>
        </>
      )}
    </>
  );
}
