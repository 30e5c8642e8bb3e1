import type { CellReader } from '../cells';
import { read } from '../cells';
import type { ReasonParameters, RejectCode } from '../reasons';
import type { Reject } from '../reject';
import type { TableRow } from '../table';

/** What a row turned into: what to store, or a fault. */
export type DraftEvent<Draft> =
  | { readonly draft: Draft; readonly line: number; readonly reject?: undefined }
  | { readonly reject: Reject; readonly draft?: undefined };

/** Reads the cells of one row one after another and keeps every fault, not only the first. */
export class RowReading {
  readonly rejects: Reject[] = [];

  constructor(private readonly row: TableRow) {}

  get line(): number {
    return this.row.line;
  }

  /** Undefined where the cell is empty (not recorded) or wrong (then the row is refused). */
  optional<T>(column: string, reader: CellReader<T>): T | undefined {
    const cell = this.row.cells[column];
    if (cell === undefined) return undefined;
    const reading = reader(cell);
    if (!reading.faults) return reading.value;
    for (const { code, params } of reading.faults) this.refuse(column, code, params);
    return undefined;
  }

  required<T>(column: string, reader: CellReader<T>): T | undefined {
    if (this.row.cells[column] === undefined) this.refuse(column, 'exchange.required-empty');
    return this.optional(column, reader);
  }

  /** The cell as it stands. */
  raw(column: string): string | undefined {
    return this.optional(column, read);
  }

  refuse(column: string | null, code: RejectCode, params?: ReasonParameters): void {
    const name = column === null ? null : (this.row.names?.[column] ?? column);
    this.rejects.push({ line: this.row.line, column: name, code, ...(params && { params }) });
  }

  /** The draft, unless a cell was refused. */
  result<Draft>(draft: Draft | undefined): DraftEvent<Draft>[] {
    if (this.rejects.length > 0) return this.rejects.map((reject) => ({ reject }));
    return draft === undefined ? [] : [{ draft, line: this.row.line }];
  }
}

/** Without the fields that were not recorded, so that equal records are equal as JSON. */
export const recorded = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
