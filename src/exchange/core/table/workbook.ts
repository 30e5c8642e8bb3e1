import { Readable } from 'node:stream';
import ExcelJS, { type CellValue } from 'exceljs';
import type { Reject } from '../reject';
import type { RejectCode } from '../reasons';
import { inspectArchive, maximumUnpackedMegabytes, sheetsLast } from './archive';
import { maximumCells, type RawFault, type RawRow } from './csv';

const maximumPackedBytes = 268_435_456;

type WorkbookEvent = RawRow[] | { readonly reject: Reject; readonly refused: boolean };

/** The rows of the first sheet. The archive is kept packed in memory, its rows stream, and nothing is written to disk. */
export async function* workbookRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<WorkbookEvent> {
  const archive = await collect(bytes);
  const state = archive === null ? 'too-large' : await inspectArchive(archive);
  if (archive === null || state !== 'whole') {
    yield state === 'damaged' ? refusal('exchange.workbook-damaged') : tooLarge;
    return;
  }
  try {
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(sheetsLast(archive)), {
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
      worksheets: 'emit',
      entries: 'ignore',
    });
    let isFirst = true;
    for await (const sheet of reader) {
      const name = 'name' in sheet && typeof sheet.name === 'string' ? sheet.name : null;
      let isReported = false;
      for await (const row of sheet) {
        const raw = rawRow(row);
        if (isFirst) yield [raw];
        else if (!isReported && raw.cells.some((cell) => cell !== '')) {
          isReported = true;
          yield { reject: { line: raw.line, column: name, code: 'exchange.sheet-not-read' }, refused: false };
        }
      }
      isFirst = false;
    }
  } catch {
    // Whatever the package stumbles over, the file is not one that a spreadsheet program wrote.
    yield refusal('exchange.workbook-damaged');
  }
}

const refusal = (code: RejectCode) => ({ reject: { line: 1, column: null, code }, refused: true });
const tooLarge: WorkbookEvent = {
  reject: { line: 1, column: null, code: 'exchange.workbook-too-large', params: { maximum: maximumUnpackedMegabytes } },
  refused: true,
};

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > maximumPackedBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function rawRow(row: ExcelJS.Row): RawRow {
  const cells: string[] = [];
  const faults: RawFault[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    if (column > maximumCells) return;
    while (cells.length < column - 1) cells.push('');
    const text = textOfCell(cell.value);
    if (typeof text === 'string') cells[column - 1] = text;
    else {
      faults.push({ cell: column - 1, code: text.code });
      cells[column - 1] = '';
    }
  });
  return { line: row.number, cells, faults, width: cells.length };
}

/** What a person would have typed into CSV, so that both forms are read alike. */
export function textOfCell(value: CellValue): string | { code: RejectCode } {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return textOfNumber(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? { code: 'exchange.cell-error' } : value.toISOString().slice(0, 10);
  if ('formula' in value || 'sharedFormula' in value) return { code: 'exchange.formula' };
  if ('error' in value) return { code: 'exchange.cell-error' };
  if ('richText' in value) return value.richText.map((part) => part.text ?? '').join('');
  if ('text' in value) return textOfCell(value.text as CellValue);
  return { code: 'exchange.cell-error' };
}

/** Fifteen digits, as a spreadsheet shows them. A minus sign (U+2212) says what a hyphen cannot: negative, and not "up to". */
function textOfNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const shown =
    Math.abs(value) < 1e15
      ? String(Number(Math.abs(value).toPrecision(15)))
      : BigInt(Math.round(Math.abs(value))).toString();
  return value < 0 ? `−${shown}` : shown;
}
