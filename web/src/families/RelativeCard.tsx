import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Code, Name } from '../shell/Text';
import type { Kin } from './relatives';
import { useKinWords } from './RelativesRead';

interface Props {
  readonly one: Kin;
  readonly all: readonly Kin[];
  /** The code of the sentence for `LABEL.field`. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (next: Kin) => void;
  readonly onSought: () => void;
  readonly onRemove: () => void;
}

/** One person: every question may stay unanswered, and what cannot be is said beside its field. */
export function RelativeCard({ one, all, faults, onChange, onSought, onRemove }: Props) {
  const { t } = useTranslation();
  const say = useKinWords();
  const heading = useId();
  const fault = (field: string) => {
    const code = faults[`${one.person}.${field}`];
    return code && t(`error.${code}`);
  };
  return (
    <section className="card stack" aria-labelledby={heading}>
      <h2 id={heading} style={{ margin: 0 }}>
        <Name>{say.title(one, all)}</Name>{' '}
        <span className="quiet small">
          <Code>{one.person}</Code>
        </span>
      </h2>
      <TextInput
        label={t('relatives.name')}
        dir="auto"
        value={one.name ?? ''}
        onChange={(event) => onChange({ ...one, name: event.currentTarget.value || null })}
      />
      {one.isMissingPerson ? (
        <p className="notice">{t('relatives.is-sought')}</p>
      ) : (
        <TextInput
          label={t('relatives.relationship')}
          description={t('relatives.relationship-hint')}
          dir="auto"
          value={one.relationship ?? ''}
          onChange={(event) => onChange({ ...one, relationship: event.currentTarget.value || null })}
        />
      )}
      <Answers
        label={t('field.sex')}
        options={[
          ['female', t('sex.female')],
          ['male', t('sex.male')],
          ['other', t('sex.other')],
          ['unknown', t('answer.not_known')],
        ]}
        value={one.sex}
        onChange={(sex) => onChange({ ...one, sex })}
      />
      {!one.isMissingPerson && (
        <Answers
          label={t('relatives.alive')}
          options={[
            ['yes', t('word.yes')],
            ['no', t('word.no')],
            ['unknown', t('answer.not_known')],
          ]}
          value={one.isAlive === null ? 'unknown' : one.isAlive ? 'yes' : 'no'}
          onChange={(said) => onChange({ ...one, isAlive: said === 'unknown' ? null : said === 'yes' })}
        />
      )}
      {!one.isMissingPerson && (
        <Answers
          label={t('relatives.dna')}
          options={(['given', 'refused', 'asked', 'not_asked'] as const).map((said) => [
            said,
            t(`dna-consent.${said}`),
          ])}
          value={one.consentDna}
          onChange={(consentDna) => onChange({ ...one, consentDna })}
        />
      )}
      {(['mother', 'father'] as const).map((parent) => (
        <Parent
          key={parent}
          label={t(`relatives.${parent}`)}
          value={one[parent]}
          options={all
            .filter(({ person }) => person !== one.person)
            .map((other) => [other.person, say.title(other, all)])}
          fault={fault(parent)}
          onChange={(label) => onChange({ ...one, [parent]: label })}
        />
      ))}
      {!one.isMissingPerson && (
        <div className="row">
          <button type="button" className="choice" onClick={onSought}>
            {t('relatives.make-sought')}
          </button>
          <button
            type="button"
            className="choice"
            onClick={() => {
              if (one.sampleLabel === null || window.confirm(t('relatives.remove-sample'))) onRemove();
            }}
          >
            {t('act.remove')}
          </button>
        </div>
      )}
    </section>
  );
}

function Answers<V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly (readonly [V, string])[];
  value: V;
  onChange: (value: V) => void;
}) {
  return (
    <fieldset className="question" style={{ margin: 0 }}>
      <legend>{label}</legend>
      <div className="choices">
        {options.map(([code, words]) => (
          <button
            key={code}
            type="button"
            className="choice"
            aria-pressed={value === code}
            onClick={() => onChange(code)}
          >
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Parent({
  label,
  value,
  options,
  fault,
  onChange,
}: {
  label: string;
  value: string | null;
  options: readonly (readonly [string, string])[];
  fault: string | undefined;
  onChange: (label: string | null) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label>
        <span className="legend">{label}</span>
        <select
          className="field-box"
          style={{ display: 'block' }}
          value={value ?? ''}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        >
          <option value="">{t('relatives.parent-unknown')}</option>
          {options.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {fault && (
        <p className="fault" id={id} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
