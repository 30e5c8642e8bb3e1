/**
 * Who holds a number of a phone or a paper: rows by text, and all rows whose number is one slip away, found by making every slip of the
 * number asked for. Texts are kept as a hash of 52 bits: a million numbers and 2,000 slips asked for agree by chance once in two million questions.
 */
export class Holders {
  /** Places plus one of the first entry of each text, by its hash; 0 is empty. */
  private slots = new Int32Array(1024);
  /** Entries: the hash of the text, the row, and the next entry of the same text (plus one). Free entries are a list of their own. */
  private hashes = new Float64Array(512);
  private rows = new Int32Array(512);
  private next = new Int32Array(512);
  private end = 0;
  private firstFree = 0;
  private texts = 0;

  constructor(private readonly alphabet: string) {}

  get bytes(): number {
    return this.slots.byteLength + this.hashes.byteLength + this.rows.byteLength + this.next.byteLength;
  }

  add(text: string, row: number): void {
    const hash = hashOf(text);
    if (2 * (this.texts + 1) > this.slots.length) this.widen();
    const slot = this.slotOf(hash);
    const head = this.slots[slot] ?? 0;
    if (head === 0) this.texts++;
    const entry = this.take();
    this.hashes[entry] = hash;
    this.rows[entry] = row;
    this.next[entry] = head;
    this.slots[slot] = entry + 1;
  }

  remove(text: string, row: number): void {
    const slot = this.slotOf(hashOf(text));
    let before = -1;
    for (let entry = (this.slots[slot] ?? 0) - 1; entry >= 0; entry = (this.next[entry] ?? 0) - 1) {
      if (this.rows[entry] !== row) {
        before = entry;
        continue;
      }
      const behind = this.next[entry] ?? 0;
      if (before >= 0) this.next[before] = behind;
      else if (behind !== 0) this.slots[slot] = behind;
      else {
        this.empty(slot);
        this.texts--;
      }
      this.next[entry] = this.firstFree;
      this.firstFree = entry + 1;
      return;
    }
  }

  of(text: string): readonly number[] {
    const found: number[] = [];
    for (let entry = (this.slots[this.slotOf(hashOf(text))] ?? 0) - 1; entry >= 0; entry = (this.next[entry] ?? 0) - 1)
      found.push(this.rows[entry] ?? 0);
    return found;
  }

  private take(): number {
    if (this.firstFree > 0) {
      const entry = this.firstFree - 1;
      this.firstFree = this.next[entry] ?? 0;
      return entry;
    }
    if (this.end === this.rows.length) {
      const room = Math.ceil(this.end * 1.5);
      const [hashes, rows, next] = [new Float64Array(room), new Int32Array(room), new Int32Array(room)];
      hashes.set(this.hashes);
      rows.set(this.rows);
      next.set(this.next);
      [this.hashes, this.rows, this.next] = [hashes, rows, next];
    }
    return this.end++;
  }

  /** The slot of this text, or the empty one where it belongs. */
  private slotOf(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = homeOf(hash) & mask;
    for (;;) {
      const head = this.slots[slot] ?? 0;
      if (head === 0 || this.hashes[head - 1] === hash) return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** Empties a slot and moves up those behind it that would no longer be found. */
  private empty(slot: number): void {
    const mask = this.slots.length - 1;
    let hole = slot;
    for (let at = (hole + 1) & mask; (this.slots[at] ?? 0) !== 0; at = (at + 1) & mask) {
      const home = homeOf(this.hashes[(this.slots[at] ?? 0) - 1] ?? 0) & mask;
      if (((at - home) & mask) < ((at - hole) & mask)) continue;
      this.slots[hole] = this.slots[at] ?? 0;
      hole = at;
    }
    this.slots[hole] = 0;
  }

  private widen(): void {
    const before = this.slots;
    this.slots = new Int32Array(2 * before.length);
    for (const head of before) if (head !== 0) this.slots[this.slotOf(this.hashes[head - 1] ?? 0)] = head;
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

const homeOf = (hash: number): number => Math.imul(hash % 0x7fffffff, 0x9e3779b1) >>> 0;

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
