import { useTranslation } from 'react-i18next';
import { useConsulateCases } from '../api/cases';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { More } from '../shell/FilterBar';
import { Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';

/** The status of nationals' cases where the family consents to this state seeing it, and nothing more. */
export function Consulate() {
  const { t } = useTranslation();
  const format = useFormat();
  const cases = useConsulateCases();
  return (
    <Page title={t('room.consulate')} windowTitle={t('room.consulate')}>
      <p className="notice">{t('consulate.words')}</p>
      <Failure fault={cases.error} act={() => void cases.refetch()} />
      {cases.isPending && <Fetching what={t('fetching.cases')} />}
      {cases.isSuccess && cases.items.length === 0 && <p className="empty">{t('consulate.empty')}</p>}
      {cases.items.length > 0 && (
        <div className="card table-box" tabIndex={0}>
          <table className="plain-table folds">
            <caption className="sr">{t('room.consulate')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('family.reference')}</th>
                <th scope="col">{t('cases.status')}</th>
                <th scope="col">{t('consulate.desk')}</th>
                <th scope="col">{t('consulate.since')}</th>
              </tr>
            </thead>
            <tbody>
              {cases.items.map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    <Code>{item.reference}</Code>
                  </th>
                  <td data-label={t('cases.status')}>{t([`public-status.${item.status}`, 'word.other'])}</td>
                  <td data-label={t('consulate.desk')}>
                    <Name>{item.contactPoint.name}</Name>, {format.country(item.contactPoint.country)}
                    {item.contactPoint.reachedBy && (
                      <div className="quiet small">
                        <bdi>{item.contactPoint.reachedBy}</bdi>
                      </div>
                    )}
                  </td>
                  <td data-label={t('consulate.since')}>{format.day(item.since)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More pages={cases} />
    </Page>
  );
}
