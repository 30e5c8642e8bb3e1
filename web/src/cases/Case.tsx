import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeCaseStatus,
  decideDuplicate,
  setCaseOwner,
  setReviewDate,
  useCase,
  useCaseTimeline,
  useDuplicates,
  type CaseRecord,
  type CaseStatus,
} from '../api/cases';
import { useProposals } from '../api/proposals';
import { newId } from '../api/request';
import { useColleagues } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Page, Section } from '../shell/Page';
import { Code, Name } from '../shell/Text';
import { Timeline } from '../shell/Timeline';
import { TwoStep } from '../shell/TwoStep';
import { WouldHelp } from '../proposals/WouldHelp';
import { CaseCoverage } from './CaseCoverage';
import { Relatives } from './Relatives';
import { SearchLog } from './SearchLog';
import { Tasks } from './Tasks';

const route = getRouteApi('/desk/cases/$id');

/** One spine: who, state and owner, what to do next, then what happened; details open below. */
export function Case() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = route.useParams();
  const record = useCase(id);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['/cases'] });
  if (!record.data)
    return (
      <Page title={t('case.title')} windowTitle={t('case.title')}>
        {record.isError ? (
          <Failure fault={record.error} act={() => void record.refetch()} />
        ) : (
          <Fetching what={t('fetching.case')} />
        )}
      </Page>
    );
  const it = record.data;
  return (
    <Page
      title={it.name ? <Name>{it.name}</Name> : t('case.unnamed')}
      windowTitle={t('case.title')}
      under={
        <span className="facts">
          <Code>{it.reference}</Code>
          <span className="badge on">{t(`case-status.${it.status}`)}</span>
          <span>{it.owner ? <Name>{it.owner.name}</Name> : t('case.no-owner')}</span>
          <span>
            <Name>{it.contactPoint.name}</Name>, {format.country(it.country)}
          </span>
          <span>{format.age(it.ageDays)}</span>
          {it.reviewOn && (
            <span className={it.isOverdue ? 'badge attention' : undefined}>
              {t('case.review-on', { day: format.day(it.reviewOn) })}
            </span>
          )}
        </span>
      }
    >
      <div className="columns">
        <div>
          <NextAct record={it} />
          <Card title={t('case.coverage')}>
            <CaseCoverage caseId={id} />
            <Link to="/cases/$id/candidates" params={{ id }}>
              {t('candidates.open')}
            </Link>
          </Card>
          <WouldHelp caseId={id} />
          <SearchLog record={it} onDone={refresh} />
          <Tasks record={it} onDone={refresh} />
          <Section title={t('case.reports')} open>
            <ul className="rows">
              {it.reportIds.map((reportId, index) => (
                <li key={reportId}>
                  <span>{t('case.report', { number: format.number(index + 1) })}</span>
                  <Button component={Link} to={`/family-reports/${reportId}`} variant="default">
                    {t('case.open-report')}
                  </Button>
                </li>
              ))}
              {it.linkedCases.map((linked) => (
                <li key={linked.id}>
                  <span>
                    {t('case.linked')} <Code>{linked.reference}</Code>
                  </span>
                  <Button component={Link} to={`/cases/${linked.id}`} variant="default">
                    {t('home.act.review-case')}
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
          {it.reportIds[0] && <Relatives reportId={it.reportIds[0]} />}
          <Duplicates caseId={id} onDone={refresh} />
          <Status record={it} onDone={refresh} />
          <Owner record={it} onDone={refresh} />
        </div>
        <Card title={t('case.timeline')}>
          <CaseTimeline id={id} />
        </Card>
      </div>
    </Page>
  );
}

/** What to do next: the proposal that waits, else the review that is due, else nothing but patience. */
function NextAct({ record }: { record: CaseRecord }) {
  const { t } = useTranslation();
  const proposals = useProposals({ caseId: record.id });
  const live = proposals.items.filter((one) => !['excluded', 'withdrawn'].includes(one.state));
  const first = live[0];
  return (
    <Card title={t('case.next')}>
      {first ? (
        <>
          <p>{t('case.next-proposal')}</p>
          <div className="row">
            <Button component={Link} to={`/proposals/${first.id}`}>
              {t('home.act.review-proposal')}
            </Button>
            {live.length > 1 && (
              <Link to="/proposals" search={{ caseId: record.id }}>
                {t('case.all-proposals')}
              </Link>
            )}
          </div>
        </>
      ) : (
        <>
          <p>{t(record.isOverdue ? 'case.next-review' : 'case.next-nothing')}</p>
          {record.reportIds[0] && (
            <Button component={Link} to={`/family-reports/${record.reportIds[0]}?step=review`} variant="default">
              {t('case.complete')}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}

function CaseTimeline({ id }: { id: string }) {
  const timeline = useCaseTimeline(id);
  return timeline.data ? (
    <Timeline entries={timeline.data.items} />
  ) : timeline.isError ? (
    <Failure fault={timeline.error} />
  ) : (
    <Fetching />
  );
}

function Duplicates({ caseId, onDone }: { caseId: string; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const duplicates = useDuplicates(caseId);
  const items = duplicates.data?.items ?? [];
  return (
    <Section title={t('duplicates.title')} open={items.some((one) => !one.decision)}>
      <p className="quiet">{t('duplicates.words')}</p>
      {duplicates.isSuccess && items.length === 0 && <p className="empty">{t('duplicates.empty')}</p>}
      <ul className="rows">
        {items.map((one) => (
          <li key={one.caseId}>
            <div>
              <div className="what">
                {one.name && <Name>{one.name}</Name>} <Code>{one.reference}</Code>
              </div>
              <div className="facts">
                {one.log10Lr !== null && (
                  <span>
                    log10 LR <bdi>{format.signed(one.log10Lr)}</bdi>
                  </span>
                )}
                {one.decision && <span className="badge">{t(`duplicates.${one.decision}`)}</span>}
              </div>
            </div>
            {!one.decision && (
              <div className="row">
                {(['same_person', 'different_persons'] as const).map((decision) => (
                  <TwoStep
                    key={decision}
                    act={t(`duplicates.${decision}`)}
                    reason="asked"
                    consequences={[t(`duplicates.${decision}-1`), t('duplicates.again')]}
                    onAct={async (reason) => {
                      await decideDuplicate(caseId, one.caseId, { decision, reason });
                      await onDone();
                    }}
                  />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Status({ record, onDone }: { record: CaseRecord; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const options = record.mayBecome;
  const [to, setTo] = useState<CaseStatus | ''>('');
  const [review, setReview] = useState(record.reviewOn ?? '');
  return (
    <Section title={t('case.change')}>
      <div className="stack">
        <fieldset className="question" style={{ margin: 0 }}>
          <legend>{t('case.change-status')}</legend>
          <div className="choices">
            {options.map((one) => (
              <button key={one} type="button" className="choice" aria-pressed={to === one} onClick={() => setTo(one)}>
                {t(`case-status.${one}`)}
              </button>
            ))}
          </div>
        </fieldset>
        {to && (
          <TwoStep
            key={to}
            act={t('case.change-act', { status: t(`case-status.${to}`) })}
            reason="asked"
            variant="filled"
            consequences={[
              t('case.change-1', { from: t(`case-status.${record.status}`), to: t(`case-status.${to}`) }),
              t([`case.change-to.${to}`, 'case.change-to.other']),
              t('case.change-2'),
            ]}
            onAct={async (reason) => {
              await changeCaseStatus(record.id, newId(), record.version, { to, reason });
              setTo('');
              await onDone();
            }}
          />
        )}
        <TextInput
          label={t('case.review-date')}
          type="date"
          value={review}
          onChange={(event) => setReview(event.currentTarget.value)}
        />
        {review && review !== record.reviewOn && (
          <TwoStep
            act={t('case.review-act')}
            reason="asked"
            consequences={[t('case.review-1')]}
            onAct={async (reason) => {
              await setReviewDate(record.id, record.version, { on: review, reason });
              await onDone();
            }}
          />
        )}
      </div>
    </Section>
  );
}

/** The case is given to another person of the same organisation, by name. */
function Owner({ record, onDone }: { record: CaseRecord; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const colleagues = useColleagues();
  const [userId, setUserId] = useState('');
  const others = (colleagues.data?.items ?? []).filter(
    ({ id, roles }) => id !== record.owner?.id && roles.some((role) => role !== 'auditor'),
  );
  return (
    <Section title={t('case.give')}>
      <Failure fault={colleagues.error} act={() => void colleagues.refetch()} />
      {colleagues.isSuccess && others.length === 0 && <p className="empty">{t('case.give-nobody')}</p>}
      {others.length > 0 && (
        <TwoStep
          act={t('case.give-act')}
          reason="asked"
          lacksSomething={userId === ''}
          consequences={[t('case.give-1'), t('case.change-2')]}
          onAct={async (reason) => {
            await setCaseOwner(record.id, record.version, { userId, reason });
            await onDone();
          }}
        >
          <fieldset className="question" style={{ margin: 0 }}>
            <legend>{t('case.give-to')}</legend>
            <div className="choices">
              {others.map((one) => (
                <button
                  key={one.id}
                  type="button"
                  className="choice"
                  aria-pressed={userId === one.id}
                  onClick={() => setUserId(one.id)}
                >
                  <Name>{one.name}</Name>
                </button>
              ))}
            </div>
          </fieldset>
        </TwoStep>
      )}
    </Section>
  );
}
