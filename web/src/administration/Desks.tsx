import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { deskKinds, saveContactPoint, useContactPoints, useOrganisations, type ContactPoint } from '../api/places';
import { newId, oneOf } from '../api/request';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { More } from '../shell/FilterBar';
import { Adding, type Entry } from '../shell/QuickForm';
import { Code, Name } from '../shell/Text';
import { useCountryOptions } from '../words/options';
import { listOf } from './lists-of';

export function Desks() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const countries = useCountryOptions();
  const desks = useContactPoints();
  const organisations = useOrganisations();
  const entries = (of?: ContactPoint): Entry[] => [
    { name: 'code', label: t('desk.code'), hint: t('desk.code-hint'), as: 'code', needed: true, start: of?.code },
    { name: 'name', label: t('desk.name'), needed: true, start: of?.name },
    {
      name: 'organisationId',
      label: t('set-up.organisation'),
      as: 'select',
      needed: true,
      options: organisations.items.map((one) => ({ value: one.id, label: one.name })),
      start: of?.organisationId,
    },
    { name: 'country', label: t('place.country'), as: 'select', needed: true, options: countries, start: of?.country },
    {
      name: 'kind',
      label: t('desk.kind'),
      as: 'select',
      needed: true,
      options: (['family', 'forensic', 'consulate'] as const).map((value) => ({
        value,
        label: t(`desk-kind.${value}`),
      })),
      start: of?.kind,
    },
    {
      name: 'languages',
      label: t('field.languages'),
      hint: t('desk.languages-hint'),
      as: 'code',
      start: of?.languages.join(', '),
    },
    {
      name: 'countries',
      label: t('desk.countries'),
      hint: t('desk.countries-hint'),
      as: 'code',
      start: of?.countries.join(', '),
    },
    { name: 'routes', label: t('desk.routes'), hint: t('desk.routes-hint'), as: 'words', start: of?.routes.join('\n') },
    { name: 'places', label: t('desk.places'), as: 'words', start: of?.places },
    {
      name: 'reachedBy',
      label: t('desk.reached'),
      hint: t('desk.reached-hint'),
      as: 'words',
      start: of?.reachedBy,
    },
  ];
  const save = async (id: string, values: Record<string, string>, version?: number) => {
    const { languages, countries: served, routes } = values;
    await saveContactPoint(
      id,
      {
        organisationId: values.organisationId ?? '',
        code: values.code ?? '',
        name: values.name ?? '',
        country: values.country ?? '',
        kind: oneOf(deskKinds, values.kind) ?? 'family',
        places: values.places ?? '',
        reachedBy: values.reachedBy ?? '',
        languages: listOf(languages),
        countries: listOf(served).map((code) => code.toUpperCase()),
        routes: listOf(routes, /\r?\n/),
      },
      version,
    );
    await queries.invalidateQueries({ queryKey: ['/contact-points'] });
  };
  return (
    <>
      <Failure fault={desks.error} act={() => void desks.refetch()} />
      <ul className="rows">
        {desks.items.map((desk) => (
          <li key={desk.id}>
            <div>
              <div className="what">
                <Name>{desk.name}</Name> <Code>{desk.code}</Code>
              </div>
              <div className="facts">
                <span>{t([`desk-kind.${desk.kind}`, 'word.other'])}</span>
                <span>{format.country(desk.country)}</span>
              </div>
            </div>
            <Adding
              label={t('act.edit')}
              act={t('act.save')}
              entries={entries(desk)}
              onSend={(values) => save(desk.id, values, desk.version)}
            />
          </li>
        ))}
      </ul>
      <More pages={desks} />
      <Adding
        label={t('desk.add')}
        act={t('act.save')}
        entries={entries()}
        onSend={(values) => save(newId(), values)}
      />
    </>
  );
}
