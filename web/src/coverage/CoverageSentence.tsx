import { useTranslation } from 'react-i18next';
import type { Candidates } from '../api/proposals';
import { useFormat } from '../i18n/format';

/** With how many remains a case was compared, in one sentence, and what that says nothing about. */
export function CoverageSentence({ of: { comparedWith, asOf, holes } }: { of: Candidates['coverage'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (asOf === null) return <p>{t('coverage.case-not-yet')}</p>;
  return (
    <>
      <p>{t('coverage.case', { count: comparedWith, day: format.day(asOf) })}</p>
      {holes > 0 && <p className="notice attention">{t('coverage.holes', { count: holes })}</p>}
    </>
  );
}
