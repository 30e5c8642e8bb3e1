import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Enquirer } from '../api/families';
import { useFormat } from '../i18n/format';
import { useCountryOptions, useLanguageOptions } from '../words/options';

/** What stands around what the family tells: who asks, and under which reference. */
export interface Envelope {
  readonly reference: string;
  readonly registeredOn: string;
  readonly enquirer: Enquirer;
  readonly doNotShareWith: readonly string[];
}

interface Props {
  readonly envelope: Envelope;
  readonly onChange: (next: Partial<Envelope>) => void;
  readonly refusals: Readonly<Record<string, string>>;
}

/** Who asks, and with whom nothing may be shared. No reason is asked for. */
export function EnquirerStep({ envelope, onChange, refusals }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const countries = useCountryOptions();
  const tongues = useLanguageOptions();
  const { enquirer, doNotShareWith } = envelope;
  const text = (name: 'name' | 'relationship' | 'phone') => (
    <TextInput
      label={t(`enquirer.${name}`)}
      dir={name === 'phone' ? 'ltr' : 'auto'}
      inputMode={name === 'phone' ? 'tel' : 'text'}
      value={enquirer[name] ?? ''}
      onChange={(event) => onChange({ enquirer: { ...enquirer, [name]: event.currentTarget.value } })}
    />
  );
  const toggle = (code: string) =>
    onChange({
      doNotShareWith: doNotShareWith.includes(code)
        ? doNotShareWith.filter((one) => one !== code)
        : [...doNotShareWith, code],
    });
  const sayRecipient = (code: string) =>
    code === 'all' || code === 'state_of_nationality' ? t(`do-not-share.${code}`) : format.country(code);
  return (
    <div className="stack" style={{ marginBlockEnd: 24 }}>
      {text('name')}
      {text('relationship')}
      {text('phone')}
      {refusals.enquirer && <p className="fault">{refusals.enquirer}</p>}
      <label>
        <span style={{ display: 'block', fontWeight: 500 }}>{t('enquirer.language')}</span>
        <select
          className="field-box"
          value={enquirer.language ?? ''}
          onChange={(event) => onChange({ enquirer: { ...enquirer, language: event.currentTarget.value } })}
        >
          <option value="">–</option>
          {tongues.map((tongue) => (
            <option key={tongue.value} value={tongue.value}>
              {tongue.label}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="question">
        <legend>{t('do-not-share.title')}</legend>
        <p className="quiet small">{t('do-not-share.words')}</p>
        <div className="choices">
          {(['state_of_nationality', 'all'] as const).map((code) => (
            <button
              key={code}
              type="button"
              className="choice"
              aria-pressed={doNotShareWith.includes(code)}
              onClick={() => toggle(code)}
            >
              {t(`do-not-share.${code}`)}
            </button>
          ))}
          <select
            className="field-box"
            aria-label={t('several.country')}
            value=""
            onChange={(event) => event.currentTarget.value && toggle(event.currentTarget.value)}
          >
            <option value="">{t('several.country')}</option>
            {countries.map((country) => (
              <option key={country.value} value={country.value}>
                {country.label}
              </option>
            ))}
          </select>
        </div>
        <div className="chips">
          {doNotShareWith
            .filter((code) => code.length === 3 && code !== 'all')
            .map((code) => (
              <button
                key={code}
                type="button"
                className="choice"
                aria-label={t('several.remove', { name: sayRecipient(code) })}
                onClick={() => toggle(code)}
              >
                {sayRecipient(code)} <span aria-hidden="true">×</span>
              </button>
            ))}
        </div>
      </fieldset>
    </div>
  );
}
