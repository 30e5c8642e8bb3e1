import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeRemainsStatus,
  examinationKinds,
  examinationStates,
  recordCustody,
  recordExamination,
  recordSample,
  useRemains,
  useRemainsTimeline,
  type RemainsRecord,
  type RemainsStatus,
} from '../api/remains';
import { newId, oneOf } from '../api/request';
import { BodyMap } from '../drawings/BodyMap';
import { Odontogram } from '../drawings/Odontogram';
import { useFormat } from '../i18n/format';
import type { RecordValues } from '../interview/fields';
import { RecordFacts } from '../interview/RecordFacts';
import { DnaBands } from '../kinship/DnaBands';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Facts, Page, Section } from '../shell/Page';
import { Adding } from '../shell/QuickForm';
import { Code, Name } from '../shell/Text';
import { Timeline } from '../shell/Timeline';
import { TwoStep } from '../shell/TwoStep';
import { CorrectHandover, CorrectSample, Struck } from './Corrections';
import { ReverseTracing } from './ReverseTracing';
import { fields } from './steps';

const route = getRouteApi('/desk/remains/$id');
const today = () => new Date().toISOString().slice(0, 10);

export function Remains() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id } = route.useParams();
  const remains = useRemains(id);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['/remains'] });
  if (!remains.data)
    return (
      <Page title={t('remains.title')} windowTitle={t('remains.window')}>
        {remains.isError ? (
          <Failure fault={remains.error} act={() => void remains.refetch()} />
        ) : (
          <Fetching what={t('fetching.remains')} />
        )}
      </Page>
    );
  const it = remains.data;
  return (
    <Page
      title={<Code>{it.reference}</Code>}
      windowTitle={t('remains.window')}
      under={
        <span className="facts">
          <span className="badge on">{t([`remains-status.${it.status}`, 'word.other'])}</span>
          {it.postMortem.recoveredOn && (
            <span>{t('remains.recovered', { day: format.date(it.postMortem.recoveredOn) })}</span>
          )}
          {it.location && <bdi>{it.location}</bdi>}
        </span>
      }
      acts={
        <>
          <Button component={Link} to={`/remains/${id}/examination`}>
            {t('remains.examine')}
          </Button>
          <Button component={Link} to={`/proposals?remainsId=${id}`} variant="default">
            {t('remains.asked-about')}
          </Button>
        </>
      }
    >
      <div className="columns">
        <div>
          <Section title={t('remains.findings')} open>
            <RecordFacts fields={fields} record={it.postMortem as RecordValues} />
            {it.postMortem.marks && <BodyMap marks={it.postMortem.marks} />}
            {it.missingEvidence.length > 0 && (
              <div className="notice">
                <p className="what">{t('remains.missing')}</p>
                <p>
                  {format.list(it.missingEvidence.map((one) => t([`evidence-piece.${one}`, 'evidence-piece.other'])))}
                </p>
              </div>
            )}
          </Section>
          {it.postMortem.teeth && (
            <Section title={t('field.teeth')}>
              <Odontogram teeth={it.postMortem.teeth} />
            </Section>
          )}
          <DnaBands remainsId={id} />
          <Section title={t('remains.whereabouts')} open>
            <Facts
              of={[
                [
                  t('remains.whereabouts-now'),
                  [
                    t([`remains.whereabouts-kind.${it.whereabouts.kind}`, 'word.other']),
                    it.whereabouts.place,
                    it.whereabouts.holder,
                  ]
                    .filter(Boolean)
                    .join(' · '),
                ],
                [t('field.location'), it.location && <bdi>{it.location}</bdi>],
                ...(['cemetery', 'plot', 'row', 'number'] as const).map(
                  (part) => [t(`grave.${part}`), it.grave?.[part] && <bdi>{it.grave[part]}</bdi>] as const,
                ),
              ]}
            />
          </Section>
          <ReverseTracing remainsId={id} />
          <Examinations it={it} onDone={refresh} />
          <Samples it={it} onDone={refresh} />
          <Custody it={it} onDone={refresh} />
          <Status it={it} onDone={refresh} />
        </div>
        <Card title={t('case.timeline')}>
          <RemainsTimeline id={id} />
        </Card>
      </div>
    </Page>
  );
}

function RemainsTimeline({ id }: { id: string }) {
  const timeline = useRemainsTimeline(id);
  return timeline.data ? (
    <Timeline entries={timeline.data.items} />
  ) : timeline.isError ? (
    <Failure fault={timeline.error} />
  ) : (
    <Fetching />
  );
}

interface Part {
  readonly it: RemainsRecord;
  readonly onDone: () => Promise<unknown>;
}

function Examinations({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const options = (codes: readonly string[], words: string) =>
    codes.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return (
    <Section title={t('examinations.title')}>
      <ul className="rows">
        {it.examinations.map((one) => (
          <li key={one.id}>
            <div>
              <div className="what">{t([`examination-kind.${one.kind}`, 'word.other'])}</div>
              <div className="facts">
                <span>{t([`examination-state.${one.state}`, 'word.other'])}</span>
                {one.on && <span>{format.day(one.on)}</span>}
                {one.by && <Name>{one.by}</Name>}
              </div>
              {(one.findings ?? one.why) && <bdi>{one.findings ?? one.why}</bdi>}
            </div>
          </li>
        ))}
      </ul>
      <Adding
        label={t('examinations.add')}
        act={t('act.save')}
        entries={[
          {
            name: 'kind',
            label: t('examinations.kind'),
            as: 'select',
            needed: true,
            options: options(examinationKinds, 'examination-kind'),
          },
          {
            name: 'state',
            label: t('examinations.state'),
            as: 'select',
            needed: true,
            options: options(examinationStates, 'examination-state'),
          },
          { name: 'on', label: t('search-log.on'), as: 'day', start: today() },
          { name: 'by', label: t('examinations.by') },
          { name: 'findings', label: t('examinations.findings'), as: 'words' },
          { name: 'why', label: t('examinations.why'), hint: t('examinations.why-hint'), as: 'words' },
        ]}
        onSend={async ({ kind = '', on, by, state = '', findings, why }) => {
          await recordExamination(it.id, newId(), {
            kind: oneOf(examinationKinds, kind) ?? 'other',
            state: oneOf(examinationStates, state) ?? 'done',
            on: on ?? null,
            by: by ?? null,
            findings: findings ?? null,
            why: why ?? null,
          });
          await onDone();
        }}
      />
    </Section>
  );
}

const sampleKinds = ['blood', 'swab', 'muscle', 'bone', 'tooth', 'hair', 'nail', 'other'];

function Samples({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t('samples.title')}>
      <ul className="rows">
        {it.samples.map((one) => (
          <li key={one.id}>
            <div>
              <div className="what">
                {t([`sample-kind.${one.kind}`, 'word.other'])} <Code>{one.label}</Code>
              </div>
              <div className="facts">
                {one.takenOn && <span>{format.day(one.takenOn)}</span>}
                {one.site && <bdi>{one.site}</bdi>}
              </div>
              <CorrectSample it={it} sample={one} onDone={onDone} />
            </div>
          </li>
        ))}
      </ul>
      <Struck it={it} kind="sample" />
      <Adding
        label={t('samples.add')}
        act={t('act.save')}
        entries={[
          {
            name: 'kind',
            label: t('samples.kind'),
            as: 'select',
            needed: true,
            options: sampleKinds.map((value) => ({ value, label: t(`sample-kind.${value}`) })),
          },
          { name: 'label', label: t('samples.label'), hint: t('samples.label-hint'), as: 'code', needed: true },
          { name: 'takenOn', label: t('samples.taken-on'), as: 'day', start: today() },
          { name: 'site', label: t('samples.site') },
        ]}
        onSend={async ({ kind = '', label = '', takenOn, site }) => {
          await recordSample(it.id, newId(), {
            kind,
            label,
            ...(takenOn ? { takenOn } : {}),
            ...(site ? { site } : {}),
          });
          await onDone();
        }}
      />
    </Section>
  );
}

function Custody({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = it.custody.at(-1);
  return (
    <Section title={t('custody.title')}>
      <ol className="timeline">
        {it.custody.map((one) => (
          <li key={one.id}>
            <time dateTime={one.on}>{format.day(one.on)}</time>
            <span className="what">
              <Name>{one.from ?? t('custody.unknown')}</Name> → <Name>{one.to}</Name>
            </span>
            <div className="facts">
              <bdi>{one.place}</bdi>
              <bdi>{one.reason}</bdi>
              {one.seal && (
                <span>
                  {t('custody.seal')} <Code>{one.seal}</Code>
                </span>
              )}
            </div>
            <CorrectHandover it={it} handover={one} onDone={onDone} />
          </li>
        ))}
      </ol>
      <Struck it={it} kind="custody" />
      {it.custodyGaps.map((gap) => (
        <p key={gap.until} className="notice attention">
          {t('custody.gap')} {gap.since ? format.day(gap.since) : t('answer.not_known')} – {format.day(gap.until)}
        </p>
      ))}
      <Adding
        label={t('custody.add')}
        act={t('custody.act')}
        entries={[
          { name: 'from', label: t('custody.from'), hint: t('custody.from-hint'), start: last?.to },
          { name: 'to', label: t('custody.to'), needed: true },
          { name: 'on', label: t('search-log.on'), as: 'day', needed: true, start: today() },
          { name: 'place', label: t('custody.place') },
          { name: 'reason', label: t('custody.reason') },
          {
            name: 'later',
            label: t('custody.entered-later'),
            hint: t('custody.entered-later-hint'),
            as: 'select',
            options: [{ value: 'yes', label: t('word.yes') }],
          },
          { name: 'seal', label: t('custody.seal'), as: 'code' },
        ]}
        onSend={async ({ from, to = '', on = '', place, reason, seal, later }) => {
          await recordCustody(it.id, newId(), {
            from: from ?? null,
            to,
            on,
            place: place ?? null,
            reason: reason ?? null,
            seal: seal ?? null,
            enteredLater: later === 'yes',
          });
          await onDone();
        }}
      />
    </Section>
  );
}

function Status({ it, onDone }: Part) {
  const { t } = useTranslation();
  const options = it.nextStatuses.filter((one) => one !== 'identified');
  const [to, setTo] = useState<RemainsStatus | ''>('');
  const [on, setOn] = useState(today);
  const [authority, setAuthority] = useState('');
  const [disposal, setDisposal] = useState<'burial' | 'cremation'>('burial');
  return (
    <Section title={t('remains.change')}>
      <div className="choices" role="group" aria-label={t('case.change-status')}>
        {options.map((one) => (
          <button key={one} type="button" className="choice" aria-pressed={to === one} onClick={() => setTo(one)}>
            {t(`remains-status.${one}`)}
          </button>
        ))}
      </div>
      {to && (
        <TwoStep
          key={to}
          act={t('case.change-act', { status: t(`remains-status.${to}`) })}
          reason="asked"
          variant="filled"
          consequences={[
            t('case.change-1', { from: t(`remains-status.${it.status}`), to: t(`remains-status.${to}`) }),
            t([`remains.change-to.${to}`, 'remains.change-to.other']),
            t('case.change-2'),
          ]}
          onAct={async (reason) => {
            await changeRemainsStatus(it.id, newId(), it.version, {
              to,
              reason,
              on,
              authorityReference: authority.trim() || null,
              disposal: to === 'buried' ? disposal : null,
            });
            setTo('');
            await onDone();
          }}
        >
          <TextInput
            label={t('search-log.on')}
            type="date"
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          {to === 'buried' && (
            <div className="choices" role="group" aria-label={t('disposal.title')}>
              {(['burial', 'cremation'] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  className="choice"
                  aria-pressed={disposal === one}
                  onClick={() => setDisposal(one)}
                >
                  {t(`disposal.${one}`)}
                </button>
              ))}
            </div>
          )}
          <TextInput
            label={t('choices.authority-reference')}
            dir="auto"
            value={authority}
            onChange={(event) => setAuthority(event.currentTarget.value)}
          />
        </TwoStep>
      )}
    </Section>
  );
}
