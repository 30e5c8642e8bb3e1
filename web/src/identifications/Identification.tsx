import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  conclusions,
  findings,
  lineKinds,
  recordAuthorityDecision,
  recordLine,
  recordTelling,
  reverseIdentification,
  sign,
  useIdentification,
  type Identification as View,
} from '../api/identifications';
import { newId } from '../api/request';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Facts, Page } from '../shell/Page';
import { Adding } from '../shell/QuickForm';
import { Code, Name } from '../shell/Text';
import { TwoStep } from '../shell/TwoStep';
import { Signing } from './Signing';
import { undecided } from './discrepancies';

const route = getRouteApi('/desk/identifications/$id');
const today = () => new Date().toISOString().slice(0, 10);

/** Reconciliation in writing: lines of evidence, discrepancies, two signatures, the authority, the telling, a reversal. */
export function Identification() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const identification = useIdentification(id);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['/identifications', id] });
  if (!identification.data)
    return (
      <Page title={t('identification.title')} windowTitle={t('identification.window')}>
        {identification.isError ? (
          <Failure fault={identification.error} act={() => void identification.refetch()} />
        ) : (
          <Fetching what={t('fetching.page')} />
        )}
      </Page>
    );
  const it = identification.data;
  return (
    <Page
      title={t('identification.title')}
      windowTitle={t('identification.window')}
      under={
        <span className="facts">
          {it.case && (
            <span>
              {it.case.name ? <Name>{it.case.name}</Name> : null} <Code>{it.case.reference}</Code>
            </span>
          )}
          {it.remains && <Code>{it.remains.reference}</Code>}
          <span className="badge on">{t([`identification-state.${it.state}`, 'word.other'])}</span>
          <Link to="/proposals/$id" params={{ id: it.proposalId }}>
            {t('identification.to-proposal')}
          </Link>
        </span>
      }
    >
      <p className="notice">{t('identification.visible')}</p>
      <Lines it={it} onDone={refresh} />
      <Signatures it={it} onDone={refresh} />
      <After it={it} onDone={refresh} />
    </Page>
  );
}

interface Part {
  readonly it: View;
  readonly onDone: () => Promise<unknown>;
}

function Lines({ it, onDone }: Part) {
  const { t } = useTranslation();
  const open = undecided(it.lines);
  const options = (codes: readonly string[], words: string) =>
    codes.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return (
    <Card title={t('lines.title')}>
      <p>{t('lines.words')}</p>
      {it.lines.length > 0 && (
        <div className="table-box">
          <table className="plain-table folds">
            <thead>
              <tr>
                <th scope="col">{t('lines.kind')}</th>
                <th scope="col">{t('lines.finding')}</th>
                <th scope="col">{t('lines.in-words')}</th>
              </tr>
            </thead>
            <tbody>
              {it.lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{t([`line-kind.${line.kind}`, 'word.other'])}</th>
                  <td data-label={t('lines.finding')}>{t([`finding.${line.finding}`, 'word.other'])}</td>
                  <td data-label={t('lines.in-words')}>
                    <bdi>{line.words}</bdi>
                    {line.discrepancyExplained && (
                      <div className="quiet">
                        {t('lines.explained')} <bdi>{line.discrepancyExplained}</bdi>
                      </div>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open.length > 0 && (
        <p className="notice attention">
          {t('lines.open', { lines: open.map((line) => t([`line-kind.${line.kind}`, 'word.other'])).join(' · ') })}
        </p>
      )}
      {(it.lacking ?? []).length > 0 && (
        <div className="notice attention">
          <h3>{t('lines.lacking')}</h3>
          <ul>
            {it.lacking?.map((code) => (
              <li key={code}>{t([`lacking.${code}`, 'lacking.other'])}</li>
            ))}
          </ul>
        </div>
      )}
      <Adding
        label={t('lines.add')}
        act={t('act.save')}
        entries={[
          {
            name: 'kind',
            label: t('lines.kind'),
            as: 'select',
            needed: true,
            options: options(lineKinds, 'line-kind'),
          },
          {
            name: 'finding',
            label: t('lines.finding'),
            as: 'select',
            needed: true,
            options: options(findings, 'finding'),
          },
          { name: 'words', label: t('lines.in-words'), as: 'words', needed: true },
          {
            name: 'discrepancyExplained',
            label: t('lines.explanation'),
            hint: t('lines.explanation-hint'),
            as: 'words',
          },
        ]}
        onSend={async ({ kind = '', finding = '', words = '', discrepancyExplained }) => {
          await recordLine(it.id, newId(), it.version, {
            kind,
            finding,
            words,
            ...(discrepancyExplained ? { discrepancyExplained } : {}),
          });
          await onDone();
        }}
      />
    </Card>
  );
}

function Signatures({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: session } = useSession();
  const mine = it.signatures.find((one) => one.by?.id === session?.user.id);
  return (
    <Card title={t('signatures.title')}>
      <p>{t('signatures.words')}</p>
      <ul className="rows">
        {it.signatures.map((one) => (
          <li key={one.id}>
            <div>
              <div className="what">
                {one.by && <Name>{one.by.name}</Name>} {t([`method.${one.method}`, 'word.other'])}
              </div>
              <div className="facts">
                {one.by?.organisation && <Name>{one.by.organisation}</Name>}
                {one.at && <span>{format.time(one.at)}</span>}
                <span>
                  {one.conclusion ? t([`conclusion.${one.conclusion}`, 'word.other']) : t('signatures.hidden')}
                </span>
              </div>
              {one.statement && <bdi>{one.statement}</bdi>}
            </div>
          </li>
        ))}
      </ul>
      {!mine && (it.next === undefined || it.next.includes('sign')) && (
        <Signing
          qualifications={session?.qualifications ?? []}
          conclusions={conclusions}
          onSign={async (body) => {
            await sign(it.id, newId(), it.version, body);
            await onDone();
          }}
        />
      )}
    </Card>
  );
}

function After({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = (act: string) => it.next === undefined || it.next.includes(act);
  const done = async (act: Promise<unknown>) => {
    await act;
    await onDone();
  };
  return (
    <>
      <Card title={t('authority.title')}>
        {it.authorityDecision ? (
          <Facts
            of={[
              [t('authority.authority'), <bdi key="a">{it.authorityDecision.authority}</bdi>],
              [t('authority.reference'), <Code key="r">{it.authorityDecision.reference}</Code>],
              [t('authority.decided-on'), format.day(it.authorityDecision.decidedOn)],
              [t('authority.decision'), t([`authority-decision.${it.authorityDecision.decision}`, 'word.other'])],
            ]}
          />
        ) : (
          <>
            <p>{t('authority.words')}</p>
            {may('authority-decision') && (
              <Adding
                label={t('authority.add')}
                act={t('authority.act')}
                entries={[
                  { name: 'authority', label: t('authority.authority'), needed: true },
                  { name: 'reference', label: t('authority.reference'), as: 'code', needed: true },
                  { name: 'decidedOn', label: t('authority.decided-on'), as: 'day', needed: true, start: today() },
                  {
                    name: 'decision',
                    label: t('authority.decision'),
                    as: 'select',
                    needed: true,
                    options: ['confirmed', 'refused'].map((value) => ({
                      value,
                      label: t(`authority-decision.${value}`),
                    })),
                  },
                ]}
                onSend={(values) => done(recordAuthorityDecision(it.id, it.version, values))}
              />
            )}
          </>
        )}
      </Card>
      <Card title={t('telling.title')}>
        {it.telling ? (
          <Facts
            of={[
              [t('telling.told-on'), format.day(it.telling.toldOn)],
              [t('telling.by'), <Name key="by">{it.telling.by}</Name>],
              [t('telling.how'), t([`manner.${it.telling.how}`, 'word.other'])],
              [t('custody.place'), it.telling.place && <bdi>{it.telling.place}</bdi>],
            ]}
          />
        ) : (
          <>
            <p>{t('telling.words')}</p>
            {may('telling') && (
              <Adding
                label={t('telling.add')}
                act={t('act.save')}
                entries={[
                  { name: 'toldOn', label: t('telling.told-on'), as: 'day', needed: true, start: today() },
                  { name: 'by', label: t('telling.by'), needed: true },
                  {
                    name: 'how',
                    label: t('telling.how'),
                    as: 'select',
                    needed: true,
                    options: ['in_person', 'phone'].map((value) => ({ value, label: t(`manner.${value}`) })),
                  },
                  { name: 'place', label: t('custody.place') },
                ]}
                onSend={(values) => done(recordTelling(it.id, it.version, values))}
              />
            )}
          </>
        )}
      </Card>
      <Card title={t('reversal.title')}>
        <p>{t('reversal.words')}</p>
        {(it.reversals ?? []).map((one) => (
          <p key={one.id} className="notice attention">
            {one.at && format.day(one.at)} <bdi>{one.reason}</bdi>
          </p>
        ))}
        {may('reversal') && (
          <TwoStep
            act={t('reversal.act')}
            reason="asked"
            consequences={[t('reversal.1'), t('reversal.2'), t('reversal.3')]}
            onAct={(reason) => done(reverseIdentification(it.id, newId(), it.version, reason))}
          />
        )}
      </Card>
    </>
  );
}
