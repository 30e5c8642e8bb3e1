import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIdentification } from '../api/identifications';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Facts, Card, Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';
import { After } from './After';
import { Certificate } from './Certificate';
import { Attestations, Signatures } from './Signatures';
import { Lines } from './Lines';

const route = getRouteApi('/desk/identifications/$id');

/** Reconciliation in writing: lines of evidence, discrepancies, signatures, the authority, the telling, a reversal. */
export function Identification() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const identification = useIdentification(id);
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['/identifications'] });
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
          <span>
            {it.case.name ? <Name>{it.case.name}</Name> : null} <Code>{it.case.reference}</Code>
          </span>
          <Code>{it.remains.reference}</Code>
          <span className="badge on">{t(`identification-state.${it.state}`)}</span>
          <span>{t(`seen-as.${it.seenAs}`)}</span>
          <Link to="/proposals/$id" params={{ id: it.proposalId }}>
            {t('identification.to-proposal')}
          </Link>
        </span>
      }
    >
      {!it.isTold && <p className="notice">{t('identification.visible')}</p>}
      {it.specialists && (
        <Card title={t('specialists.title')}>
          <Facts
            of={(['family', 'custodian', 'third'] as const).map((seat) => {
              const person = it.specialists?.[seat];
              return [
                t(`seat.${seat}`),
                person && (
                  <span key={seat}>
                    <Name>{person.name}</Name>, <Name>{person.organisation}</Name>
                  </span>
                ),
              ];
            })}
          />
        </Card>
      )}
      {it.lines && <Lines it={it} lines={it.lines} onDone={refresh} />}
      {it.attestations && <Attestations it={it} attestations={it.attestations} onDone={refresh} />}
      {it.signatures && <Signatures it={it} signatures={it.signatures} onDone={refresh} />}
      <After it={it} onDone={refresh} />
      {it.next.includes('certificate') && <Certificate id={id} />}
    </Page>
  );
}
