/**
 * Who holds a number of a phone or a paper: rows by text, and all rows whose number is one slip away, found by making every slip of the
 * number asked for. Texts are kept as a hash of 52 bits: a million numbers and 2,000 slips asked for agree by chance once in two million questions.
 */
export class Holders {
  private readonly rowsByHash = new Map<number, number | number[]>();

  constructor(private readonly alphabet: string) {}

  add(text: string, row: number): void {
    const key = hashOf(text);
    const rows = this.rowsByHash.get(key);
    if (rows === undefined) this.rowsByHash.set(key, row);
    else if (typeof rows === 'number') this.rowsByHash.set(key, [rows, row]);
    else rows.push(row);
  }

  remove(text: string, row: number): void {
    const key = hashOf(text);
    const rows = this.rowsByHash.get(key);
    if (rows === row) this.rowsByHash.delete(key);
    else if (Array.isArray(rows)) {
      const kept = rows.filter((other) => other !== row);
      if (kept.length > 0) this.rowsByHash.set(key, kept);
      else this.rowsByHash.delete(key);
    }
  }

  of(text: string): readonly number[] {
    const rows = this.rowsByHash.get(hashOf(text));
    return rows === undefined ? [] : typeof rows === 'number' ? [rows] : rows;
  }

  /** Rows whose number differs by one wrong, missing, added or swapped character. May name a row twice. */
  oneSlipFrom(text: string): number[] {
    const found: number[] = [];
    const look = (slip: string): void => {
      if (slip !== text) for (const row of this.of(slip)) found.push(row);
    };
    for (let at = 0; at <= text.length; at++) {
      const before = text.slice(0, at);
      const after = text.slice(at + 1);
      const character = text[at] ?? '';
      for (const letter of this.alphabet) look(before + letter + text.slice(at));
      if (at === text.length) break;
      look(before + after);
      for (const letter of this.alphabet) look(before + letter + after);
      if (at + 1 < text.length) look(before + (text[at + 1] ?? '') + character + text.slice(at + 2));
    }
    return found;
  }
}

/** Two FNV-like hashes of 26 bits each in one exact number. */
function hashOf(text: string): number {
  let a = 0x811c9dc5;
  let b = 0x1234567;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 13;
  }
  return (a >>> 6) * 0x4000000 + (b >>> 6);
}
