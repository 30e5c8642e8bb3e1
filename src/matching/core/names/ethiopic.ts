import { phoneCode } from './phones';

/**
 * Consonant of each row of eight in the block U+1200-U+135F. The block is a table: code point = row * 8 + order of the
 * vowel. Homophones (ሀ ሐ ኀ, ሰ ሠ, አ ዐ, ጸ ፀ) share a consonant because writers of Amharic and Tigrinya interchange them.
 * A trailing w marks the labialised rows.
 */
const rows =
  'h l h m s r s sh q q,w q q,w b v t tch h h,w n ny - k k,w kh kh,w w - z zh y d d dj g g,w g t tch p ts ts f p'.split(
    ' ',
  );

/** Vowels of the orders: ä u i a e ə o, and wa for the eighth. */
const orders = ['ethi-a', 'u', 'i', 'a', 'e', 'ethi-e', 'o', 'w,a'];
/** In the laryngeal rows the first order is spoken a. */
const laryngeal = new Set([0, 2, 16, 20, 26]);

const BLOCK_START = 0x1200;
const SIXTH_ORDER = phoneCode('ethi-e');

/** Phones of an Ethiopic word: consonant and vowel are computed from the code point. */
export function readEthiopic(word: string): number[] {
  const read: number[] = [];
  for (const character of word) {
    const offset = character.codePointAt(0)! - BLOCK_START;
    const row = rows[offset >> 3];
    if (offset < 0 || row === undefined) continue;
    const order = offset & 7;
    const vowel = order === 0 && laryngeal.has(offset >> 3) ? 'a' : orders[order]!;
    for (const phone of [...(row === '-' ? [] : row.split(',')), ...vowel.split(',')]) {
      const code = phoneCode(phone);
      if (read[read.length - 1] !== code) read.push(code);
    }
  }
  // The sixth order is a vowel or none; at the end of a word it is none.
  if (read.length > 1 && read[read.length - 1] === SIXTH_ORDER) read.pop();
  return read;
}
