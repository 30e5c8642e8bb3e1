import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { Failure } from '../shell/Failure';
import { isUnsaved, type Saving } from './autosave';

/** Where the entries stand, in one quiet sentence with its time. */
export function SavingLine({ saving }: { saving: Saving }) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const sentence = () => {
    if (saving.phase === 'line-down') return t('saving.line-down');
    if (saving.phase === 'saving') return t('saving.saving');
    if (isUnsaved(saving) && saving.phase === 'still') return t('saving.typed');
    return saving.savedAt ? t('saving.saved', { time: clock(new Date(saving.savedAt)) }) : t('saving.nothing');
  };
  return (
    <>
      <p className={saving.phase === 'line-down' ? 'notice attention' : 'saved'} role="status">
        {sentence()}
      </p>
      {saving.phase === 'refused' && <Failure fault={saving.fault} />}
    </>
  );
}
