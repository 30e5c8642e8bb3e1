import { Button, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { logSearch, type CaseRecord } from '../api/cases';
import { newId } from '../api/request';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Section } from '../shell/Page';
import { Name } from '../shell/Text';

/** Whom the desk asked, how, and what was answered: so that nobody is asked twice and a silence is seen. */
export function SearchLog({ record, onDone }: { record: CaseRecord; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const entries = [...record.searchLog].sort((a, b) => (a.on < b.on ? 1 : -1));
  return (
    <Section title={t('search-log.title')} open>
      {entries.length === 0 && <p className="empty">{t('search-log.empty')}</p>}
      <ul className="rows">
        {entries.map((entry) => (
          <li key={entry.id}>
            <div>
              <div className="what">
                <Name>{entry.asked}</Name>
              </div>
              <div className="facts">
                <span>{format.day(entry.on)}</span>
                <bdi>{entry.how}</bdi>
                {entry.minutes ? <span>{format.unit(entry.minutes, 'minute')}</span> : null}
              </div>
              {entry.answer ? <bdi>{entry.answer}</bdi> : <span className="quiet">{t('search-log.no-answer')}</span>}
            </div>
          </li>
        ))}
      </ul>
      {isAdding ? (
        <AddSearch
          caseId={record.id}
          onDone={async () => {
            setAdding(false);
            await onDone();
          }}
        />
      ) : (
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('search-log.add')}
        </Button>
      )}
    </Section>
  );
}

function AddSearch({ caseId, onDone }: { caseId: string; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [id] = useState(newId);
  const [fault, setFault] = useState<unknown>(null);
  const form = useForm({
    defaultValues: { on: new Date().toISOString().slice(0, 10), asked: '', how: '', answer: '', minutes: '' },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={form.handleSubmit(async ({ on, asked, how, answer, minutes }) => {
        try {
          await logSearch(caseId, id, {
            on,
            asked,
            how,
            ...(answer ? { answer } : {}),
            ...(Number(minutes) > 0 ? { minutes: Number(minutes) } : {}),
          });
          await onDone();
        } catch (refusal) {
          setFault(refusal);
        }
      })}
    >
      <TextInput label={t('search-log.on')} type="date" {...form.register('on', { required: true })} />
      <TextInput
        label={t('search-log.asked')}
        description={t('search-log.asked-hint')}
        dir="auto"
        error={errors.asked && t('form.asked')}
        {...form.register('asked', { required: true })}
      />
      <TextInput
        label={t('search-log.how')}
        description={t('search-log.how-hint')}
        dir="auto"
        error={errors.how && t('form.asked')}
        {...form.register('how', { required: true })}
      />
      <Textarea label={t('search-log.answer')} dir="auto" autosize minRows={2} {...form.register('answer')} />
      <TextInput label={t('search-log.minutes')} inputMode="numeric" dir="ltr" {...form.register('minutes')} />
      <Failure fault={fault} />
      <div>
        <Button type="submit" loading={isSubmitting}>
          {t('act.save')}
        </Button>
      </div>
    </form>
  );
}
