import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveRemains, useRemains, type Grave, type PostMortem, type RemainsRecord } from '../api/remains';
import { newReference } from '../families/reference';
import { Opened } from '../interview/Opened';
import { RecordInterview } from '../interview/RecordInterview';
import { Code } from '../shell/Text';
import { examinationAnswers } from '../words/lists';
import { FinishStep } from './FinishStep';
import { steps } from './steps';
import { WhereaboutsStep } from './WhereaboutsStep';

const route = getRouteApi('/desk/remains/$id/examination');

export function Examination() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { new: asked } = route.useSearch();
  return (
    <Opened
      key={id}
      id={id}
      asNew={asked !== undefined}
      read={useRemains}
      collection="/remains"
      words={{ title: t('remains.title'), windowTitle: t('remains.window'), fetching: t('fetching.remains') }}
    >
      {(start, onReload) => <ExaminationInterview id={id} start={start} onReload={onReload} />}
    </Opened>
  );
}

export interface Envelope {
  readonly reference: string;
  readonly location: string;
  readonly grave: Grave;
  readonly sighting: { readonly source: string; readonly reviewOn: string };
}

interface Props {
  readonly id: string;
  readonly start: RemainsRecord | null;
  readonly onReload: (() => void) | undefined;
}

function ExaminationInterview({ id, start, onReload }: Props) {
  const { t } = useTranslation();
  const { step } = route.useSearch();
  const go = route.useNavigate();
  const [envelope] = useState<Envelope>(() => ({
    reference: start?.reference ?? newReference(),
    location: start?.location ?? '',
    grave: start?.grave ?? {},
    sighting: { source: start?.source ?? '', reviewOn: start?.reviewOn ?? '' },
  }));
  return (
    <RecordInterview<Envelope>
      start={{
        record: start?.postMortem ?? {},
        envelope,
        version: start?.version ?? null,
        isFinished: start !== null && !start.draft,
      }}
      save={(version, { record, envelope: outside }, draft) => {
        const { source, reviewOn } = outside.sighting;
        return saveRemains(id, version, {
          reference: outside.reference.trim(),
          draft,
          postMortem: record as PostMortem,
          location: outside.location.trim() || null,
          grave: graveOf(outside.grave),
          ...(source.trim() && reviewOn ? { sighting: { source: source.trim(), reviewOn } } : {}),
        });
      }}
      within="postMortem"
      words="examination-step"
      steps={steps}
      answers={examinationAnswers}
      referenceWords={{ label: t('remains.reference'), hint: t('remains.reference-hint') }}
      step={step}
      onAddress={(next) =>
        void ('step' in next
          ? go({ search: (before) => ({ ...before, step: next.step }) })
          : go({ search: (before) => ({ ...before, new: undefined }), replace: true }))
      }
      onReload={onReload}
      head={({ envelope: outside, version, isFinished }) => ({
        title: t('examination.title'),
        windowTitle: t('remains.window'),
        under: (
          <>
            {version === null ? (
              <Code>{outside.reference}</Code>
            ) : (
              <Link to="/remains/$id" params={{ id }}>
                <Code>{outside.reference}</Code>
              </Link>
            )}
            {isFinished ? '' : ` · ${t('family.draft')}`}
          </>
        ),
      })}
      further={({ record, envelope: outside, isFinished, change, finish }) => [
        { name: 'whereabouts', page: <WhereaboutsStep envelope={outside} onChange={change} /> },
        { name: 'review', page: <FinishStep id={id} record={record} isFinished={isFinished} onFinish={finish} /> },
      ]}
    />
  );
}

const graveOf = ({ cemetery, plot, row, number, from }: Grave) =>
  cemetery?.trim()
    ? { cemetery: cemetery.trim(), plot: plot || null, row: row || null, number: number || null, from: from ?? null }
    : null;
