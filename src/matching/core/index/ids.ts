import { Column } from './columns';

const FREE = 0;
const PACKED = 1;
const AS_TEXT = 2;

/**
 * Which record stands in which row. Ids are nearly all UUIDs in their usual writing: those are held as four numbers in typed arrays, found
 * by open addressing, at a fifth of what a map of texts takes. Any other text is held as it is.
 */
export class Ids {
  private readonly words = new Column('uint32');
  private readonly kinds = new Column('uint8');
  /** Rows plus one, by the hash of their id; 0 is empty. */
  private slots = new Int32Array(1024);
  private packed = 0;
  private readonly rowsOfTexts = new Map<string, number>();
  private readonly texts = new Map<number, string>();
  private readonly free: number[] = [];
  /** Rows in use and free: every row number is below. */
  length = 0;
  private readonly asked = new Uint32Array(4);

  get size(): number {
    return this.packed + this.rowsOfTexts.size;
  }
  get bytes(): number {
    return this.words.bytes + this.kinds.bytes + this.slots.byteLength;
  }
  /** 0 at rows that nobody stands in; read anew after each change. */
  get isUsed(): Uint8Array {
    return this.kinds.values;
  }

  row(id: string): number | undefined {
    if (!unpack(id, this.asked)) return this.rowsOfTexts.get(id);
    const slot = this.slotOf(this.asked);
    const row = (this.slots[slot] ?? 0) - 1;
    return row < 0 ? undefined : row;
  }

  id(row: number): string {
    const kind = this.kinds.values[row] ?? FREE;
    if (kind === AS_TEXT) return this.texts.get(row) ?? '';
    if (kind === FREE) return '';
    const hex = [0, 1, 2, 3].map((at) => (this.words.values[4 * row + at] ?? 0).toString(16).padStart(8, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** The row of this id, a new one where it has none. */
  add(id: string): number {
    const known = this.row(id);
    if (known !== undefined) return known;
    const row = this.free.pop() ?? this.length++;
    if (unpack(id, this.asked)) {
      if (2 * (this.packed + 1) > this.slots.length) this.grow();
      this.slots[this.slotOf(this.asked)] = row + 1;
      for (let at = 0; at < 4; at++) this.words.set(4 * row + at, this.asked[at] ?? 0);
      this.kinds.set(row, PACKED);
      this.packed++;
    } else {
      this.rowsOfTexts.set(id, row);
      this.texts.set(row, id);
      this.kinds.set(row, AS_TEXT);
    }
    return row;
  }

  /** Frees the row of this id and answers it. */
  remove(id: string): number | undefined {
    const row = this.row(id);
    if (row === undefined) return undefined;
    if (this.kinds.values[row] === AS_TEXT) {
      this.rowsOfTexts.delete(id);
      this.texts.delete(row);
    } else {
      unpack(id, this.asked);
      this.empty(this.slotOf(this.asked));
      this.packed--;
    }
    this.kinds.set(row, FREE);
    this.free.push(row);
    return row;
  }

  *rows(): IterableIterator<number> {
    for (let row = 0; row < this.length; row++) if (this.kinds.values[row] !== FREE) yield row;
  }

  private hashAt(row: number): number {
    const words = this.words.values;
    return hashOf(words[4 * row] ?? 0, words[4 * row + 1] ?? 0, words[4 * row + 2] ?? 0, words[4 * row + 3] ?? 0);
  }

  /** The slot that holds this id, or the empty one where it belongs. */
  private slotOf(id: Uint32Array): number {
    const mask = this.slots.length - 1;
    const words = this.words.values;
    let slot = hashOf(id[0] ?? 0, id[1] ?? 0, id[2] ?? 0, id[3] ?? 0) & mask;
    for (;;) {
      const row = (this.slots[slot] ?? 0) - 1;
      if (row < 0) return slot;
      const at = 4 * row;
      if (words[at] === id[0] && words[at + 1] === id[1] && words[at + 2] === id[2] && words[at + 3] === id[3])
        return slot;
      slot = (slot + 1) & mask;
    }
  }

  /** Empties a slot and moves up those behind it that would no longer be found. */
  private empty(slot: number): void {
    const mask = this.slots.length - 1;
    let hole = slot;
    for (let next = (hole + 1) & mask; (this.slots[next] ?? 0) !== 0; next = (next + 1) & mask) {
      const home = this.hashAt((this.slots[next] ?? 0) - 1) & mask;
      if (((next - home) & mask) < ((next - hole) & mask)) continue;
      this.slots[hole] = this.slots[next] ?? 0;
      hole = next;
    }
    this.slots[hole] = 0;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Int32Array(2 * before.length);
    const mask = this.slots.length - 1;
    for (const held of before) {
      if (held === 0) continue;
      let slot = this.hashAt(held - 1) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = held;
    }
  }
}

const UUID_LENGTH = 36;

/** A UUID in lower case as four numbers; false for any other text. */
function unpack(id: string, into: Uint32Array): boolean {
  if (id.length !== UUID_LENGTH) return false;
  let word = 0;
  let digits = 0;
  for (let at = 0; at < UUID_LENGTH; at++) {
    const code = id.charCodeAt(at);
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (code !== 45) return false;
      continue;
    }
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
    if (digit < 0) return false;
    word = (word << 4) | digit;
    if ((++digits & 7) === 0) into[(digits >> 3) - 1] = word;
  }
  return true;
}

function hashOf(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ c, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13) ^ d, 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}
