import { useTranslation } from 'react-i18next';
import { useBands } from '../api/kinship';
import { useFormat } from '../i18n/format';
import { Section } from '../shell/Page';

/** What signed DNA comparisons say of these remains: a band each, and nothing of the families. Not shown while there is none. */
export function DnaBands({ remainsId }: { remainsId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const items = useBands(remainsId).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('bands.title')} open>
      <p className="small">{t('bands.words')}</p>
      <ul className="rows">
        {items.map(({ resultId, band, concludedAt }) => (
          <li key={resultId}>
            {t(`band.${band}`)} · {format.day(concludedAt)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
