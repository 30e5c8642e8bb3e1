import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isFault, valueOf, type Field } from './fields';
import { AnyInput } from './inputs';

interface Props {
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Why it is empty, when somebody said so. */
  readonly answer: string | undefined;
  readonly answers: readonly string[];
  readonly onAnswer: (answer: string | undefined) => void;
  /** What the API said of it. */
  readonly refused?: string;
}

/** One question: its input, and beside it, of equal weight, the answers that are no value. */
export function Question({ field, value, onChange, answer, answers, onAnswer, refused }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const read = valueOf(field, value);
  const isEmpty = !isFault(read) && read.value === undefined;
  const [least, most] = field.bounds ?? [];
  const fault = isFault(read) ? t(read.fault, { least, most }) : refused;
  const label = t(`field.${field.name}`);
  return (
    <fieldset className="question">
      <legend>{label}</legend>
      {field.hint && (
        <p className="quiet small" id={`${id}-hint`} style={{ margin: '0 0 6px' }}>
          {t(`field.${field.name}.hint`)}
        </p>
      )}
      <AnyInput
        field={field}
        label={label}
        value={value}
        onChange={onChange}
        describedBy={fault ? `${id}-fault` : field.hint ? `${id}-hint` : undefined}
      />
      {fault && (
        <p className="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
      {isEmpty && (
        <div className="answers" role="group" aria-label={t('answers.label', { field: label })}>
          {answers.map((option) => (
            <button
              key={option}
              type="button"
              className="choice"
              aria-pressed={answer === option}
              onClick={() => onAnswer(answer === option ? undefined : option)}
            >
              {t(`answer.${option}`)}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
