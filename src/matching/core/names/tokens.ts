import anyAscii from 'any-ascii';
import { plainArabic, readArabic, withoutArticle } from './arabic';
import { readCyrillic } from './cyrillic';
import { readEthiopic } from './ethiopic';
import { readIndic } from './indic';
import { plainLatin, readLatin } from './latin';
import { type Script, scriptOf, scriptOfCharacter } from './script';
import { cleanName } from './text';

/** One word of a name, in the order in which it was written. */
export interface Token {
  /** As written, without invisible characters. */
  readonly text: string;
  readonly script: Script;
  /** The word with the Arabic article before it, joined (الشريقي) or apart (Al Sheraiqi). */
  readonly isArticled: boolean;
  /** Less than a name: an initial ("E.", "J"). */
  readonly isInitial: boolean;
}

/** Words of the longest names that are compared; patronymic chains reach ten. */
export const MAX_TOKENS = 16;

/** Titles and honorifics, which come and go between two papers of one person. */
const titles = new Set(
  `dr mr mrs ms miss sir lord baron baroness prof professor eng ing hon rev jr sr esq dame haj hajj hajji haji elhaj hadj sheikh shaikh cheikh shri smt sri phd mp
  د م أ دكتور الدكتور مهندس المهندس السيد السيده الحاج حاج شيخ الشيخ أستاذ الأستاذ سید دکتر حاجی ато ኣቶ አቶ ወይዘሮ ወሮ ዶር ዶክተር መምህር አባ श्री श्रीमती डा डॉ मा माननीय कुमारी জনাব মোঃ ডা г д гн`.split(
    /\s+/,
  ),
);
/** Words of kinship and origin between names: they are written or left out as the office likes. */
const particles = new Set(
  `ibn bin ben bint bent ould wuld walad weld uld mint el al ul de da di do dos das del della des du van von der den la le las los y e i et und and of the zu af av
  بن ابن بنت ولد ال آل وال و أل منت`.split(/\s+/),
);
const articles = new Set('al el ul ال آل'.split(' '));
/** The article as it is spoken before a sun letter: ash-Shamsi, ar-Rahman. Elsewhere An and As are names. */
const assimilated = new Set('ad as ash at an ar az ath adh'.split(' '));
/** Particles that can be a given name where they stand first ("Ben Cardin"); articles and "de" cannot. */
const WEAK_FIRST = new Set([
  'ben',
  'van',
  'al',
  'an',
  'as',
  'i',
  'e',
  'y',
  'do',
  'at',
  'der',
  'and',
  'da',
  'de',
  'di',
  'le',
  'la',
]);
/** Abbreviations that every office of a region knows. */
const abbreviations: Record<string, string> = {
  md: 'mohammad',
  mohd: 'mohammad',
  mhd: 'mohammad',
  muhd: 'mohammad',
  mohmd: 'mohammad',
  mst: 'mosammat',
  wm: 'william',
  chas: 'charles',
  geo: 'george',
  jas: 'james',
  jos: 'joseph',
  thos: 'thomas',
  robt: 'robert',
};
/** First words of compounds that some write together: Abd al-Rahman, Gebre Medhin, Nur al-Din. */
const compoundHeads = new Set('abd abdul abdel abdal abdoul abdur abdou abed abdi عبد'.split(' '));

/** The parts of a name that are compared, in order. Titles and particles are left out unless nothing else is there. */
export function tokenise(name: string): Token[] {
  const words = wordsOf(name);
  const named = words.filter((word) => !titles.has(bare(word)));
  const kept = named.length > 0 ? named : words;
  const tokens: Token[] = [];
  let article = false;
  for (let at = 0; at < kept.length && tokens.length < MAX_TOKENS; at++) {
    const word = kept[at]!;
    const plain = bare(word);
    const isArticle = articles.has(plain) || isAssimilatedArticle(plain, kept[at + 1]);
    const isNameInFront = at === 0 && !isArticle && WEAK_FIRST.has(plain) && kept.length < 4;
    if ((isArticle || particles.has(plain)) && !isNameInFront && kept.length > 1) {
      article ||= isArticle;
      continue;
    }
    if (compoundHeads.has(plain) && at + 1 < kept.length) {
      const afterArticle = isArticleBefore(kept[at + 1]!, kept[at + 2]) ? 2 : 1;
      tokens.push(tokenOf(word + (afterArticle === 2 ? kept[at + 1]! : '') + kept[at + afterArticle]!, false));
      at += afterArticle;
    } else tokens.push(tokenOf(abbreviations[plain] ?? word, article));
    article = false;
  }
  return tokens.length > 0 ? tokens : kept.slice(0, MAX_TOKENS).map((word) => tokenOf(word, false));
}

function isAssimilatedArticle(plain: string, next: string | undefined): boolean {
  return next !== undefined && assimilated.has(plain) && bare(next).startsWith(plain.slice(1));
}

function isArticleBefore(word: string, next: string | undefined): boolean {
  return next !== undefined && (articles.has(bare(word)) || isAssimilatedArticle(bare(word), next));
}

function tokenOf(text: string, isAfterArticle: boolean): Token {
  const script = scriptOf(text);
  return {
    text,
    script,
    isArticled: isAfterArticle || (script === 'Arab' && withoutArticle(plainArabic(text)) !== undefined),
    isInitial: [...text].length === 1,
  };
}

/** Words by whatever separates them in any script; an apostrophe or ayn inside a word does not. */
function wordsOf(name: string): string[] {
  return cleanName(name)
    .replace(/['’‘`´ʿʾʼʻ״׳"]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap(splitScripts)
    .filter((word) => /\p{L}/u.test(word));
}

/** Two scripts glued together are two words ("Ahmedأحمد"); one stray letter of another script is a slip and stays. */
function splitScripts(word: string): string[] {
  if (scriptOf(word) !== 'Mixed') return [word];
  const runs: { script: Script; text: string }[] = [];
  for (const character of word) {
    const script = scriptOfCharacter(character);
    const last = runs[runs.length - 1];
    if (last && (script === 'None' || script === last.script)) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs.every((run) => [...run.text].length > 1) ? runs.map((run) => run.text) : [word];
}

/** The word as the lists above hold it: without case, harakat and the marks of Latin letters. */
function bare(word: string): string {
  const lower = plainArabic(word.toLowerCase()).normalize('NFC');
  return scriptOf(lower) === 'Latn' ? plainLatin(lower) : lower;
}

/** Phones of a word in its own script; what Cairn has no table for is romanised by any-ascii first. */
export function phonesOf(word: string, script: Script): number[] {
  switch (script) {
    case 'Latn':
      return readLatin(word);
    case 'Arab':
      return readArabic(word);
    case 'Ethi':
      return readEthiopic(word);
    case 'Cyrl':
      return readCyrillic(word);
    case 'Beng':
    case 'Deva':
      return readIndic(word, script);
    case 'Mixed':
      return [...word].flatMap((character) => phonesOf(character, scriptOfCharacter(character)));
    case 'None':
      return [];
    default:
      return readLatin(anyAscii(word));
  }
}

/** The word in plain Latin letters, for a screen and for the table of nicknames. */
export function romanise(word: string): string {
  return plainLatin(anyAscii(word));
}
