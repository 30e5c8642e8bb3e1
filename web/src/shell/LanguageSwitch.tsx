import { useTranslation } from 'react-i18next';
import { changeLanguage, languages, ownNames, PSEUDO } from '../i18n';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <select
      className="language"
      aria-label={t('shell.language')}
      value={i18n.language}
      onChange={(event) => void changeLanguage(event.currentTarget.value)}
    >
      {languages.map((code) => (
        <option key={code} value={code} lang={code}>
          {ownNames[code]}
        </option>
      ))}
      {i18n.language === PSEUDO && <option value={PSEUDO}>[xx]</option>}
    </select>
  );
}
