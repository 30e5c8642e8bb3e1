import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Band, bands, type KinshipResult, recompute, signResult, useKinshipResult } from '../api/kinship';
import { newId } from '../api/request';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Facts, Page, Section } from '../shell/Page';
import { Code } from '../shell/Text';
import { TwoStep } from '../shell/TwoStep';
import { PedigreeDrawing } from './PedigreeDrawing';
import { useRatioWords } from './useRatioWords';

const route = getRouteApi('/desk/laboratory/results/$id');

/** A likelihood ratio under its two hypotheses, marker by marker, for two to sign. No other evidence of the pair is here. */
export function Result() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const result = useKinshipResult(id);
  const it = result.data;
  return (
    <Page
      title={t('result.title')}
      windowTitle={t('result.title')}
      under={
        it && (
          <>
            <Link to="/laboratory/families/$id" params={{ id: it.reportId }}>
              {t('result.family')} <Code>{it.reportReference}</Code>
            </Link>{' '}
            · {t('result.remains')} <Code>{it.remainsReference}</Code>
          </>
        )
      }
    >
      <Failure fault={result.error} act={() => void result.refetch()} />
      {result.isPending && <Fetching what={t('fetching.list')} />}
      {it && (
        <>
          {it.isSealedForReview && <p className="notice attention">{t('result.sealed')}</p>}
          {!it.isCurrent && !it.isSealedForReview && <p className="notice attention">{t('result.out-of-date')}</p>}
          <Totals result={it} />
          <Markers result={it} />
          <Card title={t('family-dna.tree')}>
            <PedigreeDrawing
              persons={it.persons.map((one) => ({
                ...one,
                isMissingPerson: one.person === it.missing,
                isTyped: it.genotypes.some(({ family }) => family.some(({ person }) => person === one.person)),
              }))}
            />
          </Card>
          <Signatures result={it} />
          <Basis result={it} />
        </>
      )}
    </Page>
  );
}

function Totals({ result }: { result: KinshipResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ratio = useRatioWords();
  return (
    <Card title={t('result.totals')}>
      <p>{t('result.hypotheses', { missing: result.missing })}</p>
      <p className={result.isClaimUnsupported ? 'notice attention' : 'notice'}>
        <strong>{result.isClaimUnsupported ? t('band.claim-unsupported') : t(`band.${result.band}`)}</strong>
        {result.isClaimUnsupported && <> {t('result.claim-words')}</>}
      </p>
      <Facts
        of={[
          ...result.populations.map(
            ({ database, population, log10LR }) => [`${database} · ${population}`, ratio(log10LR)] as const,
          ),
          [t('result.smallest-label'), <strong key="smallest">{ratio(result.smallestLog10LR)}</strong>],
          [t('result.largest-label'), ratio(result.largestLog10LR)],
          [t('result.compared'), format.number(result.markersCompared)],
        ]}
      />
      {result.notices.length > 0 && (
        <ul className="small">
          {result.notices.map((one) => (
            <li key={JSON.stringify(one)}>{t([`notice.${one.code}`, 'word.other'], { ...one })}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Markers({ result }: { result: KinshipResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const persons = [...new Set(result.genotypes.flatMap(({ family }) => family.map(({ person }) => person)))];
  const least = (marker: string): number | null => {
    const values = result.populations.flatMap(({ perMarker }) =>
      perMarker.filter((one) => one.marker === marker).map(({ LR }) => LR ?? 0),
    );
    return values.length === 0 ? null : Math.min(...values);
  };
  return (
    <Card title={t('result.by-marker')}>
      <div className="table-box" tabIndex={0}>
        <table className="plain-table">
          <caption className="sr">{t('result.by-marker')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('result.marker')}</th>
              <th scope="col">{t('result.remains')}</th>
              {persons.map((person) => (
                <th key={person} scope="col">
                  <bdi>{person}</bdi>
                </th>
              ))}
              <th scope="col" className="number">
                {t('result.ratio')}
              </th>
            </tr>
          </thead>
          <tbody>
            {result.genotypes.map((row) => {
              const value = least(row.marker);
              return (
                <tr key={row.marker} className={row.isInconsistent ? 'inconsistent' : undefined}>
                  <th scope="row">
                    <Code>{row.marker}</Code>
                    {row.isInconsistent && <div className="small">{t('result.inconsistent')}</div>}
                  </th>
                  <td>
                    <bdi>{row.remains?.join(' / ') ?? '–'}</bdi>
                  </td>
                  {persons.map((person) => (
                    <td key={person}>
                      <bdi>{row.family.find((one) => one.person === person)?.alleles.join(' / ') ?? '–'}</bdi>
                    </td>
                  ))}
                  <td className="number">
                    {value === null ? '–' : format.number(value, { maximumSignificantDigits: 4 })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="small quiet">{t('result.by-marker-words')}</p>
    </Card>
  );
}

function Signatures({ result }: { result: KinshipResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const [conclusion, setConclusion] = useState<Band>(result.band);
  const [statement, setStatement] = useState('');
  const [signatureId] = useState(newId);
  const qualification = session?.qualifications.find(({ method }) => method === 'dna');
  const offered = bands.filter((band) => band !== 'excludes' || result.band === 'excludes');
  return (
    <Card title={t('result.signing')}>
      <p>{t('result.signing-words')}</p>
      <ul className="rows">
        {result.signed.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{t(`band.${one.conclusion}`)}</strong>
              <div className="small">
                <bdi>{one.by}</bdi>, <bdi>{one.mandate}</bdi> · {format.time(one.at)}
              </div>
              <p dir="auto">{one.statement}</p>
            </div>
          </li>
        ))}
      </ul>
      {result.mayBeSigned && qualification && (
        <div className="stack">
          <fieldset className="question">
            <legend>{t('signing.conclusion')}</legend>
            <div className="choices">
              {offered.map((band) => (
                <button
                  key={band}
                  type="button"
                  className="choice"
                  aria-pressed={conclusion === band}
                  onClick={() => setConclusion(band)}
                >
                  {t(`band.${band}`)}
                </button>
              ))}
            </div>
          </fieldset>
          <Textarea
            label={t('signing.statement')}
            dir="auto"
            autosize
            minRows={3}
            value={statement}
            onChange={(event) => setStatement(event.currentTarget.value)}
          />
          <TwoStep
            act={t('signing.act')}
            variant="filled"
            disabled={statement.trim() === ''}
            consequences={[t('result.signing-1'), t('result.signing-2')]}
            onAct={async () => {
              await signResult(result.id, signatureId, result.version, {
                qualificationId: qualification.id,
                conclusion,
                statement: statement.trim(),
              });
              await queries.invalidateQueries({ queryKey: ['/kinship/results', result.id] });
            }}
          />
        </div>
      )}
    </Card>
  );
}

function Basis({ result }: { result: KinshipResult }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    setFault(null);
    try {
      setSaid((await recompute(result.id)).isIdentical ? t('result.identical') : t('result.differs'));
    } catch (refusal) {
      setFault(refusal);
    }
    setAsking(false);
  };
  const added = result.populations.flatMap((one) =>
    one.added.map((allele) => ({ ...allele, population: one.population })),
  );
  return (
    <Section title={t('result.basis')}>
      <p>{t('result.limits')}</p>
      {added.length > 0 && (
        <ul className="small">
          {added.map((one) => (
            <li key={`${one.population} ${one.marker} ${one.allele}`}>
              {t('result.added', { ...one, frequency: one.minimumFrequency.toFixed(5) })}
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        {t('result.engine')} <Code>{result.engine}</Code> · {t('result.settings')}{' '}
        <Code>{result.settingsId.slice(0, 16)}</Code>
      </p>
      <pre className="small" dir="ltr" tabIndex={0}>
        {JSON.stringify(result.settings, null, 1)}
      </pre>
      <Button variant="default" loading={isAsking} onClick={() => void ask()}>
        {t('result.recompute')}
      </Button>
      <Failure fault={fault} />
      {said && <p role="status">{said}</p>}
    </Section>
  );
}
