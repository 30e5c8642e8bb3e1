import { phoneCode } from './phones';

/** Letters whose mark changes the sound; every other mark is dropped after decomposition. */
const marked: Record<string, string> = {
  š: 'S',
  ş: 'S',
  ș: 'S',
  ś: 'S',
  ŝ: 'S',
  č: 'C',
  ć: 'C',
  ĉ: 'C',
  ċ: 'C',
  ž: 'Z',
  ż: 'Z',
  ź: 'Z',
  ĵ: 'Z',
  ğ: 'G',
  ġ: 'G',
  ǧ: 'J',
  ḡ: 'G',
  ģ: 'g',
  ç: 'Ç',
  ñ: 'N',
  ń: 'N',
  ň: 'N',
  ņ: 'N',
  ł: 'l',
  đ: 'd',
  ð: 'D',
  ḏ: 'D',
  þ: 'T',
  ṯ: 'T',
  ḫ: 'X',
  ẖ: 'X',
  ä: 'Ä',
  ə: 'Ä',
  æ: 'Ä',
  ö: 'Ö',
  ø: 'Ö',
  œ: 'Ö',
  ő: 'Ö',
  ü: 'Ü',
  ű: 'Ü',
  ı: 'i',
  ß: 's',
  ř: 'r',
  ŋ: 'ng',
  ţ: 'P',
  ț: 'P',
  ǝ: 'Q',
  ɨ: 'Q',
  ʷ: 'w',
  ĭ: 'i',
  ә: 'Ä',
  ŵ: 'w',
  ŷ: 'i',
  å: 'o',
  č̣: 'C',
};

/**
 * Letter groups of the spellings that European offices used for the same sounds: French ou, ch, dj; German sch, tsch;
 * English oo, ee, sh; Polish sz, cz; Turkish c, ş, ç. Longest group first. Values are phones of the shared alphabet.
 */
const groups: Record<string, string> = {
  tsch: 'tch',
  dsch: 'dj',
  sch: 'sh',
  tch: 'tch',
  dzh: 'dj',
  ough: 'o gh',
  augh: 'a gh',
  shch: 'cyr-shch',
  szcz: 'cyr-shch',
  sh: 'sh',
  sz: 'sh',
  ch: 'ch',
  cz: 'tch',
  cs: 'tch',
  zh: 'zh',
  kh: 'kh',
  gh: 'gh',
  th: 'th',
  ph: 'f',
  dh: 'dh',
  dj: 'dj',
  dż: 'dj',
  dz: 'z',
  ts: 'ts',
  tz: 'ts',
  ck: 'k',
  cq: 'k',
  qu: 'q u',
  ou: 'ou',
  oo: 'ou',
  ow: 'ou',
  ee: 'i',
  ie: 'i e',
  eu: 'eu',
  eau: 'o',
  au: 'a u',
  ai: 'ai',
  ei: 'ai',
  ay: 'ai',
  ey: 'ai',
  ks: 'x',
  aa: 'a',
  ii: 'i',
  uu: 'u',
  gn: 'gn',
  nh: 'ny',
  rh: 'r',
  wh: 'w',
  lh: 'l',
  ll: 'l',
  mb: 'm b',
  wr: 'r',
  S: 'sh',
  C: 'tch',
  Z: 'zh',
  G: 'gh',
  J: 'dj',
  D: 'dh',
  T: 'th',
  X: 'kh',
  N: 'ny',
  P: 'ts',
  Ä: 'ae',
  Ö: 'oe',
  Ü: 'ue',
  Q: 'schwa',
  Ç: 'ce',
  A: 'article',
};
const LONGEST_GROUP = 4;

/** Abdel, Abdul, Abdur, Abder before a name: the vowel and the assimilated l are a matter of spelling. */
const COMPOUND = /^abd[aeiou]{1,2}(?:l(?=l)|(?=l[aeiou])|l|([rsndztj])(?=\1)|sh(?=sh))(?=.{3,})/;

const groupCodes = new Map(
  [...Object.entries(groups), ...[...'abdefghijklmnopqrstuvwxyz'].map((letter) => [letter, letter] as const)].map(
    ([group, phones]) => [group, phones.split(' ').map(phoneCode)] as const,
  ),
);
const HARD_C = [phoneCode('c')];
const SOFT_C = [phoneCode('ce')];
const SOFT_G = [phoneCode('ge')];

/** Lower case letters a-z, with a capital for each mark that changes the sound; apostrophes and other marks are gone. */
export function foldLatin(word: string): string {
  let folded = '';
  for (const letter of word.normalize('NFC').toLowerCase()) {
    const known = marked[letter];
    if (known !== undefined) folded += known;
    else for (const part of letter.normalize('NFD')) if (part >= 'a' && part <= 'z') folded += part;
  }
  return folded;
}

/** The word in plain a-z, as it would be typed on any keyboard. */
export function plainLatin(word: string): string {
  return word
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(
      /[łıøđæœəþð]/g,
      (letter) => ({ ł: 'l', ı: 'i', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ə: 'a', þ: 'th', ð: 'd' })[letter] ?? '',
    )
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

/** Phones of a Latin word. A doubled letter is one phone: most scripts do not write the doubling. */
export function readLatin(word: string): number[] {
  const folded = foldLatin(word).replace(COMPOUND, 'abdA');
  const codes: number[] = [];
  for (let at = 0; at < folded.length;) {
    let length = Math.min(LONGEST_GROUP, folded.length - at);
    let group: readonly number[] | undefined;
    for (; length > 0; length--) {
      group = lettersAt(folded, at, length);
      if (group) break;
    }
    if (!group) {
      at++;
      continue;
    }
    for (const code of group) if (codes[codes.length - 1] !== code) codes.push(code);
    at += length;
  }
  return codes;
}

function lettersAt(folded: string, at: number, length: number): readonly number[] | undefined {
  const letters = folded.slice(at, at + length);
  if (length > 1) return groupCodes.get(letters);
  const next = folded[at + 1] ?? '';
  if (letters === 'c') return 'eiy'.includes(next) && next !== '' ? SOFT_C : HARD_C;
  if (letters === 'g' && next !== '' && 'eiy'.includes(next)) return SOFT_G;
  return groupCodes.get(letters);
}
