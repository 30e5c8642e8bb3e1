import { useTranslation } from 'react-i18next';
import type { Comparison, Evidence, Part } from '../api/proposals';
import { useFormat } from '../i18n/format';
import { Facts } from '../shell/Page';
import { Code } from '../shell/Text';
import { useSourceWords } from '../words/useSourceWords';
import { Outcome } from './Outcome';
import { Sayings, useChanceWords } from './Sayings';
import { useSaid } from './useSaid';
import { waterfallOf, type WaterfallStep } from './waterfall';

/**
 * From before the evidence to after it, a line a step. The list is the drawing: each line opens to both values, both probabilities in words,
 * and where its numbers come from, by keyboard and by ear alike.
 */
export function Waterfall({ evidence, both }: { evidence: Evidence; both: Comparison | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const chance = useChanceWords();
  const saySource = useSourceWords();
  const steps = waterfallOf(evidence);
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const least = Math.min(...ends, 0) - 0.3;
  const most = Math.max(...ends, 0) + 0.3;
  const along = (value: number) => ((value - least) / (most - least)) * 100;
  const parts = new Map<string, Part>(evidence.parts.map((part) => [part.comparison, part]));
  const groups = new Map(evidence.groups.map((group) => [group.group, group]));
  const nameOf = (step: WaterfallStep) =>
    step.kind === 'comparison' ? t([`comparison.${step.comparison}`, 'comparison.other']) : t(`waterfall.${step.kind}`);
  return (
    <>
      <p>{t('waterfall.words')}</p>
      <div className="falls-ends small quiet" aria-hidden="true">
        <span>{t('evidence.towards-different')}</span>
        <span>{t('evidence.towards-same')}</span>
      </div>
      <ol className="falls">
        {steps.map((step, index) => {
          const isEnd = step.kind === 'prior' || step.kind === 'posterior';
          const change = isEnd ? step.to : step.to - step.from;
          const look = isEnd ? 'end' : step.kind !== 'comparison' ? 'correction' : change >= 0 ? 'agrees' : 'disagrees';
          const part = step.comparison === undefined ? undefined : parts.get(step.comparison);
          const group = part && groups.get(part.group);
          return (
            <li key={index}>
              <details>
                <summary>
                  <span className="fall-name">
                    {nameOf(step)}
                    {part && <span className="quiet small"> · {t(`part.${part.state}`)}</span>}
                  </span>
                  <span className="fall-track" aria-hidden="true">
                    <span className="fall-zero" style={{ insetInlineStart: `${along(0)}%` }} />
                    <span
                      className={`fall-bar ${look}`}
                      style={{
                        insetInlineStart: `${along(Math.min(step.from, step.to))}%`,
                        inlineSize: `${along(Math.max(step.from, step.to)) - along(Math.min(step.from, step.to))}%`,
                      }}
                    />
                  </span>
                  <bdi className="fall-number">{format.signed(change)}</bdi>
                </summary>
                <div className="fall-open">
                  {part ? (
                    <Opened part={part} both={both} evidence={evidence} isCapped={group?.isCapped ?? false} />
                  ) : (
                    <>
                      {step.kind === 'prior' && (
                        <>
                          <p>
                            {t('waterfall.prior-in-words', {
                              chance: chance(evidence.prior.reported / Math.max(1, evidence.prior.persons)),
                              count: format.number(Math.round(evidence.prior.persons)),
                              share: chance(evidence.prior.reported),
                            })}
                          </p>
                          <p className="quiet small">
                            <bdi>{saySource(evidence.prior.source)}</bdi>
                          </p>
                        </>
                      )}
                      {step.kind === 'posterior' && (
                        <p>{t('evidence.after', { chance: chance(evidence.posterior) })}</p>
                      )}
                      {step.kind === 'dependence' && <p>{t('waterfall.dependence-words')}</p>}
                      {step.kind === 'others' && <p>{t('waterfall.others-words')}</p>}
                    </>
                  )}
                </div>
              </details>
            </li>
          );
        })}
      </ol>
      <p className="quiet small">
        {t('waterfall.settings', { time: format.time(evidence.computedAt) })}{' '}
        <Code>{evidence.settingsId.slice(0, 16)}</Code>
      </p>
    </>
  );
}

function Opened({
  part,
  both,
  evidence,
  isCapped,
}: {
  part: Part;
  both: Comparison | null;
  evidence: Evidence;
  isCapped: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = useSaid(both);
  const saySource = useSourceWords();
  const group = evidence.groups.find((one) => one.group === part.group);
  return (
    <>
      <p>
        <Outcome part={part} />
      </p>
      {both ? (
        <Facts
          of={[
            [t('proposal.family-says'), said(part, 'anteMortem')],
            [t('proposal.remains-show'), said(part, 'postMortem')],
          ]}
        />
      ) : (
        <p className="quiet">{t('evidence.values-later')}</p>
      )}
      <Sayings part={part} />
      {isCapped && group && (
        <p>
          {t('waterfall.capped', {
            group: t([`group.${group.group}`, 'comparison.other']),
            sum: format.signed(group.sumLog10),
            counted: format.signed(group.log10Lr),
          })}
        </p>
      )}
      <p className="quiet small">
        {t('waterfall.source')} <bdi>{saySource(part.source)}</bdi>
      </p>
    </>
  );
}
