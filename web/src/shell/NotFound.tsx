import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main className="sign">
      <h1>{t('not-found.title')}</h1>
      <p>{t('not-found.words')}</p>
      <Link to="/">{t('room.home')}</Link>
    </main>
  );
}
