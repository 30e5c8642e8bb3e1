import { useMantineColorScheme } from '@mantine/core';
import { Link, Navigate, Outlet } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInbox } from '../api/inbox';
import { useSession, useSignOut } from '../api/session';
import { changeLanguage, isLanguage, wasChosen } from '../i18n';
import { Brand } from './Brand';
import { setFieldMode, useFieldMode } from './field-mode';
import { Failure } from './Failure';
import { Fetching } from './Fetching';
import { LanguageSwitch } from './LanguageSwitch';
import { roomsFor, visitorOf } from './rooms';
import { Name } from './Text';
import { usePrintedWhole } from './usePrintedWhole';

/** Header, navigation and the room that was entered; nobody gets past it without a session. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const [isMenuOpen, setMenuOpen] = useState(false);
  usePrintedWhole();
  const spoken = session.data?.user.language;
  useEffect(() => {
    const asked = new URLSearchParams(window.location.search).has('lang');
    if (isLanguage(spoken) && !wasChosen() && !asked) void changeLanguage(spoken, false);
  }, [spoken]);

  if (session.isPending) return <Fetching />;
  if (session.isError)
    return (
      <main className="sign">
        <Failure fault={session.error} act={() => void session.refetch()} />
      </main>
    );
  if (session.data === null) return <Navigate to="/sign-in" />;

  const { user, organisation, contactPoint } = session.data;
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="header">
        <Brand />
        <span className="organisation">
          <Name>{contactPoint?.name ?? organisation.name}</Name>
        </span>
        <div className="header-tools">
          <LanguageSwitch />
          <span className="on-desk row">
            <FieldSwitch />
            <ColourSwitch />
          </span>
          <SignOut name={user.name} />
          <button
            type="button"
            className="plain menu-button"
            aria-expanded={isMenuOpen}
            aria-controls="navigation"
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            {t('shell.menu')}
          </button>
        </div>
      </header>
      <div className="frame">
        <Navigation isOpen={isMenuOpen} onEnter={() => setMenuOpen(false)} />
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<Fetching />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </>
  );
}

function Navigation({ isOpen, onEnter }: { isOpen: boolean; onEnter: () => void }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const inbox = useInbox();
  const unread = inbox.items.filter((line) => line.readAt === null).length;
  return (
    <nav id="navigation" className="navigation" aria-label={t('shell.navigation')} hidden={!isOpen}>
      <ul>
        {(session ? roomsFor(visitorOf(session)) : []).map((room) => (
          <li key={room.to}>
            <Link
              to={room.to}
              className="plain"
              activeOptions={{ exact: room.to === '/', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
              onClick={onEnter}
            >
              {t(room.key)}
              {room.to === '/inbox' && unread > 0 && (
                <span className="count">{t('shell.unread', { count: unread })}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <div className="on-phone row">
        <FieldSwitch />
        <ColourSwitch />
      </div>
    </nav>
  );
}

function ColourSwitch() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <select
      className="language"
      aria-label={t('shell.colours')}
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as 'auto' | 'light' | 'dark')}
    >
      {(['auto', 'light', 'dark'] as const).map((scheme) => (
        <option key={scheme} value={scheme}>
          {t(`shell.colours.${scheme}`)}
        </option>
      ))}
    </select>
  );
}

/** High contrast and large targets, kept on this device. */
function FieldSwitch() {
  const { t } = useTranslation();
  const isOn = useFieldMode();
  return (
    <button type="button" className="plain" aria-pressed={isOn} onClick={() => setFieldMode(!isOn)}>
      {t('shell.field-mode')}
    </button>
  );
}

function SignOut({ name }: { name: string }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return (
    <button type="button" className="plain" title={name} onClick={() => signOut.mutate()}>
      {t('shell.sign-out')}
    </button>
  );
}
