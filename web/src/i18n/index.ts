import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { pseudo } from './pseudo';

export const languages = ['en', 'fr', 'es', 'ar'] as const;
export type Language = (typeof languages)[number];
/** Each in its own words, so that it is found by who needs it. */
export const ownNames: Record<Language, string> = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' };
/** The pseudo-locale of the tests: longer, accented, bracketed English. */
export const PSEUDO = 'xx';

type Words = Record<string, string>;
const load: Record<Language, () => Promise<{ default: Words }>> = {
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
  es: () => import('./es.json'),
  ar: () => import('./ar.json'),
};
const KEPT = 'cairn.language';

export const isLanguage = (code: string | null | undefined): code is Language =>
  (languages as readonly string[]).includes(code ?? '');

export const directionOf = (code: string): 'rtl' | 'ltr' => (code === 'ar' ? 'rtl' : 'ltr');

/** The address asks first (`?lang=`), then what was chosen on this device, then the browser. */
export function languageToStart(): string {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (asked === PSEUDO || isLanguage(asked)) return asked;
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'en';
}

export const wasChosen = (): boolean => isLanguage(localStorage.getItem(KEPT));

async function wordsOf(code: string): Promise<Words> {
  if (code === PSEUDO) {
    const { default: english } = await load.en();
    return Object.fromEntries(Object.entries(english).map(([key, text]) => [key, pseudo(text)]));
  }
  return (await load[isLanguage(code) ? code : 'en']()).default;
}

export async function startLanguage(code: string): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: code,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { [code]: { translation: await wordsOf(code) } },
    // React escapes; the value of a placeholder is text, never markup.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}

export async function changeLanguage(code: string, keep = true): Promise<void> {
  if (!i18next.hasResourceBundle(code, 'translation'))
    i18next.addResourceBundle(code, 'translation', await wordsOf(code));
  if (keep && isLanguage(code)) localStorage.setItem(KEPT, code);
  await i18next.changeLanguage(code);
}
