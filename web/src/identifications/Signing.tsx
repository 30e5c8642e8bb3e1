import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { conclusions, type Signature } from '../api/identifications';
import type { Method, Qualification } from '../api/session';
import { useFormat } from '../i18n/format';
import { TwoStep } from '../shell/TwoStep';

interface Props {
  readonly qualifications: readonly Qualification[];
  readonly onSign: (body: {
    method: Method;
    qualificationId: string;
    conclusion: Signature['conclusion'];
    statement: string;
  }) => Promise<unknown>;
}

/** One's own conclusion, recorded before the other's is shown. */
export function Signing({ qualifications, onSign }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [qualificationId, setQualificationId] = useState(qualifications[0]?.id ?? '');
  const [conclusion, setConclusion] = useState<Signature['conclusion'] | null>(null);
  const [statement, setStatement] = useState('');
  const qualification = qualifications.find((one) => one.id === qualificationId);
  if (qualifications.length === 0) return <p className="notice">{t('signing.unqualified')}</p>;
  return (
    <div className="stack">
      <p>{t('signing.blind')}</p>
      <fieldset className="question" style={{ margin: 0 }}>
        <legend>{t('signing.qualification')}</legend>
        <div className="choices">
          {qualifications.map((one) => (
            <button
              key={one.id}
              type="button"
              className="choice"
              aria-pressed={qualificationId === one.id}
              onClick={() => setQualificationId(one.id)}
            >
              {t(`method.${one.method}`)}, <bdi>{one.mandate}</bdi>
              {one.validUntil && `, ${t('signing.valid-until', { day: format.day(one.validUntil) })}`}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset className="question" style={{ margin: 0 }}>
        <legend>{t('signing.conclusion')}</legend>
        <div className="choices">
          {conclusions.map((one) => (
            <button
              key={one}
              type="button"
              className="choice"
              aria-pressed={conclusion === one}
              onClick={() => setConclusion(one)}
            >
              {t(`conclusion.${one}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <Textarea
        label={t('signing.statement')}
        description={t('signing.statement-hint')}
        dir="auto"
        autosize
        minRows={3}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
      />
      <TwoStep
        act={t('signing.act')}
        variant="filled"
        disabled={!qualification || !conclusion || statement.trim() === ''}
        consequences={[
          conclusion ? t('signing.1', { conclusion: t(`conclusion.${conclusion}`) }) : '',
          t('signing.2'),
          t('signing.3'),
        ].filter(Boolean)}
        onAct={async () => {
          if (qualification && conclusion)
            await onSign({ method: qualification.method, qualificationId, conclusion, statement: statement.trim() });
        }}
      />
    </div>
  );
}
