import { useTranslation } from 'react-i18next';
import { findings, lineKinds, recordLine, type Line } from '../api/identifications';
import { newId, oneOf } from '../api/request';
import { Card } from '../shell/Page';
import { Adding, type Entry } from '../shell/QuickForm';
import { TwoStep } from '../shell/TwoStep';
import { undecided } from './discrepancies';
import type { Part } from './part';

/** What both sides put in writing; a change of it leaves the signatures of the earlier evidence behind. */
export function Lines({ it, lines, onDone }: Part & { lines: readonly Line[] }) {
  const { t } = useTranslation();
  const open = undecided(lines);
  const mayWrite = it.next.includes('lines');
  const options = (codes: readonly string[], words: string) =>
    codes.map((value) => ({ value, label: t(`${words}.${value}`) }));
  const standing = lines.filter((line) => !line.isWithdrawn);
  const entries = (line?: Line): Entry[] => [
    {
      ...{ name: 'kind', label: t('lines.kind'), as: 'select', needed: true, start: line?.kind },
      options: options(lineKinds, 'line-kind'),
    },
    {
      ...{ name: 'finding', label: t('lines.finding'), as: 'select', needed: true, start: line?.finding },
      options: options(findings, 'finding'),
    },
    { name: 'words', label: t('lines.in-words'), as: 'words', needed: true, start: line?.words },
    {
      ...{ name: 'discrepancyExplained', label: t('lines.explanation'), as: 'words' },
      ...{ hint: t('lines.explanation-hint'), start: line?.discrepancyExplained ?? '' },
    },
    ...(standing.some((one) => one.id !== line?.id)
      ? [
          {
            ...{ name: 'restsOn', label: t('lines.rests-on'), hint: t('lines.rests-on-hint'), as: 'select' as const },
            start: line?.restsOn ?? '',
            options: standing
              .filter((one) => one.id !== line?.id)
              .map((one) => ({ value: one.id, label: t(`line-kind.${one.kind}`) })),
          },
        ]
      : []),
  ];
  const save = async (id: string, values: Record<string, string>) => {
    const { kind, finding, words = '', discrepancyExplained, restsOn } = values;
    await recordLine(it.id, id, it.version, {
      kind: oneOf(lineKinds, kind) ?? 'circumstances',
      finding: oneOf(findings, finding) ?? 'no_information',
      words,
      discrepancyExplained: discrepancyExplained ?? null,
      restsOn: restsOn ?? null,
    });
    await onDone();
  };
  return (
    <Card title={t('lines.title')}>
      <p>{t('lines.words')}</p>
      <ul className="rows">
        {lines.map((line) => (
          <li key={line.id} className={line.isWithdrawn ? 'quiet' : undefined}>
            <div>
              <div className="what">
                {t(`line-kind.${line.kind}`)}: {t(`finding.${line.finding}`)}
                {line.isWithdrawn && ` (${t('lines.withdrawn')})`}
              </div>
              {line.words !== undefined && <bdi>{line.words}</bdi>}
              {line.discrepancyExplained && (
                <div className="quiet">
                  {t('lines.explained')} <bdi>{line.discrepancyExplained}</bdi>
                </div>
              )}
            </div>
            {mayWrite && !line.isWithdrawn && (
              <div className="row">
                <Adding
                  label={t('act.edit')}
                  act={t('act.save')}
                  entries={entries(line)}
                  onSend={(values) => save(line.id, values)}
                />
                <TwoStep
                  act={t('lines.withdraw')}
                  consequences={[t('lines.withdraw-1'), t('lines.version')]}
                  onAct={async () => {
                    const { kind, finding, words, discrepancyExplained, restsOn } = line;
                    await recordLine(it.id, line.id, it.version, {
                      ...{ kind, finding, words, discrepancyExplained, restsOn, isWithdrawn: true },
                    });
                    await onDone();
                  }}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {it.basis && <p className="notice">{t(`basis-of.${it.basis}`)}</p>}
      {open.length > 0 && (
        <p className="notice attention">
          {t('lines.open', { lines: open.map((line) => t(`line-kind.${line.kind}`)).join(' · ') })}
        </p>
      )}
      {(it.lacking ?? []).length > 0 && (
        <div className="notice attention">
          <h3>{t('lines.lacking')}</h3>
          <ul>
            {it.lacking?.map((code) => (
              <li key={code}>{t([`error.${code}`, 'lacking.other'])}</li>
            ))}
          </ul>
        </div>
      )}
      {mayWrite && (
        <>
          <p className="quiet small">{t('lines.version')}</p>
          <Adding
            label={t('lines.add')}
            act={t('act.save')}
            entries={entries()}
            onSend={(values) => save(newId(), values)}
          />
        </>
      )}
    </Card>
  );
}
