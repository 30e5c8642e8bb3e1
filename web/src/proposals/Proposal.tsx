import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useProposal,
  type CoarseFeatures,
  type Proposal as ProposalValue,
  type RemainsProposal,
} from '../api/proposals';
import { AlignedNames } from '../drawings/AlignedNames';
import { BodyOverlay } from '../drawings/BodyOverlay';
import { DentalOverlay } from '../drawings/DentalOverlay';
import { TimeSpans } from '../drawings/TimeSpans';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Facts, Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';
import { useLooseWords } from '../words/useLooseWords';
import { Choices } from './Choices';
import { Disclosures } from './Disclosures';
import { Evidence } from './Evidence';

// The outline of the world comes beside the evidence and never before it.
const PlacesMap = lazy(async () => ({ default: (await import('../drawings/PlacesMap')).PlacesMap }));
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
        <>
          <Evidence proposal={it} />
          <WhenAndWhere proposal={it} />
          {it.side === 'family' ? (
            <Card title={t('proposal.remains-known')}>
              <KnownOfRemains remains={it.remains} />
            </Card>
          ) : (
            <>
              <Card title={t('names.title')}>
                <AlignedNames names={it.names} />
              </Card>
              <Card title={t('teeth.chart')}>
                {it.teeth.anteMortem.length + it.teeth.postMortem.length > 0 ? (
                  <DentalOverlay told={it.teeth.anteMortem} found={it.teeth.postMortem} />
                ) : (
                  <p className="empty">{t('teeth.nothing')}</p>
                )}
              </Card>
              <Card title={t('field.marks')}>
                <BodyOverlay told={it.marks.anteMortem} found={it.marks.postMortem} />
              </Card>
            </>
          )}
        </>
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

/** What may be known of the remains before the release, field by field. */
function KnownOfRemains({ remains }: { remains: CoarseFeatures }) {
  const { t } = useTranslation();
  const say = useLooseWords();
  const facts = Object.entries(remains).filter(
    ([key, value]) => value !== null && key !== 'area' && !(Array.isArray(value) && value.length === 0),
  );
  return (
    <Facts
      of={facts.map(([key, value]) => [
        t([`field.${key}`, `remains-fact.${key}`, 'word.other']),
        <bdi key={key}>{say(key, value)}</bdi>,
      ])}
    />
  );
}

/** Time and place, each as precisely as this side may know it, and in words beside the drawing. */
function WhenAndWhere({ proposal }: { proposal: Exclude<ProposalValue, RemainsProposal> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="columns even">
      <Card title={t('time.title')}>
        <TimeSpans spans={proposal.timeline} />
        <p className="quiet small">{t('time.words')}</p>
      </Card>
      <Card title={t('places.title')}>
        <Suspense fallback={<Fetching what={t('fetching.map')} />}>
          <PlacesMap places={proposal.places} route={proposal.route} />
        </Suspense>
        <ul>
          {proposal.places.map((place) => (
            <li key={place.event}>
              {t(`places.${place.event}`)}: {place.name && <bdi>{place.name}</bdi>}
              {place.name && place.country && ' · '}
              {format.country(place.country)}
              {place.isCoarse && place.radiusKm !== null && (
                <span className="quiet small">
                  {' · '}
                  {t('places.coarse', { distance: format.unit(2 * place.radiusKm, 'kilometer') })}
                </span>
              )}
            </li>
          ))}
          {proposal.route && (
            <li>
              {t('places.corridor')}: <bdi>{proposal.route}</bdi>
            </li>
          )}
        </ul>
        {proposal.route && <p className="quiet small">{t('places.corridor-words')}</p>}
      </Card>
    </div>
  );
}
