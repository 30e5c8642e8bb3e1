import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  giveConsent,
  useFamilyReport,
  withdrawConsent,
  withdrawReport,
  type Consent,
  type ConsentBody,
} from '../api/families';
import { newId, oneOf } from '../api/request';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Page } from '../shell/Page';
import { TwoStep } from '../shell/TwoStep';
import { useCountryOptions } from '../words/options';
import { CONSENT_TEXT_VERSION, consentWays, institutions, namesSomebody, purposes, type Purpose } from './purposes';

const route = getRouteApi('/desk/family-reports/$id/consents');
/** A name inside a sentence of either direction. */
const own = (text: string): string => `\u2068${text}\u2069`;

/** Each purpose by itself, in plain words; given by whom, when, how, on which text; withdrawn as easily as given. */
export function Consents() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const report = useFamilyReport(id);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['/family-reports', id] });
  return (
    <Page
      narrow
      title={t('consents.title')}
      windowTitle={t('consents.title')}
      under={
        <Link to="/family-reports/$id" params={{ id }}>
          {t('consents.to-report')}
        </Link>
      }
    >
      <p>{t('consents.words')}</p>
      {report.isPending && <Fetching what={t('fetching.report')} />}
      <Failure fault={report.error} act={() => void report.refetch()} />
      {report.data &&
        purposes.map((purpose) => (
          <PurposeCard
            key={purpose}
            reportId={id}
            purpose={purpose}
            given={report.data.consents.filter((consent) => consent.purpose === purpose)}
            giver={report.data.enquirer.name ?? ''}
            onDone={refresh}
          />
        ))}
      {report.data && report.data.status !== 'withdrawn' && (
        <Card title={t('withdrawal.title')}>
          <TwoStep
            act={t('withdrawal.act')}
            reason="optional"
            consequences={[t('withdrawal.1'), t('withdrawal.2'), t('withdrawal.3')]}
            onAct={async (reason) => {
              await withdrawReport(id, reason);
              await refresh();
            }}
          />
        </Card>
      )}
      {report.data?.status === 'withdrawn' && <p className="notice">{t('withdrawal.done')}</p>}
      {report.data && (
        <p>
          <Button component={Link} to={`/family-reports/${id}?step=review`}>
            {t('consents.to-report')}
          </Button>
        </p>
      )}
    </Page>
  );
}

interface PurposeProps {
  readonly reportId: string;
  readonly purpose: Purpose;
  readonly given: readonly Consent[];
  readonly giver: string;
  readonly onDone: () => Promise<unknown>;
}

function PurposeCard({ reportId, purpose, given, giver, onDone }: PurposeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, setAsking] = useState(false);
  const standing = given.filter((consent) => !consent.withdrawnAt && !consent.replacedBy);
  const live = standing.filter((consent) => !consent.isClaim);
  const claimed = standing.filter((consent) => consent.isClaim);
  const past = given.filter((consent) => consent.withdrawnAt);
  const recipient = (consent: Consent) =>
    consent.state
      ? format.country(consent.state)
      : consent.institution
        ? t(`institution.${consent.institution}`)
        : null;
  return (
    <Card title={t(`purpose.${purpose}`)}>
      <p>{t(`purpose.${purpose}.words`)}</p>
      {live.map((consent) => (
        <div key={consent.id} className="notice">
          <p>
            {recipient(consent) && <strong>{recipient(consent)}: </strong>}
            {t('consents.given', {
              by: own(consent.by ?? ''),
              day: format.day(consent.on ?? ''),
              how: t(`manner.${consent.how}`),
            })}{' '}
            <span className="quiet small">
              {t('consents.text')} <bdi className="code">{consent.textVersion}</bdi>
            </span>
          </p>
          <TwoStep
            act={t('consents.withdraw')}
            reason="optional"
            consequences={[t('consents.withdraw-1'), t('consents.withdraw-2'), t('consents.withdraw-3')]}
            onAct={async (reason) => {
              await withdrawConsent(reportId, consent.id, reason);
              await onDone();
            }}
          />
        </div>
      ))}
      {claimed.map((consent) => (
        <p key={consent.id} className="notice attention">
          {recipient(consent) && <strong>{recipient(consent)}: </strong>}
          {t('consents.claimed')}
        </p>
      ))}
      {past.map((consent) => (
        <p key={consent.id} className="quiet small">
          {recipient(consent)} {t('consents.withdrawn', { day: format.day(consent.withdrawnAt ?? '') })}
        </p>
      ))}
      {isAsking ? (
        <Asking
          purpose={purpose}
          giver={giver}
          onGiveUp={() => setAsking(false)}
          onGive={async (body) => {
            await giveConsent(reportId, newId(), { ...body, purpose, textVersion: CONSENT_TEXT_VERSION });
            await onDone();
            setAsking(false);
          }}
        />
      ) : (
        (live.length === 0 || namesSomebody(purpose) !== null) && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t(live.length === 0 ? 'consents.record' : 'consents.record-another')}
          </Button>
        )
      )}
    </Card>
  );
}

type Given = Omit<ConsentBody, 'purpose' | 'textVersion'>;

function Asking({
  purpose,
  giver,
  onGive,
  onGiveUp,
}: {
  purpose: Purpose;
  giver: string;
  onGive: (body: Given) => Promise<void>;
  onGiveUp: () => void;
}) {
  const { t } = useTranslation();
  const countries = useCountryOptions();
  const [by, setBy] = useState(giver);
  const [on, setOn] = useState(new Date().toISOString().slice(0, 10));
  const [how, setHow] = useState<ConsentBody['how'] | null>(null);
  const [recipient, setRecipient] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const needs = namesSomebody(purpose);
  const isWhole = by.trim() !== '' && on !== '' && how !== null && (needs === null || recipient !== '');
  const give = async () => {
    if (!isWhole || how === null) return;
    try {
      await onGive({
        by: by.trim(),
        on,
        how,
        ...(needs === 'state' ? { state: recipient } : {}),
        ...(needs === 'institution' ? { institution: oneOf(institutions, recipient) } : {}),
      });
    } catch (refusal) {
      setFault(refusal);
    }
  };
  return (
    <div className="stack">
      {needs && (
        <label>
          <span style={{ display: 'block', fontWeight: 500 }}>{t(`consents.${needs}`)}</span>
          <select className="field-box" value={recipient} onChange={(event) => setRecipient(event.currentTarget.value)}>
            <option value="">–</option>
            {needs === 'state'
              ? countries.map((country) => (
                  <option key={country.value} value={country.value}>
                    {country.label}
                  </option>
                ))
              : institutions.map((institution) => (
                  <option key={institution} value={institution}>
                    {t(`institution.${institution}`)}
                  </option>
                ))}
          </select>
        </label>
      )}
      <TextInput
        label={t('consents.by')}
        dir="auto"
        value={by}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <TextInput
        label={t('consents.on')}
        type="date"
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <fieldset className="question" style={{ margin: 0 }}>
        <legend>{t('consents.how')}</legend>
        <div className="choices">
          {consentWays.map((manner) => (
            <button
              key={manner}
              type="button"
              className="choice"
              aria-pressed={how === manner}
              onClick={() => setHow(manner)}
            >
              {t(`manner.${manner}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <Failure fault={fault} />
      <div className="row">
        <Button disabled={!isWhole} onClick={() => void give()}>
          {t('consents.save')}
        </Button>
        <Button variant="default" onClick={onGiveUp}>
          {t('act.go-back')}
        </Button>
      </div>
    </div>
  );
}
