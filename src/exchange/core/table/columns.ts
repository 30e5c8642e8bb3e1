import type { Reject } from '../reject';
import type { RawRow } from './csv';

/** The columns that a kind of file may have. */
export interface TableColumns {
  readonly known: readonly string[];
  /** `a|b`: one of the two. */
  readonly required: readonly string[];
  /** Other names of a column, folded as `foldColumn` does. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** `Height (cm)`, ` height_cm ` and `HEIGHT CM` are one name. */
export const foldColumn = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');

export function columnNamed(columns: TableColumns): (header: string) => string | undefined {
  const known = new Map(columns.known.map((name) => [foldColumn(name), name]));
  for (const [alias, name] of Object.entries(columns.aliases ?? {})) known.set(foldColumn(alias), name);
  return (header) => known.get(foldColumn(header));
}

/** Column by place; null for one that is ignored, or has no name and may hold nothing. */
export interface Header {
  readonly columns: readonly (string | null)[];
  /** What the file calls them, for the reader of a reject. */
  readonly names: readonly string[];
  /** The same by column, where a column came under another name. */
  readonly aliased?: Readonly<Record<string, string>>;
}

/** All that is wrong with a header, or the column of each place. */
export function readHeader(row: RawRow, columns: TableColumns, ignoreUnknown: boolean): Header | Reject[] {
  const rejects: Reject[] = row.faults.map(({ code, params }) => ({
    line: row.line,
    column: null,
    code,
    ...(params && { params }),
  }));
  const named = columnNamed(columns);
  const seen = new Set<string>();
  const names = row.cells.map((cell) => cell.trim());
  const places = names.map((name) => {
    if (name === '') return null;
    if (name.includes('\ufffd')) {
      rejects.push({ line: row.line, column: null, code: 'exchange.encoding-not-utf8' });
      return null;
    }
    const shown = name.replace(/\p{C}/gu, '').slice(0, 60);
    const column = named(name);
    if (column === undefined) {
      if (!ignoreUnknown)
        rejects.push({ line: row.line, column: shown, code: 'exchange.column-unknown', params: { name: shown } });
      return null;
    }
    if (seen.has(column))
      rejects.push({ line: row.line, column, code: 'exchange.column-twice', params: { name: shown } });
    seen.add(column);
    return column;
  });
  const missing = (name: string) =>
    rejects.push({ line: row.line, column: name, code: 'exchange.column-missing', params: { name } });
  for (const name of columns.required)
    if (!name.split('|').some((column) => seen.has(column))) missing(name.split('|')[0] ?? name);
  if (rejects.length > 0) return rejects.slice(0, 100);
  const aliased = Object.fromEntries(
    places.flatMap((column, index) =>
      column !== null && column !== foldColumn(names[index] ?? '') ? [[column, names[index] ?? '']] : [],
    ),
  );
  return { columns: places, names, ...(Object.keys(aliased).length > 0 && { aliased }) };
}
