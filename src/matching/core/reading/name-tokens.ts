import { plainWords } from './words';

/** One word of a name, in the form in which it is compared and counted. */
export interface NameToken {
  /** The word in plain Latin letters. Two equal texts are one entry of the dictionary. */
  readonly text: string;
  /** Consonants by class of sound: spellings of one name in several scripts mostly share it. */
  readonly skeleton: string;
}

export function nameTokensOf(name: string, limit: number): NameToken[] {
  return plainWords(name)
    .filter((text) => text.length > 1)
    .slice(0, limit)
    .map((text) => ({ text, skeleton: skeletonOf(text) }));
}
const skeletonOf = (text: string): string =>
  text[0] +
  text
    .slice(1)
    .replace(/[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1');

/** How well two words agree, best first; `unlike` is no agreement. */
export const nameLevels = ['exact', 'skeleton', 'near', 'similar', 'unlike'] as const;
export function nameLevel(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return 0;
  return a.skeleton === b.skeleton ? 1 : 4;
}
