import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  authorityDecisions,
  conclude,
  outcomes,
  recordAuthorityDecision,
  recordTelling,
  recordTellingOf,
  reverseIdentification,
  setTaskDone,
  waysOfTelling,
  type Outcome,
} from '../api/identifications';
import { newId, oneOf } from '../api/request';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Card, Facts } from '../shell/Page';
import { Adding } from '../shell/QuickForm';
import { Code, Name } from '../shell/Text';
import { TwoStep } from '../shell/TwoStep';
import type { Part } from './part';

const today = () => new Date().toISOString().slice(0, 10);

/** What follows the signatures: an outcome short of identity, the authority's decision, the telling, what is to be done, a reversal. */
export function After(part: Part) {
  const { it } = part;
  return (
    <>
      {(it.next.includes('outcomes') || (it.outcomes ?? []).length > 0) && <Outcomes {...part} />}
      <Authority {...part} />
      {(it.next.includes('telling') || it.telling) && <Telling {...part} />}
      {(it.linkedCases ?? []).length > 0 && <LinkedCases {...part} />}
      {(it.tasks ?? []).length > 0 && <ToDo {...part} />}
      {(it.next.includes('reversal') || (it.reversals ?? []).length > 0) && <Reversal {...part} />}
    </>
  );
}

function Outcomes({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = (outcome: Outcome) => (
    <TwoStep
      key={outcome}
      act={t(`outcome.${outcome}`)}
      reason="asked"
      consequences={[t(`outcome.${outcome}-1`), t('case.change-2')]}
      onAct={async (reason) => {
        await conclude(it.id, newId(), it.version, { outcome, reason });
        await onDone();
      }}
    />
  );
  return (
    <Card title={t('outcome.title')}>
      {(it.outcomes ?? []).map((one) => (
        <p key={one.id} className="notice">
          {t(`identification-state.${one.outcome}`)}, <Name>{one.by.name}</Name>, {format.time(one.at)}{' '}
          {one.reason && <bdi>{one.reason}</bdi>}
        </p>
      ))}
      {it.next.includes('outcomes') && (
        <>
          <p>{t('outcome.words')}</p>
          <div className="row">{outcomes.map(act)}</div>
        </>
      )}
    </Card>
  );
}

function Authority({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const decision = it.authorityDecision;
  if (decision)
    return (
      <Card title={t('authority.title')}>
        <Facts
          of={[
            [t('authority.authority'), <bdi key="a">{decision.authority}</bdi>],
            [t('authority.reference'), <Code key="r">{decision.reference}</Code>],
            [t('authority.decided-on'), format.day(decision.decidedOn)],
            [t('authority.decision'), t(`authority-decision.${decision.decision}`)],
          ]}
        />
      </Card>
    );
  return (
    <Card title={t('authority.title')}>
      <p>{t('authority.words')}</p>
      {it.next.includes('authority-decision') && (
        <Adding
          label={t('authority.add')}
          act={t('authority.act')}
          entries={[
            { name: 'authority', label: t('authority.authority'), needed: true },
            { name: 'reference', label: t('authority.reference'), as: 'code', needed: true },
            { name: 'decidedOn', label: t('authority.decided-on'), as: 'day', needed: true, start: today() },
            {
              ...{ name: 'decision', label: t('authority.decision'), as: 'select', needed: true },
              options: authorityDecisions.map((value) => ({ value, label: t(`authority-decision.${value}`) })),
            },
          ]}
          onSend={async ({ authority = '', reference = '', decidedOn = '', decision: said }) => {
            await recordAuthorityDecision(it.id, it.version, {
              ...{ authority, reference, decidedOn, decision: oneOf(authorityDecisions, said) ?? 'refused' },
            });
            await onDone();
          }}
        />
      )}
    </Card>
  );
}

function Telling({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  if (it.telling)
    return (
      <Card title={t('telling.title')}>
        <Facts
          of={[
            [t('telling.told-on'), format.day(it.telling.toldOn)],
            [t('telling.by'), <Name key="by">{it.telling.by}</Name>],
            [t('telling.how'), t(`way.${it.telling.how}`)],
            [t('custody.place'), it.telling.place && <bdi>{it.telling.place}</bdi>],
          ]}
        />
      </Card>
    );
  return (
    <Card title={t('telling.title')}>
      <p>{t('telling.words')}</p>
      {it.next.includes('telling') && (
        <AddTelling
          onSend={async (body) => {
            await recordTelling(it.id, body);
            await onDone();
          }}
        />
      )}
    </Card>
  );
}

/** Who told a family, when, how and where. */
function AddTelling({ onSend }: { onSend: (body: Parameters<typeof recordTelling>[1]) => Promise<unknown> }) {
  const { t } = useTranslation();
  return (
    <Adding
      label={t('telling.add')}
      act={t('act.save')}
      entries={[
        { name: 'toldOn', label: t('telling.told-on'), as: 'day', needed: true, start: today() },
        { name: 'by', label: t('telling.by'), needed: true },
        {
          ...{ name: 'how', label: t('telling.how'), as: 'select', needed: true },
          options: waysOfTelling.map((value) => ({ value, label: t(`way.${value}`) })),
        },
        { name: 'place', label: t('custody.place') },
      ]}
      onSend={({ toldOn = '', by = '', how, place = '' }) =>
        onSend({ toldOn, by, how: oneOf(waysOfTelling, how) ?? 'in_person', place })
      }
    />
  );
}

/** Other relatives looked for the same person: each family is told by its own desk, and its case shows nothing before. */
function LinkedCases({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('linked-cases.title')}>
      <p>{t('linked-cases.words')}</p>
      <ul className="rows">
        {it.linkedCases?.map((one) => (
          <li key={one.id}>
            <div>
              <div className="what">
                <Code>{one.reference}</Code>
              </div>
              <div className="facts">
                {one.toldOn ? (
                  <span>
                    {t('telling.told-on')} {format.day(one.toldOn)}
                  </span>
                ) : (
                  <span>{t('linked-cases.not-told')}</span>
                )}
              </div>
              {one.mayTell && (
                <AddTelling
                  onSend={async (body) => {
                    await recordTellingOf(it.id, one.id, body);
                    await onDone();
                  }}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ToDo({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const [fault, setFault] = useState<unknown>(null);
  return (
    <Card title={t('plan.title')}>
      <Failure fault={fault} />
      <ul className="rows">
        {it.tasks?.map((task) => (
          <li key={task.id}>
            <div>
              <div className="what">{t([`plan.${task.kind}`, 'plan.other'])}</div>
              <div className="facts">
                <span>{t(`seat.${task.side}`)}</span>
                {task.doneAt ? (
                  <span>
                    {t('tasks.was-done')} {format.time(task.doneAt)} {task.doneBy && <Name>{task.doneBy}</Name>}
                  </span>
                ) : (
                  <span>{t('home.due', { day: format.day(task.dueOn) })}</span>
                )}
              </div>
            </div>
            {!task.doneAt && (
              <Button
                variant="default"
                onClick={() => void setTaskDone(it.id, task.id, true).then(onDone).catch(setFault)}
              >
                {t('tasks.done')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Reversal({ it, onDone }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('reversal.title')}>
      <p>{t('reversal.words')}</p>
      {(it.reversals ?? []).map((one) => (
        <p key={one.id} className="notice attention">
          <Name>{one.by.name}</Name>, {format.time(one.at)} <bdi>{one.reason}</bdi>
        </p>
      ))}
      {it.next.includes('reversal') && (
        <TwoStep
          act={t((it.reversals ?? []).length > 0 ? 'reversal.second' : 'reversal.act')}
          reason="asked"
          consequences={[t('reversal.0'), t('reversal.1'), t('reversal.2'), t('reversal.3')]}
          onAct={async (reason) => {
            await reverseIdentification(it.id, newId(), reason);
            await onDone();
          }}
        />
      )}
    </Card>
  );
}
