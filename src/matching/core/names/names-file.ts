import { compareCompiled, compileName } from './compare-names';
import type { TokenForm } from './token-form';

/**
 * Answers `cairn names FILE.tsv`: reads the columns `a` and `b` by their header, ignores all others, and gives
 * `a b log10_lr same` with a row for each row in the same order.
 *
 * A row with an empty or missing cell, or one without a letter, is answered with 0 and `no`: nothing is known of it.
 * Throws where the header lacks a column, since then no row can be answered.
 */
export function answerNamesFile(tsv: string): string {
  const [header = '', ...lines] = tsv.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines[lines.length - 1] === '') lines.pop();
  const columns = header.split('\t').map((column) => unquoted(column).trim().toLowerCase());
  const atA = columns.indexOf('a');
  const atB = columns.indexOf('b');
  if (atA < 0 || atB < 0) throw new MissingNameColumnError(atA < 0 ? 'a' : 'b');
  const compiled = new Map<string, TokenForm[]>();
  const formsOf = (name: string) => {
    let forms = compiled.get(name);
    if (!forms) compiled.set(name, (forms = compileName(name)));
    return forms;
  };
  const answers = lines.map((line) => {
    const cells = line.split('\t');
    const a = cells[atA] ?? '';
    const b = cells[atB] ?? '';
    const { log10Lr, same } = compareCompiled(formsOf(unquoted(a)), formsOf(unquoted(b)));
    return `${a}\t${b}\t${log10Lr.toFixed(4)}\t${same ? 'yes' : 'no'}`;
  });
  return ['a\tb\tlog10_lr\tsame', ...answers].join('\n') + '\n';
}

/** The file has no column `a` or `b`. */
export class MissingNameColumnError extends Error {
  constructor(readonly column: 'a' | 'b') {
    super(`The file has no column ${column}`);
  }
}

/** Spreadsheets quote a cell that holds a quotation mark; the marks are no part of the name. */
function unquoted(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell;
}
