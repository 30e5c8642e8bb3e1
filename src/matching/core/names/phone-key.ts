import { isVowel, phones, skeletonClass } from './phones';

/** Letters that show a phone where its own name is not what a reader expects. */
const shown: Record<string, string> = {
  'ar-alef': 'a',
  'ar-madda': 'a',
  'ar-hamza': '’',
  'ar-teh-marbuta': 'a',
  'ar-hh': 'h',
  'ar-ss': 's',
  'ar-dd': 'd',
  'ar-tt': 't',
  'ar-zz': 'z',
  'ar-ain': '‘',
  'ar-maqsura': 'a',
  'ar-xsh': 'sh',
  'cyr-shch': 'shch',
  'cyr-hard': 'a',
  'cyr-ye': 'e',
  'cyr-short-i': 'y',
  'ethi-a': 'e',
  'ethi-e': 'i',
  article: 'al',
  ce: 'c',
  ge: 'g',
  tch: 'ch',
  ae: 'e',
  oe: 'o',
  ue: 'u',
  eu: 'eu',
  schwa: 'e',
};
const letters = phones.map((phone) => shown[phone] ?? phone.replace(/^(?:cyr|beng|deva|ethi|ar)-/, ''));

/** The word as its phones are read, in Latin letters: what a screen shows beside a script the reader does not know. */
export function reading(codes: Iterable<number>): string {
  let text = '';
  for (const code of codes) text += letters[code] ?? '';
  return text;
}

/** Letters that dictionaries of names do not tell apart: c, k and q; v and w; y and i; the spellings of ou. */
const plain: Record<string, string> = {
  c: 'k',
  q: 'k',
  ou: 'u',
  w: 'v',
  y: 'i',
  ai: 'ei',
  kh: 'h',
  x: 'ks',
  ch: 'ch',
  ph: 'f',
  th: 't',
  ny: 'n',
  ts: 'ts',
  zh: 'j',
  dj: 'j',
  z: 's',
  '’': '',
  '‘': '',
};

/** Key under which a word is looked up in a table of names, equal for one name typed in Latin, Cyrillic or Ethiopic letters. */
export function phoneKey(codes: Iterable<number>): string {
  let key = '';
  for (const code of codes) key += plain[letters[code]!] ?? letters[code]!;
  return key.replace(/(.)\1+/g, '$1');
}

/** Classes of the consonants alone; undefined where fewer than two would be left to tell names apart. */
export function looseKey(codes: Iterable<number>): string | undefined {
  let key = '';
  let isFirst = true;
  for (const code of codes) {
    const consonant = skeletonClass[code]!;
    if (consonant > 0) key += LETTERS[consonant];
    else if (isFirst && (isVowel[code] || letters[code] === '‘' || letters[code] === 'a')) key += 'a';
    isFirst = false;
  }
  const squeezed = key.replace(/(.)\1+/g, '$1');
  return squeezed.replace('a', '').length >= 2 ? squeezed : undefined;
}
const LETTERS = '-bftsxjkgmnlr';
