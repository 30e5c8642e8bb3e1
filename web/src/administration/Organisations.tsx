import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { saveOrganisation, useOrganisations, type Organisation } from '../api/places';
import { newId, oneOf } from '../api/request';
import { agencies } from '../api/session';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { More } from '../shell/FilterBar';
import { Adding } from '../shell/QuickForm';
import { Name } from '../shell/Text';
import { useCountryOptions } from '../words/options';

export function Organisations() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const countries = useCountryOptions();
  const organisations = useOrganisations();
  const entries = (of?: Organisation) => [
    { name: 'name', label: t('set-up.organisation-name'), needed: true, start: of?.name },
    {
      name: 'country',
      label: t('place.country'),
      as: 'select' as const,
      needed: true,
      options: countries,
      start: of?.country,
    },
    {
      name: 'agency',
      label: t('organisation.agency'),
      as: 'select' as const,
      needed: true,
      options: agencies.map((value) => ({ value, label: t(`agency.${value}`) })),
      start: of?.agency,
    },
  ];
  const save = async (id: string, values: Record<string, string>, version?: number) => {
    const { name = '', country = '', agency } = values;
    await saveOrganisation(id, { name, country, agency: oneOf(agencies, agency) ?? 'family' }, version);
    await queries.invalidateQueries({ queryKey: ['/organisations'] });
  };
  return (
    <>
      <Failure fault={organisations.error} act={() => void organisations.refetch()} />
      <ul className="rows">
        {organisations.items.map((one) => (
          <li key={one.id}>
            <div>
              <div className="what">
                <Name>{one.name}</Name>
              </div>
              <div className="facts">
                <span>{format.country(one.country)}</span>
                <span>{t([`agency.${one.agency}`, 'word.other'])}</span>
              </div>
            </div>
            <Adding
              label={t('act.edit')}
              act={t('act.save')}
              entries={entries(one)}
              onSend={(values) => save(one.id, values, one.version)}
            />
          </li>
        ))}
      </ul>
      <More pages={organisations} />
      <Adding
        label={t('organisation.add')}
        act={t('act.save')}
        entries={entries()}
        onSend={(values) => save(newId(), values)}
      />
    </>
  );
}
