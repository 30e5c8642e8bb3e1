import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deskKinds, useContactPoints } from '../api/places';
import { oneOf } from '../api/request';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { FilterBar, More, Select } from '../shell/FilterBar';
import { Facts, Page } from '../shell/Page';
import { Code, Name } from '../shell/Text';
import { useCountryOptions, useLanguageOptions } from '../words/options';

const route = getRouteApi('/desk/directory');

/** Whom to call: desks by country, kind and language. */
export function Directory() {
  const { t } = useTranslation();
  const format = useFormat();
  const search = route.useSearch();
  const go = route.useNavigate();
  const countries = useCountryOptions();
  const tongues = useLanguageOptions();
  const set = (next: Partial<typeof search>) => void go({ search: (before) => ({ ...before, ...next }) });
  const desks = useContactPoints({ ...search, kind: oneOf(deskKinds, search.kind) });
  const pairs = (options: { value: string; label: string }[]) =>
    options.map(({ value, label }) => [value, label] as const);
  return (
    <Page title={t('directory.title')} windowTitle={t('room.directory')}>
      <FilterBar label={t('directory.search')} q={search.q} onSearch={(q) => set({ q })}>
        <Select
          label={t('desk.kind')}
          value={search.kind}
          options={(['family', 'forensic', 'consulate'] as const).map((kind) => [kind, t(`desk-kind.${kind}`)])}
          onChange={(kind) => set({ kind })}
        />
        <Select
          label={t('place.country')}
          value={search.country}
          options={pairs(countries)}
          onChange={(country) => set({ country })}
        />
        <Select
          label={t('shell.language')}
          value={search.language}
          options={pairs(tongues)}
          onChange={(language) => set({ language })}
        />
      </FilterBar>
      <Failure fault={desks.error} act={() => void desks.refetch()} />
      {desks.isPending && <Fetching what={t('fetching.list')} />}
      {desks.isSuccess && desks.items.length === 0 && <p className="empty">{t('directory.empty')}</p>}
      <div className="columns">
        {desks.items.map((desk) => (
          <section key={desk.id} className="card">
            <h2>
              <Name>{desk.name}</Name>
            </h2>
            <p className="facts">
              <span>{t([`desk-kind.${desk.kind}`, 'word.other'])}</span>
              <span>{format.country(desk.country)}</span>
              <Code>{desk.code}</Code>
            </p>
            <Facts
              of={[
                [
                  t('desk.reached'),
                  desk.reachedBy ? <bdi style={{ whiteSpace: 'pre-line' }}>{desk.reachedBy}</bdi> : null,
                ],
                [t('field.languages'), format.list(desk.languages.map(format.tongue))],
                [t('desk.countries'), format.list(desk.countries.map(format.country))],
                [t('desk.routes'), desk.routes.length > 0 ? <bdi>{format.list(desk.routes)}</bdi> : null],
                [t('desk.places'), desk.places ? <bdi>{desk.places}</bdi> : null],
              ]}
            />
          </section>
        ))}
      </div>
      <More pages={desks} />
    </Page>
  );
}
