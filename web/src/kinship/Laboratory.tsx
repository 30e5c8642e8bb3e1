import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDnaFamilies } from '../api/kinship';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { More } from '../shell/FilterBar';
import { Page } from '../shell/Page';
import { Code } from '../shell/Text';
import { Frequencies } from './Frequencies';

/** The families whose relatives are typed, what is computed of them, and the frequencies it is computed with. */
export function Laboratory() {
  const { t } = useTranslation();
  const format = useFormat();
  const families = useDnaFamilies();
  return (
    <Page title={t('room.laboratory')} windowTitle={t('room.laboratory')}>
      <p className="notice">{t('laboratory.words')}</p>
      <Failure fault={families.error} act={() => void families.refetch()} />
      {families.isPending && <Fetching what={t('fetching.list')} />}
      {families.isSuccess && families.items.length === 0 && <p className="empty">{t('laboratory.empty')}</p>}
      {families.items.length > 0 && (
        <div className="card table-box" tabIndex={0}>
          <table className="plain-table folds">
            <caption className="sr">{t('laboratory.families')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('family.reference')}</th>
                <th scope="col" className="number">
                  {t('laboratory.profiles')}
                </th>
                <th scope="col">{t('laboratory.state')}</th>
                <th scope="col" className="number">
                  {t('laboratory.results')}
                </th>
              </tr>
            </thead>
            <tbody>
              {families.items.map((item) => (
                <tr key={item.reportId}>
                  <th scope="row">
                    <Link className="row-link" to="/laboratory/families/$id" params={{ id: item.reportId }}>
                      <Code>{item.reference}</Code>
                    </Link>
                  </th>
                  <td className="number" data-label={t('laboratory.profiles')}>
                    {format.number(item.profiles)}
                  </td>
                  <td data-label={t('laboratory.state')}>
                    {item.progress === null
                      ? t([`laboratory.state.${item.state}`, 'word.other'])
                      : t('laboratory.running', { share: format.percent(item.progress) })}
                    {item.reason && <div className="small quiet">{t([`reason.${item.reason}`, 'word.other'])}</div>}
                  </td>
                  <td className="number" data-label={t('laboratory.results')}>
                    {format.number(item.results)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More pages={families} />
      <Frequencies />
    </Page>
  );
}
