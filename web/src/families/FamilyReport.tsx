import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFamilyReport } from '../api/families';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Page } from '../shell/Page';
import { FamilyInterview } from './FamilyInterview';

const route = getRouteApi('/desk/family-reports/$id');

/** Opens the report, or a new one whose id this device made; the interview then holds it. */
export function FamilyReport() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { new: isNew } = route.useSearch();
  const queries = useQueryClient();
  const report = useFamilyReport(id, isNew === undefined);
  if (isNew !== undefined) return <FamilyInterview key={id} id={id} start={null} />;
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
