import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordValues } from '../interview/fields';
import { RecordFacts } from '../interview/RecordFacts';
import type { Kin } from './relatives';
import { RelativesRead } from './RelativesRead';
import { fields } from './steps';

/** What would help most to find somebody, asked for gently and never demanded. */
const helpful = ['teeth', 'marks', 'heightCm', 'lastContactOn', 'lastContactPlace', 'clothing', 'birthDate', 'phones'];

interface Props {
  readonly id: string;
  readonly record: RecordValues;
  readonly relatives: readonly Kin[];
  readonly isFinished: boolean;
  readonly onFinish: () => void;
}

export function ReviewStep({ id, record, relatives, isFinished, onFinish }: Props) {
  const { t } = useTranslation();
  const answers = (record.answers ?? {}) as Record<string, string>;
  const missing = helpful.filter((name) => record[name] === undefined && answers[name] !== 'rather_not_say');
  return (
    <>
      <RecordFacts fields={fields} record={record} />
      {relatives.length > 0 && (
        <>
          <h3>{t('relatives.title')}</h3>
          <RelativesRead kin={relatives} />
        </>
      )}
      {missing.length > 0 && (
        <div className="notice">
          <h3>{t('review.would-help')}</h3>
          <p>{missing.map((name) => t(`field.${name}`)).join(' · ')}</p>
        </div>
      )}
      {isFinished ? (
        <p className="notice">{t('review.registered')}</p>
      ) : (
        <>
          <p>{t('review.words')}</p>
          <p>
            <Button onClick={onFinish}>{t('review.act')}</Button>
          </p>
        </>
      )}
      <p>
        <Link to="/family-reports/$id/relatives" params={{ id }}>
          {t('review.relatives')}
        </Link>
      </p>
      <p>
        <Link to="/family-reports/$id/consents" params={{ id }}>
          {t('review.consents')}
        </Link>
      </p>
    </>
  );
}
