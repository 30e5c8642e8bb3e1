import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  beginReview,
  changeProposalState,
  expressInterest,
  nameSpecialist,
  releaseForComparison,
  type Proposal,
  type ProposalAct,
} from '../api/proposals';
import { openIdentification } from '../api/identifications';
import { newId } from '../api/request';
import { useSession } from '../api/session';
import { Failure } from '../shell/Failure';
import { Card } from '../shell/Page';
import { TwoStep } from '../shell/TwoStep';
import { stateActsIn } from './acts';
import { PickSpecialist } from './PickSpecialist';

/** What can be done now, each act with its consequences written out before it is done. */
export function Choices({ proposal, onDone }: { proposal: Proposal; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [fault, setFault] = useState<unknown>(null);
  const { id, version, next } = proposal;
  const can = (act: ProposalAct) => next.includes(act);
  const states = stateActsIn(next);
  const done = async (act: Promise<unknown>) => {
    await act;
    await onDone();
  };
  return (
    <Card title={t('choices.title')}>
      {next.length === 0 && <p className="empty">{t('choices.none')}</p>}
      <Failure fault={fault} />
      <div className="stack">
        {can('review') && (
          <div>
            <p>{t('choices.review-words')}</p>
            <Button onClick={() => void done(beginReview(id, version)).catch(setFault)}>{t('choices.review')}</Button>
          </div>
        )}
        {can('ask') && (
          <div>
            <p>{t('choices.interest-words')}</p>
            <TwoStep
              variant="filled"
              act={t('choices.interest')}
              reason="optional"
              consequences={[t('choices.interest-1'), t('choices.interest-2'), t('choices.interest-3')]}
              onAct={(reason) =>
                done(expressInterest(id, newId(), version, { specialistId: null, ...(reason ? { reason } : {}) }))
              }
            />
          </div>
        )}
        {can('release') && <Release proposal={proposal} onDone={onDone} />}
        {can('identify') && (
          <div>
            <p>{t('choices.identify-words')}</p>
            <Button
              onClick={() => {
                const made = newId();
                openIdentification(made, id)
                  .then((opened) => go({ to: '/identifications/$id', params: { id: opened.id } }))
                  .catch(setFault);
              }}
            >
              {t('choices.identify')}
            </Button>
          </div>
        )}
        {can('name_specialist') && <NameSpecialist proposal={proposal} onDone={onDone} />}
        {states.map(({ to }) => (
          <div key={to}>
            <p>{t(`choices.${to}-words`)}</p>
            <TwoStep
              act={t(`choices.${to}`)}
              reason="asked"
              consequences={[t(`choices.${to}-1`), t('case.change-2')]}
              onAct={(reason) => done(changeProposalState(id, newId(), version, { to, reason }))}
            />
          </div>
        ))}
        {can('wait') && <p className="empty">{t('choices.wait')}</p>}
      </div>
    </Card>
  );
}

/** The family's desk names who will compare for its side. */
function NameSpecialist({ proposal, onDone }: { proposal: Proposal; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [specialist, setSpecialist] = useState('');
  return (
    <div>
      <p>{t('choices.name-specialist-words')}</p>
      <TwoStep
        act={t('choices.name-specialist')}
        lacksSomething={specialist === ''}
        consequences={[t('choices.name-specialist-1'), t('choices.release-2')]}
        onAct={async () => {
          await nameSpecialist(proposal.id, proposal.version, specialist);
          await onDone();
        }}
      >
        <PickSpecialist
          label={t('choices.family-specialist')}
          country={session?.organisation.country}
          chosen={specialist}
          onChoose={setSpecialist}
        />
      </TwoStep>
    </div>
  );
}

/** The custodian opens both files to two named specialists, and to nobody else. */
function Release({ proposal, onDone }: { proposal: Proposal; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [specialist, setSpecialist] = useState('');
  const [authority, setAuthority] = useState('');
  return (
    <div>
      <p>{t('choices.release-words')}</p>
      <TwoStep
        act={t('choices.release')}
        variant="filled"
        reason="optional"
        lacksSomething={specialist === ''}
        consequences={[t('choices.release-1'), t('choices.release-2'), t('choices.release-3')]}
        onAct={async (reason) => {
          await releaseForComparison(proposal.id, newId(), proposal.version, {
            specialistId: specialist,
            authorityReference: authority.trim() || null,
            ...(reason ? { reason } : {}),
          });
          await onDone();
        }}
      >
        <PickSpecialist
          label={t('choices.remains-specialist')}
          country={session?.organisation.country}
          chosen={specialist}
          onChoose={setSpecialist}
        />
        <TextInput
          label={t('choices.authority-reference')}
          dir="auto"
          value={authority}
          onChange={(event) => setAuthority(event.currentTarget.value)}
        />
      </TwoStep>
    </div>
  );
}
