import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveRemains, useRemains, type Grave, type PostMortem, type RemainsRecord } from '../api/remains';
import { Refused } from '../api/request';
import { newReference } from '../families/reference';
import type { RecordValues } from '../interview/fields';
import { Interview } from '../interview/Interview';
import { BothVersions } from '../saving/BothVersions';
import { differingFields } from '../saving/differences';
import { SavingLine } from '../saving/SavingLine';
import { useAutosave } from '../saving/useAutosave';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Page } from '../shell/Page';
import { Code } from '../shell/Text';
import { examinationAnswers } from '../words/lists';
import { useRefusalWords } from '../words/useRefusalWords';
import { useValueWords } from '../words/useValueWords';
import { FinishStep } from './FinishStep';
import { fields, steps } from './steps';

const route = getRouteApi('/desk/remains/$id/examination');

export function Examination() {
  const { id } = route.useParams();
  return <OneExamination key={id} id={id} />;
}

function OneExamination({ id }: { id: string }) {
  const { t } = useTranslation();
  const { new: asked } = route.useSearch();
  // Decided when the page is entered: the address forgets `new` once the first entry is saved, and the form stays.
  const [isNew] = useState(asked !== undefined);
  const queries = useQueryClient();
  const remains = useRemains(id, !isNew);
  if (isNew) return <ExaminationInterview key={id} id={id} start={null} />;
  if (remains.data)
    return (
      <ExaminationInterview
        key={id}
        id={id}
        start={remains.data}
        onReload={() => void queries.resetQueries({ queryKey: ['/remains', id] })}
      />
    );
  return (
    <Page title={t('remains.title')} windowTitle={t('remains.window')}>
      {remains.isError ? (
        <Failure fault={remains.error} act={() => void remains.refetch()} />
      ) : (
        <Fetching what={t('fetching.remains')} />
      )}
    </Page>
  );
}

interface Envelope {
  readonly reference: string;
  readonly location: string;
  readonly grave: Grave;
  readonly sighting: { readonly source: string; readonly reviewOn: string };
}

function ExaminationInterview({
  id,
  start,
  onReload,
}: {
  id: string;
  start: RemainsRecord | null;
  onReload?: () => void;
}) {
  const { t } = useTranslation();
  const { step } = route.useSearch();
  const go = route.useNavigate();
  const sayValue = useValueWords();
  const refusalWords = useRefusalWords();
  const [record, setRecord] = useState<RecordValues>(start?.postMortem ?? {});
  const [envelope, setEnvelope] = useState<Envelope>(() => ({
    reference: start?.reference ?? newReference(),
    location: start?.location ?? '',
    grave: start?.grave ?? {},
    sighting: { source: start?.source ?? '', reviewOn: start?.reviewOn ?? '' },
  }));
  const isDraft = useRef(start?.draft ?? true);
  const [finished, setFinished] = useState(start !== null && !start.draft);
  const now = useRef({ record, envelope });
  now.current = { record, envelope };

  const { saving, tell, typed } = useAutosave(
    { version: start?.version ?? null, savedAt: null },
    async (version) => {
      const { record: postMortem, envelope: outside } = now.current;
      const { cemetery, plot, row, number, from } = outside.grave;
      const grave = cemetery?.trim()
        ? {
            cemetery: cemetery.trim(),
            plot: plot || null,
            row: row || null,
            number: number || null,
            from: from ?? null,
          }
        : null;
      const { source, reviewOn } = outside.sighting;
      const kept = await saveRemains(id, version, {
        reference: outside.reference.trim(),
        draft: isDraft.current,
        postMortem: postMortem as PostMortem,
        location: outside.location.trim() || null,
        grave,
        ...(source.trim() && reviewOn ? { sighting: { source: source.trim(), reviewOn } } : {}),
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
    () => (saving.fault instanceof Refused ? refusalWords(saving.fault.problem, 'postMortem') : {}),
    [saving.fault, refusalWords],
  );
  const theirs = saving.current as RemainsRecord | undefined;
  const theirRecord = (theirs?.postMortem ?? {}) as RecordValues;
  return (
    <Page
      title={t('examination.title')}
      windowTitle={t('remains.window')}
      under={
        <>
          {saving.version === null ? (
            <Code>{envelope.reference}</Code>
          ) : (
            <Link to="/remains/$id" params={{ id }}>
              <Code>{envelope.reference}</Code>
            </Link>
          )}
          {finished ? '' : ` · ${t('family.draft')}`}
        </>
      }
    >
      <SavingLine saving={saving} />
      {saving.phase === 'stale' && (
        <BothVersions
          differences={differingFields(record, theirRecord).map((name) => {
            const field = fields.find((one) => one.name === name);
            const say = (of: RecordValues) => (field ? sayValue(field, of[name]) : '') || t('word.nothing');
            return { name: t(`field.${name}`), theirs: say(theirRecord), ours: say(record) };
          })}
          onKeepOurs={() => tell({ is: 'go-on-from', version: theirs?.version ?? saving.version ?? 0 })}
          onTakeTheirs={() => onReload?.()}
        />
      )}
      <Interview
        steps={steps}
        words="examination-step"
        answers={examinationAnswers}
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
            <span className="legend">{t('remains.reference')}</span>
            <span className="quiet small" style={{ display: 'block' }}>
              {t('remains.reference-hint')}
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
          {
            name: 'whereabouts',
            page: (
              <div className="stack" style={{ marginBlockEnd: 24 }}>
                <TextInput
                  label={t('field.location')}
                  description={t('remains.location-hint')}
                  dir="auto"
                  value={envelope.location}
                  onChange={(event) => change({ location: event.currentTarget.value })}
                />
                {(['cemetery', 'plot', 'row', 'number'] as const).map((part) => (
                  <TextInput
                    key={part}
                    label={t(`grave.${part}`)}
                    dir="auto"
                    value={envelope.grave[part] ?? ''}
                    onChange={(event) => change({ grave: { ...envelope.grave, [part]: event.currentTarget.value } })}
                  />
                ))}
                <fieldset className="question">
                  <legend>{t('sighting.title')}</legend>
                  <p className="quiet small">{t('sighting.words')}</p>
                  <div className="stack">
                    <TextInput
                      label={t('sighting.source')}
                      dir="auto"
                      value={envelope.sighting.source}
                      onChange={(event) =>
                        change({ sighting: { ...envelope.sighting, source: event.currentTarget.value } })
                      }
                    />
                    <TextInput
                      label={t('sighting.review-on')}
                      type="date"
                      value={envelope.sighting.reviewOn}
                      onChange={(event) =>
                        change({ sighting: { ...envelope.sighting, reviewOn: event.currentTarget.value } })
                      }
                    />
                  </div>
                </fieldset>
              </div>
            ),
          },
          {
            name: 'review',
            page: (
              <FinishStep
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
