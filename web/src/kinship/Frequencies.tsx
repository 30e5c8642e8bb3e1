import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { setFrequencyUse, uploadFrequencies, useFrequencies } from '../api/kinship';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { Fetching } from '../shell/Fetching';
import { Section } from '../shell/Page';
import { Adding } from '../shell/QuickForm';
import { Code } from '../shell/Text';

/** Allele frequency databases: where each is from, how many persons it rests on, and whether it is computed with. */
export function Frequencies() {
  const { t } = useTranslation();
  const format = useFormat();
  const queries = useQueryClient();
  const frequencies = useFrequencies();
  const reload = () => queries.invalidateQueries({ queryKey: ['/kinship/frequencies'] });
  return (
    <Section title={t('frequencies.title')}>
      <p>{t('frequencies.words')}</p>
      <Failure fault={frequencies.error} act={() => void frequencies.refetch()} />
      {frequencies.isPending && <Fetching what={t('fetching.list')} />}
      <ul className="rows">
        {frequencies.data?.items.map((one) => (
          <li key={one.checksum}>
            <div>
              <strong>
                <bdi>{one.name}</bdi> · <bdi>{one.population}</bdi>
              </strong>
              <div className="small">
                {t('frequencies.size', {
                  persons: format.number(one.persons),
                  markers: format.number(one.markers.length),
                })}
                {' · '}
                {one.isInUse ? t('frequencies.in-use') : t('frequencies.aside')}
              </div>
              <div className="small quiet">
                <bdi>{one.source}</bdi> · <bdi>{one.licence}</bdi> · <Code>{one.checksum.slice(0, 12)}</Code>
              </div>
            </div>
            <Adding
              label={one.isInUse ? t('frequencies.put-aside') : t('frequencies.take')}
              act={one.isInUse ? t('frequencies.put-aside') : t('frequencies.take')}
              entries={[{ name: 'reason', label: t('frequencies.reason'), needed: true }]}
              onSend={async ({ reason = '' }) => {
                await setFrequencyUse(one.checksum, one.version, { isInUse: !one.isInUse, reason });
                await reload();
              }}
            />
          </li>
        ))}
      </ul>
      <p className="small quiet">{t('frequencies.unseen')}</p>
      <Adding
        label={t('frequencies.upload')}
        act={t('frequencies.upload')}
        entries={[
          { name: 'name', label: t('frequencies.name'), needed: true },
          { name: 'population', label: t('frequencies.population'), needed: true },
          { name: 'source', label: t('frequencies.source'), needed: true },
          { name: 'licence', label: t('frequencies.licence'), needed: true },
          { name: 'persons', label: t('frequencies.persons'), as: 'code', needed: true },
          { name: 'csv', label: t('frequencies.csv'), hint: t('frequencies.csv-hint'), as: 'words', needed: true },
        ]}
        onSend={async ({ name = '', population = '', source = '', licence = '', persons = '', csv = '' }) => {
          await uploadFrequencies({ name, population, source, licence, persons: Number(persons) || 0, csv });
          await reload();
        }}
      />
    </Section>
  );
}
