import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { proposalStates, useProposals } from '../api/proposals';
import { oneOf } from '../api/request';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { More, Select } from '../shell/FilterBar';
import { listKeys } from '../shell/list-keys';
import { Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';
import { Strength } from './Strength';
import './evidence.css';

const route = getRouteApi('/desk/proposals');

export function Proposals() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const go = route.useNavigate();
  const set = (next: Partial<typeof search>) => void go({ search: (before) => ({ ...before, ...next }) });
  const proposals = useProposals({
    caseId: search.caseId,
    remainsId: search.remainsId,
    state: oneOf(proposalStates, search.state),
    waiting: search.waiting === 'me' ? 'me' : undefined,
  });
  return (
    <Page title={t('room.proposals')} windowTitle={t('room.proposals')}>
      <p>{t('proposals.words')}</p>
      <div onKeyDown={listKeys}>
        <div className="row row-end" style={{ marginBlockEnd: 16 }}>
          <Select
            label={t('cases.status')}
            value={search.state}
            options={proposalStates.map((one) => [one, t(`proposal-state.${one}`)])}
            onChange={(state) => set({ state })}
          />
          <button
            type="button"
            className="choice"
            aria-pressed={search.waiting === 'me'}
            onClick={() => set({ waiting: search.waiting === 'me' ? undefined : 'me' })}
          >
            {t('proposals.waiting')}
          </button>
          {(search.caseId ?? search.remainsId) && (
            <button type="button" className="choice" onClick={() => set({ caseId: undefined, remainsId: undefined })}>
              {t('proposals.all')}
            </button>
          )}
        </div>
        <Failure fault={proposals.error} act={() => void proposals.refetch()} />
        {proposals.isPending && <Fetching what={t('fetching.proposals')} />}
        {proposals.isSuccess && proposals.items.length === 0 && <p className="empty">{t('proposals.empty')}</p>}
        {proposals.items.length > 0 && (
          <div className="card">
            <ul className="rows">
              {proposals.items.map((item) => (
                <li key={item.id}>
                  <div>
                    <Link className="row-link" to="/proposals/$id" params={{ id: item.id }} data-row>
                      {item.name ? (
                        <Name>{item.name}</Name>
                      ) : (
                        t(item.side === 'remains' ? 'proposals.asked' : 'proposals.one')
                      )}
                      <Code>{item.reference}</Code>
                    </Link>
                    <div className="facts">
                      <span className="badge">{t([`proposal-state.${item.state}`, 'word.other'])}</span>
                      {item.grade && <Strength grade={item.grade} />}
                      <span>
                        {item.agreeing.length === 0
                          ? t('evidence.nothing-agrees')
                          : t(item.grade ? 'evidence.rests-on' : 'evidence.agrees', {
                              what: format.list(
                                item.agreeing.map((one) => t([`comparison.${one}`, 'comparison.other'])),
                              ),
                            })}
                      </span>
                      <span>{format.age(item.ageDays)}</span>
                      {item.waitsFor === 'others' && (
                        <span>
                          {t('home.waiting-for', {
                            who: t(item.side === 'remains' ? 'waiting-for.family' : 'waiting-for.remains'),
                          })}
                        </span>
                      )}
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          </div>
        )}
        <More pages={proposals} />
      </div>
    </Page>
  );
}
