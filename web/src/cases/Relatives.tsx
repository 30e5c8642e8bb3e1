import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFamilyReport } from '../api/families';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Section } from '../shell/Page';
import { Code, Name } from '../shell/Text';

/** Who can say who somebody was, and what each answered about DNA. Opened on request, since the family's file is read for it. */
export function Relatives({ reportId }: { reportId: string }) {
  const { t } = useTranslation();
  const [isAsked, ask] = useState(false);
  const report = useFamilyReport(reportId, isAsked);
  const persons = report.data?.relatives ?? [];
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
      {report.data && persons.length === 0 && <p className="empty">{t('relatives.empty')}</p>}
      <ul className="rows">
        {persons.map((one) => (
          <li key={one.person}>
            <div>
              <div className="what">
                <Name>{one.name ?? one.person}</Name>
              </div>
              <div className="facts">
                {one.isMissingPerson && <span>{t('relatives.missing')}</span>}
                {one.relationship && <bdi>{one.relationship}</bdi>}
                {one.sampleLabel && <Code>{t('relatives.sample', { label: one.sampleLabel })}</Code>}
                {!one.isMissingPerson && <span className="badge">{t(`dna-consent.${one.consentDna}`)}</span>}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
