import { useTranslation } from 'react-i18next';

/** Says what is being waited for. */
export function Fetching({ what }: { what?: string }) {
  const { t } = useTranslation();
  return (
    <p role="status" className="empty">
      {what ?? t('fetching.page')}
    </p>
  );
}
