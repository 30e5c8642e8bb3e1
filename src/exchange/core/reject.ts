import { reasonText, type ReasonParameters, type RejectCode } from './reasons';

/** One fault of one cell, row or file. It names the place and the rule, never what stood there. */
export interface Reject {
  /** Line of the file where the row begins, the header being line 1; row of the sheet in a workbook. */
  readonly line: number;
  /** Null where the fault is the row's or the file's. */
  readonly column: string | null;
  readonly code: RejectCode;
  readonly params?: ReasonParameters;
}

/** One line, and where a spreadsheet would take the cell for a formula, an apostrophe in front makes it text. */
const harmless = (cell: string) => cell.replace(/\s+/g, ' ').replace(/^(?=\s*[=+\-@])/, "'");
const quoted = (cell: string) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);

/** The list of rejected rows as CSV lines, in the user's language; column names may come from a hostile header. */
export function* writeRejects(rejects: Iterable<Reject>, language = 'en'): Generator<string> {
  yield 'line,column,code,reason\n';
  for (const { line, column, code, params } of rejects) {
    const cells = [String(line), column ?? '', code, reasonText(code, params, language)];
    yield `${cells.map((cell) => quoted(harmless(cell))).join(',')}\n`;
  }
}
