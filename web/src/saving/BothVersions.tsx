import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** A line for each field in which the two differ: its words, theirs, ours. */
  readonly differences: readonly { readonly name: string; readonly theirs: string; readonly ours: string }[];
  readonly onKeepOurs: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody else changed the record meanwhile: both versions are shown, a person chooses. */
export function BothVersions({ differences, onKeepOurs, onTakeTheirs }: Props) {
  const { t } = useTranslation();
  return (
    <div className="notice attention" role="alert">
      <h2>{t('versions.title')}</h2>
      <p>{t('versions.words')}</p>
      <div className="table-box">
        <table className="plain-table folds">
          <thead>
            <tr>
              <th scope="col">{t('versions.field')}</th>
              <th scope="col">{t('versions.theirs')}</th>
              <th scope="col">{t('versions.ours')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ name, theirs, ours }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-label={t('versions.theirs')}>
                  <bdi>{theirs}</bdi>
                </td>
                <td data-label={t('versions.ours')}>
                  <bdi>{ours}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row" style={{ marginBlockStart: 12 }}>
        <Button onClick={onKeepOurs}>{t('versions.keep-ours')}</Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {t('versions.take-theirs')}
        </Button>
      </div>
    </div>
  );
}
