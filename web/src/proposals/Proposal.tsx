import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useProposal, type CoarseFeatures, type Evidence, type Part, type RemainsProposal } from '../api/proposals';
import { EvidenceBars, Legend } from '../drawings/EvidenceBars';
import { Waterfall } from '../drawings/Waterfall';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Facts, Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';
import { useLooseWords } from '../words/useLooseWords';
import { useSourceWords } from '../words/useSourceWords';
import { Choices } from './Choices';
import { Disclosures } from './Disclosures';
import { waterfallOf } from './waterfall';

const route = getRouteApi('/desk/proposals/$id');

/** As each side may see it at its stage: the comparison first, then its weight, then the sum, then the choices. */
export function Proposal() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const proposal = useProposal(id);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['/proposals'] });
  if (!proposal.data)
    return (
      <Page title={t('proposal.title')} windowTitle={t('proposal.title')}>
        {proposal.isError ? (
          <Failure fault={proposal.error} act={() => void proposal.refetch()} />
        ) : (
          <Fetching what={t('fetching.proposals')} />
        )}
      </Page>
    );
  const it = proposal.data;
  const isRemainsSide = it.side === 'remains';
  return (
    <Page
      title={t(isRemainsSide ? 'proposal.title-remains' : 'proposal.title')}
      windowTitle={t('proposal.title')}
      under={
        <span className="facts">
          {it.side !== 'remains' && (
            <Link to="/cases/$id" params={{ id: it.case.id }}>
              {it.case.name && <Name>{it.case.name}</Name>} <Code>{it.case.reference}</Code>
            </Link>
          )}
          {it.side !== 'family' && (
            <Link to="/remains/$id" params={{ id: it.remains.id }}>
              <Code>{it.remains.reference}</Code>
            </Link>
          )}
          <span className="badge on">{t([`proposal-state.${it.state}`, 'word.other'])}</span>
          <span>{t([`stage.${it.stage}`, 'stage.other'], { stage: it.stage })}</span>
        </span>
      }
    >
      <p className="notice">{t(isRemainsSide ? 'proposal.lead-remains' : 'proposal.lead')}</p>
      {it.side === 'remains' ? (
        <Agreeing proposal={it} />
      ) : (
        <EvidenceOf evidence={it.evidence} remains={it.side === 'family' ? it.remains : null} />
      )}
      <Choices proposal={it} onDone={refresh} />
      <Disclosures proposalId={it.id} />
    </Page>
  );
}

/** The remains' side before S5a: which classes agree, and no number. */
function Agreeing({ proposal }: { proposal: RemainsProposal }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('proposal.agreeing')}>
      <p>
        {t('proposal.asked-on', { day: format.day(proposal.askedOn) })} <Name>{proposal.askedBy.contactPoint}</Name>,{' '}
        {format.country(proposal.askedBy.country)}
      </p>
      <ul>
        {proposal.agreeing.map((one) => (
          <li key={one}>{t([`comparison.${one}`, 'comparison.other'])}</li>
        ))}
      </ul>
      <p className="quiet">{t('proposal.no-number')}</p>
    </Card>
  );
}

function EvidenceOf({ evidence, remains }: { evidence: Evidence; remains: CoarseFeatures | null }) {
  const { t } = useTranslation();
  const saySource = useSourceWords();
  const format = useFormat();
  const say = useLooseWords();
  const parts: readonly Part[] = evidence.parts;
  const weighs = parts.filter((part) => part.state === 'agrees' || part.state === 'disagrees');
  const cannotTell = weighs.length === 0 || Math.abs(evidence.log10Lr) < 0.5;
  const hasValues = parts.some((part) => part.anteMortem ?? part.postMortem);
  const remainsFacts = Object.entries(remains ?? {}).filter(([, value]) => value !== null);
  return (
    <>
      <Card title={t('proposal.comparison')}>
        <div className="table-box">
          <table className="plain-table folds">
            <caption>{t('proposal.comparison-words')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('proposal.what')}</th>
                {hasValues && <th scope="col">{t('proposal.family-says')}</th>}
                {hasValues && <th scope="col">{t('proposal.remains-show')}</th>}
                <th scope="col">{t('proposal.outcome')}</th>
                <th scope="col" className="number">
                  log10 LR
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part, index) => (
                <tr key={`${part.comparison}-${index}`}>
                  <th scope="row">{t([`comparison.${part.comparison}`, 'comparison.other'])}</th>
                  {hasValues && (
                    <td data-label={t('proposal.family-says')}>
                      <bdi>{part.anteMortem ?? '–'}</bdi>
                    </td>
                  )}
                  {hasValues && (
                    <td data-label={t('proposal.remains-show')}>
                      <bdi>{part.postMortem ?? '–'}</bdi>
                    </td>
                  )}
                  <td data-label={t('proposal.outcome')}>
                    <span className={`swatch ${part.state}`} aria-hidden="true" /> {t(`part.${part.state}`)}
                    {part.level && (
                      <span className="quiet small">
                        {' '}
                        ({t([`level.${part.level}`, 'level.other'], { level: part.level })})
                      </span>
                    )}
                  </td>
                  <td data-label="log10 LR" className="number">
                    <bdi>
                      {part.log10Lr === null || part.state === 'silent' || part.state === 'not_examinable'
                        ? '–'
                        : format.signed(part.log10Lr)}
                    </bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <details className="twin">
          <summary>{t('proposal.source')}</summary>
          <Facts
            of={parts
              .filter((part) => part.source)
              .map((part) => [
                t([`comparison.${part.comparison}`, 'comparison.other']),
                <bdi key={part.comparison}>{saySource(part.source)}</bdi>,
              ])}
          />
        </details>
        {remainsFacts.length > 0 && (
          <details className="twin">
            <summary>{t('proposal.remains-known')}</summary>
            <Facts
              of={remainsFacts.map(([key, value]) => [
                t([`field.${key}`, `remains-fact.${key}`, 'word.other']),
                <bdi key={key}>{say(key, value)}</bdi>,
              ])}
            />
          </details>
        )}
      </Card>
      <div className="columns">
        <Card title={t('evidence.title')}>
          <Legend />
          <EvidenceBars parts={parts} />
          <p className="quiet small">{t('evidence.words')}</p>
        </Card>
        <Card title={t('waterfall.title')}>
          <Waterfall steps={waterfallOf(evidence)} />
          <Facts
            of={[
              [
                'log10 LR',
                <span key="lr" className="figure-number">
                  <bdi>{format.signed(evidence.log10Lr)}</bdi>
                </span>,
              ],
              [t('waterfall.grade'), t([`grade.${evidence.grade}`, 'grade.other'])],
              [t('waterfall.prior-of'), t('waterfall.persons', { count: evidence.prior.persons })],
              [t('waterfall.prior-source'), <bdi key="source">{saySource(evidence.prior.source)}</bdi>],
              [t('waterfall.posterior'), format.percent(evidence.posterior)],
              [
                t('waterfall.random'),
                typeof evidence.expectedRandom === 'number'
                  ? format.number(evidence.expectedRandom, { maximumSignificantDigits: 2 })
                  : null,
              ],
            ]}
          />
          <p className={cannotTell ? 'notice attention' : 'notice'}>
            {t(cannotTell ? 'evidence.cannot-tell' : 'evidence.not-identity')}
          </p>
        </Card>
      </div>
    </>
  );
}
