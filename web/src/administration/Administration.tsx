import { useTranslation } from 'react-i18next';
import { Page, Section } from '../shell/Page';
import { Desks } from './Desks';
import { Organisations } from './Organisations';
import { Users } from './Users';

export function Administration() {
  const { t } = useTranslation();
  return (
    <Page title={t('room.administration')} windowTitle={t('room.administration')}>
      <Section title={t('administration.users')} open>
        <Users />
      </Section>
      <Section title={t('administration.desks')}>
        <Desks />
      </Section>
      <Section title={t('administration.organisations')}>
        <Organisations />
      </Section>
    </Page>
  );
}
