/**
 * The alphabet in which names of all scripts are compared.
 *
 * A phone is a letter (or letter group) together with all the sounds that its writers may have meant by it: Latin `ch`
 * is heard in "Charif" (sh), "Chavez" (tch), "Christos" (k) and "Chaim" (kh), Arabic و in Walid (w), Nur (u) and Omar
 * (o). Ambiguity stays inside the symbol instead of multiplying spellings, so a token has one compact reading, and how
 * well two phones go together is one number in a table (`phone-costs.ts`).
 *
 * Sounds: p b t d k g f v s z m n l r w y as usual; T theta, D eth, S sh, Z zh, C tch, J dj, x kh, G gh, h, @ glottal
 * or pharyngeal, N palatal n; vowels a e i o u and Q for a reduced or inherent vowel.
 */
const phoneSounds: Record<string, string> = {
  // Latin letters and letter groups; other alphabets that write their vowels share them.
  a: 'a',
  b: 'b',
  c: 'k',
  ce: 's C k',
  d: 'd',
  e: 'e',
  f: 'f',
  g: 'g',
  ge: 'g J Z h',
  h: 'h',
  i: 'i',
  j: 'J Z y h x',
  k: 'k',
  l: 'l',
  m: 'm',
  n: 'n',
  o: 'o',
  p: 'p',
  q: 'k',
  r: 'r',
  s: 's',
  t: 't',
  u: 'u',
  v: 'v',
  w: 'w v',
  x: 'k s x',
  y: 'y i',
  z: 'z',
  sh: 'S',
  ch: 'C S k x',
  tch: 'C',
  zh: 'Z',
  kh: 'x',
  gh: 'G g',
  th: 'T t',
  dh: 'D d z',
  dj: 'J',
  ts: 's',
  ny: 'N n',
  gn: 'N n g',
  ou: 'u w',
  ae: 'a e',
  oe: 'o e',
  ue: 'u i',
  schwa: 'Q',
  eu: 'u e',
  ai: 'a e',
  // Cyrillic letters with no single Latin counterpart.
  'cyr-g': 'g h',
  'cyr-kh': 'x h',
  'cyr-ye': 'e y',
  'cyr-y': 'i y',
  'cyr-shch': 'S C',
  'cyr-hard': 'Q a u',
  'cyr-ts': 's',
  'cyr-v': 'v w',
  'cyr-o': 'o a',
  'cyr-short-i': 'y i',
  // Inherent vowels of the syllabic scripts, spoken or silent as the word goes.
  'beng-a': 'o a',
  'beng-s': 's S',
  'beng-y': 'J y z',
  'beng-b': 'b v',
  'deva-a': 'a',
  'deva-v': 'v w b',
  'deva-b': 'b v',
  'ethi-a': 'a e',
  'ethi-e': 'e i Q',
  // Arabic, which leaves short vowels out.
  'ar-alef': 'a e',
  'ar-hamza': '@ a',
  'ar-b': 'b',
  'ar-teh-marbuta': 'a e h t',
  'ar-t': 't',
  'ar-th': 'T t s',
  'ar-j': 'J g Z',
  'ar-hh': 'h',
  'ar-kh': 'x',
  'ar-d': 'd',
  'ar-dh': 'D d z',
  'ar-r': 'r',
  'ar-z': 'z',
  'ar-s': 's',
  'ar-sh': 'S',
  'ar-ss': 's',
  'ar-dd': 'd D z',
  'ar-tt': 't',
  'ar-zz': 'z D d',
  'ar-ain': '@ a e',
  'ar-gh': 'G g',
  'ar-f': 'f v',
  'ar-q': 'k g G',
  'ar-k': 'k',
  'ar-l': 'l',
  'ar-m': 'm',
  'ar-n': 'n',
  'ar-h': 'h',
  'ar-w': 'w u o v',
  'ar-y': 'y i e',
  'ar-maqsura': 'a i y',
  'ar-p': 'p',
  'ar-ch': 'C',
  'ar-zh': 'Z',
  'ar-g': 'g',
  'ar-v': 'v',
  'ar-madda': 'a',
  'ar-xsh': 'x S',
  'ar-e': 'e i',
  // The article inside a compound (Abd al-Rahman, Abderrahmane): its l is assimilated to the sun letters.
  article: 'a l',
};

export const phones: readonly string[] = Object.keys(phoneSounds);

/** Rows of the square tables: a power of two above the number of phones, so that a row is found by a shift. */
export const PHONE_BITS = 7;
export const PHONE_ROW = 1 << PHONE_BITS;

const codeOf = new Map(phones.map((phone, code) => [phone, code]));

/** Number of a phone; a name outside the alphabet is a mistake in a table of letters, found by the tests. */
export function phoneCode(phone: string): number {
  const code = codeOf.get(phone);
  if (code === undefined) throw new RangeError(`no phone is called ${phone}`);
  return code;
}

export const VOWELS = 'aeiouQ';

/** Sounds that the phone may stand for. */
export const soundsOf: readonly (readonly string[])[] = phones.map((phone) => phoneSounds[phone]!.split(' '));

/** True where every reading of the phone is a vowel. */
export const isVowel: readonly boolean[] = soundsOf.map((sounds) => sounds.every((sound) => VOWELS.includes(sound)));

/**
 * Consonant class of the first sound, 0 for vowels and for letters that are often silent: what remains of a name
 * when vowels, voicing and emphasis are stripped ("Mohamed" and محمد are both m-m-d apart from their h).
 */
const soundClass: Record<string, number> = {
  p: 1,
  b: 1,
  f: 2,
  v: 2,
  t: 3,
  d: 3,
  T: 3,
  D: 3,
  s: 4,
  z: 4,
  S: 5,
  Z: 5,
  C: 5,
  J: 6,
  k: 7,
  g: 7,
  x: 8,
  G: 8,
  m: 9,
  n: 10,
  N: 10,
  l: 11,
  r: 12,
  h: 0,
  '@': 0,
  w: 0,
  y: 0,
};
export const skeletonClass: readonly number[] = soundsOf.map((sounds) => soundClass[sounds[0]!] ?? 0);
