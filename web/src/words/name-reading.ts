import { readArabic } from '../../../src/matching/core/names/arabic';
import { readCyrillic } from '../../../src/matching/core/names/cyrillic';
import { readEthiopic } from '../../../src/matching/core/names/ethiopic';
import { readIndic } from '../../../src/matching/core/names/indic';
import { readLatin } from '../../../src/matching/core/names/latin';
import { reading } from '../../../src/matching/core/names/phone-key';
import { type Script, scriptOf, scriptOfCharacter } from '../../../src/matching/core/names/script';
import { cleanName } from '../../../src/matching/core/names/text';

/** The scripts of most names that Cairn meets; the tables for all others are large and fetched when one is met. */
const readers: Partial<Record<Script, (word: string) => readonly number[]>> = {
  Latn: readLatin,
  Arab: readArabic,
  Ethi: readEthiopic,
  Cyrl: readCyrillic,
  Beng: (word) => readIndic(word, 'Beng'),
  Deva: (word) => readIndic(word, 'Deva'),
};

/**
 * A name as the comparison of names reads it, in plain Latin letters: محمد is "mhmd", ሙሐመድ is "muhamed". It tells a
 * reader what the letters are; it is no spelling to write down. Words in Latin letters stay as they are written.
 */
export async function readingOf(name: string): Promise<string> {
  const words = cleanName(name)
    .split(/[\s\p{P}]+/u)
    .filter((word) => word !== '');
  return (await Promise.all(words.map(readWord))).filter((word) => word !== '').join(' ');
}

async function readWord(word: string): Promise<string> {
  const script = scriptOf(word);
  if (script === 'Latn') return word;
  const read = readers[script];
  if (read) return reading(Uint8Array.from(read(word)));
  if (script === 'None') return '';
  if (script === 'Mixed') {
    const runs = [...word].map((character) => readers[scriptOfCharacter(character)]?.(character) ?? []);
    return reading(Uint8Array.from(runs.flat()));
  }
  const { readName } = await import('../../../src/matching/core/names/read-name');
  return readName(word)
    .map((token) => token.reading)
    .join(' ');
}
