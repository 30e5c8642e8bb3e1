import { useTranslation } from 'react-i18next';
import type { Proposal } from '../api/proposals';
import { BodyMap } from '../drawings/BodyMap';
import { Odontogram } from '../drawings/Odontogram';
import { fields as familyFields } from '../families/steps';
import type { Field } from '../interview/fields';
import { fields as remainsFields } from '../remains/steps';
import { Card } from '../shell/Page';
import { useValueWords } from '../words/useValueWords';
import { pairedFields } from './paired-fields';

/** Both records in the order of the form, for the specialists to whom they were released. */
export function SideBySide({ records }: { records: NonNullable<Proposal['sideBySide']> }) {
  const { t } = useTranslation();
  const say = useValueWords();
  const { anteMortem, postMortem } = records;
  const valueOf = (field: Field | undefined, of: object) => {
    if (!field) return '–';
    const { [field.name]: value, answers } = of as Record<string, unknown>;
    if (value !== undefined) return say(field, value);
    const answer = (answers as Record<string, string> | undefined)?.[field.name];
    return answer ? t(`answer.${answer}`) : '–';
  };
  return (
    <Card title={t('side-by-side.title')}>
      <div className="table-box">
        <table className="plain-table folds">
          <caption>{t('side-by-side.words')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('proposal.what')}</th>
              <th scope="col">{t('proposal.family-says')}</th>
              <th scope="col">{t('proposal.remains-show')}</th>
            </tr>
          </thead>
          <tbody>
            {pairedFields(familyFields, remainsFields).map(({ family, remains }) => (
              <tr key={`${family?.name}-${remains?.name}`}>
                <th scope="row">
                  {[family, remains]
                    .flatMap((field) => (field ? [t(`field.${field.name}`)] : []))
                    .filter((word, index, all) => all.indexOf(word) === index)
                    .join(' / ')}
                </th>
                <td data-label={t('proposal.family-says')}>
                  <bdi>{valueOf(family, anteMortem)}</bdi>
                </td>
                <td data-label={t('proposal.remains-show')}>
                  <bdi>{valueOf(remains, postMortem)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('side-by-side.teeth')}</h3>
      <Odontogram teeth={anteMortem.teeth ?? []} beside={postMortem.teeth ?? []} />
      <div className="columns">
        <figure>
          <figcaption className="what">{t('proposal.family-says')}</figcaption>
          <BodyMap marks={anteMortem.marks ?? []} />
        </figure>
        <figure>
          <figcaption className="what">{t('proposal.remains-show')}</figcaption>
          <BodyMap marks={postMortem.marks ?? []} />
        </figure>
      </div>
    </Card>
  );
}
