const accents: Record<string, string> = {
  a: 'à',
  c: 'ç',
  e: 'ë',
  i: 'ï',
  n: 'ñ',
  o: 'ø',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  S: 'Š',
};

/** Longer, accented, bracketed; placeholders stay as they are. What is not bracketed on a screen was never translated. */
export function pseudo(text: string): string {
  const accented = text
    .split(/(\{\{[^}]+\}\})/)
    .map((piece) =>
      piece.startsWith('{{') ? piece : piece.replace(/[aceinouyAEOS]/g, (letter) => accents[letter] ?? letter),
    )
    .join('');
  return `[${accented}${' ~'.repeat(Math.ceil(text.length / 6))}]`;
}
