import { reasonLanguages, reasons, reasonText, rejectCodes } from '.';

describe('reasons', () => {
  it.each(rejectCodes)('%s has a text of its own in each language, with the same parameters', (code) => {
    const texts = reasons[code];
    expect(Object.keys(texts).sort()).toEqual([...reasonLanguages].sort());
    expect(new Set(Object.values(texts)).size).toBe(reasonLanguages.length);
    const parameters = Object.values(texts).map((text) => (text.match(/\{\w+\}/g) ?? []).sort().join());
    expect(new Set(parameters).size).toBe(1);
    expect(texts.ar).toMatch(/[\u0600-\u06ff]/);
    expect(code).toMatch(/^exchange\.[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('puts parameters in, takes the primary language, and falls back to English', () => {
    expect(reasonText('exchange.text-too-long', { maximum: 500 }, 'fr-CA')).toBe('Le texte dépasse 500 caractères.');
    expect(reasonText('exchange.text-too-long', { maximum: 500 }, 'ti')).toBe(
      'The text is longer than 500 characters.',
    );
    expect(reasonText('exchange.text-too-long', {}, 'constructor')).toMatch(/…/);
  });
});
