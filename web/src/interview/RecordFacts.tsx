import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../shell/Page';
import { Name } from '../shell/Text';
import { useValueWords } from '../words/useValueWords';
import type { Field, RecordValues } from './fields';

/** Fields that hold names of people, whose readings are shown. */
const names = new Set(['givenNames', 'familyNames', 'otherNames', 'fatherNames', 'motherNames', 'namesFound']);

/** Every field that has a value, or a reason why it has none, in the order in which it was asked. */
export function RecordFacts({ fields, record }: { fields: readonly Field[]; record: RecordValues }) {
  const { t } = useTranslation();
  const say = useValueWords();
  const answers = (record.answers ?? {}) as Record<string, string>;
  const valueOf = (field: Field): ReactNode => {
    const value = record[field.name];
    if (value === undefined) return <span className="quiet">{t(`answer.${answers[field.name]}`)}</span>;
    if (!names.has(field.name)) return <bdi>{say(field, value)}</bdi>;
    return (Array.isArray(value) ? (value as string[]) : [String(value)]).map((name) => (
      <div key={name}>
        <Name>{name}</Name>
      </div>
    ));
  };
  return (
    <Facts
      of={fields
        .filter((field) => record[field.name] !== undefined || answers[field.name])
        .map((field) => [t(`field.${field.name}`), valueOf(field)])}
    />
  );
}
