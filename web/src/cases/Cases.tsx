import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { caseStatuses, dueWithin, useCases } from '../api/cases';
import { newId, oneOf } from '../api/request';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { Select } from '../shell/FilterBar';
import { Page } from '../shell/Page';
import { MineFilter, RecordList } from '../shell/RecordList';
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
      <RecordList
        name={t('room.cases')}
        searchLabel={t('cases.search')}
        q={search.q}
        onSearch={(q) => set({ q })}
        filters={
          <>
            <Select
              label={t('cases.status')}
              value={search.status}
              options={caseStatuses.map((one) => [one, t(`case-status.${one}`)])}
              onChange={(status) => set({ status })}
            />
            <Select
              label={t('cases.due')}
              value={search.due}
              options={dueWithin.map((one) => [one, t(`cases.due.${one}`)])}
              onChange={(due) => set({ due })}
            />
            <Select
              label={t('cases.older')}
              value={search.older}
              options={['30', '90', '365'].map((one) => [one, format.days(Number(one))])}
              onChange={(value) => set({ older: value })}
            />
            <MineFilter value={search.mine} onChange={(mine) => set({ mine })} />
          </>
        }
        list={cases}
        empty={t('cases.empty')}
        columns={[
          {
            head: t('cases.person'),
            cell: (item) => (
              <>
                <Link className="row-link" to="/cases/$id" params={{ id: item.id }} data-row>
                  <span>{item.name ? <Name>{item.name}</Name> : t('case.unnamed')}</span>
                </Link>
                <div className="quiet small">
                  <Code>{item.reference}</Code>
                </div>
              </>
            ),
          },
          { head: t('cases.status'), cell: (item) => t(`case-status.${item.status}`) },
          {
            head: t('cases.owner'),
            cell: (item) => (item.owner ? <Name>{item.owner.name}</Name> : t('case.no-owner')),
          },
          { head: t('cases.desk'), cell: (item) => <Name>{item.contactPoint.name}</Name> },
          { head: t('cases.age'), isNumber: true, cell: (item) => format.days(item.ageDays) },
          {
            head: t('cases.review'),
            cell: (item) =>
              item.reviewOn && (
                <span className={item.isOverdue ? 'badge attention' : undefined}>{format.day(item.reviewOn)}</span>
              ),
          },
        ]}
      />
    </Page>
  );
}
