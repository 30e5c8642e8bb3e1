import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFamilyReport, type AnteMortem, type Enquirer, type FamilyReport } from '../api/families';
import { Refused } from '../api/request';
import { Interview } from '../interview/Interview';
import type { RecordValues } from '../interview/fields';
import { BothVersions } from '../saving/BothVersions';
import { differingFields } from '../saving/differences';
import { SavingLine } from '../saving/SavingLine';
import { useAutosave } from '../saving/useAutosave';
import { Page } from '../shell/Page';
import { Code } from '../shell/Text';
import { useRefusalWords } from '../words/useRefusalWords';
import { useValueWords } from '../words/useValueWords';
import { familyAnswers } from '../words/lists';
import { EnquirerStep } from './EnquirerStep';
import { newReference } from './reference';
import { ReviewStep } from './ReviewStep';
import { fields, steps } from './steps';

const route = getRouteApi('/desk/family-reports/$id');

export interface Envelope {
  readonly reference: string;
  readonly registeredOn: string;
  readonly enquirer: Enquirer;
  readonly doNotShareWith: readonly string[];
}

export function FamilyInterview({
  id,
  start,
  onReload,
}: {
  id: string;
  start: FamilyReport | null;
  onReload?: () => void;
}) {
  const { t } = useTranslation();
  const { step } = route.useSearch();
  const go = route.useNavigate();
  const sayValue = useValueWords();
  const refusalWords = useRefusalWords();
  const [record, setRecord] = useState<RecordValues>(start?.anteMortem ?? {});
  const [envelope, setEnvelope] = useState<Envelope>(() => ({
    reference: start?.reference ?? newReference(),
    registeredOn: start?.registeredOn ?? new Date().toISOString().slice(0, 10),
    enquirer: start?.enquirer ?? {},
    doNotShareWith: start?.doNotShareWith ?? [],
  }));
  const isDraft = useRef(start === null || start.status === 'draft');
  const [finished, setFinished] = useState(start !== null && start.status !== 'draft');
  const now = useRef({ record, envelope });
  now.current = { record, envelope };

  const { saving, tell, typed } = useAutosave(
    { version: start?.version ?? null, savedAt: null },
    async (version) => {
      const sent = now.current;
      const enquirer = Object.fromEntries(Object.entries(sent.envelope.enquirer).filter(([, value]) => value));
      const kept = await saveFamilyReport(id, version, {
        reference: sent.envelope.reference.trim(),
        registeredOn: sent.envelope.registeredOn,
        draft: isDraft.current,
        anteMortem: sent.record as AnteMortem,
        ...(Object.keys(enquirer).length > 0 ? { enquirer } : {}),
        doNotShareWith: sent.envelope.doNotShareWith,
      });
      setFinished(!isDraft.current);
      if (version === null) void go({ search: (before) => ({ ...before, new: undefined }), replace: true });
      return kept;
    },
    t('saving.leave'),
  );
  const change = (next: Partial<Envelope>) => {
    setEnvelope({ ...envelope, ...next });
    typed();
  };

  const refusals = useMemo(
    () => (saving.fault instanceof Refused ? refusalWords(saving.fault.problem, 'anteMortem') : {}),
    [saving.fault, refusalWords],
  );
  const theirs = saving.current as FamilyReport | undefined;
  const title = [record.givenNames, record.familyNames].filter(Boolean).join(' ');
  return (
    <Page
      title={title ? <bdi>{title}</bdi> : t('family.new')}
      windowTitle={t('family.window')}
      under={
        <>
          {t('family.reference')} <Code>{envelope.reference}</Code>
          {finished ? '' : ` · ${t('family.draft')}`}
        </>
      }
      acts={
        <>
          {saving.version !== null && (
            <Button component={Link} to={`/family-reports/${id}/consents`} variant="default">
              {t('consents.title')}
            </Button>
          )}
          {start && finished && (
            <Button component={Link} to={`/cases/${id}`} variant="default">
              {t('family.to-case')}
            </Button>
          )}
        </>
      }
    >
      <SavingLine saving={saving} />
      {saving.phase === 'stale' && (
        <BothVersions
          differences={differingFields(record, (theirs?.anteMortem ?? {}) as RecordValues).map((name) => {
            const field = fields.find((one) => one.name === name);
            const say = (of: RecordValues) => (field ? sayValue(field, of[name]) : '') || t('word.nothing');
            return {
              name: t(`field.${name}`),
              theirs: say((theirs?.anteMortem ?? {}) as RecordValues),
              ours: say(record),
            };
          })}
          onKeepOurs={() => tell({ is: 'go-on-from', version: theirs?.version ?? saving.version ?? 0 })}
          onTakeTheirs={() => onReload?.()}
        />
      )}
      <Interview
        steps={steps}
        words="family-step"
        answers={familyAnswers}
        record={record}
        onRecord={(next) => {
          setRecord(next);
          typed();
        }}
        refusals={refusals}
        step={step}
        onStep={(name) => void go({ search: (before) => ({ ...before, step: name }) })}
        opening={
          <label className="question" style={{ display: 'block' }}>
            <span className="legend">{t('family.reference')}</span>
            <span className="quiet small" style={{ display: 'block' }}>
              {t('family.reference-hint')}
            </span>
            <input
              className="field-box"
              dir="ltr"
              value={envelope.reference}
              onChange={(event) => change({ reference: event.currentTarget.value })}
            />
            {refusals.reference && <span className="fault">{refusals.reference}</span>}
          </label>
        }
        further={[
          { name: 'enquirer', page: <EnquirerStep envelope={envelope} onChange={change} refusals={refusals} /> },
          {
            name: 'review',
            page: (
              <ReviewStep
                id={id}
                record={record}
                isFinished={finished}
                onFinish={() => {
                  isDraft.current = false;
                  typed();
                }}
              />
            ),
          },
        ]}
      />
    </Page>
  );
}
