import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mark, ToothState } from '../../../src/description';
import { useRoutes } from '../api/places';
import { Odontogram } from '../drawings/Odontogram';
import { useFormat } from '../i18n/format';
import { useCountryOptions, useLanguageOptions } from '../words/options';
import type { InputProps, Taker, TypedPlace, TypedRange } from './fields';
import { MarksInput } from './MarksInput';
import { dateModes, type PartialDay, type TypedDate } from './partial-date';

export function AnyInput(props: InputProps<unknown>) {
  const { field } = props;
  const as = <T,>() => props as unknown as InputProps<T>;
  switch (field.kind) {
    case 'words':
      return <Words {...as<string>()} />;
    case 'long-words':
    case 'lines':
    case 'phones':
    case 'documents':
      return <Lines {...as<string>()} />;
    case 'date':
      return <DateInput {...as<TypedDate>()} />;
    case 'range':
      return <RangeInput {...as<TypedRange>()} />;
    case 'choice':
    case 'yes-no':
      return <Choice {...as<string>()} />;
    case 'choices':
      return <Choices {...as<readonly string[]>()} />;
    case 'country':
      return <Country {...as<string>()} />;
    case 'countries':
      return <Several {...as<readonly string[]>()} of="country" />;
    case 'tongues':
      return <Several {...as<readonly string[]>()} of="language" />;
    case 'place':
      return <PlaceInput {...as<TypedPlace>()} />;
    case 'route':
      return <Route {...as<string>()} />;
    case 'marks':
      return <MarksInput {...as<readonly Mark[]>()} />;
    case 'teeth':
      return (
        <Odontogram
          teeth={as<readonly ToothState[]>().value}
          onChange={(teeth) => as<readonly ToothState[]>().onChange(teeth)}
        />
      );
    case 'takers':
      return <Takers {...as<readonly Taker[]>()} />;
  }
}

const Words = ({ label, value, onChange, describedBy }: InputProps<string>) => (
  <TextInput
    aria-label={label}
    aria-describedby={describedBy}
    dir="auto"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

const Lines = ({ field, label, value, onChange, describedBy }: InputProps<string>) => (
  <Textarea
    aria-label={label}
    aria-describedby={describedBy}
    dir={field.kind === 'phones' ? 'ltr' : 'auto'}
    inputMode={field.kind === 'phones' ? 'tel' : 'text'}
    autosize
    minRows={2}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

function Choice({ field, label, value, onChange }: InputProps<string>) {
  const { t } = useTranslation();
  const options = field.kind === 'yes-no' ? ['yes', 'no'] : (field.options ?? []);
  const words = field.kind === 'yes-no' ? 'word' : field.optionWords;
  return (
    <div className="choices" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option}
          type="button"
          className="choice"
          aria-pressed={value === option}
          onClick={() => onChange(value === option ? '' : option)}
        >
          {words ? t(`${words}.${option}`) : <bdi dir="ltr">{option}</bdi>}
        </button>
      ))}
    </div>
  );
}

function Choices({ field, label, value, onChange }: InputProps<readonly string[]>) {
  const { t } = useTranslation();
  return (
    <div className="choices" role="group" aria-label={label}>
      {(field.options ?? []).map((option) => (
        <button
          key={option}
          type="button"
          className="choice"
          aria-pressed={value.includes(option)}
          onClick={() => onChange(value.includes(option) ? value.filter((one) => one !== option) : [...value, option])}
        >
          {t(`${field.optionWords}.${option}`)}
        </button>
      ))}
    </div>
  );
}

function DateInput({ label, value, onChange, describedBy }: InputProps<TypedDate>) {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={label} aria-describedby={describedBy}>
      <div className="choices" style={{ marginBlockEnd: 8 }}>
        {dateModes.map((mode) => (
          <button
            key={mode}
            type="button"
            className="choice"
            aria-pressed={value.mode === mode}
            onClick={() => onChange({ ...value, mode })}
          >
            {t(`date-mode.${mode}`)}
          </button>
        ))}
      </div>
      <Parts value={value.from} onChange={(from) => onChange({ ...value, from })} />
      {value.mode === 'between' && (
        <>
          <p className="small quiet" style={{ margin: '6px 0' }}>
            {t('date-mode.and')}
          </p>
          <Parts value={value.to} onChange={(to) => onChange({ ...value, to })} />
        </>
      )}
    </div>
  );
}

function Parts({ value, onChange }: { value: PartialDay; onChange: (value: PartialDay) => void }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const months = Array.from({ length: 12 }, (_, index) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2001, index, 1))),
  );
  return (
    <div className="date-parts">
      <label>
        <span className="small quiet">{t('date.day')}</span>
        <input
          className="field-box"
          style={{ display: 'block', inlineSize: '4.5rem' }}
          inputMode="numeric"
          dir="ltr"
          value={value.day}
          onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
        />
      </label>
      <label>
        <span className="small quiet">{t('date.month')}</span>
        <select
          className="field-box"
          style={{ display: 'block' }}
          value={value.month}
          onChange={(event) => onChange({ ...value, month: event.currentTarget.value })}
        >
          <option value="">–</option>
          {months.map((name, index) => (
            <option key={name} value={String(index + 1)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="small quiet">{t('date.year')}</span>
        <input
          className="field-box"
          style={{ display: 'block' }}
          inputMode="numeric"
          dir="ltr"
          value={value.year}
          onChange={(event) => onChange({ ...value, year: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

function RangeInput({ field, label, value, onChange, describedBy }: InputProps<TypedRange>) {
  const { t } = useTranslation();
  const end = (name: 'from' | 'to') => (
    <label>
      <span className="small quiet">{t(`range.${name}-label`)}</span>
      <input
        className="field-box"
        style={{ display: 'block', inlineSize: '6.5rem' }}
        inputMode="decimal"
        dir="ltr"
        value={value[name]}
        onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <div className="row row-end" role="group" aria-label={label} aria-describedby={describedBy}>
      {end('from')}
      {end('to')}
      <span style={{ paddingBlockEnd: 10 }}>{t(`unit.${field.unit}`)}</span>
    </div>
  );
}

function Country({ label, value, onChange }: InputProps<string>) {
  const countries = useCountryOptions();
  return (
    <select
      className="field-box"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">–</option>
      {countries.map((country) => (
        <option key={country.value} value={country.value}>
          {country.label}
        </option>
      ))}
    </select>
  );
}

function Several({ label, value, onChange, of }: InputProps<readonly string[]> & { of: 'country' | 'language' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const countries = useCountryOptions();
  const tongues = useLanguageOptions();
  const say = of === 'country' ? format.country : format.tongue;
  const add = (code: string) => code && !value.includes(code) && onChange([...value, code]);
  return (
    <div>
      <select className="field-box" aria-label={label} value="" onChange={(event) => add(event.currentTarget.value)}>
        <option value="">{t(`several.${of}`)}</option>
        {(of === 'country' ? countries : tongues).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <div className="chips">
        {value.map((code) => (
          <button
            key={code}
            type="button"
            className="choice"
            aria-label={t('several.remove', { name: say(code) })}
            onClick={() => onChange(value.filter((one) => one !== code))}
          >
            {say(code)} <span aria-hidden="true">×</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function Route({ label, value, onChange, describedBy }: InputProps<string>) {
  const routes = useRoutes();
  const known = routes.data ?? [];
  return (
    <select
      className="field-box"
      aria-label={label}
      aria-describedby={describedBy}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">–</option>
      {[...new Set([...known, ...(value ? [value] : [])])].map((route) => (
        <option key={route} value={route}>
          {route}
        </option>
      ))}
    </select>
  );
}

function PlaceInput({ label, value, onChange, describedBy, field }: InputProps<TypedPlace>) {
  const { t } = useTranslation();
  const number = (name: 'latitude' | 'longitude' | 'accuracyKm') => (
    <label>
      <span className="small quiet">{t(`place.${name}`)}</span>
      <input
        className="field-box"
        style={{ display: 'block', inlineSize: '7.5rem' }}
        inputMode="decimal"
        dir="ltr"
        value={value[name]}
        onChange={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <div role="group" aria-label={label} aria-describedby={describedBy} className="stack">
      <TextInput
        label={t('place.name')}
        dir="auto"
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
      <div className="row row-end">
        <label>
          <span className="small quiet">{t('place.country')}</span>
          <div>
            <Country
              field={field}
              label={t('place.country')}
              value={value.country}
              onChange={(country) => onChange({ ...value, country })}
            />
          </div>
        </label>
        {number('latitude')}
        {number('longitude')}
        {number('accuracyKm')}
      </div>
    </div>
  );
}

function Takers({ label, value, onChange }: InputProps<readonly Taker[]>) {
  const { t } = useTranslation();
  const format = useFormat();
  const countries = useCountryOptions();
  const [country, setCountry] = useState('');
  const [kind, setKind] = useState('police');
  return (
    <div role="group" aria-label={label}>
      <div className="row row-end">
        <select
          className="field-box"
          aria-label={t('place.country')}
          value={country}
          onChange={(event) => setCountry(event.currentTarget.value)}
        >
          <option value="">{t('several.country')}</option>
          {countries.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <select
          className="field-box"
          aria-label={t('takers.kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value)}
        >
          {['police', 'border_guard', 'asylum_office', 'prison', 'other'].map((option) => (
            <option key={option} value={option}>
              {t(`takers.${option}`)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="choice"
          disabled={!country}
          onClick={() => {
            onChange([...value, { country, kind }]);
            setCountry('');
          }}
        >
          {t('act.add')}
        </button>
      </div>
      <div className="chips">
        {value.map((taker, index) => (
          <button
            key={index}
            type="button"
            className="choice"
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            {format.country(taker.country)},{' '}
            {['police', 'border_guard', 'asylum_office', 'prison', 'other'].includes(taker.kind)
              ? t(`takers.${taker.kind}`)
              : taker.kind}{' '}
            <span aria-hidden="true">×</span>
            <span className="sr">{t('act.remove')}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
