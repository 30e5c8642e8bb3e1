import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSetUp, useSetUpNeeded } from '../api/session';
import { Brand } from '../shell/Brand';
import { Failure } from '../shell/Failure';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { useCountryOptions } from '../words/options';

/** The first visit: whoever holds the code that the console printed becomes the first administrator. */
export function SetUp() {
  const { t } = useTranslation();
  const go = useNavigate();
  const needed = useSetUpNeeded();
  const setUp = useSetUp();
  const countries = useCountryOptions();
  const form = useForm({
    defaultValues: { code: '', name: '', email: '', password: '', organisation: { name: '', country: '' } },
  });
  const { errors } = form.formState;
  if (needed.data && !needed.data.needed) return <Navigate to="/sign-in" />;
  const asked = (is: unknown) => (is ? t('form.asked') : undefined);
  return (
    <main className="sign">
      <div className="row">
        <Brand />
        <span className="push">
          <LanguageSwitch />
        </span>
      </div>
      <section className="card">
        <h1>{t('set-up.title')}</h1>
        <p>{t('set-up.words')}</p>
        <form
          noValidate
          className="stack"
          onSubmit={form.handleSubmit((given) => setUp.mutate(given, { onSuccess: () => void go({ to: '/' }) }))}
        >
          <Failure fault={setUp.error} />
          <TextInput
            label={t('set-up.code')}
            dir="ltr"
            autoComplete="one-time-code"
            error={asked(errors.code)}
            {...form.register('code', { required: true })}
          />
          <TextInput
            label={t('set-up.name')}
            autoComplete="name"
            error={asked(errors.name)}
            {...form.register('name', { required: true })}
          />
          <TextInput
            label={t('sign-in.email')}
            type="email"
            dir="ltr"
            autoComplete="username"
            error={errors.email && t('sign-in.email-fault')}
            {...form.register('email', { required: true, pattern: /.@./ })}
          />
          <PasswordInput
            label={t('sign-in.password')}
            description={t('set-up.password-rule')}
            autoComplete="new-password"
            error={errors.password && t('set-up.password-rule')}
            visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
            {...form.register('password', { required: true, minLength: 15 })}
          />
          <TextInput
            label={t('set-up.organisation')}
            autoComplete="organization"
            error={asked(errors.organisation?.name)}
            {...form.register('organisation.name', { required: true })}
          />
          <NativeSelect
            label={t('set-up.country')}
            data={[{ value: '', label: '' }, ...countries]}
            error={asked(errors.organisation?.country)}
            {...form.register('organisation.country', { required: true })}
          />
          <Button type="submit" loading={setUp.isPending}>
            {t('set-up.act')}
          </Button>
        </form>
      </section>
    </main>
  );
}
