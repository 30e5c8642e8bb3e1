import type { Reject } from '../reject';
import { columnNamed, readHeader, type Header, type TableColumns } from './columns';
import { CsvScanner, maximumCellCharacters, type RawRow } from './csv';
import { formatOf, textOf, withHead } from './file-format';
import { workbookRows } from './workbook';

/** A row of a file: its cells that are not empty, trimmed, by column. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What this file calls a column that has other names too, for the reader of a reject. */
  readonly names?: Readonly<Record<string, string>>;
}
/** `refused`: the fault is the file's, and nothing follows it but its like. */
export type TableEvent =
  | { readonly row: TableRow; readonly reject?: undefined }
  | { readonly reject: Reject; readonly refused: boolean; readonly row?: undefined };

export interface TableOptions {
  readonly ignoreUnknownColumns?: boolean;
}

/**
 * Reads CSV (UTF-8; comma, semicolon or tab) or the first sheet of an XLSX workbook, told apart by their content. CSV streams
 * in memory bounded by a row. A row with a fault of its shape becomes its rejects; the rows around it are still read.
 */
export async function* readTable(
  bytes: AsyncIterable<Uint8Array>,
  columns: TableColumns,
  options: TableOptions = {},
): AsyncGenerator<TableEvent> {
  const { head, whole } = await withHead(bytes);
  const format = formatOf(head);
  if (typeof format === 'object') {
    yield { reject: { line: 1, column: null, ...format }, refused: true };
    return;
  }
  const isCsv = format === 'csv';
  const rows = isCsv ? csvRows(whole, columns) : workbookRows(whole);
  let header: Header | null = null;
  let isEmpty = true;
  for await (const batch of rows) {
    if (!Array.isArray(batch)) {
      yield batch;
      if (batch.refused) return;
      continue;
    }
    for (const raw of batch) {
      if (isBlank(raw)) continue;
      if (header === null) {
        const found = readHeader(raw, columns, options.ignoreUnknownColumns ?? false);
        if (Array.isArray(found)) {
          for (const reject of found) yield { reject, refused: true };
          return;
        }
        header = found;
        continue;
      }
      isEmpty = false;
      yield* rowEvents(raw, header, isCsv);
    }
  }
  if (isEmpty) yield { reject: { line: 1, column: null, code: 'exchange.file-empty' }, refused: true };
}

const isBlank = (raw: RawRow) => raw.faults.length === 0 && raw.cells.every((cell) => cell.trim() === '');

async function* csvRows(bytes: AsyncIterable<Uint8Array>, columns: TableColumns): AsyncGenerator<RawRow[]> {
  let scanner: CsvScanner | null = null;
  let sample = '';
  for await (const text of textOf(bytes)) {
    if (scanner) {
      yield scanner.push(text);
      continue;
    }
    sample += text;
    if (sample.length < 65_536) continue;
    scanner = new CsvScanner(separatorOf(sample, columns));
    yield withoutSeparatorLine(scanner.push(sample));
  }
  if (!scanner) {
    scanner = new CsvScanner(separatorOf(sample, columns));
    yield withoutSeparatorLine(scanner.push(sample));
  }
  yield scanner.end();
}

/** A spreadsheet's `sep=;` above the header. */
const withoutSeparatorLine = (rows: RawRow[]) =>
  /^sep=[,;\t]?$/i.test(rows[0]?.cells[0] ?? '') ? rows.slice(1) : rows;

/** The separator under which the header has most columns that we know; of equals, the one that makes most cells. */
export function separatorOf(sample: string, columns: TableColumns): ',' | ';' | '\t' {
  const named = columnNamed(columns);
  const separators = [',', ';', '\t'] as const;
  const weights = separators.map((separator) => {
    const scanner = new CsvScanner(separator);
    const rows = withoutSeparatorLine([...scanner.push(sample.slice(0, 65_536)), ...scanner.end()]);
    const cells = rows.find((row) => !isBlank(row))?.cells ?? [];
    return cells.filter((cell) => named(cell) !== undefined).length * 10_000 + cells.length;
  });
  return separators[weights.indexOf(Math.max(...weights))] ?? ',';
}

const notText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

function* rowEvents(raw: RawRow, header: Header, isCsv: boolean): Generator<TableEvent> {
  const { line } = raw;
  const rejects: Reject[] = raw.faults.map(({ cell, code, params }) => ({
    line,
    column: cell === null ? null : (header.columns[cell] ?? null),
    code,
    ...(params && { params }),
  }));
  const expected = header.columns.length;
  const isTorn = rejects.some(
    ({ code }) => code === 'exchange.quote-not-closed' || code === 'exchange.quote-misplaced',
  );
  if (isCsv && raw.width < expected && !isTorn)
    rejects.push({ line, column: null, code: 'exchange.cells-too-few', params: { found: raw.width, expected } });
  if (raw.width > expected && raw.cells.slice(expected).some((cell) => cell.trim() !== ''))
    rejects.push({ line, column: null, code: 'exchange.cells-too-many', params: { found: raw.width, expected } });
  const cells: Record<string, string> = {};
  for (let index = 0; index < expected; index++) {
    const column = header.columns[index];
    const cell = raw.cells[index]?.trim() ?? '';
    if (cell === '') continue;
    if (column === null || column === undefined) {
      if (header.names[index] === '')
        rejects.push({
          line,
          column: null,
          code: 'exchange.cells-too-many',
          params: { found: raw.width, expected: expected - 1 },
        });
      continue;
    }
    if (notText.test(cell)) rejects.push({ line, column, code: 'exchange.control-character' });
    else if (cell.includes('\ufffd')) rejects.push({ line, column, code: 'exchange.encoding-not-utf8' });
    else if (cell.length > maximumCellCharacters)
      rejects.push({ line, column, code: 'exchange.cell-too-long', params: { maximum: maximumCellCharacters } });
    else cells[column] = cell;
  }
  if (rejects.length === 0) yield { row: { line, cells, ...(header.aliased && { names: header.aliased }) } };
  for (const reject of rejects) yield { reject, refused: false };
}
