/** Letters that are not taken for digits over a telephone. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ';

/** A reference for a desk to keep or to replace by its own: the day, and four letters at random. */
export function proposedReference(day: string, random: Uint8Array): string {
  const letters = [...random].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${day.replaceAll('-', '')}-${letters}`;
}
export const newReference = (): string =>
  proposedReference(new Date().toISOString().slice(0, 10), crypto.getRandomValues(new Uint8Array(4)));
