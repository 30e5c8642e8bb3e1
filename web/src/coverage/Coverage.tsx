import { useTranslation } from 'react-i18next';
import { useCoverage } from '../api/proposals';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Card, Facts, Page } from '../shell/Page';
import { Code } from '../shell/Text';

/** The proof that every allowed pair was compared, as the ledger states it; holes are listed by their pair. */
export function Coverage() {
  const { t } = useTranslation();
  const format = useFormat();
  const coverage = useCoverage();
  const it = coverage.data;
  return (
    <Page title={t('coverage.title')} windowTitle={t('room.coverage')}>
      <p>{t('coverage.words')}</p>
      <Failure fault={coverage.error} act={() => void coverage.refetch()} />
      {coverage.isPending && <Fetching what={t('fetching.coverage')} />}
      {it && (
        <>
          <p className={it.holes > 0 ? 'notice attention' : 'notice'}>
            {it.holes > 0 ? t('coverage.holes', { count: it.holes }) : t('coverage.all-whole')}
          </p>
          <Card>
            <Facts
              of={[
                [t('coverage.as-of'), format.time(it.asOf)],
                [t('coverage.reports'), format.number(it.reports)],
                [t('coverage.remains'), format.number(it.remains)],
                [t('coverage.pairs'), format.number(it.pairs)],
                ...Object.entries(it.ineligible).map(
                  ([why, count]) => [t([`coverage.not.${why}`, 'coverage.not.other']), format.number(count)] as const,
                ),
              ]}
            />
          </Card>
          {it.listed.length > 0 && (
            <Card title={t('coverage.listed')}>
              <ul className="rows">
                {it.listed.map(({ reportId, remainsId }) => (
                  <li key={`${reportId} ${remainsId}`}>
                    <span>
                      <Code>{reportId}</Code> · <Code>{remainsId}</Code>
                    </span>
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {it.runsInDoubt.length > 0 && (
            <Card title={t('coverage.in-doubt')}>
              <ul>
                {it.runsInDoubt.map((run) => (
                  <li key={run}>
                    <Code>{run}</Code>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </>
      )}
    </Page>
  );
}
