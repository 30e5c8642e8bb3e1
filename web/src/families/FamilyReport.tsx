import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFamilyReport } from '../api/families';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Page } from '../shell/Page';
import { FamilyInterview } from './FamilyInterview';

const route = getRouteApi('/desk/family-reports/$id');

/** Opens the report, or a new one whose id this device made; the interview then holds it. */
export function FamilyReport() {
  const { id } = route.useParams();
  return <OneReport key={id} id={id} />;
}

function OneReport({ id }: { id: string }) {
  const { t } = useTranslation();
  const { new: asked } = route.useSearch();
  // Decided when the page is entered: the address forgets `new` once the first entry is saved, and the form stays.
  const [isNew] = useState(asked !== undefined);
  const queries = useQueryClient();
  const report = useFamilyReport(id, !isNew);
  if (isNew) return <FamilyInterview key={id} id={id} start={null} />;
  if (report.data)
    return (
      <FamilyInterview
        key={id}
        id={id}
        start={report.data}
        onReload={() => void queries.resetQueries({ queryKey: ['/family-reports', id] })}
      />
    );
  return (
    <Page title={t('family.title')} windowTitle={t('family.window')}>
      {report.isError ? (
        <Failure fault={report.error} act={() => void report.refetch()} />
      ) : (
        <Fetching what={t('fetching.report')} />
      )}
    </Page>
  );
}
