import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordValues } from '../interview/fields';
import { Facts } from '../shell/Page';
import { useValueWords } from '../words/useValueWords';
import { fields } from './steps';

interface Props {
  readonly id: string;
  readonly record: RecordValues;
  readonly isFinished: boolean;
  readonly onFinish: () => void;
}

export function FinishStep({ id, record, isFinished, onFinish }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <PostMortemFacts record={record} />
      {isFinished ? (
        <p className="notice">{t('remains.registered')}</p>
      ) : (
        <>
          <p>{t('remains.finish-words')}</p>
          <p>
            <Button onClick={onFinish}>{t('remains.finish')}</Button>
          </p>
        </>
      )}
      <p>
        <Link to="/remains/$id" params={{ id }}>
          {t('remains.samples-custody')}
        </Link>
      </p>
    </>
  );
}

/** Every field that has a value, or a reason why it has none. */
export function PostMortemFacts({ record }: { record: RecordValues }) {
  const { t } = useTranslation();
  const say = useValueWords();
  const answers = (record.answers ?? {}) as Record<string, string>;
  return (
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
  );
}
