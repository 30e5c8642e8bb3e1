import { useTranslation } from 'react-i18next';
import { useCaseCoverage } from '../api/proposals';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';

/** What this case was compared with, as of when, and whether anything is missing. */
export function CaseCoverage({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const coverage = useCaseCoverage(caseId);
  if (coverage.isPending) return <Fetching what={t('fetching.coverage')} />;
  if (coverage.isError) return <Failure fault={coverage.error} act={() => void coverage.refetch()} />;
  const { comparedWith, asOf, holes } = coverage.data;
  return (
    <>
      <p>{t('coverage.case', { count: comparedWith, time: asOf ? format.time(asOf) : '–' })}</p>
      <p className={holes > 0 ? 'notice attention' : 'quiet'}>
        {holes > 0 ? t('coverage.holes', { count: holes }) : t('coverage.whole')}
      </p>
    </>
  );
}
