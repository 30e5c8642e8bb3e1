import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { remainsStatuses, useRemainsList } from '../api/remains';
import { newId, oneOf } from '../api/request';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { FilterBar, More, Select } from '../shell/FilterBar';
import { listKeys } from '../shell/list-keys';
import { Page } from '../shell/Page';
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
      <div onKeyDown={listKeys}>
        <FilterBar label={t('remains.search')} q={search.q} onSearch={(q) => set({ q })}>
          <Select
            label={t('cases.status')}
            value={search.status}
            options={remainsStatuses.map((one) => [one, t(`remains-status.${one}`)])}
            onChange={(status) => set({ status })}
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
        <Failure fault={remains.error} act={() => void remains.refetch()} />
        {remains.isPending && <Fetching what={t('fetching.list')} />}
        {remains.isSuccess && remains.items.length === 0 && <p className="empty">{t('remains.empty')}</p>}
        {remains.items.length > 0 && (
          <div className="card table-box">
            <table className="plain-table folds">
              <caption className="sr">{t('room.remains')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('family.reference')}</th>
                  <th scope="col">{t('cases.status')}</th>
                  <th scope="col">{t('field.recoveredOn')}</th>
                  <th scope="col">{t('place.country')}</th>
                </tr>
              </thead>
              <tbody>
                {remains.items.map((item) => (
                  <tr key={item.id}>
                    <th scope="row">
                      <Link className="row-link" to="/remains/$id" params={{ id: item.id }} data-row>
                        <Code>{item.reference}</Code>
                      </Link>
                    </th>
                    <td data-label={t('cases.status')}>
                      {t([`remains-status.${item.status}`, 'word.other'])}
                      {item.draft && <span className="quiet"> · {t('remains.draft')}</span>}
                    </td>
                    <td data-label={t('field.recoveredOn')}>
                      {item.recoveredYear
                        ? format.date(
                            [item.recoveredYear, item.recoveredMonth && String(item.recoveredMonth).padStart(2, '0')]
                              .filter(Boolean)
                              .join('-'),
                          )
                        : '–'}
                    </td>
                    <td data-label={t('place.country')}>{format.country(item.country)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <More pages={remains} />
      </div>
    </Page>
  );
}
