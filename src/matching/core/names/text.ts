/**
 * Cleans what a person typed or an importer read, before letters are looked at.
 *
 * Unicode NFC composes what keyboards write in two strokes. Marks of writing direction, zero-width joiners, the
 * Arabic tatweel and byte-order marks are invisible on a screen and would make equal names differ.
 */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u0640\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u{E0100}-\u{E01EF}]/gu;

/**
 * Characters of one name that are read. A name of 5,000 characters is a pasted page; what lies beyond the first 256
 * would cost time and say nothing.
 */
export const MAX_NAME_CHARACTERS = 256;

export function cleanName(text: string): string {
  const start = text.length > 4 * MAX_NAME_CHARACTERS ? text.slice(0, 4 * MAX_NAME_CHARACTERS) : text;
  const clean = start
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    // Unpaired surrogates come from texts cut in the middle of a character.
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
  return clean.length > MAX_NAME_CHARACTERS
    ? clean.slice(0, MAX_NAME_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')
    : clean;
}
