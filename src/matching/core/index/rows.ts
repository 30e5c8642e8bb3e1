import type { Day } from '../reading/days';
import { Column } from './columns';
import { Ids } from './ids';

/** What an index knows of a record beside its profile. */
export interface Entry {
  readonly id: string;
  readonly version: number;
  /** 0 to 63: the part of the reports that this record belongs to. */
  readonly slice: number;
  /** A number for all records that may be compared with the same others; the caller gives it its meaning. 0 to 65535. */
  readonly eligibilityClass: number;
  /** Reports linked as one person share that person's prior: 1 / number of them. 1 by default. */
  readonly share?: number;
  /** Last day of proven life. */
  readonly provenAliveOn?: Day | null;
}

/** Which rows a search may look at. What is not given is not restricted. */
export interface Filter {
  /** 1 at the number of each allowed class. Classes beyond its end are not allowed. */
  readonly allowedClasses?: Uint8Array;
  /** 1 at the number of each slice wanted. */
  readonly slices?: Uint8Array;
}

const NEVER = -2_147_483_648;

/** Rows of a resident index: who stands in which row, and what the caller said of them. Rows of removed records are used again. */
export class Rows {
  private readonly ids = new Ids();
  readonly versions = new Column('uint32');
  readonly slices = new Column('uint8');
  readonly classes = new Column('uint16');
  readonly shares = new Column('float32');
  readonly alive = new Column('int32');
  private provenAlive = 0;

  /** Rows in use and free: every row number is below. */
  get length(): number {
    return this.ids.length;
  }
  get size(): number {
    return this.ids.size;
  }
  get bytes(): number {
    return [this.ids, this.versions, this.slices, this.classes, this.shares, this.alive].reduce(
      (sum, column) => sum + column.bytes,
      0,
    );
  }
  /** Whether anybody here is proven to have lived on some day. */
  get isAnybodyAlive(): boolean {
    return this.provenAlive > 0;
  }

  row(id: string): number | undefined {
    return this.ids.row(id);
  }
  id(row: number): string {
    return this.ids.id(row);
  }
  isUsed(row: number): boolean {
    return this.ids.isUsed[row] !== 0 && row < this.ids.length;
  }

  put(entry: Entry): number {
    const known = this.ids.row(entry.id);
    const row = this.ids.add(entry.id);
    if (known !== undefined) this.forgetLife(row);
    this.versions.set(row, entry.version);
    this.slices.set(row, entry.slice);
    this.classes.set(row, entry.eligibilityClass);
    this.shares.set(row, entry.share ?? 1);
    const alive = entry.provenAliveOn;
    const isProven = alive !== null && alive !== undefined && Number.isFinite(alive);
    this.alive.set(row, isProven ? Math.round(alive) : NEVER);
    if (isProven) this.provenAlive++;
    return row;
  }

  remove(id: string): number | undefined {
    const row = this.ids.remove(id);
    if (row !== undefined) this.forgetLife(row);
    return row;
  }

  entries(): { id: string; version: number; slice: number; eligibilityClass: number }[] {
    return Array.from(this.ids.rows(), (row) => ({
      id: this.ids.id(row),
      version: this.versions.values[row] ?? 0,
      slice: this.slices.values[row] ?? 0,
      eligibilityClass: this.classes.values[row] ?? 0,
    }));
  }

  /** Fills `into` with allowed rows from `from` on, until it is full; returns how many, and where to go on. */
  allowed(from: number, into: Int32Array, { allowedClasses, slices }: Filter): { count: number; next: number } {
    const { isUsed, length } = this.ids;
    const classOf = this.classes.values;
    const sliceOf = this.slices.values;
    let count = 0;
    let row = from;
    for (; row < length && count < into.length; row++) {
      if (isUsed[row] === 0) continue;
      if (allowedClasses !== undefined && allowedClasses[classOf[row] ?? 0] !== 1) continue;
      if (slices !== undefined && slices[sliceOf[row] ?? 0] !== 1) continue;
      into[count++] = row;
    }
    return { count, next: row };
  }

  private forgetLife(row: number): void {
    if (this.alive.values[row] !== NEVER) this.provenAlive--;
    this.alive.set(row, NEVER);
  }
}
