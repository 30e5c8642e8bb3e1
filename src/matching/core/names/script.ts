/** Scripts told apart, by their ISO 15924 codes. `Zyyy` is a text without letters, `Zinh` one of several scripts. */
export type Script = (typeof scripts)[number];
export const scripts = [
  'Latn',
  'Arab',
  'Ethi',
  'Cyrl',
  'Beng',
  'Deva',
  'Hebr',
  'Grek',
  'Geor',
  'Armn',
  'Other',
  'Mixed',
  'None',
] as const;

/** ISO 15924 code to show; what Cairn has no table for is Zzzz, several scripts at once Zyyy. */
export function iso15924(script: Script): string {
  if (script === 'Other') return 'Zzzz';
  if (script === 'Mixed') return 'Zyyy';
  return script === 'None' ? 'Zxxx' : script;
}

const blocks: readonly (readonly [Script, RegExp])[] = [
  ['Latn', /\p{Script=Latin}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Ethi', /\p{Script=Ethiopic}/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Beng', /\p{Script=Bengali}/u],
  ['Deva', /\p{Script=Devanagari}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Geor', /\p{Script=Georgian}/u],
  ['Armn', /\p{Script=Armenian}/u],
];
const LETTER = /\p{L}/u;

/** Script of one character; marks and signs shared by several scripts are `None`. */
export function scriptOfCharacter(character: string): Script {
  if (character < '\u0250') return LETTER.test(character) ? 'Latn' : 'None';
  for (const [script, pattern] of blocks) if (pattern.test(character)) return script;
  return LETTER.test(character) ? 'Other' : 'None';
}

/** The script that all letters share, `Mixed` where they do not, `None` where there is no letter. */
export function scriptOf(text: string): Script {
  let found: Script = 'None';
  for (const character of text) {
    const script = scriptOfCharacter(character);
    if (script === 'None' || script === found) continue;
    if (found !== 'None') return 'Mixed';
    found = script;
  }
  return found;
}
