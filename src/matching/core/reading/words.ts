import anyAscii from 'any-ascii';

/** Characters of one text that are read; what lies beyond would cost time and say nothing. */
const MAX_CHARACTERS = 400;
const MAX_WORDS = 24;

const empty = new Set(
  'a an the of and or with in on at to from for by is was he she his her one two le la les un une de du des et avec el los las una y con en sur au aux il elle letters letter word words text name written inscription engraved saying says'.split(
    ' ',
  ),
);

/** Plain lower-case Latin words of a text in any script, without the words that say nothing. */
export function plainWords(text: string): string[] {
  return anyAscii(
    text
      .slice(0, MAX_CHARACTERS)
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, ''),
  )
    .toLowerCase()
    .replace(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !empty.has(word))
    .slice(0, MAX_WORDS);
}

/** FNV-1a, 32 bits, unsigned: a word as a number that fits a typed array. */
export function wordCode(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
