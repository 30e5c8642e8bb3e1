import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  changeRemainsStatus,
  recordCustody,
  recordExamination,
  recordSample,
  remainsStatuses,
  useRemains,
  useRemainsTimeline,
  type RemainsRecord,
  type RemainsStatus,
} from '../api/remains';
import { newId } from '../api/request';
import { BodyMap } from '../drawings/BodyMap';
import { Odontogram } from '../drawings/Odontogram';
import { useFormat } from '../i18n/format';
import type { RecordValues } from '../interview/fields';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Facts, Page, Section } from '../shell/Page';
import { Adding } from '../shell/QuickForm';
import { Code, Name } from '../shell/Text';
import { Timeline } from '../shell/Timeline';
import { TwoStep } from '../shell/TwoStep';
import { PostMortemFacts } from './FinishStep';

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
            <PostMortemFacts record={it.postMortem as RecordValues} />
            {it.postMortem.marks && <BodyMap marks={it.postMortem.marks} />}
          </Section>
          {it.postMortem.teeth && (
            <Section title={t('field.teeth')}>
              <Odontogram teeth={it.postMortem.teeth} />
            </Section>
          )}
          <Section title={t('remains.whereabouts')} open>
            <Facts
              of={[
                [t('field.location'), it.location && <bdi>{it.location}</bdi>],
                ...(['cemetery', 'plot', 'row', 'number'] as const).map(
                  (part) => [t(`grave.${part}`), it.grave?.[part] && <bdi>{it.grave[part]}</bdi>] as const,
                ),
              ]}
            />
          </Section>
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

const examinationKinds = [
  'external',
  'internal',
  'radiology',
  'dental',
  'anthropology',
  'fingerprints',
  'dna_sampling',
];
const examinationStates = ['done', 'not_examined', 'not_examinable', 'not_available'];

function Examinations({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const options = (codes: readonly string[], words: string) =>
    codes.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return (
    <Section title={t('examinations.title')}>
      <ul className="rows">
        {(it.examinations ?? []).map((one) => (
          <li key={one.id}>
            <div>
              <div className="what">{t([`examination-kind.${one.kind}`, 'word.other'])}</div>
              <div className="facts">
                <span>{t([`examination-state.${one.state}`, 'word.other'])}</span>
                <span>{format.day(one.on)}</span>
                <Name>{one.by}</Name>
              </div>
              {one.findings && <bdi>{one.findings}</bdi>}
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
          { name: 'on', label: t('search-log.on'), as: 'day', needed: true, start: today() },
          { name: 'by', label: t('examinations.by'), needed: true },
          { name: 'findings', label: t('examinations.findings'), as: 'words' },
        ]}
        onSend={async ({ kind = '', on = '', by = '', state = '', findings }) => {
          await recordExamination(it.id, newId(), { kind, on, by, state, ...(findings ? { findings } : {}) });
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
        {(it.samples ?? []).map((one) => (
          <li key={one.id}>
            <div>
              <div className="what">
                {t([`sample-kind.${one.kind}`, 'word.other'])} <Code>{one.label}</Code>
              </div>
              <div className="facts">
                {one.takenOn && <span>{format.day(one.takenOn)}</span>}
                {one.site && <bdi>{one.site}</bdi>}
              </div>
            </div>
          </li>
        ))}
      </ul>
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
  const last = it.custody?.at(-1);
  return (
    <Section title={t('custody.title')}>
      <ol className="timeline">
        {(it.custody ?? []).map((one) => (
          <li key={one.id}>
            <time dateTime={one.on}>{format.day(one.on)}</time>
            <span className="what">
              <Name>{one.from}</Name> → <Name>{one.to}</Name>
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
          </li>
        ))}
      </ol>
      <Adding
        label={t('custody.add')}
        act={t('custody.act')}
        entries={[
          { name: 'from', label: t('custody.from'), needed: true, start: last?.to },
          { name: 'to', label: t('custody.to'), needed: true },
          { name: 'on', label: t('search-log.on'), as: 'day', needed: true, start: today() },
          { name: 'place', label: t('custody.place'), needed: true },
          { name: 'reason', label: t('custody.reason'), needed: true },
          { name: 'seal', label: t('custody.seal'), as: 'code' },
        ]}
        onSend={async ({ from = '', to = '', on = '', place = '', reason = '', seal }) => {
          await recordCustody(it.id, newId(), { from, to, on, place, reason, ...(seal ? { seal } : {}) });
          await onDone();
        }}
      />
    </Section>
  );
}

function Status({ it, onDone }: Part) {
  const { t } = useTranslation();
  const options = it.nextStatuses ?? remainsStatuses.filter((one) => one !== it.status && one !== 'identified');
  const [to, setTo] = useState<RemainsStatus | ''>('');
  const [on, setOn] = useState(today);
  const [authority, setAuthority] = useState('');
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
              ...(authority.trim() ? { authorityReference: authority.trim() } : {}),
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
