import { withoutArticle } from './arabic';
import { distinctNamesOf } from './distinct-names';
import { namesMeantBy, type NamesMeant } from './nicknames';
import { alignmentWeight, MAX_PHONES } from './phone-alignment';
import { reading } from './phone-key';
import type { PhoneCosts } from './phone-costs';
import type { Script } from './script';
import { phonesOf, type Token } from './tokens';

/** A word made ready to be compared with many others: compile once for each distinct word of a register. */
export interface TokenForm {
  readonly text: string;
  readonly script: Script;
  readonly isInitial: boolean;
  readonly isArticled: boolean;
  /** True where the script leaves short vowels out. */
  readonly isAbjad: boolean;
  /** Phones as written, and without the Arabic article where the word has one or may have one. */
  readonly phones: Uint8Array;
  readonly barePhones: Uint8Array | null;
  /** Weight of each with itself, hundredths of a nat: what a perfect agreement would be worth. */
  readonly ownWeight: number;
  readonly bareOwnWeight: number;
  /** In Latin letters, to show. */
  readonly reading: string;
  readonly names: NamesMeant;
  /** Which of the easily mistaken names it is, as `distinct-names.ts` numbers them. */
  readonly distinctNames: readonly number[];
}

const ABJADS: ReadonlySet<Script> = new Set<Script>(['Arab', 'Hebr']);
/** A Latin word that may begin with the article, written together: Alsheraiqi, Elbaradei. */
const LATIN_ARTICLE = /^[ae]l(?=.{3,})/i;

export function compileToken(token: Token, costs: PhoneCosts): TokenForm {
  const bare = token.script === 'Arab' ? withoutArticle(token.text) : bareLatin(token);
  return formOf(
    token,
    phonesOf(token.text, token.script),
    bare === undefined ? null : phonesOf(bare, token.script),
    costs,
  );
}

/** Two neighbouring words as one: "Gebre Medhin" beside Gebremedhin, "Abd Allah" beside Abdallah. */
export function joinForms(first: TokenForm, second: TokenForm, costs: PhoneCosts): TokenForm {
  const token: Token = {
    text: `${first.text} ${second.text}`,
    script: first.script === second.script ? first.script : 'Mixed',
    isArticled: first.isArticled,
    isInitial: false,
  };
  const joint = [...first.phones, ...second.phones].filter((code, at, all) => code !== all[at - 1]);
  return formOf(token, joint, null, costs);
}

function formOf(token: Token, all: readonly number[], bare: readonly number[] | null, costs: PhoneCosts): TokenForm {
  const phones = Uint8Array.from(all.slice(0, MAX_PHONES));
  const barePhones = bare === null ? null : Uint8Array.from(bare.slice(0, MAX_PHONES));
  const isAbjad = ABJADS.has(token.script);
  const own = (codes: Uint8Array) => alignmentWeight(codes, isAbjad, codes, isAbjad, costs);
  return {
    text: token.text,
    script: token.script,
    isInitial: token.isInitial,
    isArticled: token.isArticled,
    isAbjad,
    phones,
    barePhones,
    ownWeight: own(phones),
    bareOwnWeight: barePhones ? own(barePhones) : 0,
    reading: reading(phones),
    names: namesMeantBy(phones),
    distinctNames: distinctNamesOf(phones),
  };
}

function bareLatin(token: Token): string | undefined {
  return token.script === 'Latn' && !token.isArticled && LATIN_ARTICLE.test(token.text)
    ? token.text.slice(2)
    : undefined;
}
