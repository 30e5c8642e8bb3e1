import { phones } from './phones';
import { phonesOf, tokenise } from './tokens';
import { readName } from './read-name';
import { scriptOf } from './script';

const words = (name: string) => tokenise(name).map((token) => token.text);
const sounds = (word: string) => phonesOf(word, scriptOf(word)).map((code) => phones[code]!.replace(/^[a-z]+-/, ''));

describe('the words of a name', () => {
  it.each([
    ['Abd el Rahman Hassan', ['AbdelRahman', 'Hassan']],
    ['عبد الله صالح', ['عبدالله', 'صالح']],
    ['Ahmed ibn Fadlan', ['Ahmed', 'Fadlan']],
    ['Mint Mohamed Aichetou', ['Mohamed', 'Aichetou']],
    ['Dr. Sivaji Yadav', ['Sivaji', 'Yadav']],
    ["N'Golo Kanté", ['NGolo', 'Kanté']],
    ['Müller-Lüdenscheidt', ['Müller', 'Lüdenscheidt']],
    ['Md Rafiq', ['mohammad', 'Rafiq']],
    ['Khalid Ash Shamsi', ['Khalid', 'Shamsi']],
    ['Nguyễn Thị An', ['Nguyễn', 'Thị', 'An']],
    ['Abd ar-Rahman', ['AbdarRahman']],
    ['Ben', ['Ben']],
    ['bin', ['bin']],
    ['  ', []],
  ])('%s', (name, expected) => expect(words(name)).toEqual(expected));

  it('know their article, apart and together', () => {
    expect(tokenise('Salim Al Harshani').map((token) => token.isArticled)).toEqual([false, true]);
    expect(tokenise('سالم الحرشاني').map((token) => token.isArticled)).toEqual([false, true]);
    expect(tokenise('الله')[0]!.isArticled).toBe(false);
  });
});

describe('a word is read', () => {
  it.each([
    ['ሙሐመድ', ['m', 'u', 'h', 'a', 'm', 'a', 'd']],
    ['ሀሐኀ', ['h', 'a', 'h', 'a', 'h', 'a']],
    ['सोमप्रकाश', ['s', 'o', 'm', 'a', 'p', 'r', 'a', 'k', 'a', 'sh']],
    ['चन्द्र', ['ch', 'a', 'n', 'd', 'r', 'a']],
    ['Schmidt', ['sh', 'm', 'i', 'd', 't']],
    ['Tchaikovsky', ['tch', 'ai', 'k', 'o', 'v', 's', 'k', 'y']],
    ['Юрий', ['y', 'u', 'r', 'i', 'short-i']],
    ['', []],
  ])('%s', (word, expected) => expect(sounds(word)).toEqual(expected));

  it('alike in composed and decomposed Bengali', () => {
    expect(sounds('বড়ুয়া'.normalize('NFC'))).toEqual(sounds('বড়ুয়া'.normalize('NFD')));
    expect(sounds('য়'.normalize('NFD'))).toEqual(['y']);
  });

  it('alike with and without harakat', () => {
    expect(sounds('مُحَمَّد')).toEqual(sounds('محمد'));
  });

  it('in Latin letters for the screen', () => {
    expect(readName('محمد ሙሐመድ Mohamed').map(({ text, script, reading }) => [text, script, reading])).toEqual([
      ['محمد', 'Arab', 'mhmd'],
      ['ሙሐመድ', 'Ethi', 'muhamed'],
      ['Mohamed', 'Latn', 'mohamed'],
    ]);
  });
});
