import { formatOf, textOf, withHead } from '../table/file-format';
import type { TableColumns, TableEvent, TableOptions, TableRow } from '../table';
import { readTable } from '../table';
import { codisRows } from './codis';
import { familiasRows, isFamilias } from './familias';
import { subjectOf } from './subject';

const maximumCharacters = 64 * 1_048_576;

export interface LaboratoryOptions extends TableOptions {
  /** The report of the persons whom the file names without saying whose relatives they are. */
  readonly report?: string;
}

/** Rows of DNA profiles from our own table, GeneMapper and GENis exports (tables too), CODIS XML or a Familias project. */
export async function* readLaboratoryFile(
  bytes: AsyncIterable<Uint8Array>,
  columns: TableColumns,
  options: LaboratoryOptions,
): AsyncGenerator<TableEvent> {
  const { head, whole } = await withHead(bytes);
  const start = new TextDecoder().decode(head);
  const isXml = /^\s*</.test(start);
  if (formatOf(head) !== 'csv' || (!isXml && !isFamilias(start))) {
    for await (const event of readTable(whole, columns, options))
      yield event.row ? { row: withSubject(event.row, options.report) } : event;
    return;
  }
  let text = '';
  for await (const piece of textOf(whole)) {
    text += piece;
    if (text.length <= maximumCharacters) continue;
    yield {
      reject: { line: 1, column: null, code: 'exchange.cell-too-long', params: { maximum: maximumCharacters } },
      refused: true,
    };
    return;
  }
  const rows = isXml ? codisRows(text) : familiasRows(text);
  if (!Array.isArray(rows)) yield { reject: rows, refused: true };
  else if (rows.length === 0) yield { reject: { line: 1, column: null, code: 'exchange.file-empty' }, refused: true };
  else
    for (const row of rows) {
      const garbled = Object.entries(row.cells).find(([, cell]) => cell.includes('\ufffd'));
      if (garbled)
        yield { reject: { line: row.line, column: garbled[0], code: 'exchange.encoding-not-utf8' }, refused: false };
      else yield { row: withSubject(row, options.report) };
    }
}

/** With `subject`, `analysed_on` as a day, and the sample's name kept as its label. */
function withSubject(row: TableRow, report?: string): TableRow {
  const { sample_name: sampleName, specimen_category: category, ...cells } = row.cells;
  if (sampleName === undefined) return row;
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(cells.analysed_on ?? '')?.[1];
  return {
    ...row,
    cells: {
      ...cells,
      subject: cells.subject ?? subjectOf(sampleName, category ?? '', report),
      sample: cells.sample ?? sampleName.slice(0, 100),
      ...(day && { analysed_on: day }),
    },
    names: {
      ...row.names,
      ...(row.names?.subject === undefined && { subject: row.names?.sample_name ?? 'sample_name' }),
    },
  };
}
