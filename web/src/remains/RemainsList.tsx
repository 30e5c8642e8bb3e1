import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { remainsStatuses, useRemainsList } from '../api/remains';
import { newId, oneOf } from '../api/request';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { Select } from '../shell/FilterBar';
import { Page } from '../shell/Page';
import { MineFilter, RecordList } from '../shell/RecordList';
import { Code } from '../shell/Text';

const route = getRouteApi('/desk/remains');

export function RemainsList() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const go = route.useNavigate();
  const { data: session } = useSession();
  const set = (next: Partial<typeof search>) => void go({ search: (before) => ({ ...before, ...next }) });
  const remains = useRemainsList({
    q: search.q,
    status: oneOf(remainsStatuses, search.status),
    mine: search.mine === 'true' ? 'true' : undefined,
  });
  return (
    <Page
      title={t('room.remains')}
      windowTitle={t('room.remains')}
      acts={
        session?.user.roles.includes('forensic_officer') && (
          <Button component={Link} to={`/remains/${newId()}/examination?new=1`}>
            {t('home.new-remains')}
          </Button>
        )
      }
    >
      <RecordList
        name={t('room.remains')}
        searchLabel={t('remains.search')}
        q={search.q}
        onSearch={(q) => set({ q })}
        filters={
          <>
            <Select
              label={t('cases.status')}
              value={search.status}
              options={remainsStatuses.map((one) => [one, t(`remains-status.${one}`)])}
              onChange={(status) => set({ status })}
            />
            <MineFilter value={search.mine} onChange={(mine) => set({ mine })} />
          </>
        }
        list={remains}
        empty={t('remains.empty')}
        columns={[
          {
            head: t('family.reference'),
            cell: (item) => (
              <Link className="row-link" to="/remains/$id" params={{ id: item.id }} data-row>
                <Code>{item.reference}</Code>
              </Link>
            ),
          },
          {
            head: t('cases.status'),
            cell: (item) => (
              <>
                {t(`remains-status.${item.status}`)}
                {item.draft && <span className="quiet"> · {t('remains.draft')}</span>}
              </>
            ),
          },
          {
            head: t('field.recoveredOn'),
            cell: ({ recoveredYear, recoveredMonth }) =>
              recoveredYear
                ? format.date(
                    [recoveredYear, recoveredMonth && String(recoveredMonth).padStart(2, '0')]
                      .filter(Boolean)
                      .join('-'),
                  )
                : t('answer.not_known'),
          },
          { head: t('place.country'), cell: (item) => format.country(item.country) },
        ]}
      />
    </Page>
  );
}
