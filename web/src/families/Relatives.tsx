import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setRelatives, useFamilyReport, type FamilyReport } from '../api/families';
import { BothVersions } from '../saving/BothVersions';
import { SavingLine } from '../saving/SavingLine';
import { useAutosave } from '../saving/useAutosave';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Page } from '../shell/Page';
import { Code } from '../shell/Text';
import { RelativeCard } from './RelativeCard';
import { beginning, faultsBeside, keepable, type Kin, seeking, ties, without, withOneMore } from './relatives';
import { RelativesRead, useKinWords } from './RelativesRead';

const route = getRouteApi('/desk/family-reports/$id/relatives');

/** The persons of the family, as a list: who they are to the person sought, and whose children they are. */
export function Relatives() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const report = useFamilyReport(id);
  const queries = useQueryClient();
  if (report.data)
    return (
      <Family
        key={`${id} ${report.dataUpdatedAt}`}
        report={report.data}
        onReload={() => void queries.resetQueries({ queryKey: ['/family-reports', id] })}
      />
    );
  return (
    <Page title={t('relatives.title')} windowTitle={t('family.window')}>
      {report.isError ? (
        <Failure fault={report.error} act={() => void report.refetch()} />
      ) : (
        <Fetching what={t('fetching.report')} />
      )}
    </Page>
  );
}

const nullIfBlank = (text: string | null) => (text?.trim() ? text.trim() : null);
const sent = (kin: readonly Kin[], good: readonly Kin[]) =>
  keepable(kin, good).map((one) => ({
    ...one,
    name: nullIfBlank(one.name),
    relationship: nullIfBlank(one.relationship),
  }));

function Family({ report, onReload }: { report: FamilyReport; onReload: () => void }) {
  const { t } = useTranslation();
  const { givenNames, familyNames, sex } = report.anteMortem;
  const [kin, setKin] = useState<readonly Kin[]>(() =>
    report.relatives.length > 0
      ? report.relatives
      : beginning({ name: [givenNames, familyNames].filter(Boolean).join(' ') || null, sex }),
  );
  const now = useRef(kin);
  now.current = kin;
  const faults = useMemo(() => faultsBeside(kin), [kin]);
  /** The list as it last could be. */
  const good = useRef(kin);
  if (Object.keys(faults).length === 0) good.current = kin;
  const { saving, tell, typed } = useAutosave(
    { version: report.version, savedAt: null },
    (version) => setRelatives(report.id, version, sent(now.current, good.current)),
    t('saving.leave'),
  );
  const change = (next: readonly Kin[]) => {
    setKin(next);
    typed();
  };
  const last = useRef<HTMLDivElement>(null);
  const add = (tie: (typeof ties)[number]) => {
    change(withOneMore(kin, tie, tie === 'other' ? null : t(`tie.${tie}`)));
    requestAnimationFrame(() => last.current?.querySelector<HTMLElement>('.card:last-of-type input')?.focus());
  };
  const isOpen = report.status !== 'withdrawn';
  return (
    <Page
      title={t('relatives.title')}
      windowTitle={t('family.window')}
      under={
        <Link to="/family-reports/$id" params={{ id: report.id }}>
          {t('family.reference')} <Code>{report.reference}</Code>
        </Link>
      }
    >
      <p>{t('relatives.words')}</p>
      {isOpen ? (
        <div className="narrow" ref={last}>
          <SavingLine saving={saving} />
          {saving.phase === 'stale' && <Stale reportId={report.id} ours={kin} tell={tell} onReload={onReload} />}
          {kin.map((one) => (
            <RelativeCard
              key={one.person}
              one={one}
              all={kin}
              faults={faults}
              onChange={(next) => change(kin.map((other) => (other.person === one.person ? next : other)))}
              onSought={() => change(seeking(kin, one.person))}
              onRemove={() => change(without(kin, one.person))}
            />
          ))}
          <section className="card">
            <h2>{t('relatives.add')}</h2>
            <div className="choices">
              {ties.map((tie) => (
                <button key={tie} type="button" className="choice" onClick={() => add(tie)}>
                  {t(`relatives.add.${tie}`)}
                </button>
              ))}
            </div>
          </section>
          <p>
            <Button component={Link} to={`/family-reports/${report.id}?step=review`}>
              {t('relatives.to-review')}
            </Button>
          </p>
        </div>
      ) : (
        <>
          <p className="notice">{t('withdrawal.done')}</p>
          <RelativesRead kin={report.relatives} />
        </>
      )}
    </Page>
  );
}

/** Somebody else changed the report meanwhile: what the family tree says there, beside what stands here. */
function Stale({
  reportId,
  ours,
  tell,
  onReload,
}: {
  reportId: string;
  ours: readonly Kin[];
  tell: ReturnType<typeof useAutosave>['tell'];
  onReload: () => void;
}) {
  const { t } = useTranslation();
  const say = useKinWords();
  const present = useFamilyReport(reportId, true, 'present');
  if (!present.data) return <Fetching what={t('fetching.report')} />;
  const { version, relatives } = present.data;
  const labels = [...new Set([...relatives, ...ours].map(({ person }) => person))];
  const sayOf = (kin: readonly Kin[], label: string) => {
    const one = kin.find(({ person }) => person === label);
    return one
      ? [say.title(one, kin), ...say.facts(one, kin).map(([name, value]) => `${name}: ${value}`)].join('; ')
      : '';
  };
  const differences = labels
    .map((label) => ({ name: label, theirs: sayOf(relatives, label), ours: sayOf(ours, label) }))
    .filter((line) => line.theirs !== line.ours)
    .map(({ name, theirs, ours: mine }) => ({
      name,
      theirs: theirs || t('word.nothing'),
      ours: mine || t('word.nothing'),
    }));
  return (
    <BothVersions
      differences={differences}
      onKeepOurs={() => tell({ is: 'go-on-from', version })}
      onTakeTheirs={onReload}
    />
  );
}
