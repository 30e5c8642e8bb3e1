import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordValues } from '../interview/fields';
import { Facts } from '../shell/Page';
import { useValueWords } from '../words/useValueWords';
import { fields } from './steps';

/** What would help most to find somebody, asked for gently and never demanded. */
const helpful = ['teeth', 'marks', 'heightCm', 'lastContactOn', 'lastContactPlace', 'clothing', 'birthDate', 'phones'];

interface Props {
  readonly id: string;
  readonly record: RecordValues;
  readonly isFinished: boolean;
  readonly onFinish: () => void;
}

export function ReviewStep({ id, record, isFinished, onFinish }: Props) {
  const { t } = useTranslation();
  const say = useValueWords();
  const answers = (record.answers ?? {}) as Record<string, string>;
  const missing = helpful.filter((name) => record[name] === undefined && answers[name] !== 'rather_not_say');
  return (
    <>
      <Facts
        of={fields
          .filter((field) => record[field.name] !== undefined || answers[field.name])
          .map((field) => [
            t(`field.${field.name}`),
            record[field.name] !== undefined ? (
              <bdi>{say(field, record[field.name])}</bdi>
            ) : (
              <span className="quiet">{t(`answer.${answers[field.name]}`)}</span>
            ),
          ])}
      />
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
        <Link to="/family-reports/$id/consents" params={{ id }}>
          {t('review.consents')}
        </Link>
      </p>
    </>
  );
}
