import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTracing, type Tracing } from '../api/proposals';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Code, Name } from '../shell/Text';

/** Where these remains may have come from and whom to ask, read when it is opened: from the record and public registers, never from a family's report. */
export function ReverseTracing({ remainsId }: { remainsId: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const tracing = useTracing(remainsId, isOpen);
  return (
    <details className="section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('tracing.title')}</summary>
      <div>
        <p>{t('tracing.words')}</p>
        <Failure fault={tracing.error} act={() => void tracing.refetch()} />
        {tracing.isLoading && <Fetching />}
        {tracing.data && <Traced it={tracing.data} />}
      </div>
    </details>
  );
}

function Traced({ it }: { it: Tracing }) {
  const { t } = useTranslation();
  const format = useFormat();
  const between = (from: string, to: string) =>
    from === to ? format.day(from) : t('date.between', { from: format.day(from), to: format.day(to) });
  const likely = (share: number) =>
    t(share >= 0.6 ? 'tracing.likely' : share >= 0.25 ? 'tracing.possible' : 'tracing.less');
  return (
    <>
      <h3>{t('tracing.corridor')}</h3>
      {it.corridors.length === 0 && <p className="empty">{t('tracing.no-corridor')}</p>}
      <ul>
        {it.corridors.map(({ route, share, reasons, incidents }) => (
          <li key={route}>
            <bdi>{route}</bdi>: {likely(share)}{' '}
            <span className="quiet small">
              {format.list(reasons.map((reason) => t(`tracing.${reason}`)))}
              {incidents.length > 0 && (
                <>
                  {' '}
                  (
                  {incidents.map((one, index) => (
                    <span key={`${one}-${index}`}>
                      {index > 0 && ' '}
                      <Code>{one}</Code>
                    </span>
                  ))}
                  )
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <h3>{t('tracing.origin')}</h3>
      {it.origins.length === 0 && <p className="empty">{t('tracing.no-origin')}</p>}
      <ul>
        {it.origins.map(({ country, share, reasons }) => (
          <li key={country}>
            {format.country(country)}: {likely(share)}{' '}
            <span className="quiet small">{format.list(reasons.map((reason) => t(`tracing.${reason}`)))}</span>
          </li>
        ))}
      </ul>
      <h3>{t('tracing.departure')}</h3>
      {it.departure ? (
        <p>
          {t('tracing.departure-likely', { days: between(it.departure.likelyFrom, it.departure.likelyTo) })}{' '}
          <span className="quiet small">
            {t('tracing.departure-wide', { days: between(it.departure.from, it.departure.to) })}
          </span>
        </p>
      ) : (
        <p className="empty">{t('tracing.no-departure')}</p>
      )}
      <h3>{t('tracing.desks')}</h3>
      {it.desks.length === 0 && <p className="empty">{t('tracing.no-desks')}</p>}
      <ol>
        {it.desks.map((desk) => (
          <li key={desk.id}>
            <Name>{desk.name}</Name>, {format.country(desk.country)}{' '}
            <span className="quiet small">
              {format.list(
                desk.reasons.map(({ reason, of }) =>
                  t(`tracing.${reason}`, {
                    of: reason === 'serves-origin' ? format.country(of) : reason === 'speaks' ? format.tongue(of) : of,
                  }),
                ),
              )}
            </span>
          </li>
        ))}
      </ol>
      <p className="notice">{t('tracing.no-image')}</p>
    </>
  );
}
