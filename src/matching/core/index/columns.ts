/** Typed arrays that grow by half. Over shared memory, so that worker threads can read what one thread writes. */
type Bytes =
  | Uint8Array<SharedArrayBuffer>
  | Uint16Array<SharedArrayBuffer>
  | Uint32Array<SharedArrayBuffer>
  | Int32Array<SharedArrayBuffer>
  | Float32Array<SharedArrayBuffer>;

const makers = {
  uint8: (length: number) => new Uint8Array(new SharedArrayBuffer(length)),
  uint16: (length: number) => new Uint16Array(new SharedArrayBuffer(2 * length)),
  uint32: (length: number) => new Uint32Array(new SharedArrayBuffer(4 * length)),
  int32: (length: number) => new Int32Array(new SharedArrayBuffer(4 * length)),
  float32: (length: number) => new Float32Array(new SharedArrayBuffer(4 * length)),
};
type Kind = keyof typeof makers;

export class Column<K extends Kind = 'uint32'> {
  values: ReturnType<(typeof makers)[K]>;

  constructor(
    private readonly kind: K,
    capacity = 1024,
  ) {
    this.values = makers[kind](capacity) as ReturnType<(typeof makers)[K]>;
  }

  get bytes(): number {
    return (this.values as Bytes).byteLength;
  }

  set(at: number, value: number): void {
    if (at >= this.values.length) this.reserve(at + 1);
    this.values[at] = value;
  }

  reserve(length: number): void {
    if (length <= this.values.length) return;
    const grown = makers[this.kind](Math.max(length, Math.ceil(this.values.length * 1.5)));
    grown.set(this.values as ArrayLike<number>);
    this.values = grown as ReturnType<(typeof makers)[K]>;
  }
}

/** Lists of small numbers, one list a row, in one array; what changes leave behind is swept when it is a third of all. */
export class ListColumn {
  private readonly starts = new Column('uint32');
  private readonly lengths = new Column('uint8');
  private readonly items = new Column('uint32');
  private end = 0;
  private wasted = 0;

  get bytes(): number {
    return this.starts.bytes + this.lengths.bytes + this.items.bytes;
  }

  /** The array behind, and where a row's list starts; read anew after each change. */
  get data(): Uint32Array {
    return this.items.values;
  }
  get startOf(): Uint32Array {
    return this.starts.values;
  }
  get lengthOf(): Uint8Array {
    return this.lengths.values;
  }

  set(row: number, list: readonly number[], rows: number): void {
    this.starts.reserve(row + 1);
    this.lengths.reserve(row + 1);
    const before = this.lengths.values[row] ?? 0;
    const length = Math.min(255, list.length);
    // A list that fits takes the old place.
    let start = this.starts.values[row] ?? 0;
    if (length > before) {
      start = this.end;
      this.end += length;
      this.wasted += before;
    } else this.wasted += before - length;
    this.items.reserve(this.end);
    for (let at = 0; at < length; at++) this.items.values[start + at] = list[at] ?? 0;
    this.starts.values[row] = start;
    this.lengths.values[row] = length;
    if (this.wasted > 1000 && this.wasted * 3 > this.end) this.sweep(rows);
  }

  private sweep(rows: number): void {
    const kept = new Column('uint32', this.end - this.wasted + 1024);
    let end = 0;
    for (let row = 0; row < rows; row++) {
      const start = this.starts.values[row] ?? 0;
      const length = this.lengths.values[row] ?? 0;
      kept.reserve(end + length);
      kept.values.set(this.items.values.subarray(start, start + length), end);
      this.starts.values[row] = end;
      end += length;
    }
    this.items.values = kept.values;
    this.end = end;
    this.wasted = 0;
  }
}

/** Distinct values, numbered from 1 in the order they came; 0 stands for none. */
export class Dictionary<T> {
  private readonly numbers = new Map<string, number>();
  private readonly values: T[] = [];

  /** One more than the highest number. */
  get size(): number {
    return this.values.length + 1;
  }

  numberOf(key: string, value: T): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.values.push(value);
      this.numbers.set(key, number);
    }
    return number;
  }

  valueOf(number: number): T {
    const value = this.values[number - 1];
    if (value === undefined) throw new RangeError(`no entry ${number}`);
    return value;
  }
}
