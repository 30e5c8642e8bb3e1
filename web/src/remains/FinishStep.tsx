import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RecordValues } from '../interview/fields';
import { RecordFacts } from '../interview/RecordFacts';
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
      <RecordFacts fields={fields} record={record} />
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
