import type { RejectCode, ReasonParameters } from '../reasons';

/** Longer than the longest list of the contract; more is a mistake, a lost quotation mark or an attack. */
export const maximumCellCharacters = 262_144;
const maximumRowCharacters = 4 * maximumCellCharacters;
export const maximumCells = 1000;

export interface RawFault {
  /** Index of the cell; null for the row. */
  readonly cell: number | null;
  readonly code: RejectCode;
  readonly params?: ReasonParameters;
}
/** A row before its columns have names. */
export interface RawRow {
  readonly line: number;
  readonly cells: string[];
  readonly faults: RawFault[];
  /** How many cells there were, which may be more than are kept. */
  readonly width: number;
}

const enum At {
  CellStart,
  Plain,
  Quoted,
  /** Behind a quotation mark inside a quoted cell: the end of the cell, or half of a doubled mark. */
  Mark,
  /** Behind a fault of quoting: up to the end of the line, where the next row begins. */
  Lost,
}
const [QUOTE, LF, CR, SPACE] = [0x22, 0x0a, 0x0d, 0x20];

/**
 * RFC 4180, one pass, in pieces of any size, in memory bounded by one row. A quotation mark inside an unquoted cell is
 * text (5'9"), spaces around a quoted cell are dropped; LF, CR LF and CR end a line. After a misplaced mark it goes on at the next line.
 */
export class CsvScanner {
  private at: At = At.CellStart;
  private cell = '';
  private cellIsTooLong = false;
  private rowCharacters = 0;
  private cells: string[] = [];
  private faults: RawFault[] = [];
  private width = 0;
  private line = 1;
  private rowLine = 1;
  private quoteLine = 1;
  private endedByCr = false;
  private rows: RawRow[] = [];
  private readonly separator: number;

  constructor(separator: string) {
    this.separator = separator.charCodeAt(0);
  }

  /** The rows that end in this piece of text. */
  push(text: string): RawRow[] {
    this.rows = [];
    let index = 0;
    if (this.endedByCr && text.length > 0) {
      if (text.charCodeAt(0) === LF) index = 1;
      this.endedByCr = false;
    }
    while (index < text.length) index = this.step(text, index);
    return this.rows;
  }

  /** The last row, where the file does not end with a line break. */
  end(): RawRow[] {
    this.rows = [];
    if (this.at === At.Quoted) {
      this.faults.push({ cell: this.cells.length, code: 'exchange.quote-not-closed' });
      this.rowLine = this.quoteLine;
    }
    if (this.at !== At.CellStart || this.cells.length > 0) this.endRow();
    return this.rows;
  }

  private step(text: string, index: number): number {
    switch (this.at) {
      case At.CellStart: {
        const code = text.charCodeAt(index);
        if (code === SPACE) return index + 1;
        this.at = code === QUOTE ? At.Quoted : At.Plain;
        this.quoteLine = this.line;
        return code === QUOTE ? index + 1 : index;
      }
      case At.Plain:
      case At.Lost: {
        let end = index;
        let code = 0;
        for (; end < text.length; end++) {
          code = text.charCodeAt(end);
          if (code === LF || code === CR || (code === this.separator && this.at === At.Plain)) break;
        }
        if (this.at === At.Plain) this.append(text, index, end);
        return end === text.length ? end : this.afterCell(text, end, code);
      }
      case At.Quoted: {
        const mark = text.indexOf('"', index);
        const end = mark < 0 ? text.length : mark;
        this.append(text, index, end);
        for (let lf = text.indexOf('\n', index); lf >= 0 && lf < end; lf = text.indexOf('\n', lf + 1)) this.line++;
        if (mark >= 0) this.at = At.Mark;
        return mark < 0 ? end : mark + 1;
      }
      case At.Mark: {
        const code = text.charCodeAt(index);
        if (code === QUOTE) {
          this.append('"', 0, 1);
          this.at = At.Quoted;
          return index + 1;
        }
        if (code === SPACE) return index + 1;
        if (code === this.separator || code === LF || code === CR) return this.afterCell(text, index, code);
        this.faults.push({ cell: this.cells.length, code: 'exchange.quote-misplaced' });
        this.at = At.Lost;
        return index;
      }
    }
  }

  private append(text: string, from: number, to: number): void {
    const length = to - from;
    if (this.cell.length + length > maximumCellCharacters || this.rowCharacters + length > maximumRowCharacters) {
      this.cellIsTooLong = true;
      return;
    }
    this.rowCharacters += length;
    this.cell = this.cell === '' ? text.slice(from, to) : this.cell + text.slice(from, to);
  }

  private afterCell(text: string, index: number, code: number): number {
    if (code === this.separator && this.at !== At.Lost) {
      this.endCell();
      return index + 1;
    }
    this.endRow();
    this.line++;
    this.rowLine = this.line;
    if (code !== CR) return index + 1;
    if (index + 1 === text.length) this.endedByCr = true;
    return text.charCodeAt(index + 1) === LF ? index + 2 : index + 1;
  }

  private endCell(): void {
    if (this.cellIsTooLong)
      this.faults.push({
        cell: this.width,
        code: 'exchange.cell-too-long',
        params: { maximum: maximumCellCharacters },
      });
    if (this.width < maximumCells) this.cells.push(this.cellIsTooLong ? '' : this.cell);
    this.width++;
    this.cell = '';
    this.cellIsTooLong = false;
    this.at = At.CellStart;
  }

  private endRow(): void {
    this.endCell();
    this.rows.push({ line: this.rowLine, cells: this.cells, faults: this.faults, width: this.width });
    this.cells = [];
    this.faults = [];
    this.width = 0;
    this.rowCharacters = 0;
    this.rowLine = this.line;
  }
}
