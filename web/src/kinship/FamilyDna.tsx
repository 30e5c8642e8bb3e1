import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { cancelRun, type FamilyDna as Family, useFamilyDna, useResults } from '../api/kinship';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { More } from '../shell/FilterBar';
import { Card, Page, Section } from '../shell/Page';
import { Code } from '../shell/Text';
import { PedigreeDrawing } from './PedigreeDrawing';
import { useRatioWords } from './useRatioWords';

const route = getRouteApi('/desk/laboratory/families/$id');

/** One family as the laboratory sees it: its tree, who is typed, what was found, and nothing else of the case. */
export function FamilyDna() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const family = useFamilyDna(id);
  return (
    <Page
      title={
        <>
          {t('family-dna.title')} {family.data && <Code>{family.data.reference}</Code>}
        </>
      }
      windowTitle={t('family-dna.title')}
      acts={
        <Button component={Link} variant="default" to={`/family-reports/${id}/relatives`}>
          {t('family-dna.edit-tree')}
        </Button>
      }
    >
      <Failure fault={family.error} act={() => void family.refetch()} />
      {family.isPending && <Fetching what={t('fetching.list')} />}
      {family.data && (
        <>
          {family.data.reason && (
            <p className="notice attention">{t([`reason.${family.data.reason}`, 'word.other'])}</p>
          )}
          <Card title={t('family-dna.tree')}>
            {family.data.persons.length > 0 ? (
              <PedigreeDrawing persons={family.data.persons} />
            ) : (
              <p className="empty">{t('family-dna.no-tree')}</p>
            )}
          </Card>
          <Found reportId={id} />
          <Runs family={family.data} onChange={() => void family.refetch()} />
          <Profiles family={family.data} />
        </>
      )}
    </Page>
  );
}

function Found({ reportId }: { reportId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ratio = useRatioWords();
  const results = useResults(reportId);
  return (
    <Card title={t('family-dna.results')}>
      <p className="small">{t('family-dna.results-words')}</p>
      <Failure fault={results.error} act={() => void results.refetch()} />
      {results.isSuccess && results.items.length === 0 && <p className="empty">{t('family-dna.no-results')}</p>}
      <ul className="rows">
        {results.items.map((item) => (
          <li key={item.id}>
            <div>
              <Link to="/laboratory/results/$id" params={{ id: item.id }}>
                {t('result.remains')} <Code>{item.remainsReference}</Code>
              </Link>
              <div>{item.isClaimUnsupported ? t('band.claim-unsupported') : t(`band.${item.band}`)}</div>
              <div className="small quiet">
                {t('result.smallest', { ratio: ratio(item.smallestLog10LR) })} ·{' '}
                {t('result.markers', { count: format.number(item.markersCompared) })} ·{' '}
                {item.concludedAt
                  ? t('result.concluded', { day: format.day(item.concludedAt) })
                  : t('result.signatures', { count: format.number(item.signatures) })}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <More pages={results} />
    </Card>
  );
}

function Runs({ family, onChange }: { family: Family; onChange: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [newest] = family.runs;
  if (!newest) return null;
  return (
    <Section title={t('family-dna.runs')} open={newest.state === 'running'}>
      <ul className="rows">
        {family.runs.map((run) => (
          <li key={run.id}>
            <span>
              {format.time(run.startedAt)} ·{' '}
              {run.state === 'running'
                ? t('laboratory.running', { share: format.percent(run.progress) })
                : t(`run.${run.state}`, { compared: format.number(run.compared), found: format.number(run.found) })}
              {run.reason && <span className="quiet"> · {t([`reason.${run.reason}`, 'word.other'])}</span>}
            </span>
            {run.state === 'running' && (
              <Button variant="default" size="xs" onClick={() => void cancelRun(run.id).then(onChange)}>
                {t('run.cancel')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Profiles({ family }: { family: Family }) {
  const { t } = useTranslation();
  return (
    <Section title={t('family-dna.profiles')}>
      {family.notices.length > 0 && (
        <ul className="notice">
          {family.notices.map((one) => (
            <li key={JSON.stringify(one)}>{t([`notice.${one.code}`, 'word.other'], { ...one })}</li>
          ))}
        </ul>
      )}
      {family.profiles.map((profile) => (
        <Section
          key={profile.id}
          title={
            <>
              <bdi>{profile.person ?? t('family-dna.own-trace')}</bdi>
              {profile.sample && (
                <>
                  {' '}
                  · <Code>{profile.sample}</Code>
                </>
              )}
              {!profile.isUsed && (
                <> · {profile.isReviewOnly ? t('family-dna.review-only') : t('family-dna.not-used')}</>
              )}
            </>
          }
        >
          <div className="table-box" tabIndex={0}>
            <table className="plain-table">
              <caption className="sr">{t('family-dna.profiles')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('result.marker')}</th>
                  <th scope="col">{t('result.alleles')}</th>
                  <th scope="col">{t('family-dna.quality')}</th>
                </tr>
              </thead>
              <tbody>
                {profile.markers.map(({ marker, alleles, quality }) => (
                  <tr key={marker}>
                    <th scope="row">
                      <Code>{marker}</Code>
                    </th>
                    <td>
                      <bdi>{alleles.join(' / ')}</bdi>
                    </td>
                    <td>{quality ? t(`quality.${quality}`) : '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      ))}
    </Section>
  );
}
