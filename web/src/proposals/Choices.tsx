import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  beginReview,
  changeProposalState,
  expressInterest,
  openIdentification,
  releaseForComparison,
  type Proposal,
} from '../api/proposals';
import { newId } from '../api/request';
import { Failure } from '../shell/Failure';
import { Card } from '../shell/Page';
import { TwoStep } from '../shell/TwoStep';
import { stateActsIn } from './acts';

/** What can be done now, each act with its consequences written out before it is done. */
export function Choices({ proposal, onDone }: { proposal: Proposal; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [fault, setFault] = useState<unknown>(null);
  const { id, version, next } = proposal;
  const can = (act: string) => next.includes(act);
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
        {can('interest') && (
          <div>
            <p>{t('choices.interest-words')}</p>
            <TwoStep
              variant="filled"
              act={t('choices.interest')}
              reason="optional"
              consequences={[t('choices.interest-1'), t('choices.interest-2'), t('choices.interest-3')]}
              onAct={(note) => done(expressInterest(id, newId(), version, note))}
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
                  .then((opened) => go({ to: '/identifications/$id', params: { id: opened?.id ?? made } }))
                  .catch(setFault);
              }}
            >
              {t('choices.identify')}
            </Button>
          </div>
        )}
        {proposal.identificationId && (
          <div>
            <Button
              variant="default"
              onClick={() => void go({ to: '/identifications/$id', params: { id: proposal.identificationId ?? '' } })}
            >
              {t('choices.open-identification')}
            </Button>
          </div>
        )}
        {states.map((to) => (
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
      </div>
    </Card>
  );
}

/** The custodian opens both files to two named specialists, and to nobody else. */
function Release({ proposal, onDone }: { proposal: Proposal; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [family, setFamily] = useState('');
  const [remains, setRemains] = useState('');
  const [authority, setAuthority] = useState('');
  return (
    <div>
      <p>{t('choices.release-words')}</p>
      <TwoStep
        act={t('choices.release')}
        variant="filled"
        consequences={[t('choices.release-1'), t('choices.release-2'), t('choices.release-3')]}
        onAct={async () => {
          await releaseForComparison(proposal.id, proposal.version, {
            familySpecialistId: family.trim(),
            remainsSpecialistId: remains.trim(),
            ...(authority.trim() ? { authorityReference: authority.trim() } : {}),
          });
          await onDone();
        }}
      >
        <TextInput
          label={t('choices.family-specialist')}
          description={t('choices.specialist-hint')}
          dir="ltr"
          value={family}
          onChange={(event) => setFamily(event.currentTarget.value)}
        />
        <TextInput
          label={t('choices.remains-specialist')}
          description={t('choices.specialist-hint')}
          dir="ltr"
          value={remains}
          onChange={(event) => setRemains(event.currentTarget.value)}
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
