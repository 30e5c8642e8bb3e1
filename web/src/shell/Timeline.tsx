import { useTranslation } from 'react-i18next';

/** As the records of cases, remains and proposals tell it: an act, or a kind of event of remains. */
export interface TimelineEntry {
  readonly at: string;
  readonly by: string | null;
  readonly act?: string;
  readonly to?: string | null;
  readonly reason?: string | null;
  readonly kind?: string;
  readonly what?: string;
  /** Why it no longer stands; the entry is then shown struck through. */
  readonly struckBecause?: string | null;
}
import { useFormat } from '../i18n/format';
import { Name } from './Text';

const isStatus = (kind: string): boolean => kind === 'status' || kind === 'status-changed';

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
        const { by } = entry;
        const kind = entry.act ?? entry.kind ?? '';
        return (
          <li key={index}>
            <time dateTime={entry.at}>{entry.at.includes('T') ? format.time(entry.at) : format.date(entry.at)}</time>
            <span className="what">{t([`event.${kind}`, 'event.other'])}</span>
            {isStatus(kind) && (entry.to ?? entry.what) && <span>: {status(entry.to ?? entry.what ?? '')}</span>}
            {!isStatus(kind) && entry.what && (
              <span>
                :{' '}
                {entry.struckBecause || kind === 'corrected' ? (
                  <s>
                    <bdi>{entry.what}</bdi>
                  </s>
                ) : (
                  <bdi>{t([`examination-kind.${entry.what}`], { defaultValue: entry.what })}</bdi>
                )}
              </span>
            )}
            {by && (
              <span className="quiet">
                {' '}
                · <Name>{by}</Name>
              </span>
            )}
            {entry.struckBecause && (
              <div>
                {t('correction.struck')} <bdi>{entry.struckBecause}</bdi>
              </div>
            )}
            {entry.reason && (
              <div>
                <bdi>{entry.reason}</bdi>
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
