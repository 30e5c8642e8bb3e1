import { useTranslation } from 'react-i18next';
import { useCaseCoverage } from '../api/proposals';
import { CoverageSentence } from '../coverage/CoverageSentence';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';

/** What this case was compared with, as of when, and what that does not say. */
export function CaseCoverage({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const coverage = useCaseCoverage(caseId);
  if (coverage.isPending) return <Fetching what={t('fetching.coverage')} />;
  if (coverage.isError) return <Failure fault={coverage.error} act={() => void coverage.refetch()} />;
  return <CoverageSentence of={coverage.data} />;
}
