import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { recordOf, typedOf, type RecordValues, type Step } from './fields';
import { Question } from './Question';

interface Props {
  readonly steps: readonly Step[];
  /** Steps that are drawn by the caller, after those of the record: name and page. */
  readonly further: readonly { readonly name: string; readonly page: ReactNode }[];
  readonly words: 'family-step' | 'examination-step';
  readonly answers: readonly string[];
  readonly record: RecordValues;
  readonly onRecord: (record: RecordValues) => void;
  readonly refusals: Readonly<Record<string, string>>;
  readonly step: string | undefined;
  readonly onStep: (name: string) => void;
  /** Before the fields of the first step. */
  readonly opening?: ReactNode;
}

type Values = { typed: Record<string, unknown>; answers: Record<string, string | undefined> };

/** An interview in steps. Back is always safe: the form holds every step from beginning to end. */
export function Interview({
  steps,
  further,
  words,
  answers,
  record,
  onRecord,
  refusals,
  step,
  onStep,
  opening,
}: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const fields = useMemo(() => steps.flatMap((one) => one.fields), [steps]);
  const start = useRef<Values>({
    typed: Object.fromEntries(fields.map((field) => [field.name, typedOf(field, record[field.name])])),
    answers: { ...(record.answers as Record<string, string> | undefined) },
  });
  const last = useRef(record);
  const opened = useRef(record);
  const form = useForm<Values>({ defaultValues: start.current });
  const tell = useRef(onRecord);
  tell.current = onRecord;
  useEffect(() => {
    const watching = form.watch(() => {
      const now = form.getValues();
      last.current = recordOf(fields, now.typed, now.answers, last.current, opened.current);
      tell.current(last.current);
    });
    return () => watching.unsubscribe();
  }, [fields, form]);

  const names = [...steps, ...further].map((one) => one.name);
  const at = Math.max(0, names.indexOf(step ?? ''));
  const present = names[at] ?? '';
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) {
      heading.current?.focus();
      window.scrollTo(0, 0);
    }
    isFirst.current = false;
  }, [present]);

  const fieldsHere = steps.find((one) => one.name === present)?.fields;
  return (
    <div className="interview">
      <nav aria-label={t('interview.steps')}>
        <label className="steps-select">
          <span className="small quiet">
            {t('interview.step-of', { at: number(at + 1), of: number(names.length) })}
          </span>
          <select className="field-box" value={present} onChange={(event) => onStep(event.currentTarget.value)}>
            {names.map((name) => (
              <option key={name} value={name}>
                {t(`${words}.${name}`)}
              </option>
            ))}
          </select>
        </label>
        <ol className="steps-list">
          {names.map((name) => (
            <li key={name}>
              <button
                type="button"
                className="plain"
                aria-current={name === present ? 'step' : undefined}
                onClick={() => onStep(name)}
              >
                {t(`${words}.${name}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <div className="card">
        <h2 ref={heading} tabIndex={-1}>
          {t(`${words}.${present}`)}
        </h2>
        {at === 0 && opening}
        {fieldsHere?.map((field) => (
          <Controller
            key={field.name}
            control={form.control}
            name={`typed.${field.name}`}
            render={({ field: input }) => (
              <Controller
                control={form.control}
                name={`answers.${field.name}`}
                render={({ field: why }) => (
                  <Question
                    field={field}
                    value={input.value}
                    onChange={input.onChange}
                    answer={why.value}
                    answers={answers}
                    onAnswer={why.onChange}
                    refused={refusals[field.name]}
                  />
                )}
              />
            )}
          />
        )) ?? further.find((one) => one.name === present)?.page}
        <div className="row">
          {at > 0 && (
            <Button variant="default" onClick={() => onStep(names[at - 1] ?? present)}>
              {t('act.back')}
            </Button>
          )}
          {at < names.length - 1 && <Button onClick={() => onStep(names[at + 1] ?? present)}>{t('act.next')}</Button>}
        </div>
      </div>
    </div>
  );
}
