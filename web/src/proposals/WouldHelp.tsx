import { useTranslation } from 'react-i18next';
import { usePower } from '../api/proposals';
import { Card } from '../shell/Page';

const SHOWN = 4;

/** What would help this case most, as requests to make gently, in plain words that can be read out to a family. */
export function WouldHelp({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const power = usePower(caseId);
  const items = (power.data?.items ?? []).slice(0, SHOWN);
  // It is an offer, not a duty of the page: where it cannot be had the page goes on without it.
  if (items.length === 0) return null;
  return (
    <Card title={t('power.title')}>
      <ol className="rows">
        {items.map(({ piece, relative, effect, comparable }) => (
          <li key={piece}>
            <div>
              <div className="what">{t(relative ? `power.relative-${relative}` : `power.${piece}`)}</div>
              <p className="quiet small" style={{ margin: 0 }}>
                {t(`power.effect-${effect}`)} {t(`power.comparable-${comparable}`)}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className="quiet small">{t('power.words')}</p>
    </Card>
  );
}
