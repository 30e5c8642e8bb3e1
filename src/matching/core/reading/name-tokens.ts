import {
  compileToken,
  defaultModel,
  type Token,
  TokenDictionary,
  type TokenForm,
  tokenise,
  tokenSimilarity,
} from '../names';
import { areDistinct } from '../names/distinct-names';
import { frequencyOfCommonNames } from '../names/name-frequency';
import { nicknameRelation } from '../names/nicknames';
import { phoneKey } from '../names/phone-key';

/** One word of a name, in the form in which it is compared and counted. */
export interface NameToken {
  /** As written, in small letters. Two equal texts are one entry of the dictionary. */
  readonly text: string;
  /** Sound without the quality of vowels: words that sound alike in any script mostly share it. Names are counted by it. */
  readonly skeleton: string;
  /** The same, told apart by whether the script writes short vowels: what is counted. */
  readonly sound: string;
  /** Share of people so called by general knowledge, for names known to be frequent; 0 otherwise. */
  readonly commonShare: number;
  readonly form: TokenForm;
}

/** Words compiled before. Compiling depends on the text alone, so forgetting costs time and nothing else. */
const compiled = new Map<string, NameToken>();
const MOST_COMPILED = 100_000;

/**
 * How compounds that some write as two words are read: `apart` as written; `joined` as one word, for a paper, which writes a name once; `both`,
 * for what a family told, so that it meets either writing.
 */
export type Compounds = 'apart' | 'joined' | 'both';

export function nameTokensOf(name: string, limit: number, compounds: Compounds = 'apart'): NameToken[] {
  const words: { token: Token; known: NameToken }[] = [];
  for (const token of tokenise(name.slice(0, 1000).toLowerCase())) {
    // An initial agrees with a twentieth of all names.
    if (token.isInitial || words.length >= limit) continue;
    words.push({ token, known: nameTokenOf(token) });
  }
  if (compounds === 'apart') return words.map(({ known }) => known);
  const read: NameToken[] = [];
  for (let at = 0; at < words.length; at++) {
    const [one, next] = [words[at], words[at + 1]];
    if (one === undefined) break;
    const isCompound =
      next !== undefined && one.token.script === next.token.script && areCompound(one.known, next.known);
    if (!isCompound || compounds === 'both') read.push(one.known);
    if (!isCompound) continue;
    read.push(nameTokenOf({ ...one.token, text: one.token.text + next.token.text }));
    if (compounds === 'joined') at++;
  }
  return read.slice(0, limit);
}

function nameTokenOf(token: Token): NameToken {
  const key = `${token.isArticled ? '+' : ''}${token.text}`;
  let known = compiled.get(key);
  if (known === undefined) {
    const form = compileToken(token, defaultModel.costs);
    const skeleton = skeletonOf(form);
    const sound = form.isAbjad ? skeleton + ABJAD : skeleton;
    known = { text: key, skeleton, sound, commonShare: frequencyOfCommonNames(form) ?? 0, form };
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(key, known);
  }
  return known;
}

const skeletonsOf = (words: string): ReadonlySet<string> =>
  new Set(words.split(' ').flatMap((word) => tokenise(word).map((token) => nameTokenOf(token).skeleton)));
const compoundSets = (() => {
  let sets: Record<'heads' | 'devotedHeads' | 'devotedTails' | 'tails', ReadonlySet<string>> | undefined;
  return () =>
    (sets ??= {
      // "Servant of", "son of": never a whole name before another word.
      heads: skeletonsOf('gebre gabra welde wolde ገብረ ወልደ'),
      // Names by themselves too, unless what they are devoted to follows.
      devotedHeads: skeletonsOf(
        'haile tekle habte fikre amde kidane zere tesfa berhane ኃይለ ሃይለ ተክለ ሀብተ ፍቅረ አምደ ኪዳነ ዘርአ ተስፋ ብርሃነ',
      ),
      devotedTails: skeletonsOf(
        'mariam maryam selassie silase michael mikael giorgis gabriel yesus iyesus meskel mesqel kiros medhin medhane egziabher hiwot haimanot tsadik amlak melekot ማርያም ስላሴ ሥላሴ ሚካኤል ጊዮርጊስ ገብርኤል ኢየሱስ መስቀል ኪሮስ መድህን እግዚአብሔር ሕይወት ሃይማኖት ፃድቅ አምላክ',
      ),
      tails: skeletonsOf('din deen allah الدين الله'),
    });
})();

/** Gebre Medhin, Haile Mariam, Nur al-Din: names of two words that some write as one. */
function areCompound(first: NameToken, second: NameToken): boolean {
  const { heads, devotedHeads, devotedTails, tails } = compoundSets();
  return (
    heads.has(first.skeleton) ||
    (devotedHeads.has(first.skeleton) && devotedTails.has(second.skeleton)) ||
    (tails.has(second.skeleton) && second.form.phones.length <= 6)
  );
}

/** A language's short vowels come and go between scripts and clerks; so do vowels at the end. */
const skeletonOf = (form: TokenForm): string =>
  phoneKey(form.phones)
    .replace(/[aeiou]+/g, 'a')
    .replace(/(?<=.{2})a$/, '');

/** Ends the sound of a word whose script leaves short vowels out. */
const ABJAD = '~';

/** The form of a sound: the same for all spellings that share it. */
export function formOfSound(sound: string): TokenForm {
  const isAbjad = sound.endsWith(ABJAD);
  const text = isAbjad ? sound.slice(0, -1) : sound;
  const form = compileToken({ text, script: 'Latn', isInitial: false, isArticled: false }, defaultModel.costs);
  return { ...form, text: sound, isAbjad };
}

/** Least similarity in sound at which two words may be one name, and what known forms of one name (William, Bill) are worth. */
const LEAST_AGREEING = 0.6;
const AS_FORM = 0.8;
const AS_SHORT_FORM = 0.7;

/** How well two words agree as one name, 0 to 1 in the measure of `tokenSimilarity`; 0 where they cannot be one. */
export function agreeing(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return 1;
  const similarity = Math.fround(tokenSimilarity(a.form, b.form, defaultModel.costs));
  const bySound =
    similarity >= LEAST_AGREEING && !areDistinct(a.form.distinctNames, b.form.distinctNames) ? similarity : 0;
  const asForms = levelAsForms(a, b);
  return Math.max(bySound, asForms === 2 ? AS_FORM : asForms === 3 ? AS_SHORT_FORM : 0);
}

/** How well two words agree, best first; `unlike` is no agreement. */
export const nameLevels = ['exact', 'same sound', 'near', 'similar', 'unlike'] as const;
const UNLIKE = 4;
/** Least similarity in sound of the levels after `exact`. */
const LEAST_SIMILARITY = [0.86, 0.72, 0.56] as const;

/** The place in `nameLevels` of how two words agree. */
export function nameLevel(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return 0;
  // Rounded as the packed dictionary stores it, so that both ways of looking agree at the edges.
  const similarity = Math.fround(tokenSimilarity(a.form, b.form, defaultModel.costs));
  const bySound =
    similarity >= LEAST_SIMILARITY[0]
      ? 1
      : similarity >= LEAST_SIMILARITY[1]
        ? 2
        : similarity >= LEAST_SIMILARITY[2]
          ? 3
          : UNLIKE;
  if (bySound !== UNLIKE && areDistinct(a.form.distinctNames, b.form.distinctNames)) return UNLIKE;
  return Math.min(bySound, levelAsForms(a, b));
}

/** Fatou and Fatoumata, Bill and William: forms of one name that sound unlike. */
function levelAsForms(a: NameToken, b: NameToken): number {
  const relation = nicknameRelation(a.form.names, b.form.names);
  return relation === 'full forms' || relation === 'short form' ? 2 : relation === 'two short forms' ? 3 : UNLIKE;
}

/** Finds, among many words, all that may agree with one: every word left out is `unlike`. */
export class NameFinder {
  private readonly dictionary = new TokenDictionary([], defaultModel.costs);
  private readonly numbers: number[] = [];
  private readonly texts = new Map<string, number>();
  /** Places of the words that may be forms of other names. */
  private readonly withForms: number[] = [];
  private readonly tokens: NameToken[] = [];

  add(token: NameToken, number: number): void {
    const place = this.dictionary.add(token.form);
    this.numbers[place] = number;
    this.tokens[place] = token;
    this.texts.set(token.text, number);
    if (token.form.names.full.length + token.form.names.short.length > 0) this.withForms.push(place);
  }

  near(token: NameToken): number[] {
    const similarities = this.dictionary.similarities(token.form, LEAST_SIMILARITY[2] - 0.001);
    const found = new Set<number>();
    const same = this.texts.get(token.text);
    if (same !== undefined) found.add(same);
    for (let place = 0; place < this.numbers.length; place++)
      if ((similarities[place] ?? 0) > 0) found.add(this.numbers[place] ?? 0);
    if (token.form.names.full.length + token.form.names.short.length > 0)
      for (const place of this.withForms) {
        const other = this.tokens[place];
        if (other !== undefined && levelAsForms(other, token) !== UNLIKE) found.add(this.numbers[place] ?? 0);
      }
    return [...found].sort((a, b) => a - b);
  }
}
