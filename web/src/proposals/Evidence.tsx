import { useTranslation } from 'react-i18next';
import type { Comparison, Evidence as EvidenceValue, Part, Proposal } from '../api/proposals';
import { EvidenceBars, Legend } from '../drawings/EvidenceBars';
import { useFormat } from '../i18n/format';
import { Card } from '../shell/Page';
import { Outcome } from './Outcome';
import { Sayings, useChanceWords } from './Sayings';
import { Strength } from './Strength';
import './evidence.css';
import { useRandomWords } from './useRandomWords';
import { useSaid } from './useSaid';
import { Waterfall } from './Waterfall';

type WithEvidence = Exclude<Proposal, { side: 'remains' }>;
/** What moves the odds by less than a factor of two is no ground to rest on, and none to speak against. */
const TELLING_LOG10 = 0.3;
export const speaks = (part: Part): boolean => part.state === 'agrees' || part.state === 'disagrees';

/** The comparison first, then how it sums up; what says nothing stands apart and says why. */
export function Evidence({ proposal }: { proposal: WithEvidence }) {
  const { t } = useTranslation();
  const { evidence } = proposal;
  const parts: readonly Part[] = evidence.parts;
  const both = proposal.side === 'both' ? proposal : null;
  return (
    <>
      <Card title={t('evidence.summary')}>
        <Summary evidence={evidence} />
      </Card>
      <Card title={t('proposal.comparison')}>
        <ComparisonTable parts={parts.filter(speaks)} both={both} />
        <Silences parts={parts.filter((part) => !speaks(part))} />
      </Card>
      <Card title={t('waterfall.title')}>
        <Waterfall evidence={evidence} both={both} />
      </Card>
      {parts.some(speaks) && (
        <Card title={t('evidence.title')}>
          <Legend />
          <EvidenceBars parts={parts.filter(speaks)} />
          <p className="quiet small">{t('evidence.words')}</p>
        </Card>
      )}
    </>
  );
}

/** Strength and what it rests on in sentences, before any number. */
function Summary({ evidence }: { evidence: EvidenceValue }) {
  const { t } = useTranslation();
  const format = useFormat();
  const chance = useChanceWords();
  const sayRandom = useRandomWords();
  const parts: readonly Part[] = evidence.parts;
  const named = (some: readonly Part[]) =>
    format.list(some.map(({ comparison }) => t([`comparison.${comparison}`, 'comparison.other'])));
  const agreeing = parts.filter(({ log10Lr }) => log10Lr >= TELLING_LOG10);
  const disagreeing = parts.filter(({ log10Lr }) => log10Lr <= -TELLING_LOG10);
  const cannotTell = evidence.grade === 'cannot-tell' || !parts.some(speaks);
  return (
    <>
      <p className="strength-line">
        <Strength grade={evidence.grade} />
      </p>
      {agreeing.length > 0 && <p>{t('evidence.rests-on', { what: named(strongestFirst(agreeing)) })}</p>}
      {disagreeing.length > 0 && <p>{t('evidence.against', { what: named(strongestFirst(disagreeing)) })}</p>}
      <p>
        {sayRandom(evidence.expectedRandom)} {t('evidence.after', { chance: chance(evidence.posterior) })}
      </p>
      <p className={cannotTell ? 'notice attention' : 'notice'}>
        {t(cannotTell ? 'evidence.cannot-tell' : 'evidence.not-identity')}
      </p>
    </>
  );
}

const strongestFirst = (parts: readonly Part[]): readonly Part[] =>
  [...parts].sort((a, b) => Math.abs(b.log10Lr) - Math.abs(a.log10Lr));

function ComparisonTable({ parts, both }: { parts: readonly Part[]; both: Comparison | null }) {
  const { t } = useTranslation();
  const said = useSaid(both);
  if (parts.length === 0) return <p className="empty">{t('evidence.nothing-compared')}</p>;
  return (
    <div className="table-box">
      <table className="plain-table folds">
        <caption>{t('proposal.comparison-words')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('proposal.what')}</th>
            {both && <th scope="col">{t('proposal.family-says')}</th>}
            {both && <th scope="col">{t('proposal.remains-show')}</th>}
            <th scope="col">{t('proposal.outcome')}</th>
            <th scope="col">{t('evidence.by-chance')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.comparison}>
              <th scope="row">{t([`comparison.${part.comparison}`, 'comparison.other'])}</th>
              {both && <td data-label={t('proposal.family-says')}>{said(part, 'anteMortem')}</td>}
              {both && <td data-label={t('proposal.remains-show')}>{said(part, 'postMortem')}</td>}
              <td data-label={t('proposal.outcome')}>
                <Outcome part={part} />
              </td>
              <td data-label={t('evidence.by-chance')}>
                <Sayings part={part} isShort />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was not compared, and which of the two reasons: nobody recorded it, or the body cannot show it. */
function Silences({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {(['silent', 'not_examinable'] as const).map((state) => {
        const named = parts.filter((part) => part.state === state);
        return named.length === 0 ? null : (
          <p key={state}>
            <span className={`swatch ${state}`} aria-hidden="true" />{' '}
            {t(`evidence.${state}`, {
              what: format.list(named.map(({ comparison }) => t([`comparison.${comparison}`, 'comparison.other']))),
            })}
          </p>
        );
      })}
    </>
  );
}
