import ar from './ar.json';
import en from './en.json';
import es from './es.json';
import fr from './fr.json';
import { pseudo } from './pseudo';

const english: Record<string, string> = en;
const placeholders = (text: string): string[] => (text.match(/\{\{[^}]+\}\}/g) ?? []).sort();

describe.each<[string, Record<string, string>]>([
  ['French', fr],
  ['Spanish', es],
  ['Arabic', ar],
])('%s', (_, words) => {
  it('has the same keys as English', () => expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort()));
  it('has the same placeholders in each sentence', () => {
    for (const key of Object.keys(english))
      expect([key, placeholders(words[key] ?? '')]).toEqual([key, placeholders(english[key] ?? '')]);
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
