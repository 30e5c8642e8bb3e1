import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCase } from '../api/cases';
import { useCandidates, type Candidates as CandidatesValue } from '../api/proposals';
import { CoverageSentence } from '../coverage/CoverageSentence';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { listKeys } from '../shell/list-keys';
import { Card, Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';
import { Strength } from './Strength';
import { useRandomWords } from './useRandomWords';
import './evidence.css';

const route = getRouteApi('/desk/cases/$id/candidates');

/** The remains that one case might be, strongest first: what each rests on, what speaks against, what is missing. */
export function Candidates() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const record = useCase(id);
  const candidates = useCandidates(id);
  return (
    <Page
      title={t('candidates.title')}
      windowTitle={t('candidates.title')}
      under={
        record.data && (
          <Link to="/cases/$id" params={{ id }}>
            {record.data.name && <Name>{record.data.name}</Name>} <Code>{record.data.reference}</Code>
          </Link>
        )
      }
    >
      <Failure fault={candidates.error} act={() => void candidates.refetch()} />
      {candidates.isPending && <Fetching what={t('fetching.proposals')} />}
      {candidates.data && (
        <>
          <Card title={t('case.coverage')}>
            <CoverageSentence of={candidates.data.coverage} />
          </Card>
          <p>{t('candidates.words')}</p>
          {candidates.data.items.length === 0 ? (
            <p className="empty">{t('candidates.empty')}</p>
          ) : (
            <div className="card" onKeyDown={listKeys}>
              <ol className="rows">
                {candidates.data.items.map((item) => (
                  <Candidate key={item.id} item={item} />
                ))}
              </ol>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

function Candidate({ item }: { item: CandidatesValue['items'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sayRandom = useRandomWords();
  const named = (codes: readonly string[]) =>
    format.list(codes.map((one) => t([`comparison.${one}`, 'comparison.other'])));
  const { year, month } = item.remains.recovered;
  const found =
    year === null ? null : format.date([year, month && String(month).padStart(2, '0')].filter(Boolean).join('-'));
  return (
    <li>
      <div>
        <Link className="row-link" to="/proposals/$id" params={{ id: item.id }} data-row>
          {t('candidates.remains-in', { country: format.country(item.remains.country) })}
          {found && <>, {found}</>}
        </Link>
        <div className="facts">
          <Strength grade={item.grade} />
          <span className="badge">{t([`proposal-state.${item.state}`, 'word.other'])}</span>
        </div>
        <ul className="evidence-kinds">
          {item.agreeing.length > 0 && (
            <li>
              <span className="swatch agrees" aria-hidden="true" />{' '}
              {t('evidence.rests-on', { what: named(item.agreeing) })}
            </li>
          )}
          {item.disagreeing.length > 0 && (
            <li>
              <span className="swatch disagrees" aria-hidden="true" />{' '}
              {t('evidence.against', { what: named(item.disagreeing) })}
            </li>
          )}
          {item.notExaminable.length > 0 && (
            <li>
              <span className="swatch not_examinable" aria-hidden="true" />{' '}
              {t('evidence.not_examinable', { what: named(item.notExaminable) })}
            </li>
          )}
        </ul>
        <p className="quiet small">{sayRandom(item.expectedRandom)}</p>
      </div>
    </li>
  );
}
