import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFamilyReport } from '../api/families';
import { Opened } from '../interview/Opened';
import { FamilyInterview } from './FamilyInterview';

const route = getRouteApi('/desk/family-reports/$id');

/** Opens the report, or a new one whose id this device made. */
export function FamilyReport() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const { new: asked } = route.useSearch();
  return (
    <Opened
      key={id}
      id={id}
      asNew={asked !== undefined}
      read={useFamilyReport}
      collection="/family-reports"
      words={{ title: t('family.title'), windowTitle: t('family.window'), fetching: t('fetching.report') }}
    >
      {(start, onReload) => <FamilyInterview id={id} start={start} onReload={onReload} />}
    </Opened>
  );
}
