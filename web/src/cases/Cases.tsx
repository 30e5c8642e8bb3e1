import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { caseStatuses, dueWithin, useCases } from '../api/cases';
import { newId, oneOf } from '../api/request';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { FilterBar, More, Select } from '../shell/FilterBar';
import { listKeys } from '../shell/list-keys';
import { Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';

const route = getRouteApi('/desk/cases');

/** The list of cases; its filter lives in the address, arrows walk it, slash searches. */
export function Cases() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const go = route.useNavigate();
  const { data: session } = useSession();
  const set = (next: Partial<typeof search>) => void go({ search: (before) => ({ ...before, ...next }) });
  const older = Number(search.older);
  const cases = useCases({
    q: search.q,
    status: oneOf(caseStatuses, search.status),
    due: oneOf(dueWithin, search.due),
    mine: search.mine === 'true' ? 'true' : undefined,
    olderThanDays: older > 0 ? older : undefined,
  });
  return (
    <Page
      title={t('room.cases')}
      windowTitle={t('room.cases')}
      acts={
        session?.user.roles.includes('contact_point_officer') && (
          <Button component={Link} to={`/family-reports/${newId()}?new=1`}>
            {t('home.new-report')}
          </Button>
        )
      }
    >
      <div onKeyDown={listKeys}>
        <FilterBar label={t('cases.search')} q={search.q} onSearch={(q) => set({ q })}>
          <Select
            label={t('cases.status')}
            value={search.status}
            options={caseStatuses.map((one) => [one, t(`case-status.${one}`)])}
            onChange={(status) => set({ status })}
          />
          <Select
            label={t('cases.due')}
            value={search.due}
            options={['overdue', 'today', 'week'].map((one) => [one, t(`cases.due.${one}`)])}
            onChange={(due) => set({ due })}
          />
          <Select
            label={t('cases.older')}
            value={search.older}
            options={['30', '90', '365'].map((one) => [one, format.days(Number(one))])}
            onChange={(value) => set({ older: value })}
          />
          <button
            type="button"
            className="choice"
            aria-pressed={search.mine === 'true'}
            onClick={() => set({ mine: search.mine === 'true' ? undefined : 'true' })}
          >
            {t('cases.mine')}
          </button>
        </FilterBar>
        <Failure fault={cases.error} act={() => void cases.refetch()} />
        {cases.isPending && <Fetching what={t('fetching.cases')} />}
        {cases.isSuccess && cases.items.length === 0 && <p className="empty">{t('cases.empty')}</p>}
        {cases.items.length > 0 && (
          <div className="card table-box">
            <table className="plain-table folds">
              <caption className="sr">{t('room.cases')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('cases.person')}</th>
                  <th scope="col">{t('cases.status')}</th>
                  <th scope="col">{t('cases.owner')}</th>
                  <th scope="col">{t('cases.desk')}</th>
                  <th scope="col" className="number">
                    {t('cases.age')}
                  </th>
                  <th scope="col">{t('cases.review')}</th>
                </tr>
              </thead>
              <tbody>
                {cases.items.map((item) => (
                  <tr key={item.id}>
                    <th scope="row">
                      <Link className="row-link" to="/cases/$id" params={{ id: item.id }} data-row>
                        {item.name ? <Name>{item.name}</Name> : t('case.unnamed')}
                      </Link>
                      <div className="quiet small">
                        <Code>{item.reference}</Code>
                      </div>
                    </th>
                    <td data-label={t('cases.status')}>{t(`case-status.${item.status}`)}</td>
                    <td data-label={t('cases.owner')}>
                      {item.owner ? <Name>{item.owner.name}</Name> : t('case.no-owner')}
                    </td>
                    <td data-label={t('cases.desk')}>
                      <Name>{item.contactPoint.name}</Name>
                    </td>
                    <td data-label={t('cases.age')} className="number">
                      {format.days(item.ageDays)}
                    </td>
                    <td data-label={t('cases.review')}>
                      {item.reviewOn && (
                        <span className={item.isOverdue ? 'badge attention' : undefined}>
                          {format.day(item.reviewOn)}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <More pages={cases} />
      </div>
    </Page>
  );
}
