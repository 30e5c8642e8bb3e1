import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFamilyReport } from '../api/families';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { RelativesRead } from '../families/RelativesRead';
import { Section } from '../shell/Page';

/** Who can say who somebody was, and what each answered about DNA. Opened on request, since the family's file is read for it. */
export function Relatives({ reportId }: { reportId: string }) {
  const { t } = useTranslation();
  const [isAsked, ask] = useState(false);
  const report = useFamilyReport(reportId, isAsked);
  return (
    <Section title={t('relatives.title')}>
      {!isAsked && (
        <Button variant="default" onClick={() => ask(true)}>
          {t('relatives.show')}
        </Button>
      )}
      {isAsked && report.isPending && <Fetching what={t('fetching.report')} />}
      <Failure fault={report.error} act={() => void report.refetch()} />
      {report.data?.status === 'withdrawn' && (
        <p>
          {report.data.withdrawalReason
            ? t('case.withdrawn-because', { reason: report.data.withdrawalReason })
            : t('case.withdrawn')}
        </p>
      )}
      {report.data && (
        <>
          <RelativesRead kin={report.data.relatives} />
          <p>
            <Link to="/family-reports/$id/relatives" params={{ id: reportId }}>
              {t('review.relatives')}
            </Link>
          </p>
        </>
      )}
    </Section>
  );
}
