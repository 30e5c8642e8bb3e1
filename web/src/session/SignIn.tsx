import { Button, PasswordInput, TextInput } from '@mantine/core';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSession, useSetUpNeeded, useSignIn } from '../api/session';
import { Brand } from '../shell/Brand';
import { Failure } from '../shell/Failure';
import { LanguageSwitch } from '../shell/LanguageSwitch';

export function SignIn() {
  const { t } = useTranslation();
  const go = useNavigate();
  const session = useSession();
  const setUp = useSetUpNeeded();
  const signIn = useSignIn();
  const form = useForm({ defaultValues: { email: '', password: '' } });
  const { errors } = form.formState;
  useEffect(() => {
    document.title = 'Cairn';
  }, []);
  if (session.data) return <Navigate to="/" />;
  if (setUp.data?.needed) return <Navigate to="/set-up" />;
  return (
    <main className="sign">
      <div className="row">
        <Brand />
        <span className="push">
          <LanguageSwitch />
        </span>
      </div>
      <section className="card">
        <h1>{t('sign-in.title')}</h1>
        <form
          noValidate
          className="stack"
          onSubmit={form.handleSubmit((given) => signIn.mutate(given, { onSuccess: () => void go({ to: '/' }) }))}
        >
          <Failure fault={signIn.error} />
          <TextInput
            label={t('sign-in.email')}
            type="email"
            autoComplete="username"
            dir="ltr"
            error={errors.email && t('sign-in.email-fault')}
            {...form.register('email', { required: true, pattern: /.@./ })}
          />
          <PasswordInput
            label={t('sign-in.password')}
            autoComplete="current-password"
            error={errors.password && t('sign-in.password-fault')}
            visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-password') }}
            {...form.register('password', { required: true })}
          />
          <Button type="submit" loading={signIn.isPending}>
            {t('sign-in.act')}
          </Button>
        </form>
      </section>
      <p className="quiet small">{t('sign-in.about')}</p>
    </main>
  );
}
