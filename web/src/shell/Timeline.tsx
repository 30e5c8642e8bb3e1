import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../api/cases';
import { useFormat } from '../i18n/format';
import { Name } from './Text';

const WITHOUT_TIME = 10;

/** What happened, newest first: when, what, who. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sorted = [...entries].sort((a, b) => (a.at < b.at ? 1 : -1));
  const status = (code: string) =>
    t([`case-status.${code}`, `remains-status.${code}`, `proposal-state.${code}`, 'word.other']);
  if (sorted.length === 0) return <p className="empty">{t('timeline.empty')}</p>;
  return (
    <ol className="timeline">
      {sorted.map((entry, index) => {
        const by = typeof entry.by === 'string' ? entry.by : entry.by?.name;
        return (
          <li key={index}>
            <time dateTime={entry.at}>
              {entry.at.length > WITHOUT_TIME ? format.time(entry.at) : format.day(entry.at)}
            </time>
            <span className="what">{t([`event.${entry.kind}`, 'event.other'], { kind: entry.kind })}</span>
            {entry.to && <span>: {status(entry.to)}</span>}
            {by && (
              <span className="quiet">
                {' '}
                · <Name>{by}</Name>
              </span>
            )}
            {entry.words && (
              <div>
                <bdi>{entry.words}</bdi>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
