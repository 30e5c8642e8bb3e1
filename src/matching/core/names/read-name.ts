import { compileName } from './compare-names';
import { iso15924 } from './script';
import { defaultModel } from './settings';

/** A word of a name as a screen shows it: as written, and in Latin letters for those who do not read its script. */
export interface ReadToken {
  readonly text: string;
  /** ISO 15924. */
  readonly script: string;
  /** How Cairn reads the word: محمد as "mhmd", ሙሐመድ as "muhamed". A reading, not a recommended spelling. */
  readonly reading: string;
  readonly isInitial: boolean;
}

/** The words of a name that are compared, with their readings; titles and particles are left out. */
export function readName(text: string): ReadToken[] {
  return compileName(text, defaultModel).map((form) => ({
    text: form.text,
    script: iso15924(form.script),
    reading: form.reading,
    isInitial: form.isInitial,
  }));
}
