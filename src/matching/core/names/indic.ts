import { phoneCode } from './phones';

/**
 * Bengali and Devanagari: a consonant carries an inherent vowel unless a vowel sign or the virama follows. The two
 * blocks have one layout (ISCII), so a Bengali letter is found at its Devanagari place.
 */
const consonants: Record<string, string> = {
  क: 'k',
  ख: 'kh',
  ग: 'g',
  घ: 'gh',
  ङ: 'n g',
  च: 'ch',
  छ: 'ch',
  ज: 'j',
  झ: 'j h',
  ञ: 'ny',
  ट: 't',
  ठ: 'th',
  ड: 'd',
  ढ: 'dh',
  ण: 'n',
  त: 't',
  थ: 'th',
  द: 'd',
  ध: 'dh',
  न: 'n',
  प: 'p',
  फ: 'f',
  ब: 'deva-b',
  भ: 'b h',
  म: 'm',
  य: 'y',
  र: 'r',
  ऱ: 'r',
  ल: 'l',
  ळ: 'l',
  व: 'deva-v',
  श: 'sh',
  ष: 'sh',
  स: 's',
  ह: 'h',
  क़: 'q',
  ख़: 'kh',
  ग़: 'gh',
  ज़: 'z',
  ड़: 'r',
  ढ़: 'r h',
  फ़: 'f',
  य़: 'y',
  ऩ: 'n',
};
const bengali: Record<string, string> = {
  ...consonants,
  य: 'beng-y',
  स: 'beng-s',
  श: 'beng-s',
  ष: 'beng-s',
  भ: 'b h',
  ब: 'beng-b',
  व: 'beng-b',
};
const vowels: Record<string, string> = {
  अ: 'a',
  आ: 'a',
  इ: 'i',
  ई: 'i',
  उ: 'u',
  ऊ: 'u',
  ऋ: 'r i',
  ए: 'e',
  ऐ: 'ai',
  ओ: 'o',
  औ: 'a u',
  ऑ: 'o',
  ऍ: 'ae',
  'ा': 'a',
  'ि': 'i',
  'ी': 'i',
  'ु': 'u',
  'ू': 'u',
  'ृ': 'r i',
  'े': 'e',
  'ै': 'ai',
  'ो': 'o',
  'ौ': 'a u',
  'ॉ': 'o',
  'ॅ': 'ae',
};
const VIRAMA = '्';
const NUKTA = '़';
const NASAL = /[ँंꣿ]/u;
const BENGALI_START = 0x980;
const BLOCK_SIZE = 0x80;

interface Sign {
  readonly phones: readonly string[];
  readonly kind: 'consonant' | 'vowel' | 'vowel letter' | 'virama' | 'nasal';
}

/** Phones of a Bengali or Devanagari word; the inherent vowel is silent at its end and in Hindi before a spoken last syllable. */
export function readIndic(word: string, script: 'Beng' | 'Deva'): number[] {
  const signs = signsOf(word, script);
  const inherent = phoneCode(script === 'Beng' ? 'beng-a' : 'deva-a');
  const read: number[] = [];
  const add = (code: number) => {
    if (read[read.length - 1] !== code) read.push(code);
  };
  for (const [at, sign] of signs.entries()) {
    for (const phone of sign.phones) add(phoneCode(phone));
    const next = signs[at + 1];
    const isSpoken = sign.kind === 'consonant' && isInherentSpoken(signs[at - 1], next);
    if (isSpoken && !(script === 'Deva' && isSchwaDropped(signs, at))) add(inherent);
  }
  return read;
}

/** Before a sign of its own or a virama there is none; at the end of a word only a cluster keeps it: चन्द्र is Chandra. */
function isInherentSpoken(before: Sign | undefined, next: Sign | undefined): boolean {
  if (next === undefined) return before?.kind === 'virama';
  return next.kind === 'consonant' || next.kind === 'nasal' || next.kind === 'vowel letter';
}

/** Hindi drops the inherent vowel between a spoken vowel and a syllable that has one: सोमप्रकाश is Somprakash. */
function isSchwaDropped(signs: readonly Sign[], at: number): boolean {
  const before = signs[at - 1];
  const after = signs[at + 2];
  return (
    (before?.kind === 'vowel' || before?.kind === 'vowel letter') &&
    signs[at + 1]?.kind === 'consonant' &&
    after?.kind === 'vowel'
  );
}

function signsOf(word: string, script: 'Beng' | 'Deva'): Sign[] {
  const signs: Sign[] = [];
  const table = script === 'Beng' ? bengali : consonants;
  // NFD takes the composed য় and ড় apart, so that both spellings are read as letter and nukta.
  const letters = [...word.normalize('NFD')].map((letter) => asDevanagari(letter));
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]!;
    const dotted = letters[at + 1] === NUKTA;
    const isBengaliYa = dotted && letter === 'य';
    const phones = isBengaliYa
      ? 'y'
      : ((dotted ? (table[(letter + NUKTA).normalize('NFC')] ?? table[letter + NUKTA]) : undefined) ?? table[letter]);
    if (letter === 'ৎ') signs.push({ phones: ['t'], kind: 'consonant' }, { phones: [], kind: 'virama' });
    else if (letter === VIRAMA) signs.push({ phones: [], kind: 'virama' });
    else if (NASAL.test(letter)) signs.push({ phones: script === 'Beng' && letter === 'ँ' ? [] : ['n'], kind: 'nasal' });
    else if (phones !== undefined) signs.push({ phones: phones.split(' '), kind: 'consonant' });
    else if (vowels[letter] !== undefined)
      signs.push({ phones: vowels[letter].split(' '), kind: /\p{M}/u.test(letter) ? 'vowel' : 'vowel letter' });
  }
  return signs;
}

function asDevanagari(letter: string): string {
  const code = letter.codePointAt(0)!;
  if (letter === 'ৎ' || code < BENGALI_START || code >= BENGALI_START + BLOCK_SIZE) return letter;
  return String.fromCodePoint(code - BLOCK_SIZE);
}
