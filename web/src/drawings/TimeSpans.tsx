import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { placedOn, type Span } from './spans';

/** Last contact, death and recovery on one line, in the direction of reading; each line says its days, so the list is the text. */
export function TimeSpans({ spans }: { spans: readonly Span[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const placed = placedOn(spans);
  if (placed.length === 0) return <p className="empty">{t('time.nothing')}</p>;
  return (
    <ul className="span-line">
      {placed.map(({ event, from, to, isCoarse, startPercent, widthPercent }) => (
        <li key={event} className="span-row">
          <span>
            <span className="what">{t(`time.${event}`)}</span>{' '}
            {from === to ? format.day(from) : t('date.between', { from: format.day(from), to: format.day(to) })}
            {isCoarse && <span className="quiet small"> · {t(`time.coarse-${event}`)}</span>}
          </span>
          <span className="span-track" aria-hidden="true">
            <span
              className={`span-bar ${event}${isCoarse ? ' coarse' : ''}`}
              style={{ insetInlineStart: `${startPercent}%`, inlineSize: `${widthPercent}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
