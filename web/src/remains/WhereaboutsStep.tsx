import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Envelope } from './Examination';

interface Props {
  readonly envelope: Envelope;
  readonly onChange: (next: Partial<Envelope>) => void;
}

/** Where the remains lie, and who told of them where nobody has examined them yet. */
export function WhereaboutsStep({ envelope, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="stack" style={{ marginBlockEnd: 24 }}>
      <TextInput
        label={t('field.location')}
        description={t('remains.location-hint')}
        dir="auto"
        value={envelope.location}
        onChange={(event) => onChange({ location: event.currentTarget.value })}
      />
      {(['cemetery', 'plot', 'row', 'number'] as const).map((part) => (
        <TextInput
          key={part}
          label={t(`grave.${part}`)}
          dir="auto"
          value={envelope.grave[part] ?? ''}
          onChange={(event) => onChange({ grave: { ...envelope.grave, [part]: event.currentTarget.value } })}
        />
      ))}
      <fieldset className="question">
        <legend>{t('sighting.title')}</legend>
        <p className="quiet small">{t('sighting.words')}</p>
        <div className="stack">
          <TextInput
            label={t('sighting.source')}
            dir="auto"
            value={envelope.sighting.source}
            onChange={(event) => onChange({ sighting: { ...envelope.sighting, source: event.currentTarget.value } })}
          />
          <TextInput
            label={t('sighting.review-on')}
            type="date"
            value={envelope.sighting.reviewOn}
            onChange={(event) => onChange({ sighting: { ...envelope.sighting, reviewOn: event.currentTarget.value } })}
          />
        </div>
      </fieldset>
    </div>
  );
}
