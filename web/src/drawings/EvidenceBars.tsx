import { useTranslation } from 'react-i18next';
import type { Part } from '../api/proposals';
import { useFormat } from '../i18n/format';
import { symmetricAxis } from './axis';

/** A bar for each comparison from a zero in the middle, in the direction of reading: solid agrees, hatched disagrees. The list is its text. */
export function EvidenceBars({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const axis = symmetricAxis(
    parts.map(({ log10Lr }) => log10Lr),
    100,
    false,
  );
  return (
    <>
      <div className="falls-ends bars-ends small quiet" aria-hidden="true">
        <span>{t('evidence.towards-different')}</span>
        <span>{t('evidence.towards-same')}</span>
      </div>
      <ul className="falls bars" aria-label={t('evidence.bars-label')}>
        {parts.map(({ comparison, state, log10Lr }) => {
          const [start, end] = [Math.min(axis.x(0), axis.x(log10Lr)), Math.max(axis.x(0), axis.x(log10Lr))];
          return (
            <li key={comparison} className="bar-row">
              <span>
                {t([`comparison.${comparison}`, 'comparison.other'])}
                <span className="quiet small"> · {t(`part.${state}`)}</span>
              </span>
              <span className="fall-track" aria-hidden="true">
                <span className="fall-zero" style={{ insetInlineStart: '50%' }} />
                <span
                  className={`fall-bar ${state}`}
                  style={{ insetInlineStart: `${start}%`, inlineSize: `${end - start}%` }}
                />
              </span>
              <bdi className="fall-number">{format.signed(log10Lr)}</bdi>
            </li>
          );
        })}
      </ul>
    </>
  );
}

export function Legend() {
  const { t } = useTranslation();
  const swatch = (state: 'agrees' | 'disagrees' | 'silent' | 'not_examinable') => (
    <span className="row" style={{ gap: 6 }}>
      <span className={`swatch ${state}`} aria-hidden="true" />
      {t(`part.${state}`)}
    </span>
  );
  return (
    <p className="row small">
      {swatch('agrees')}
      {swatch('disagrees')}
      {swatch('silent')}
      {swatch('not_examinable')}
    </p>
  );
}
