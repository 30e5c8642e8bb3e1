import fc from 'fast-check';
import { compileName, defaultModel, TokenDictionary, tokenSimilarity } from '.';

const listed = `Mohamed Muhammad Ahmed Tesfalem Gebremedhin Haile Hailu Samir Samira Alsheraiqi El-Omair Abderrahmane Iñaki Ж
  محمد أحمد الشريقي عبدالرحمن چنگیز ሙሐመድ ተስፋለም ገብረመድህን Александр Саша রহিম উদ্দিন सोमप्रकाश Γιώργος 李明 x`;
const words = compileNames(listed);

function compileNames(text: string) {
  return text.split(/\s+/).flatMap((word) => compileName(word));
}

describe('a dictionary of words', () => {
  it('gives every similarity that the plain function gives', () => {
    const dictionary = new TokenDictionary(words, defaultModel.costs);
    for (const query of words) {
      const all = dictionary.similarities(query);
      words.forEach((word, at) => expect(all[at]).toBeCloseTo(tokenSimilarity(query, word, defaultModel.costs), 6));
    }
  });

  it('does so for any word that is added later', () => {
    const dictionary = new TokenDictionary([], defaultModel.costs);
    const letter = fc.constantFrom(...'abdeghiklmnorstuyzمحدعليسنةወምድሙлкрво');
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 12 }), (text) => {
        for (const form of compileName(text)) {
          const at = dictionary.add(form);
          for (const query of words.slice(0, 12))
            expect(dictionary.similarities(query)[at]).toBeCloseTo(tokenSimilarity(query, form, defaultModel.costs), 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out what is not above the asked for, and nothing else', () => {
    const dictionary = new TokenDictionary(words, defaultModel.costs);
    for (const query of words) {
      const some = dictionary.similarities(query, 0.5);
      dictionary
        .similarities(query)
        .forEach((similarity, at) => expect(some[at]).toBe(similarity > 0.5 ? similarity : 0));
    }
  });
});

describe('the similarity of words', () => {
  it('is 1 for a word and itself, symmetric, and within 0 and 1', () => {
    for (const a of words) {
      expect(tokenSimilarity(a, a, defaultModel.costs)).toBe(1);
      for (const b of words) {
        const similarity = tokenSimilarity(a, b, defaultModel.costs);
        expect(similarity).toBe(tokenSimilarity(b, a, defaultModel.costs));
        expect(similarity >= 0 && similarity <= 1).toBe(true);
      }
    }
  });
});
