import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIncidentOverview } from '../api/proposals';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Facts, Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';

const route = getRouteApi('/desk/incidents/$id');

/** One event: what the register tells, and of the reader's own organisation the records that name it. */
export function Incident() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = route.useParams();
  const overview = useIncidentOverview(id);
  if (!overview.data)
    return (
      <Page title={t('incident.title')} windowTitle={t('incident.title')}>
        {overview.isError ? (
          <Failure fault={overview.error} act={() => void overview.refetch()} />
        ) : (
          <Fetching what={t('fetching.list')} />
        )}
      </Page>
    );
  const { incident, cases, remains, coverage } = overview.data;
  const people = (count: number | null) => (count === null ? t('incidents.unknown') : format.number(count));
  return (
    <Page
      title={incident.location ? <bdi>{incident.location.trim().slice(0, 120)}</bdi> : t('incident.title')}
      windowTitle={t('incident.title')}
      under={
        <span className="facts">
          <Code>{incident.incidentId}</Code>
          {incident.reportedOn && <span>{format.date(incident.reportedOn)}</span>}
          <span>{format.country(incident.country)}</span>
        </span>
      }
    >
      <Card title={t('incident.register')}>
        <Facts
          of={[
            [t('incidents.dead'), people(incident.dead)],
            [t('incidents.missing'), people(incident.missing)],
            [t('incident.survivors'), people(incident.survivors)],
            [t('field.route'), incident.route && <bdi key="route">{incident.route}</bdi>],
            [t('incident.cause'), incident.cause && <bdi key="cause">{incident.cause}</bdi>],
            [t('incident.origin'), incident.origin && <bdi key="origin">{incident.origin}</bdi>],
          ]}
        />
        <p className="quiet small">{t('incident.register-words')}</p>
      </Card>
      {cases && (
        <Named title={t('incident.cases')} empty={t('incident.no-cases')}>
          {cases.map((one) => (
            <Row
              key={one.id}
              open={one.openProposals}
              status={t([`case-status.${one.status}`, 'word.other'])}
              proposals={
                <Link to="/cases/$id/candidates" params={{ id: one.id }}>
                  {t('incident.see-proposals')}
                </Link>
              }
            >
              <Link className="row-link" to="/cases/$id" params={{ id: one.id }}>
                {one.name && <Name>{one.name}</Name>} <Code>{one.reference}</Code>
              </Link>
            </Row>
          ))}
        </Named>
      )}
      {remains && (
        <Named title={t('incident.remains')} empty={t('incident.no-remains')}>
          {remains.map((one) => (
            <Row
              key={one.id}
              open={one.openProposals}
              status={t([`remains-status.${one.status}`, 'word.other'])}
              proposals={
                <Link to="/proposals" search={{ remainsId: one.id }}>
                  {t('incident.see-proposals')}
                </Link>
              }
            >
              <Link className="row-link" to="/remains/$id" params={{ id: one.id }}>
                <Code>{one.reference}</Code>
              </Link>
            </Row>
          ))}
        </Named>
      )}
      {(cases ?? remains) && (
        <Card title={t('incident.coverage')}>
          <p>
            {coverage.open === 0
              ? t('incident.nothing-compared')
              : t('incident.compared', {
                  compared: format.number(coverage.compared),
                  open: format.number(coverage.open),
                })}
            {coverage.asOf && ` ${t('incident.as-of', { day: format.day(coverage.asOf) })}`}
          </p>
          <p className="quiet small">{t('incident.own-only')}</p>
        </Card>
      )}
    </Page>
  );
}

function Named({ title, empty, children }: { title: string; empty: string; children: readonly ReactNode[] }) {
  return (
    <Card title={title}>
      {children.length === 0 ? <p className="empty">{empty}</p> : <ul className="rows">{children}</ul>}
    </Card>
  );
}

function Row({
  open,
  status,
  proposals,
  children,
}: {
  open: number;
  status: string;
  proposals: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <div>
        {children}
        <div className="facts">
          <span className="badge">{status}</span>
          <span>
            {open === 0 ? t('incident.no-proposals') : t('incident.open-proposals', { count: format.number(open) })}
          </span>
          {open > 0 && proposals}
        </div>
      </div>
    </li>
  );
}
