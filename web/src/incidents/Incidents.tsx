import { TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useIncidentMap, useIncidents, useRoutes } from '../api/places';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { FilterBar, More, Select } from '../shell/FilterBar';
import { Page } from '../shell/Page';
import { Code } from '../shell/Text';

const route = getRouteApi('/desk/incidents');
// The outline of the world is fetched beside the list and never before it.
const WorldMap = lazy(async () => ({ default: (await import('../drawings/WorldMap')).WorldMap }));

export function Incidents() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const go = route.useNavigate();
  const routes = useRoutes();
  const set = (next: Partial<typeof search>) => void go({ search: (before) => ({ ...before, ...next }) });
  const map = useIncidentMap({ from: search.from, to: search.to, route: search.route });
  const incidents = useIncidents(search);
  const people = (value: number | null) => (value === null ? t('incidents.unknown') : format.number(value));
  return (
    <Page title={t('room.incidents')} windowTitle={t('room.incidents')}>
      <p>{t('incidents.words')}</p>
      <FilterBar label={t('incidents.search')} q={search.q} onSearch={(q) => set({ q })}>
        <Select
          label={t('field.route')}
          value={search.route}
          options={(routes.data ?? []).filter(Boolean).map((one) => [one, one] as const)}
          onChange={(value) => set({ route: value })}
        />
        <TextInput
          label={t('incidents.from')}
          type="date"
          value={search.from ?? ''}
          onChange={(event) => set({ from: event.currentTarget.value || undefined })}
        />
        <TextInput
          label={t('incidents.to')}
          type="date"
          value={search.to ?? ''}
          onChange={(event) => set({ to: event.currentTarget.value || undefined })}
        />
      </FilterBar>
      <Suspense fallback={<Fetching what={t('fetching.map')} />}>
        {map.data ? <WorldMap points={map.data.points} /> : <Fetching what={t('fetching.map')} />}
      </Suspense>
      {map.data && (
        <p className="quiet small">
          <bdi>{map.data.credit}</bdi>
          {map.data.withoutPlace > 0 &&
            ` · ${t('incidents.without-place', { count: format.number(map.data.withoutPlace) })}`}
        </p>
      )}
      <Failure fault={map.error ?? incidents.error} act={() => void incidents.refetch()} />
      {incidents.isSuccess && incidents.items.length === 0 && <p className="empty">{t('incidents.empty')}</p>}
      {incidents.items.length > 0 && (
        <div className="card table-box" style={{ marginBlockStart: 16 }}>
          <table className="plain-table folds">
            <caption>{t('incidents.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('incidents.day')}</th>
                <th scope="col">{t('incidents.place')}</th>
                <th scope="col">{t('field.route')}</th>
                <th scope="col" className="number">
                  {t('incidents.dead')}
                </th>
                <th scope="col" className="number">
                  {t('incidents.missing')}
                </th>
              </tr>
            </thead>
            <tbody>
              {incidents.items.map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    <Link className="row-link" to="/incidents/$id" params={{ id: item.id }}>
                      {item.reportedOn ? format.date(item.reportedOn) : t('incidents.no-day')}
                    </Link>
                    {item.incidentId && (
                      <div className="quiet small">
                        <Code>{item.incidentId}</Code>
                      </div>
                    )}
                  </th>
                  <td data-label={t('incidents.place')}>
                    <bdi>{item.location ?? format.country(item.country)}</bdi>
                  </td>
                  <td data-label={t('field.route')}>
                    <bdi>{item.route}</bdi>
                  </td>
                  <td data-label={t('incidents.dead')} className="number">
                    {people(item.dead)}
                  </td>
                  <td data-label={t('incidents.missing')} className="number">
                    {people(item.missing)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More pages={incidents} />
    </Page>
  );
}
