import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFamilyReport, type AnteMortem, type FamilyReport } from '../api/families';
import { RecordInterview } from '../interview/RecordInterview';
import { Code, Name } from '../shell/Text';
import { familyAnswers } from '../words/lists';
import { EnquirerStep, type Envelope } from './EnquirerStep';
import { newReference } from './reference';
import { ReviewStep } from './ReviewStep';
import { steps } from './steps';

const route = getRouteApi('/desk/family-reports/$id');

interface Props {
  readonly id: string;
  readonly start: FamilyReport | null;
  readonly onReload: (() => void) | undefined;
}

export function FamilyInterview({ id, start, onReload }: Props) {
  const { t } = useTranslation();
  const { step } = route.useSearch();
  const go = route.useNavigate();
  const [envelope] = useState<Envelope>(() => ({
    reference: start?.reference ?? newReference(),
    registeredOn: start?.registeredOn ?? new Date().toISOString().slice(0, 10),
    enquirer: start?.enquirer ?? {},
    doNotShareWith: start?.doNotShareWith ?? [],
  }));
  return (
    <RecordInterview<Envelope>
      start={{
        record: start?.anteMortem ?? {},
        envelope,
        version: start?.version ?? null,
        isFinished: start !== null && start.status !== 'draft',
      }}
      save={(version, held, draft) => {
        const enquirer = Object.fromEntries(Object.entries(held.envelope.enquirer).filter(([, value]) => value));
        return saveFamilyReport(id, version, {
          reference: held.envelope.reference.trim(),
          registeredOn: held.envelope.registeredOn,
          draft,
          anteMortem: held.record as AnteMortem,
          ...(Object.keys(enquirer).length > 0 ? { enquirer } : {}),
          doNotShareWith: held.envelope.doNotShareWith,
        });
      }}
      within="anteMortem"
      words="family-step"
      steps={steps}
      answers={familyAnswers}
      referenceWords={{ label: t('family.reference'), hint: t('family.reference-hint') }}
      step={step}
      onAddress={(next) =>
        void ('step' in next
          ? go({ search: (before) => ({ ...before, step: next.step }) })
          : go({ search: (before) => ({ ...before, new: undefined }), replace: true }))
      }
      onReload={onReload}
      head={({ record, envelope: outside, version, isFinished }) => {
        const name = [record.givenNames, record.familyNames].filter(Boolean).join(' ');
        return {
          title: name ? <Name>{name}</Name> : t('family.new'),
          windowTitle: t('family.window'),
          under: (
            <>
              {t('family.reference')} <Code>{outside.reference}</Code>
              {isFinished ? '' : ` · ${t('family.draft')}`}
            </>
          ),
          acts: version !== null && (
            <>
              <Button component={Link} to={`/family-reports/${id}/relatives`} variant="default">
                {t('relatives.title')}
              </Button>
              <Button component={Link} to={`/family-reports/${id}/consents`} variant="default">
                {t('consents.title')}
              </Button>
              {isFinished && (
                <Button component={Link} to={`/cases/${id}`} variant="default">
                  {t('family.to-case')}
                </Button>
              )}
            </>
          ),
        };
      }}
      further={({ record, envelope: outside, refusals, isFinished, change, finish }) => [
        { name: 'enquirer', page: <EnquirerStep envelope={outside} onChange={change} refusals={refusals} /> },
        {
          name: 'review',
          page: (
            <ReviewStep
              id={id}
              record={record}
              relatives={start?.relatives ?? []}
              isFinished={isFinished}
              onFinish={finish}
            />
          ),
        },
      ]}
    />
  );
}
