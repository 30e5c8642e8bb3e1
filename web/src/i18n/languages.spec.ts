import ar from './ar.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';
import { pseudo } from './pseudo';

const english: Record<string, string> = en;
const placeholders = (text: string): string[] => (text.match(/\{\{[^}]+\}\}/g) ?? []).sort();

/** A sentence with a number has a form for each way in which its language counts: `KEY_one`, `KEY_few`, ... */
const baseOf = (key: string): string => {
  const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return english[`${base}_other`] === undefined ? key : base;
};
const counted = [...new Set(Object.keys(english).map(baseOf))].filter((base) => english[base] === undefined);

describe.each<[string, string, Record<string, string>]>([
  ['English', 'en', english],
  ['French', 'fr', fr],
  ['Spanish', 'es', es],
  ['Arabic', 'ar', ar],
])('%s', (_, code, words) => {
  it('has the same keys as English', () =>
    expect([...new Set(Object.keys(words).map(baseOf))].sort()).toEqual(
      [...new Set(Object.keys(english).map(baseOf))].sort(),
    ));
  it('has the same placeholders in each sentence', () => {
    for (const key of Object.keys(english).filter((one) => baseOf(one) === one))
      expect([key, placeholders(words[key] ?? '')]).toEqual([key, placeholders(english[key] ?? '')]);
  });
  it('counts in all its forms', () => {
    expect(counted.length).toBeGreaterThan(2);
    const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    for (const base of counted) {
      const forms = Object.keys(words).filter((key) => baseOf(key) === base);
      expect(forms.sort()).toEqual(categories.map((category) => `${base}_${category}`).sort());
      const meant = placeholders(english[`${base}_other`] ?? '');
      for (const form of forms)
        // "One" and "two" may be words of their own; everything else that is said stays said.
        expect(placeholders(`${words[form]} {{count, number}}`)).toEqual(
          expect.arrayContaining(meant.filter((one) => one !== '{{count, number}}')),
        );
      expect([base, placeholders(words[`${base}_other`] ?? '')]).toEqual([base, meant]);
    }
  });
  it('leaves no sentence empty', () =>
    expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([]));
});

it('says no word that the house avoids, and never exclaims', () => {
  const avoided = /victim|body count|illegal|match found|\bhit\b|!/i;
  expect(Object.entries(english).filter(([, text]) => avoided.test(text))).toEqual([]);
});

it('Arabic is written in Arabic', () => {
  const latin = Object.entries(ar).filter(([, text]) => !/[\u0600-\u06ff]/.test(text.replace(/\{\{[^}]+\}\}/g, '')));
  expect(latin.filter(([, text]) => /[a-z]{4}/i.test(text.replace(/\{\{[^}]+\}\}|Cairn/g, '')))).toEqual([]);
});

describe('the pseudo-locale', () => {
  it('is longer, bracketed, and keeps placeholders', () => {
    const text = pseudo('Saved at {{time}}');
    expect(text).toMatch(/^\[.*\]$/);
    expect(text).toContain('{{time}}');
    expect(text.length).toBeGreaterThan('Saved at {{time}}'.length * 1.2);
  });
});
